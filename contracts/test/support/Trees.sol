// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Builds the project's Merkle trees, written apart from the contracts that verify them.
library Trees {
    /// @notice Leaf of a record: a raw block with these bytes.
    function rawLeaf(uint256 index, bytes memory payload) internal pure returns (bytes32) {
        return recordLeaf(index, abi.encodePacked(hex"01551220", sha256(payload)));
    }

    /// @notice Leaf of a record with this CID.
    function recordLeaf(uint256 index, bytes memory cid) internal pure returns (bytes32) {
        bytes32 inner = keccak256(abi.encodePacked(keccak256("dso.leaf.v1"), uint32(index), cid));
        return keccak256(abi.encodePacked(inner));
    }

    /// @notice Root over leaves of raw blocks.
    function rawRoot(bytes[] memory payloads) internal pure returns (bytes32) {
        return root(rawLeaves(payloads));
    }

    /// @notice Leaves of raw blocks.
    function rawLeaves(bytes[] memory payloads) internal pure returns (bytes32[] memory leaves) {
        leaves = new bytes32[](payloads.length);
        for (uint256 i = 0; i < payloads.length; i++) {
            leaves[i] = rawLeaf(i, payloads[i]);
        }
    }

    /// @notice Root over leaves.
    function root(bytes32[] memory leaves) internal pure returns (bytes32) {
        bytes32[] memory level = leaves;
        while (level.length > 1) {
            level = _parents(level);
        }
        return keccak256(abi.encodePacked(keccak256("dso.root.v1"), uint32(leaves.length), level[0]));
    }

    /// @notice Siblings from a leaf up.
    function path(bytes32[] memory leaves, uint256 index) internal pure returns (bytes32[] memory siblings) {
        bytes32[] memory found = new bytes32[](32);
        uint256 used = 0;
        bytes32[] memory level = leaves;
        while (level.length > 1) {
            uint256 other = index ^ 1;
            if (other < level.length) found[used++] = level[other];
            level = _parents(level);
            index >>= 1;
        }
        siblings = new bytes32[](used);
        for (uint256 i = 0; i < used; i++) {
            siblings[i] = found[i];
        }
    }

    function _parents(bytes32[] memory level) private pure returns (bytes32[] memory parents) {
        parents = new bytes32[]((level.length + 1) / 2);
        for (uint256 i = 0; i < parents.length; i++) {
            parents[i] = 2 * i + 1 < level.length
                ? keccak256(abi.encodePacked(level[2 * i], level[2 * i + 1]))
                : level[2 * i];
        }
    }
}
