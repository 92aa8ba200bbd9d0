// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The Merkle tree of a shard's records (docs/spec/formats.md, Merkle tree).
/// @notice leaf = keccak256(keccak256(LEAF_TAG ‖ uint32 index ‖ CID bytes)), parent = keccak256(left ‖ right) by
/// position, root = keccak256(ROOT_TAG ‖ uint32 count ‖ top), all integers big-endian. The last node of a level with an
/// odd number of nodes moves up unchanged, never duplicated. Preimages of four lengths keep leaves, inner nodes and
/// roots apart.
library MerkleLeaves {
    /// @notice Domain tag of a leaf.
    bytes32 internal constant LEAF_TAG = keccak256("dso.leaf.v1");
    /// @notice Domain tag of a root.
    bytes32 internal constant ROOT_TAG = keccak256("dso.root.v1");
    /// @notice Largest number of leaves.
    uint256 internal constant MAX_LEAVES = 65_536;
    /// @notice Length of a record's binary CID: CIDv1, dag-cbor, sha2-256.
    uint256 internal constant CID_BYTES = 36;

    /// @notice Whether the record `cid` stands at `index` of a tree of `count` leaves with this `root`.
    /// @param proof Siblings from the leaf's level up; levels on which the node is the odd last one have none.
    /// @dev Whatever does not fit, the proof's length included, is false and not a revert.
    function verifyLeaf(bytes32 root, uint32 count, uint32 index, bytes memory cid, bytes32[] memory proof)
        internal
        pure
        returns (bool)
    {
        if (count > MAX_LEAVES || index >= count || cid.length != CID_BYTES) return false;
        bytes32 node = keccak256(abi.encodePacked(keccak256(abi.encodePacked(LEAF_TAG, index, cid))));
        uint256 used = 0;
        uint256 place = index;
        for (uint256 last = count - 1; last > 0; last >>= 1) {
            bool isRight = place & 1 == 1;
            if (isRight || place < last) {
                if (used == proof.length) return false;
                bytes32 sibling = proof[used++];
                node = isRight ? _parent(sibling, node) : _parent(node, sibling);
            }
            place >>= 1;
        }
        return used == proof.length && keccak256(abi.encodePacked(ROOT_TAG, count, node)) == root;
    }

    function _parent(bytes32 left, bytes32 right) private pure returns (bytes32) {
        return keccak256(abi.encodePacked(left, right));
    }
}
