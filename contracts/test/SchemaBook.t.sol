// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IExperienceRegistry} from "../src/interfaces/IExperienceRegistry.sol";
import {IScoreKernel} from "../src/interfaces/IScoreKernel.sol";
import {LeafRules} from "../src/LeafRules.sol";
import {SchemaBook} from "../src/SchemaBook.sol";
import {LengthKernel, MockRegistry} from "./support/CourtMocks.sol";
import {TestBase} from "./support/TestBase.sol";

contract SchemaBookTest is TestBase {
    MockRegistry internal registry;
    SchemaBook internal book;

    function setUp() public {
        registry = new MockRegistry();
        book = new SchemaBook(address(new AccessManager(address(this))), IExperienceRegistry(address(registry)));
    }

    function test_keepsARuleForEver() public {
        vm.expectEmit();
        emit SchemaBook.SchemaAdded(1, LeafRules.Kind.Signs, 30, 256, 0);
        book.addSchema(1, rule(LeafRules.Kind.Signs, 30, 256, 0));
        LeafRules.Rule memory kept = book.ruleOf(1);
        assertEq(kept.leafCount, 30, "leaves");
        assertEq(kept.lanes, 256, "lanes");
        assertTrue(book.isKnown(1) && !book.isKnown(2), "known");
        vm.expectRevert(abi.encodeWithSelector(SchemaBook.SchemaTaken.selector, 1));
        book.addSchema(1, rule(LeafRules.Kind.Signs, 30, 256, 0));
    }

    function test_refusesAnUnknownSchema() public {
        vm.expectRevert(abi.encodeWithSelector(SchemaBook.SchemaUnknown.selector, 1));
        book.ruleOf(1);
    }

    function test_refusesRulesForSchemasThatHaveEntries() public {
        registry.setSchemaCount(1);
        vm.expectRevert(abi.encodeWithSelector(SchemaBook.SchemaInUse.selector, 1));
        book.addSchema(1, rule(LeafRules.Kind.Signs, 30, 256, 0));
        book.addSchema(2, rule(LeafRules.Kind.TaskScore, 0, 0, 0));
        registry.setSchemaCount(2);
        IScoreKernel kernel = new LengthKernel();
        vm.expectRevert(abi.encodeWithSelector(SchemaBook.SchemaInUse.selector, 2));
        book.addKernel(2, kernel);
    }

    function test_refusesStrangers() public {
        IScoreKernel kernel = new LengthKernel();
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, address(1));
        vm.startPrank(address(1));
        vm.expectRevert(reason);
        book.addSchema(1, rule(LeafRules.Kind.Signs, 30, 256, 0));
        vm.expectRevert(reason);
        book.addKernel(1, kernel);
        vm.stopPrank();
    }

    function test_refusesFieldsOutOfBounds() public {
        refuse(rule(LeafRules.Kind.None, 0, 0, 0), "kind", 0);
        refuse(rule(LeafRules.Kind.Signs, 1, 0, 0), "lanes", 0);
        refuse(rule(LeafRules.Kind.Scores, 1, 1025, 0), "lanes", 1025);
        refuse(rule(LeafRules.Kind.Scores, 0, 1, 0), "leafCount", 0);
        refuse(rule(LeafRules.Kind.Signs, 4097, 1, 0), "leafCount", 4097);
        refuse(rule(LeafRules.Kind.Opaque, 0, 0, 0), "maxBytes", 0);
        refuse(rule(LeafRules.Kind.Opaque, 0, 0, 8193), "maxBytes", 8193);
    }

    function test_refusesFieldsThatTheKindDoesNotUse() public {
        refuse(rule(LeafRules.Kind.Opaque, 0, 1, 10), "lanes", 1);
        refuse(rule(LeafRules.Kind.Opaque, 2, 0, 10), "leafCount", 2);
        refuse(rule(LeafRules.Kind.Signs, 1, 1, 3), "maxBytes", 3);
        refuse(rule(LeafRules.Kind.TaskScore, 0, 4, 0), "lanes", 4);
    }

    function test_keepsOneKernelOfASchemaOfTaskScores() public {
        IScoreKernel kernel = new LengthKernel();
        book.addSchema(1, rule(LeafRules.Kind.TaskScore, 0, 0, 0));
        book.addSchema(2, rule(LeafRules.Kind.Scores, 1, 1, 0));
        vm.expectEmit();
        emit SchemaBook.KernelAdded(1, kernel);
        book.addKernel(1, kernel);
        assertEq(address(book.kernelOf(1)), address(kernel), "kernel");
        vm.expectRevert(abi.encodeWithSelector(SchemaBook.KernelTaken.selector, 1));
        book.addKernel(1, kernel);
        vm.expectRevert(abi.encodeWithSelector(SchemaBook.KernelInvalid.selector, 2, kernel));
        book.addKernel(2, kernel);
    }

    function test_refusesAKernelWithoutCode() public {
        book.addSchema(1, rule(LeafRules.Kind.TaskScore, 0, 0, 0));
        vm.expectRevert(abi.encodeWithSelector(SchemaBook.KernelInvalid.selector, 1, address(7)));
        book.addKernel(1, IScoreKernel(address(7)));
    }

    function testFuzz_acceptsExactlyTheRulesWithinBounds(uint8 kind, uint16 leaves, uint16 lanes, uint16 size) public {
        LeafRules.Kind k = LeafRules.Kind(kind % 5);
        (uint256 c, uint256 l, uint256 b) = (leaves % 4200, lanes % 1100, size % 8400);
        bool aggregable = k == LeafRules.Kind.Signs || k == LeafRules.Kind.Scores;
        bool opaque = k == LeafRules.Kind.Opaque;
        bool good = k != LeafRules.Kind.None && within(l, aggregable, 1024) && within(c, aggregable, 4096)
            && within(b, opaque, 8192);
        if (!good) vm.expectRevert();
        book.addSchema(1, rule(k, uint32(c), uint16(l), uint16(b)));
        assertTrue(book.isKnown(1) == good, "known");
    }

    function within(uint256 value, bool used, uint256 largest) private pure returns (bool) {
        return used ? value > 0 && value <= largest : value == 0;
    }

    function refuse(LeafRules.Rule memory wrong, string memory field, uint256 value) private {
        vm.expectRevert(abi.encodeWithSelector(SchemaBook.RuleInvalid.selector, field, value));
        book.addSchema(1, wrong);
    }

    function rule(LeafRules.Kind kind, uint32 leaves, uint16 lanes, uint16 size)
        private
        pure
        returns (LeafRules.Rule memory)
    {
        return LeafRules.Rule(kind, leaves, lanes, size);
    }
}

