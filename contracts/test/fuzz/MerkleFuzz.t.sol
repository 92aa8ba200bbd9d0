// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MerkleLeaves} from "../../src/MerkleLeaves.sol";
import {MerklePositions} from "../../src/MerklePositions.sol";
import {TestBase} from "../support/TestBase.sol";
import {Trees} from "../support/Trees.sol";

/// @notice Takes the libraries' calldata.
contract MerkleVerifier {
    function verifyLeaf(bytes32 root, uint32 count, uint32 index, bytes calldata cid, bytes32[] calldata proof)
        external
        pure
        returns (bool)
    {
        return MerkleLeaves.verifyLeaf(root, count, index, cid, proof);
    }

    function verify(bytes32 root, uint256 count, uint256 index, bytes32 leaf, bytes32[] calldata proof)
        external
        pure
        returns (bool)
    {
        return MerklePositions.verify(root, count, index, leaf, proof);
    }
}

/// @notice What holds of proofs in trees of every size and at every place: both libraries say the same.
contract MerkleFuzzTest is TestBase {
    MerkleVerifier private verifier;
    bytes32[] private leaves;
    bytes32 private root;
    uint32 private count;
    uint32 private index;

    function setUp() public {
        verifier = new MerkleVerifier();
    }

    function testFuzz_everyLeafStandsAtItsPlace(uint8 size, uint8 place, bytes32 seed) public {
        grow(size, place, seed);
        assertBoth(true, count, index, cidOf(seed, index), Trees.path(leaves, index), "proven");
    }

    function testFuzz_noLeafStandsElsewhere(uint8 size, uint8 place, uint8 other, bytes32 seed) public {
        grow(size, place, seed);
        uint32 elsewhere = uint32(other) % count;
        bytes32[] memory path = Trees.path(leaves, index);
        if (elsewhere != index) assertBoth(false, count, elsewhere, cidOf(seed, index), path, "elsewhere");
        assertBoth(false, count, count, cidOf(seed, index), path, "behind the last");
        assertBoth(false, count, type(uint32).max, cidOf(seed, index), path, "far behind");
    }

    function testFuzz_noOtherNumberOfLeavesFits(uint8 size, uint8 place, uint32 other, bytes32 seed) public {
        grow(size, place, seed);
        if (other == count) other++;
        assertBoth(false, other, index, cidOf(seed, index), Trees.path(leaves, index), "another number");
    }

    function testFuzz_noOtherRecordFits(uint8 size, uint8 place, bytes32 seed, bytes32 otherSeed) public {
        grow(size, place, seed);
        if (otherSeed == seed) return;
        assertBoth(false, count, index, cidOf(otherSeed, index), Trees.path(leaves, index), "another record");
    }

    function testFuzz_aChangedSiblingProvesNothing(uint8 size, uint8 place, uint8 at, uint256 flip, bytes32 seed)
        public
    {
        grow(size, place, seed);
        bytes32[] memory path = Trees.path(leaves, index);
        if (path.length == 0 || flip == 0) return;
        path[at % path.length] ^= bytes32(flip);
        assertBoth(false, count, index, cidOf(seed, index), path, "changed");
    }

    function testFuzz_aLongerProofProvesNothing(uint8 size, uint8 place, bytes32 more, bytes32 seed) public {
        grow(size, place, seed);
        bytes32[] memory path = Trees.path(leaves, index);
        bytes32[] memory longer = new bytes32[](path.length + 1);
        for (uint256 i = 0; i < path.length; i++) {
            longer[i] = path[i];
        }
        longer[path.length] = more;
        assertBoth(false, count, index, cidOf(seed, index), longer, "longer");
    }

    function testFuzz_aShorterProofProvesNothing(uint8 size, uint8 place, bytes32 seed) public {
        grow(size, place, seed);
        bytes32[] memory path = Trees.path(leaves, index);
        if (path.length == 0) return;
        bytes32[] memory shorter = new bytes32[](path.length - 1);
        for (uint256 i = 0; i < shorter.length; i++) {
            shorter[i] = path[i];
        }
        assertBoth(false, count, index, cidOf(seed, index), shorter, "shorter");
    }

    function testFuzz_aRecordIsNamedBy36Bytes(uint8 size, uint8 place, uint8 length, bytes32 seed) public {
        grow(size, place, seed);
        bytes memory cid = new bytes(length);
        if (length == 36) return;
        bool proven = verifier.verifyLeaf(root, count, index, cid, Trees.path(leaves, index));
        assertTrue(!proven, "another length");
    }

    function testFuzz_aRootIsNoRootOfALargerTree(uint8 size, uint32 more, bytes32 seed) public {
        grow(size, 0, seed);
        uint256 larger = bound(more, 65_537, type(uint32).max - 1);
        assertBoth(false, uint32(larger), 0, cidOf(seed, 0), Trees.path(leaves, 0), "too large");
    }

    function assertBoth(
        bool expected,
        uint32 size,
        uint32 place,
        bytes memory cid,
        bytes32[] memory path,
        string memory what
    ) private view {
        bytes32 leaf = Trees.recordLeaf(place, cid);
        assertTrue(verifier.verifyLeaf(root, size, place, cid, path) == expected, what);
        assertTrue(verifier.verify(root, size, place, leaf, path) == expected, what);
    }

    function grow(uint8 size, uint8 place, bytes32 seed) private {
        count = uint32(1 + size % 40);
        index = place % count;
        delete leaves;
        for (uint256 i = 0; i < count; i++) {
            leaves.push(Trees.recordLeaf(i, cidOf(seed, i)));
        }
        root = Trees.root(leaves);
    }

    function cidOf(bytes32 seed, uint256 place) private pure returns (bytes memory) {
        return abi.encodePacked(hex"01711220", keccak256(abi.encode(seed, place)));
    }
}
