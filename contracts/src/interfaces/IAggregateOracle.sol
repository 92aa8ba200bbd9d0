// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title What the registry asks of the oracle of aggregates.
/// @notice An aggregate belongs to one page of the registry's canonical sets, see {IExperienceRegistry-finalSet}. The
/// oracle accepts proposals for closed pages only, checks the page's hash, and holds a root final when its challenge
/// window passed without a refutation.
interface IAggregateOracle {
    /// @notice The final root of an aggregate; zero while there is none. It never changes once it is not zero.
    /// @param setHash Hash of the page, as {IExperienceRegistry-finalSet} and {IExperienceRegistry-hashMember} define it.
    /// @return root The root or 0.
    function finalRootOf(bytes32 setHash) external view returns (bytes32 root);
}
