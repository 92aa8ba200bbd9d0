// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RootKey} from "../src/RootKey.sol";
import {EntryHead, EntryHeads} from "../src/registry/EntryHead.sol";
import {TestBase} from "./support/TestBase.sol";

contract RootKeyTest is TestBase {
    function testFuzz_submitterAndRootComeBack(address submitter, bytes32 root) public pure {
        (uint256 key, uint160 rest) = RootKey.split(submitter, root);
        assertEq(RootKey.submitterOf(key), submitter, "submitter");
        assertEq(RootKey.rootOf(key, rest), root, "root");
    }

    function testFuzz_keysOfTwoSubmittersDiffer(address one, address two, bytes32 root, bytes32 other) public pure {
        if (one == two) return;
        (uint256 key,) = RootKey.split(one, root);
        (uint256 second,) = RootKey.split(two, other);
        assertTrue(key != second, "whatever the roots are");
    }

    function testFuzz_rootsThatDifferInOneBitHaveKeysOfTheirOwn(address submitter, bytes32 root, uint8 bit)
        public
        pure
    {
        (uint256 key,) = RootKey.split(submitter, root);
        (uint256 second,) = RootKey.split(submitter, root ^ bytes32(1 << bit));
        assertTrue(key != second, "wherever the bit is");
    }

    function testFuzz_everyPartOfAHeadComesBack(uint160 rest, uint32 id, uint32 time, uint16 schema, uint16 version)
        public
        pure
    {
        EntryHead head = EntryHeads.pack(rest, id, time, schema, version);
        assertEq(head.rest(), rest, "rest");
        assertEq(head.id(), id, "id");
        assertEq(head.submittedAt(), time, "time");
        assertEq(head.schema(), schema, "schema");
        assertEq(head.version(), version, "version");
    }

    function test_theKeyOfNobodyIsTheOnlyOneThatCanBeZero() public pure {
        (uint256 key,) = RootKey.split(address(1), 0);
        assertTrue(key >> 96 == 1, "the submitter stands in it");
        assertEq(RootKey.submitterOf(0), address(0), "nobody");
    }
}
