// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MerklePositions} from "./MerklePositions.sol";

/// @title The records of a shard in the project's Merkle tree (docs/spec/formats.md, Merkle tree).
/// @notice leaf = keccak256(keccak256(LEAF_TAG ‖ uint32 index ‖ CID bytes)) in the tree of {MerklePositions}. Preimages
/// of four lengths keep leaves, inner nodes and roots apart.
library MerkleLeaves {
    /// @notice Length of a record's binary CID: CIDv1, dag-cbor or raw, sha2-256.
    uint256 internal constant CID_BYTES = 36;

    /// @notice Whether the record `cid` stands at `index` of a tree of `count` leaves with this `root`.
    /// @dev Whatever does not fit, the proof's length included, is false and not a revert.
    /// @param root The root, which binds `count`.
    /// @param count Number of records.
    /// @param index Place of the record.
    /// @param cid The record's binary CID.
    /// @param proof Siblings from the leaf's level up; levels on which the node is the odd last one have none.
    /// @return True only for the one record at that place.
    function verifyLeaf(bytes32 root, uint32 count, uint32 index, bytes memory cid, bytes32[] memory proof)
        internal
        pure
        returns (bool)
    {
        return cid.length == CID_BYTES && MerklePositions.verify(root, count, index, leafOf(index, cid), proof);
    }

    /// @notice Hash of the leaf that names a record.
    /// @param index Place of the record, which the leaf binds.
    /// @param cid The record's binary CID.
    /// @return The leaf's hash.
    function leafOf(uint32 index, bytes memory cid) internal pure returns (bytes32) {
        return MerklePositions.doubled(abi.encodePacked(MerklePositions.LEAF_TAG, index, cid));
    }
}
