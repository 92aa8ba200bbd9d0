// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorPreventLateQuorum} from "@openzeppelin/contracts/governance/extensions/GovernorPreventLateQuorum.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {GovernorTimelockControl} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockControl.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {
    GovernorVotesQuorumFraction
} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {IERC5805} from "@openzeppelin/contracts/interfaces/IERC5805.sol";

/// @title Governance of the network: OpenZeppelin's Governor over locked ZOO, executed through a timelock.
/// @notice A proposal passes with a quorum of the snapshot's total weight, abstentions included, and 66 % of the votes
/// that are for or against (seed B §7.4). A quorum that is reached late extends the vote. Every setting has bounds in
/// code that no proposal can leave.
contract DsoGovernor is
    Governor,
    GovernorSettings,
    GovernorCountingSimple,
    GovernorVotes,
    GovernorVotesQuorumFraction,
    GovernorPreventLateQuorum,
    GovernorTimelockControl
{
    /// @notice Settings at construction. Times are seconds, the quorum is in percent of the snapshot's total weight.
    struct Settings {
        uint48 votingDelay;
        uint32 votingPeriod;
        uint256 proposalThreshold;
        uint256 quorumPercent;
        uint48 lateQuorumExtension;
    }

    /// @notice Share of for in for and against that a proposal needs, in basis points.
    uint256 public constant APPROVAL_BPS = 6_600;
    /// @notice Bounds of the time from a proposal to its vote.
    uint256 public constant MAX_VOTING_DELAY = 14 days;
    /// @notice Shortest vote.
    uint256 public constant MIN_VOTING_PERIOD = 1 hours;
    /// @notice Longest vote.
    uint256 public constant MAX_VOTING_PERIOD = 30 days;
    /// @notice Smallest quorum, in percent.
    uint256 public constant MIN_QUORUM = 4;
    /// @notice Largest quorum, in percent.
    uint256 public constant MAX_QUORUM = 40;
    /// @notice Largest weight that may be asked of a proposer.
    uint256 public immutable maxProposalThreshold;

    /// @notice A setting is outside its bounds.
    error SettingOutOfRange(string name, uint256 value, uint256 low, uint256 high);

    /// @param votes Weights at past times: the lock vault, or the token itself.
    /// @param timelock_ Executes what has passed; this contract must be its only proposer.
    /// @param settings First settings, within the bounds.
    /// @param maxProposalThreshold_ Largest weight that may ever be asked of a proposer.
    constructor(IERC5805 votes, TimelockController timelock_, Settings memory settings, uint256 maxProposalThreshold_)
        Governor("DSO Governor")
        GovernorSettings(settings.votingDelay, settings.votingPeriod, 0)
        GovernorVotes(votes)
        GovernorVotesQuorumFraction(settings.quorumPercent)
        GovernorPreventLateQuorum(settings.lateQuorumExtension)
        GovernorTimelockControl(timelock_)
    {
        maxProposalThreshold = maxProposalThreshold_;
        _setProposalThreshold(settings.proposalThreshold);
    }

    /// @inheritdoc Governor
    function proposalThreshold() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.proposalThreshold();
    }

    /// @inheritdoc Governor
    function state(uint256 proposalId) public view override(Governor, GovernorTimelockControl) returns (ProposalState) {
        return super.state(proposalId);
    }

    /// @inheritdoc Governor
    function proposalNeedsQueuing(uint256 proposalId)
        public
        view
        override(Governor, GovernorTimelockControl)
        returns (bool)
    {
        return super.proposalNeedsQueuing(proposalId);
    }

    /// @inheritdoc GovernorPreventLateQuorum
    function proposalDeadline(uint256 proposalId)
        public
        view
        override(Governor, GovernorPreventLateQuorum)
        returns (uint256)
    {
        return super.proposalDeadline(proposalId);
    }

    /// @dev 66 % of for and against, and at least one vote for.
    function _voteSucceeded(uint256 proposalId)
        internal
        view
        override(Governor, GovernorCountingSimple)
        returns (bool)
    {
        (uint256 against, uint256 inFavour,) = proposalVotes(proposalId);
        return inFavour != 0 && inFavour * 10_000 >= APPROVAL_BPS * (inFavour + against);
    }

    function _setVotingDelay(uint48 value) internal override {
        _checkSetting("votingDelay", value, 1, MAX_VOTING_DELAY);
        super._setVotingDelay(value);
    }

    function _setVotingPeriod(uint32 value) internal override {
        _checkSetting("votingPeriod", value, MIN_VOTING_PERIOD, MAX_VOTING_PERIOD);
        super._setVotingPeriod(value);
    }

    function _setProposalThreshold(uint256 value) internal override {
        _checkSetting("proposalThreshold", value, 0, maxProposalThreshold);
        super._setProposalThreshold(value);
    }

    function _updateQuorumNumerator(uint256 value) internal override {
        _checkSetting("quorum", value, MIN_QUORUM, MAX_QUORUM);
        super._updateQuorumNumerator(value);
    }

    function _checkSetting(string memory name, uint256 value, uint256 low, uint256 high) private pure {
        if (value < low || value > high) revert SettingOutOfRange(name, value, low, high);
    }

    function _tallyUpdated(uint256 proposalId) internal override(Governor, GovernorPreventLateQuorum) {
        super._tallyUpdated(proposalId);
    }

    function _queueOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint48) {
        return super._queueOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) {
        super._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint256) {
        return super._cancel(targets, values, calldatas, descriptionHash);
    }

    function _executor() internal view override(Governor, GovernorTimelockControl) returns (address) {
        return super._executor();
    }
}
