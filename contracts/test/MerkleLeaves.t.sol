// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MerkleLeaves} from "../src/MerkleLeaves.sol";
import {RegistryFixture} from "./support/RegistryFixture.sol";

contract MerkleLeavesTest is RegistryFixture {
    function test_decidesEverySharedVectorAsWritten() public view {
        string memory json = vm.readFile("vectors/merkle.json");
        uint256 seen = 0;
        uint256 valid = 0;
        for (; vm.keyExistsJson(json, at(seen, "")); seen++) {
            bool expected = vm.parseJsonBool(json, at(seen, ".valid"));
            bool verified = MerkleLeaves.verifyLeaf(
                vm.parseJsonBytes32(json, at(seen, ".root")),
                uint32(vm.parseJsonUint(json, at(seen, ".count"))),
                uint32(vm.parseJsonUint(json, at(seen, ".index"))),
                vm.parseJsonBytes(json, at(seen, ".cid")),
                vm.parseJsonBytes32Array(json, at(seen, ".proof"))
            );
            assertTrue(verified == expected, vm.parseJsonString(json, at(seen, ".name")));
            if (verified) valid++;
        }
        assertTrue(valid >= 50 && seen - valid >= 15, "both kinds of vectors");
    }

    function test_theRegistryChecksRecordsAgainstItsOwnRoot() public {
        bytes memory cid = abi.encodePacked(hex"01711220", keccak256("record"));
        bytes32 leaf =
            keccak256(abi.encodePacked(keccak256(abi.encodePacked(keccak256("dso.leaf.v1"), uint32(0), cid))));
        bytes32 root = keccak256(abi.encodePacked(keccak256("dso.root.v1"), uint32(1), leaf));
        uint256 id = submitAs(ALICE, root);
        uint256 other = submitAs(ALICE, "other");
        bytes32[] memory none = new bytes32[](0);
        assertTrue(registry.verifyRecord(id, 1, 0, cid, none), "own record");
        assertTrue(!registry.verifyRecord(other, 1, 0, cid, none), "other root");
        assertTrue(!registry.verifyRecord(id, 2, 0, cid, none), "other count");
    }

    function testFuzz_refusesARandomProof(
        bytes32 root,
        uint32 count,
        uint32 index,
        bytes32 digest,
        bytes32[] memory proof
    ) public pure {
        bytes memory cid = abi.encodePacked(hex"01711220", digest);
        uint32 leaves = uint32(bound(count, 0, 70_000));
        assertTrue(!MerkleLeaves.verifyLeaf(root, leaves, index % 70_000, cid, proof), "found a collision");
    }

    function at(uint256 place, string memory field) private pure returns (string memory) {
        return string.concat(".proofs[", vm.toString(place), "]", field);
    }
}
