// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IExperienceRegistry} from "../interfaces/IExperienceRegistry.sol";
import {WeightHistogram} from "../WeightHistogram.sol";
import {RegistryBase} from "./RegistryBase.sol";

/// @title How votes come into the registry: commitments and their openings, or directly.
/// @dev A list is opened once per epoch and its ids strictly ascend, so a voter has one weight per entry and round
/// without a mark per entry. Direct votes are marked in a bitmap.
abstract contract RegistryVoting is RegistryBase {
    using WeightHistogram for WeightHistogram.Tally;

    /// @dev One slot. `epoch` is that of the latest commitment, `version` the parameters it was made under.
    struct Voter {
        uint128 bond;
        uint40 epoch;
        uint16 version;
        bool pending;
    }

    /// @dev Weight of the present voter at one snapshot; most entries of a list share it.
    struct Weigher {
        uint256 snapshot;
        uint256 votes;
        uint256 supply;
    }

    /// @notice Most scores of one list.
    uint256 public constant MAX_BALLOTS = 128;
    /// @dev Domain of commitments.
    bytes32 private constant VOTES_TAG = keccak256("dso.votes.v1");

    mapping(uint256 key => WeightHistogram.Tally) private _tallies;
    /// @dev Total weight at a snapshot, kept from the first vote on: later questions need no answer from the vault.
    mapping(uint256 snapshot => uint256) private _supplies;
    mapping(address voter => Voter) private _voters;
    mapping(address voter => bytes32) private _commitments;
    mapping(address voter => mapping(uint256 word => uint256 bits)) private _voted;

    /// @inheritdoc IExperienceRegistry
    function voteQuality(uint256 id, uint64 score) external {
        if (_isBatch()) revert CommitRevealRequired(commitWindow);
        Record storage record = _unsettled(id);
        uint256 end = _votingEnd(record);
        if (block.timestamp >= end) revert VotingClosed(id, end);
        _requireBond(_voters[msg.sender].bond, _parametersOf(record).voterBond);
        (uint256 word, uint256 bit) = _votedBit(id, record);
        uint256 marks = _voted[msg.sender][word];
        if (marks & bit != 0) revert AlreadyVoted(id);
        _voted[msg.sender][word] = marks | bit;
        Weigher memory weigher;
        _count(id, record, score, weigher);
    }

    /// @inheritdoc IExperienceRegistry
    function commitVotes(bytes32 commitment) external {
        (uint256 epoch, uint256 opens) = _batchEpoch();
        if (commitment == 0) revert CommitmentZero();
        if (block.timestamp >= opens) revert CommitClosed(opens);
        (Voter memory voter, uint256 penalty) = _missed(epoch);
        if (voter.epoch == epoch) revert AlreadyCommitted(epoch);
        VoterTerms memory terms = _voterTerms;
        _requireBond(voter.bond, terms.bond);
        (voter.epoch, voter.version, voter.pending) = (uint40(epoch), terms.version, true);
        _save(voter);
        _commitments[msg.sender] = commitment;
        emit Committed(epoch, msg.sender, commitment);
        _burnPenalty(penalty);
    }

    /// @inheritdoc IExperienceRegistry
    function revealVotes(Ballot[] calldata ballots, bytes32 salt) external {
        (uint256 epoch, uint256 opens) = _batchEpoch();
        if (ballots.length == 0 || ballots.length > MAX_BALLOTS) revert BallotCountInvalid(ballots.length);
        uint256 end = _openingEnd(epoch);
        if (block.timestamp < opens || block.timestamp >= end) revert RevealClosed(opens, end);
        Voter storage voter = _voters[msg.sender];
        if (!voter.pending || voter.epoch != epoch) revert NoCommitment(epoch);
        bytes32 opened = hashBallots(epoch, msg.sender, ballots, salt);
        bytes32 committed = _commitments[msg.sender];
        if (opened != committed) revert CommitmentMismatch(committed, opened);
        voter.pending = false;
        _countAll(ballots, epochStart(epoch));
    }

    /// @inheritdoc IExperienceRegistry
    function addVoterBond(uint256 amount) external {
        if (address(voterBonds) == address(0)) revert NoVoterBonds();
        uint256 bonded = _voters[msg.sender].bond + amount;
        _voters[msg.sender].bond = SafeCast.toUint128(bonded);
        emit VoterBonded(msg.sender, bonded);
        _lock(voterBonds, msg.sender, amount);
    }

    /// @inheritdoc IExperienceRegistry
    function removeVoterBond(uint256 amount) external {
        uint256 epoch = epochAt(block.timestamp);
        (Voter memory voter, uint256 penalty) = _missed(epoch);
        if (voter.pending) revert CommitmentOpen(epoch);
        _requireBond(voter.bond, amount);
        voter.bond -= uint128(amount);
        _save(voter);
        emit VoterBonded(msg.sender, voter.bond);
        _burnPenalty(penalty);
        _release(voterBonds, msg.sender, amount);
    }

    /// @inheritdoc IExperienceRegistry
    function voterOf(address voter) external view returns (uint256 bonded, uint256 epoch, bool pending) {
        Voter storage one = _voters[voter];
        return (one.bond, one.epoch, one.pending);
    }

    /// @inheritdoc IExperienceRegistry
    function weightOf(uint256 id, address voter) external view returns (uint256) {
        Record storage record = _known(id);
        (uint256 votes, uint256 supply) = _weightsAt(_snapshot(record), voter);
        return _capped(record, votes, supply);
    }

    /// @inheritdoc IExperienceRegistry
    function hasVoted(uint256 id, address voter) external view returns (bool) {
        (uint256 word, uint256 bit) = _votedBit(id, _known(id));
        return _voted[voter][word] & bit != 0;
    }

    /// @inheritdoc IExperienceRegistry
    function hashBallots(uint256 epoch, address voter, Ballot[] calldata ballots, bytes32 salt)
        public
        view
        returns (bytes32)
    {
        return keccak256(abi.encode(VOTES_TAG, block.chainid, address(this), epoch, voter, ballots, salt));
    }

    /// @dev Votes of the entry's present round.
    function _tallyOf(uint256 id, Record storage record) internal view returns (WeightHistogram.Tally storage) {
        return _tallies[id << 8 | record.state.round];
    }

    /// @dev Total weight that could have voted; 0 while nobody has.
    function _supplyOf(Record storage record) internal view returns (uint256) {
        return _supplies[_snapshot(record)];
    }

    function _countAll(Ballot[] calldata ballots, uint256 start) private {
        Weigher memory weigher;
        uint256 previous = 0;
        for (uint256 i = 0; i < ballots.length; i++) {
            uint256 id = ballots[i].id;
            if (id <= previous) revert BallotsNotAscending(previous, id);
            previous = id;
            Record storage record = _known(id);
            if (record.state.outcome != Status.None) continue;
            uint256 voting = _votingStart(record);
            if (voting != start) revert NotInEpoch(id, voting);
            _count(id, record, ballots[i].score, weigher);
        }
    }

    function _count(uint256 id, Record storage record, uint256 score, Weigher memory weigher) private {
        if (score > WeightHistogram.MAX_SCORE) revert ScoreOutOfRange(score);
        _refuseOwn(id);
        _weigh(_snapshot(record), weigher);
        uint256 weight = _capped(record, weigher.votes, weigher.supply);
        if (weight == 0) revert NoWeight(id, msg.sender, weigher.snapshot);
        _tallyOf(id, record).add(score, weight);
        emit Voted(id, msg.sender, uint64(score), weight);
    }

    function _weigh(uint256 snapshot, Weigher memory weigher) private {
        if (weigher.snapshot == snapshot) return;
        weigher.snapshot = snapshot;
        (weigher.votes, weigher.supply) = _weightsAt(snapshot, msg.sender);
        if (_supplies[snapshot] == 0) _supplies[snapshot] = weigher.supply;
    }

    function _weightsAt(uint256 snapshot, address voter) private view returns (uint256 votes, uint256 supply) {
        votes = locks.getPastVotes(voter, snapshot);
        supply = _supplies[snapshot];
        if (supply == 0) supply = locks.getPastTotalSupply(snapshot);
    }

    function _capped(Record storage record, uint256 weight, uint256 supply) private view returns (uint256) {
        uint256 cap = supply * _parametersOf(record).weightCapBps / 10_000;
        return weight < cap ? weight : cap;
    }

    /// @dev The present epoch and the second at which its openings begin; batch mode only.
    function _batchEpoch() private view returns (uint256 epoch, uint256 opens) {
        if (!_isBatch()) revert CommitRevealDisabled();
        epoch = epochAt(block.timestamp);
        opens = epochStart(epoch) + commitWindow;
    }

    function _openingEnd(uint256 epoch) private view returns (uint256) {
        return epochStart(epoch) + commitWindow + revealWindow;
    }

    /// @dev The caller as it stands after paying for a commitment that nobody opened in its time. The caller of this
    /// stores it, and then burns the penalty.
    function _missed(uint256 epoch) private returns (Voter memory voter, uint256 penalty) {
        voter = _voters[msg.sender];
        if (!voter.pending) return (voter, 0);
        // Both windows lie in the commitment's epoch.
        if (voter.epoch == epoch && block.timestamp < _openingEnd(epoch)) {
            return (voter, 0);
        }
        penalty = _parameters[voter.version].missPenalty;
        if (penalty > voter.bond) penalty = voter.bond;
        voter.pending = false;
        voter.bond -= uint128(penalty);
        emit CommitmentMissed(voter.epoch, msg.sender, penalty);
    }

    function _save(Voter memory voter) private {
        _voters[msg.sender] = voter;
    }

    function _burnPenalty(uint256 penalty) private {
        if (penalty != 0) _slash(voterBonds, msg.sender, penalty, address(0), 0, 0);
    }

    function _requireBond(uint256 bonded, uint256 required) private pure {
        if (bonded < required) revert VoterBondTooSmall(bonded, required);
    }

    function _votedBit(uint256 id, Record storage record) private view returns (uint256 word, uint256 bit) {
        return (uint256(record.state.round) << 248 | id >> 8, 1 << (id & 255));
    }
}
