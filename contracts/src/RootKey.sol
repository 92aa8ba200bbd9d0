// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";

/// @title Where a registry keeps the entry of a submitter and a root.
/// @notice A submitter (160 bits) and a root (256 bits) become a key of 256 bits and a rest of 160 bits, and come back
/// from them: 96 bits of the root, masked by a hash of the others, stand beside the submitter in the key. An entry is
/// thereby found by its number and by its submitter and root, and both are kept, in two words instead of three.
///
/// Keys of two submitters differ whatever their roots are, so nobody can take another one's place. Two roots of one
/// submitter share a key with a chance of 2^-96; whoever looks for such a pair finds that the second is taken, no more.
library RootKey {
    uint256 private constant REST_BITS = 160;
    uint256 private constant MASK_BITS = 96;

    /// @notice Takes submitter and root apart.
    /// @param submitter Whose root.
    /// @param root The root.
    /// @return key Where the entry is.
    /// @return rest What {rootOf} needs beside the key.
    function split(address submitter, bytes32 root) internal pure returns (uint256 key, uint160 rest) {
        rest = uint160(uint256(root));
        key = uint256(uint160(submitter)) << MASK_BITS | (uint256(root) >> REST_BITS ^ _mask(rest));
    }

    /// @notice The submitter of a key.
    /// @param key From {split}.
    /// @return The submitter; zero for the key 0.
    function submitterOf(uint256 key) internal pure returns (address) {
        return address(uint160(key >> MASK_BITS));
    }

    /// @notice The root of a key and its rest.
    /// @param key From {split}.
    /// @param rest From {split}.
    /// @return The root.
    function rootOf(uint256 key, uint160 rest) internal pure returns (bytes32) {
        return bytes32((uint256(uint96(key)) ^ _mask(rest)) << REST_BITS | rest);
    }

    function _mask(uint160 rest) private pure returns (uint256) {
        return uint96(uint256(Hashes.efficientKeccak256(bytes32(uint256(rest)), 0)));
    }
}
