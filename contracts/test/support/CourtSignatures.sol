// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {VerdictSignatures} from "../../src/VerdictSignatures.sol";
import {Vm} from "./TestBase.sol";

/// @notice Signs as jurors do: compact, in ascending order of the signers' addresses.
library CourtSignatures {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    /// @notice Signatures of all keys; the list of keys is sorted on the way.
    function signAll(bytes32 digest, uint256[] memory keys)
        internal
        pure
        returns (VerdictSignatures.Signature[] memory signatures)
    {
        for (uint256 i = 0; i < keys.length; i++) {
            for (uint256 j = i; j > 0 && vm.addr(keys[j]) < vm.addr(keys[j - 1]); j--) {
                (keys[j], keys[j - 1]) = (keys[j - 1], keys[j]);
            }
        }
        signatures = new VerdictSignatures.Signature[](keys.length);
        for (uint256 i = 0; i < keys.length; i++) {
            signatures[i] = compact(keys[i], digest);
        }
    }

    /// @notice One signature.
    function compact(uint256 key, bytes32 digest) internal pure returns (VerdictSignatures.Signature memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return VerdictSignatures.Signature(r, bytes32(uint256(s) | uint256(v - 27) << 255));
    }

    /// @notice The keys `first` … `last`.
    function keysOf(uint256 first, uint256 last) internal pure returns (uint256[] memory keys) {
        keys = new uint256[](last - first + 1);
        for (uint256 i = 0; i < keys.length; i++) {
            keys[i] = first + i;
        }
    }
}
