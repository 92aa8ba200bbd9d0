// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title What the registry asks of a dispute court.
/// @notice The registry trusts one court, named at construction, and only in this: which entries are under dispute, and
/// which case against an entry was decided. A court tells the registry of a case by
/// {IExperienceRegistry-openDispute} and {IExperienceRegistry-closeDispute}; the slash itself is
/// {IExperienceRegistry-slash}, which anybody may call and which reads {rulingOf}. The court holds the bonds of
/// challengers by being a module of the {IBondVault} of its own.
interface IDisputeCourt {
    /// @notice What an entry is accused of.
    enum Fault {
        None,
        /// A leaf under the root violates the schema.
        Schema,
        /// The content equals that of an older entry.
        Copy,
        /// Two signed manifests with the same key, schema and nonce and different roots.
        Equivocation,
        /// A requested leaf was not published in time.
        Withheld,
        /// The attestation does not bind the entry, or its key is revoked. Refused where the court has no
        /// {IAttestationHub}.
        Attestation,
        /// The score of one task is wrong.
        Score,
        /// The quality is below the floor, poisoned, or plagiarised in meaning.
        Quality
    }

    /// @notice The case that decides over an entry. All zero while no case against it has been upheld for good.
    struct Ruling {
        /// Whether a case was upheld, all appeals are over and the veto period has passed.
        bool upheld;
        Fault fault;
        /// Who brought the case and receives the bounty.
        address challenger;
        /// keccak256 of the bytes that {IExperienceRegistry-slash} takes as its proof.
        bytes32 proofHash;
    }

    /// @notice The ruling over an entry. It never changes once `upheld`.
    /// @param entryId Id in the registry.
    /// @return The ruling.
    function rulingOf(uint256 entryId) external view returns (Ruling memory);

    /// @notice Longest time from the opening of a case to its end, appeals and veto included, in seconds. The registry
    /// counts on it: a case that lasts longer no longer holds an entry up.
    /// @return Seconds.
    function maxDuration() external view returns (uint256);
}
