// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {AggregateOracle} from "../../src/AggregateOracle.sol";
import {AggregateRefutation} from "../../src/AggregateRefutation.sol";
import {IBondVault} from "../../src/interfaces/IBondVault.sol";
import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {JurorBonds} from "../../src/JurorBonds.sol";
import {LeafRules} from "../../src/LeafRules.sol";
import {OracleBooks} from "../../src/OracleBooks.sol";
import {SchemaBook} from "../../src/SchemaBook.sol";
import {MockRegistry, MockVault} from "./CourtMocks.sol";
import {OracleShards} from "./OracleShards.sol";
import {TestBase} from "./TestBase.sol";
import {TestToken} from "./TestToken.sol";
import {Trees} from "./Trees.sol";

/// @notice An oracle over a page of five entries of schema 1: three leaves of two scores. Entry i has the scores
/// 100 · i everywhere, all weights are equal, so the median is 300.
abstract contract OracleFixture is TestBase, OracleShards {
    address internal constant PROPOSER = address(0xA);
    address internal constant CHALLENGER = address(0xC);
    address internal constant OTHER = address(0xD);
    uint256 internal constant DEPOSIT = 10_000 ether;
    uint256 internal constant BOND = 250 ether;
    uint256 internal constant REQUEST_BOND = 1 ether + 1;
    uint256 internal constant WINDOW = 48 hours;
    uint256 internal constant SHORT = 6 hours;
    uint256 internal constant RESPONSE = 1 days;
    bytes32 internal constant SALT = keccak256("salt");
    string internal constant CID = "bafyreiaggregate";

    MockVault internal vault;
    MockRegistry internal registry;
    SchemaBook internal schemas;
    JurorBonds internal jurors;
    AggregateOracle internal oracle;

    uint256[] internal values;
    IExperienceRegistry.Member[] internal members;
    bytes32 internal setHash;

    function setUp() public virtual {
        vm.warp(1_700_000_000);
        vm.roll(1000);
        vault = new MockVault();
        registry = new MockRegistry();
        AccessManager manager = new AccessManager(address(this));
        schemas = new SchemaBook(address(manager), IExperienceRegistry(address(registry)));
        TestToken zoo = new TestToken();
        jurors = new JurorBonds(zoo, 10_000 ether, 30 days, 30 days);
        for (uint256 key = 1; key <= 3; key++) {
            zoo.mint(vm.addr(key), 10_000 ether);
            vm.startPrank(vm.addr(key));
            zoo.approve(address(jurors), 10_000 ether);
            jurors.addBond(10_000 ether);
            vm.stopPrank();
        }
        oracle = build(settings());
        schemas.addSchema(1, LeafRules.Rule(LeafRules.Kind.Scores, 3, 2, 0));
        schemas.addSchema(2, LeafRules.Rule(LeafRules.Kind.Opaque, 0, 0, 100));
        vault.fund(PROPOSER, DEPOSIT);
        vault.fund(CHALLENGER, DEPOSIT);
        vault.fund(OTHER, DEPOSIT);
        for (uint256 i = 1; i <= 5; i++) {
            addEntry(100 * i);
        }
        registry.setSet(1, 7, 0, setHash, true);
        skip(1);
    }

    function settings() internal pure returns (OracleBooks.Settings memory) {
        return OracleBooks.Settings({
            cap: 2 ** 56,
            qLow: 500,
            window: uint32(WINDOW),
            shortWindow: uint32(SHORT),
            responsePeriod: uint32(RESPONSE),
            bondMultiple: 10,
            requestBond: uint96(REQUEST_BOND)
        });
    }

    function build(OracleBooks.Settings memory s) internal returns (AggregateOracle) {
        return
            new AggregateOracle(IExperienceRegistry(address(registry)), IBondVault(address(vault)), schemas, jurors, s);
    }

    function skip(uint256 duration) internal {
        vm.warp(block.timestamp + duration);
        vm.roll(block.number + 1);
    }

    function addEntry(uint256 value) internal {
        values.push(value);
        IExperienceRegistry.Member memory m =
            IExperienceRegistry.Member(uint64(values.length), Trees.rawRoot(uniform(value)), 25 ether, 1000);
        members.push(m);
        setHash = keccak256(abi.encode(setHash, m.id, m.merkleRoot, m.bond, m.quality));
    }

    function proposal(bytes[] memory payloads) internal pure returns (OracleBooks.Proposal memory) {
        return OracleBooks.Proposal(1, 7, 0, Trees.rawRoot(payloads), CID);
    }

    function proposeAs(address who, bytes[] memory payloads) internal returns (uint256 id) {
        OracleBooks.Proposal memory p = proposal(payloads);
        vm.prank(who);
        return oracle.propose(p, members);
    }

    /// @dev Opens entries first … last (from 0) against one element of an aggregate.
    function refutation(bytes[] memory payloads, uint32 index, uint256 lane, bool above, uint256 first, uint256 last)
        internal
        view
        returns (OracleBooks.Refutation memory r)
    {
        r.leafIndex = index;
        r.payload = payloads[index];
        r.path = Trees.path(Trees.rawLeaves(payloads), index);
        r.lane = lane;
        r.above = above;
        r.salt = SALT;
        (r.roots, r.weights) = frozen();
        r.openings = new AggregateRefutation.Opening[](last + 1 - first);
        for (uint256 i = first; i <= last; i++) {
            r.openings[i - first] = openingOf(i, values[i], index);
        }
    }

    function frozen() internal view returns (bytes32[] memory roots, uint64[] memory weights) {
        roots = new bytes32[](members.length);
        weights = new uint64[](members.length);
        for (uint256 i = 0; i < members.length; i++) {
            roots[i] = members[i].merkleRoot;
            weights[i] = 25 * 10 ** 9;
        }
    }

    function commitAs(address who, uint256 id, uint32 index, uint256 lane, bool above) internal {
        bytes32 commitment = oracle.hashRefutation(id, index, lane, above, who, SALT);
        vm.prank(who);
        oracle.commitRefutation(commitment);
        skip(12);
    }

    function assertConserved() internal view {
        address[3] memory accounts = [PROPOSER, CHALLENGER, OTHER];
        uint256 sum = vault.burned() + vault.pooled();
        for (uint256 i = 0; i < 3; i++) {
            assertEq(vault.lockedOf(address(oracle), accounts[i]), 0, "locked");
            sum += vault.wealthOf(accounts[i]);
        }
        assertEq(sum, 3 * DEPOSIT, "conserved");
    }

    function statusOf(uint256 id) internal view returns (uint256) {
        return uint256(oracle.getAggregate(id).status);
    }
}
