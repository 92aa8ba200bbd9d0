// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBondVault} from "../interfaces/IBondVault.sol";
import {IDisputeCourt} from "../interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "../interfaces/IExperienceRegistry.sol";

/// @title The hard bounds of one registry's parameters.
/// @notice Whoever governs, no parameter leaves these. A contract of its own for the sake of the registry's size; it
/// holds nothing and can do nothing.
contract ParameterRules {
    /// @notice Longest challenge window.
    uint256 public constant MAX_CHALLENGE_WINDOW = 30 days;
    /// @notice Longest time that a dispute holds an entry up.
    uint256 public constant MAX_DISPUTE_TIME = 60 days;
    /// @notice Smallest burned share of a slash, in per mille.
    uint256 public constant MIN_BURN_SHARE = 500;
    /// @notice Most rolls of an entry.
    uint256 public constant MAX_ROLLS = 8;

    IBondVault private immutable _bonds;
    IBondVault private immutable _voterBonds;
    IDisputeCourt private immutable _court;
    bool private immutable _batch;
    /// @dev Seconds from a submission to the end of its last vote, challenges and disputes not counted.
    uint256 private immutable _voting;

    /// @param bonds Vault of the submissions' bonds.
    /// @param voterBonds Vault of the voters' bonds; zero where there is none.
    /// @param court The court; zero where there is none.
    /// @param batch Whether the registry takes votes by commitments.
    /// @param voting Seconds from a submission to the end of the voting on it.
    constructor(IBondVault bonds, IBondVault voterBonds, IDisputeCourt court, bool batch, uint256 voting) {
        (_bonds, _voterBonds, _court, _batch, _voting) = (bonds, voterBonds, court, batch, voting);
    }

    /// @notice Refuses a parameter outside its bounds by name.
    /// @param p Parameters.
    function check(IExperienceRegistry.Parameters calldata p) external view {
        bool voterVault = address(_voterBonds) != address(0);
        _within("bond", p.bond, 2, type(uint96).max);
        _within("challengeWindow", p.challengeWindow, _batch ? 1 : 0, MAX_CHALLENGE_WINDOW);
        _within("disputeTime", p.disputeTime, 0, MAX_DISPUTE_TIME);
        _within("qMin", p.qMin, 1, 1000);
        _within("participationBps", p.participationBps, 0, 5000);
        _within("agreementDelta", p.agreementDelta, 0, 1000);
        _within("agreementBps", p.agreementBps, 0, 10_000);
        _within("weightCapBps", p.weightCapBps, 100, 10_000);
        _within("maxRolls", p.maxRolls, 0, MAX_ROLLS);
        _within("burnShare", p.burnShare, MIN_BURN_SHARE, 1000);
        _within("bountyShare", p.bountyShare, 0, 1000 - p.burnShare);
        _within("lowQualityShare", p.lowQualityShare, 0, 1000);
        _within("voterBond", p.voterBond, 0, voterVault ? type(uint96).max : 0);
        _within("missPenalty", p.missPenalty, 0, p.voterBond);
        uint256 path = _voting + p.challengeWindow + p.disputeTime;
        _checkUnbonding(_bonds, path);
        if (voterVault) _checkUnbonding(_voterBonds, path);
        // A court that is deployed after the registry checks this itself.
        if (address(_court).code.length != 0 && p.disputeTime < _court.maxDuration()) {
            revert IExperienceRegistry.ParameterOutOfRange("disputeTime", p.disputeTime);
        }
    }

    function _checkUnbonding(IBondVault vault, uint256 path) private view {
        uint256 period = vault.unbondingPeriod();
        if (period <= path) revert IExperienceRegistry.UnbondingTooShort(period, path);
    }

    function _within(string memory name, uint256 value, uint256 low, uint256 high) private pure {
        if (value < low || value > high) revert IExperienceRegistry.ParameterOutOfRange(name, value);
    }
}
