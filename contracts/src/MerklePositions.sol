// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";

/// @title The project's Merkle tree over any kind of leaf (docs/spec/formats.md, Merkle tree).
/// @notice parent = keccak256(left ‖ right) by position, root = keccak256(ROOT_TAG ‖ uint32 count ‖ top), integers
/// big-endian. The last node of a level with an odd number of nodes moves up unchanged, never duplicated. A leaf is
/// hashed twice over a tagged preimage of its own, so that neither an inner node nor a leaf of another kind can pass for
/// it.
library MerklePositions {
    /// @notice Domain tag of a leaf that names a record.
    bytes32 internal constant LEAF_TAG = keccak256("dso.leaf.v1");
    /// @notice Domain tag of a root.
    bytes32 internal constant ROOT_TAG = keccak256("dso.root.v1");
    /// @notice Largest number of leaves.
    uint256 internal constant MAX_LEAVES = 65_536;
    /// @notice First bytes of a binary CID of a raw block: version 1, raw, sha2-256, 32 bytes.
    bytes4 internal constant RAW_CID = 0x01551220;
    /// @notice First bytes of a binary CID of a dag-cbor block.
    bytes4 internal constant DAG_CBOR_CID = 0x01711220;

    /// @notice Whether `leaf` stands at `index` of a tree of `count` leaves with this `root`.
    /// @dev Whatever does not fit, the proof's length included, is false and not a revert.
    /// @param root The root, which binds `count`.
    /// @param count Number of leaves, at most {MAX_LEAVES}.
    /// @param index Place of the leaf.
    /// @param leaf The leaf's hash, already doubled.
    /// @param proof Siblings from the leaf up; levels on which the node is the odd last one have none.
    /// @return True only for the one leaf at that place.
    function verify(bytes32 root, uint256 count, uint256 index, bytes32 leaf, bytes32[] memory proof)
        internal
        pure
        returns (bool)
    {
        if (count > MAX_LEAVES || index >= count) return false;
        bytes32 node = leaf;
        uint256 used = 0;
        for (uint256 last = count - 1; last > 0; last >>= 1) {
            bool isRight = index & 1 == 1;
            if (isRight || index < last) {
                if (used == proof.length) return false;
                bytes32 sibling = proof[used++];
                node = isRight ? Hashes.efficientKeccak256(sibling, node) : Hashes.efficientKeccak256(node, sibling);
            }
            index >>= 1;
        }
        return used == proof.length && keccak256(abi.encodePacked(ROOT_TAG, uint32(count), node)) == root;
    }

    /// @notice Hash of the leaf that names a record by its CID, equal to what {MerkleLeaves-leafOf} computes.
    /// @param index Place of the record, which the leaf binds.
    /// @param prefix {RAW_CID} or {DAG_CBOR_CID}.
    /// @param digest sha2-256 of the record's bytes.
    /// @return The leaf's hash.
    function recordLeaf(uint32 index, bytes4 prefix, bytes32 digest) internal pure returns (bytes32) {
        return doubled(abi.encodePacked(LEAF_TAG, index, prefix, digest));
    }

    /// @notice A preimage hashed twice.
    /// @param preimage Begins with a tag of its kind.
    /// @return keccak256(keccak256(preimage)).
    function doubled(bytes memory preimage) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(keccak256(preimage)));
    }
}
