// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MerkleLeaves} from "../src/MerkleLeaves.sol";
import {RegistryFixture} from "./support/RegistryFixture.sol";
import {Trees} from "./support/Trees.sol";

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

    function test_aRecordStandsUnderTheRootThatTheRegistryKeeps() public {
        bytes memory cid = abi.encodePacked(hex"01711220", keccak256("record"));
        bytes32[] memory leaves = new bytes32[](1);
        leaves[0] = Trees.recordLeaf(0, cid);
        bytes32 root = registry.getEntry(submitAs(ALICE, Trees.root(leaves))).merkleRoot;
        bytes32 other = registry.getEntry(submitAs(ALICE, "other")).merkleRoot;
        bytes32[] memory none = new bytes32[](0);
        assertTrue(MerkleLeaves.verifyLeaf(root, 1, 0, cid, none), "own record");
        assertTrue(!MerkleLeaves.verifyLeaf(other, 1, 0, cid, none), "other root");
        assertTrue(!MerkleLeaves.verifyLeaf(root, 2, 0, cid, none), "other count");
        assertTrue(!MerkleLeaves.verifyLeaf(root, 1, 0, abi.encodePacked(cid, uint8(0)), none), "other length");
    }

    function testFuzz_everyRecordStandsAtItsPlaceAndNoOther(uint8 size, uint16 at_, uint16 other, bytes32 seed)
        public
        pure
    {
        bytes32[] memory leaves = new bytes32[](bound(size, 1, 40));
        for (uint256 i = 0; i < leaves.length; i++) {
            leaves[i] = Trees.recordLeaf(i, cidOf(seed, i));
        }
        uint32 count = uint32(leaves.length);
        uint32 index = uint32(at_ % leaves.length);
        uint32 wrong = uint32(other % leaves.length);
        bytes32 root = Trees.root(leaves);
        bytes32[] memory path = Trees.path(leaves, index);
        assertTrue(MerkleLeaves.verifyLeaf(root, count, index, cidOf(seed, index), path), "its place");
        assertTrue(!MerkleLeaves.verifyLeaf(root, count + 1, index, cidOf(seed, index), path), "another count");
        if (wrong == index) return;
        assertTrue(!MerkleLeaves.verifyLeaf(root, count, wrong, cidOf(seed, index), path), "another place");
        assertTrue(!MerkleLeaves.verifyLeaf(root, count, index, cidOf(seed, wrong), path), "another record");
    }

    function testFuzz_aChangedProofIsNone(uint8 size, uint16 at_, uint8 which, uint8 bit) public pure {
        bytes32[] memory leaves = new bytes32[](bound(size, 2, 40));
        for (uint256 i = 0; i < leaves.length; i++) {
            leaves[i] = Trees.recordLeaf(i, cidOf(0, i));
        }
        uint32 index = uint32(at_ % leaves.length);
        bytes32 root = Trees.root(leaves);
        bytes32[] memory path = Trees.path(leaves, index);
        path[which % path.length] ^= bytes32(1 << bit);
        assertTrue(!MerkleLeaves.verifyLeaf(root, uint32(leaves.length), index, cidOf(0, index), path), "one bit");
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

    function cidOf(bytes32 seed, uint256 index) private pure returns (bytes memory) {
        return abi.encodePacked(hex"01711220", keccak256(abi.encode(seed, index)));
    }

    function at(uint256 place, string memory field) private pure returns (string memory) {
        return string.concat(".proofs[", vm.toString(place), "]", field);
    }
}
