// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {HanzoRegistry} from "./HanzoRegistry.sol";

/// @title Victim: seed A's `slash` with its `proof` filled by a Merkle proof of a broken record.
/// @notice DELIBERATELY UNSAFE, for the tests in contracts/test/attacks only.
///
/// The seed has readers check a Merkle proof against the root on chain (§8.1, point 3) and pays whoever proves a
/// counter-example (§7.2), but prints no tree. The plainest one is this helper: a leaf is the hash of the record's
/// bytes, a parent the hash of its two children, and nothing tells the two apart. A record is a binary CID of 36 bytes;
/// one of another length under the root forfeits the bond.
contract HanzoMerkle is HanzoRegistry {
    /// @notice Length of a record, a binary CID.
    uint256 public constant RECORD_BYTES = 36;

    /// @param ai_ The token of the bonds.
    constructor(IERC20 ai_) HanzoRegistry(ai_) {}

    /// @notice Whether `record` stands at `index` below `root`.
    function isUnder(bytes32 root, bytes memory record, uint256 index, bytes32[] memory siblings)
        public
        pure
        returns (bool)
    {
        bytes32 node = keccak256(record);
        for (uint256 i = 0; i < siblings.length; i++) {
            node = index & 1 == 0
                ? keccak256(abi.encodePacked(node, siblings[i]))
                : keccak256(abi.encodePacked(siblings[i], node));
            index >>= 1;
        }
        return node == root;
    }

    /// @dev `proof` is the ABI encoding of (bytes record, uint256 index, bytes32[] siblings).
    function _checkProof(uint256 id, address, bytes calldata proof) internal view override {
        (bytes memory record, uint256 index, bytes32[] memory siblings) = abi.decode(proof, (bytes, uint256, bytes32[]));
        require(record.length != RECORD_BYTES, "record is sound");
        (bytes32 root,,,,,) = this.entries(id);
        require(isUnder(root, record, index, siblings), "record is not under the root");
    }
}
