// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Where the money of a slash goes, as two named settings of the registry's parameters.
/// @notice Both burn half, so that slashing oneself loses at least half, whoever the challenger is.
/// - *seed*: the other half goes to the challenger (seed A §7.2 with σ = 0.5).
/// - *hardened*: the challenger earns a fixed bounty, at most 15 %; the rest goes to the insurance. A large bond then is
///   no prize, and slashing oneself loses at least 85 %.
library SlashingProfiles {
    /// @notice Shares of a slash in per mille, and the most that a challenger earns, in wei.
    struct Profile {
        uint16 burnShare;
        uint16 bountyShare;
        uint96 bountyCap;
    }

    /// @notice The seed's split.
    /// @return Half burned, half to the challenger without a limit.
    function seed() internal pure returns (Profile memory) {
        return Profile({burnShare: 500, bountyShare: 500, bountyCap: type(uint96).max});
    }

    /// @notice The hardened split, the default.
    /// @param fixedBounty What a challenger earns where that is below 15 % of the bond, in wei.
    /// @return Half burned, the bounty, the rest insured.
    function hardened(uint96 fixedBounty) internal pure returns (Profile memory) {
        return Profile({burnShare: 500, bountyShare: 150, bountyCap: fixedBounty});
    }

    /// @notice Splits the bond of whoever lost a challenge or an appeal: half to the other side, half burned.
    /// @dev What does not divide is burned, against the loser.
    /// @param amount The bond.
    /// @return burned At least half.
    /// @return toWinner The rest.
    function splitLost(uint256 amount) internal pure returns (uint256 burned, uint256 toWinner) {
        toWinner = amount / 2;
        burned = amount - toWinner;
    }
}
