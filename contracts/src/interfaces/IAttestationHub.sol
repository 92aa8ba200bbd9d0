// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Judges attestations of entries.
interface IAttestationHub {
    /// @notice Whether the evidence proves that an entry's attestation does not bind the entry, or rests on a revoked
    /// measurement or key.
    /// @param entryId The entry.
    /// @param merkleRoot Its root, which the attestation must bind.
    /// @param submitter Its submitter, whom the attestation must bind.
    /// @param evidence What the hub needs.
    /// @return True only where the fault is proven.
    function isFaulty(uint256 entryId, bytes32 merkleRoot, address submitter, bytes calldata evidence)
        external
        view
        returns (bool);
}