contract LeafRulesTest is TestBase {
    function test_readsSignsFromTheLowestBitUp() public pure {
        LeafRules.Rule memory rule = LeafRules.Rule(LeafRules.Kind.Signs, 1, 12, 0);
        bytes memory payload = hex"0108";
        assertEq(LeafRules.valueAt(rule, payload, 0), 1, "lane 0");
        assertEq(LeafRules.valueAt(rule, payload, 1), 0, "lane 1");
        assertEq(LeafRules.valueAt(rule, payload, 11), 1, "lane 11");
        assertEq(LeafRules.payloadBytes(rule), 2, "bytes");
    }

    function test_readsScoresBigEndian() public pure {
        LeafRules.Rule memory rule = LeafRules.Rule(LeafRules.Kind.Scores, 1, 2, 0);
        assertEq(LeafRules.valueAt(rule, hex"03e80102", 0), 1000, "first");
        assertEq(LeafRules.valueAt(rule, hex"03e80102", 1), 258, "second");
    }

    function test_countsOnlyTheFirstScoreOfATask() public pure {
        LeafRules.Rule memory rule = LeafRules.Rule(LeafRules.Kind.TaskScore, 0, 0, 0);
        bytes memory payload = abi.encodePacked(uint16(1000), bytes32(type(uint256).max), bytes32(type(uint256).max));
        assertTrue(LeafRules.inspect(rule, 0x01551220, 7, payload) == LeafRules.Defect.None, "in order");
        payload = abi.encodePacked(uint16(1001), bytes32(0), bytes32(0));
        assertTrue(LeafRules.inspect(rule, 0x01551220, 7, payload) == LeafRules.Defect.Range, "range");
        assertTrue(LeafRules.inspect(rule, 0x01551220, 7, hex"00") == LeafRules.Defect.Length, "length");
        assertTrue(LeafRules.inspect(rule, 0x01711220, 7, payload) == LeafRules.Defect.Codec, "codec");
    }

    function test_wholeBytesOfSignsHaveNoPadding() public pure {
        LeafRules.Rule memory rule = LeafRules.Rule(LeafRules.Kind.Signs, 1, 8, 0);
        assertTrue(LeafRules.inspect(rule, 0x01551220, 1, hex"ff") == LeafRules.Defect.None, "in order");
    }

    function testFuzz_everyLaneIsReadBack(uint16[5] memory scores) public pure {
        LeafRules.Rule memory rule = LeafRules.Rule(LeafRules.Kind.Scores, 1, 5, 0);
        bytes memory payload;
        bool good = true;
        for (uint256 i = 0; i < 5; i++) {
            payload = abi.encodePacked(payload, scores[i]);
            if (scores[i] > 1000) good = false;
        }
        for (uint256 i = 0; i < 5; i++) {
            assertEq(LeafRules.valueAt(rule, payload, i), scores[i], "lane");
        }
        bool found = LeafRules.inspect(rule, 0x01551220, 1, payload) == LeafRules.Defect.None;
        assertTrue(found == good, "range");
    }

    function testFuzz_paddingIsFoundWhereItIs(uint16 bits, uint8 lanes) public pure {
        uint256 used = bound(lanes, 9, 16);
        LeafRules.Rule memory rule = LeafRules.Rule(LeafRules.Kind.Signs, 1, uint16(used), 0);
        // Lane 0 is the lowest bit of the first byte.
        bytes memory payload = abi.encodePacked(uint8(bits), uint8(bits >> 8));
        bool clean = uint256(bits) >> used == 0;
        bool found = LeafRules.inspect(rule, 0x01551220, 1, payload) == LeafRules.Defect.None;
        assertTrue(found == clean, "padding");
    }
}
