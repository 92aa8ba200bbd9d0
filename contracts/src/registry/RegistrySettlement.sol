// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDisputeCourt} from "../interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "../interfaces/IExperienceRegistry.sol";
import {QualityTally} from "../QualityTally.sol";
import {WeightHistogram} from "../WeightHistogram.sol";
import {RegistryVoting} from "./RegistryVoting.sol";

/// @title How an entry ends: challenge, tally, disputes, settlement, and the canonical sets of final entries.
/// @dev Every path ends: the voting, its repetitions and the time that disputes hold an entry up are all bounded, and
/// whoever wants to can take each step.
abstract contract RegistrySettlement is RegistryVoting {
    using QualityTally for WeightHistogram.Tally;

    /// @dev Entries of one schema that became final. Eight epochs share a slot of counts, so that only the first entry
    /// of eight epochs pays for a new one; ids have 32 bits as well.
    struct FinalSets {
        mapping(uint256 word => uint256 counts) counts;
        mapping(uint256 epoch => mapping(uint256 page => bytes32)) hashes;
    }

    /// @notice Members of a page of a final set.
    uint256 public constant PAGE_SIZE = 128;

    mapping(uint256 schema => FinalSets) private _finalSets;

    /// @inheritdoc IExperienceRegistry
    function challenge(uint256 id) external {
        Record storage record = _unsettled(id);
        _refuseOwn(id);
        address first = record.challenger;
        if (first != address(0)) revert AlreadyChallenged(id, first);
        // In batch mode the first opened vote would tell who wins.
        uint256 end = _isBatch() ? _revealStart(record) : _votingEnd(record);
        if (block.timestamp >= end) revert ChallengeClosed(id, end);
        record.challenger = msg.sender;
        emit Challenged(id, msg.sender);
        _lock(bonds, msg.sender, _challengeBond(_parametersOf(record)));
    }

    /// @inheritdoc IExperienceRegistry
    function tally(uint256 id) external {
        Record storage record = _unsettled(id);
        if (!record.state.tallied) _tally(id, record);
    }

    /// @inheritdoc IExperienceRegistry
    function finalise(uint256 id) external {
        Record storage record = _unsettled(id);
        State storage state = record.state;
        if (!state.tallied && !_tally(id, record)) return;
        uint256 end = _challengeEnd(record);
        if (block.timestamp < end) revert ChallengeOpen(id, end);
        if (_isDisputed(state)) revert DisputeOpen(id, state.disputeDeadline);
        Parameters storage p = _parametersOf(record);
        if (!state.scored) _expire(id, record, p);
        else if (state.quality >= p.qMin) _accept(id, record, p);
        else _slashLowQuality(id, record, p);
    }

    /// @inheritdoc IExperienceRegistry
    function slash(uint256 id, address challenger, bytes calldata proof) external {
        Record storage record = _unsettled(id);
        if (address(court) == address(0)) revert NotDecided(id);
        IDisputeCourt.Ruling memory ruling = court.rulingOf(id);
        if (!ruling.upheld) revert NotDecided(id);
        if (ruling.challenger != challenger) revert WrongChallenger(challenger, ruling.challenger);
        bytes32 given = keccak256(proof);
        if (ruling.proofHash != given) revert WrongProof(given, ruling.proofHash);

        Parameters storage p = _parametersOf(record);
        record.state.outcome = Status.Slashed;
        _slashBond(id, record, p, p.bond, challenger, ruling.fault);
        // The challenge of the quality was never judged.
        _releaseChallenger(record, p);
    }

    /// @inheritdoc IExperienceRegistry
    function openDispute(uint256 id) external {
        _onlyCourt();
        Record storage record = _unsettled(id);
        uint256 end = _challengeEnd(record);
        if (block.timestamp >= end) revert ChallengeClosed(id, end);
        uint256 deadline = block.timestamp + _parametersOf(record).disputeTime;
        State storage state = record.state;
        uint16 open = ++state.openDisputes;
        state.disputeDeadline = uint40(deadline);
        emit DisputeOpened(id, open, deadline);
    }

    /// @inheritdoc IExperienceRegistry
    function closeDispute(uint256 id) external {
        _onlyCourt();
        State storage state = _known(id).state;
        uint16 open = state.openDisputes;
        if (open == 0) revert NoDispute(id);
        state.openDisputes = --open;
        emit DisputeClosed(id, open);
    }

    /// @inheritdoc IExperienceRegistry
    function aggregate(uint256[] calldata ids) external view returns (bytes32 aggregateMerkleRoot) {
        bytes32 setHash = 0;
        for (uint256 i = 0; i < ids.length; i++) {
            setHash = hashMember(setHash, memberOf(ids[i]));
        }
        if (address(oracle) != address(0)) aggregateMerkleRoot = oracle.finalRootOf(setHash);
        if (aggregateMerkleRoot == 0) revert AggregateNotFinal(setHash);
    }

    /// @inheritdoc IExperienceRegistry
    function finalSet(uint64 schema, uint256 epoch, uint256 page)
        external
        view
        returns (bytes32 setHash, uint256 count, bool closed)
    {
        FinalSets storage sets = _finalSets[schema];
        count = uint32(sets.counts[epoch / 8] >> (epoch % 8) * 32);
        uint256 before = page * PAGE_SIZE;
        count = count > before ? count - before : 0;
        if (count > PAGE_SIZE) count = PAGE_SIZE;
        return (sets.hashes[epoch][page], count, count == PAGE_SIZE || epoch < epochAt(block.timestamp));
    }

    /// @inheritdoc IExperienceRegistry
    function memberOf(uint256 id) public view returns (Member memory) {
        Record storage record = _known(id);
        if (record.state.outcome != Status.Final) revert NotFinal(id);
        return _member(id, record);
    }

    /// @inheritdoc IExperienceRegistry
    function hashMember(bytes32 previous, Member memory member) public pure returns (bytes32) {
        return keccak256(abi.encode(previous, member.id, member.merkleRoot, member.bond, member.quality));
    }

    function _member(uint256 id, Record storage record) private view returns (Member memory) {
        return Member(uint64(id), _rootOf(id, record), _parametersOf(record).bond, record.state.quality);
    }

    function _onlyCourt() private view {
        if (msg.sender != address(court)) revert NotCourt(msg.sender);
    }

    /// @dev True where the entry is ready to be settled, false where it is voted on again.
    function _tally(uint256 id, Record storage record) private returns (bool) {
        uint256 end = _votingEnd(record);
        if (block.timestamp < end) revert VotingOpen(id, end);
        QualityTally.Result memory result = _decide(id, record);
        State storage state = record.state;
        if (!result.decided && state.round < _parametersOf(record).maxRolls) {
            uint256 start = _nextVoting(block.timestamp);
            state.round += 1;
            state.votingStart = uint40(start);
            emit Rolled(id, state.round, start);
            return false;
        }
        state.tallied = true;
        state.scored = result.decided;
        state.quality = uint16(result.median);
        emit Scored(id, uint64(result.median), result.decided, result.total);
        return true;
    }

    function _decide(uint256 id, Record storage record) internal view returns (QualityTally.Result memory) {
        Parameters storage p = _parametersOf(record);
        return _tallyOf(id, record).decide(_supplyOf(record), p.participationBps, p.agreementDelta, p.agreementBps);
    }

    function _expire(uint256 id, Record storage record, Parameters storage p) private {
        record.state.outcome = Status.Expired;
        emit Expired(id);
        _releaseBond(_submitterOf(id), p.bond);
        _releaseChallenger(record, p);
    }

    function _accept(uint256 id, Record storage record, Parameters storage p) private {
        record.state.outcome = Status.Final;
        _addMember(id, record);
        address submitter = _submitterOf(id);
        _releaseBond(submitter, p.bond);
        address challenger = record.challenger;
        if (challenger == address(0)) return;
        uint256 lost = _challengeBond(p);
        _slash(bonds, challenger, _halfUp(lost), submitter, lost / 2, 0);
    }

    function _addMember(uint256 id, Record storage record) private {
        uint256 schema = record.head.schema();
        uint256 epoch = epochAt(block.timestamp);
        FinalSets storage sets = _finalSets[schema];
        uint256 shift = (epoch % 8) * 32;
        uint256 counts = sets.counts[epoch / 8];
        sets.counts[epoch / 8] = counts + (1 << shift);
        uint256 page = uint32(counts >> shift) / PAGE_SIZE;
        bytes32 setHash = hashMember(sets.hashes[epoch][page], _member(id, record));
        sets.hashes[epoch][page] = setHash;
        emit Finalised(id, uint64(schema), epoch, record.state.quality, page, setHash);
    }

    function _slashLowQuality(uint256 id, Record storage record, Parameters storage p) private {
        record.state.outcome = Status.Slashed;
        uint256 whole = p.bond;
        // Rounded up, against the slashed.
        uint256 lost = (whole * p.lowQualityShare + 999) / 1000;
        _slashBond(id, record, p, lost, record.challenger, IDisputeCourt.Fault.None);
        if (lost < whole) _releaseBond(_submitterOf(id), whole - lost);
        _releaseChallenger(record, p);
    }

    function _releaseBond(address account, uint256 amount) private {
        _release(bonds, account, amount);
    }

    function _releaseChallenger(Record storage record, Parameters storage p) private {
        address challenger = record.challenger;
        if (challenger != address(0)) _releaseBond(challenger, _challengeBond(p));
    }

    /// @dev Burns `burnShare` and whatever finds no taker, so that the sum is exact and no share is rounded up but the
    /// burned one.
    function _slashBond(
        uint256 id,
        Record storage record,
        Parameters storage p,
        uint256 lost,
        address challenger,
        IDisputeCourt.Fault fault
    ) private {
        uint256 pooled = lost * (1000 - p.burnShare - p.bountyShare) / 1000;
        uint256 bounty = 0;
        if (challenger != address(0)) {
            bounty = lost * p.bountyShare / 1000;
            if (bounty > p.bountyCap) bounty = p.bountyCap;
        }
        uint256 burned = lost - pooled - bounty;
        emit Slashed(id, record.state.quality, challenger, fault, burned, bounty, pooled);
        if (lost != 0) _slash(bonds, _submitterOf(id), burned, challenger, bounty, pooled);
    }
}
