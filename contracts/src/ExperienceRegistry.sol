// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IExperienceRegistry} from "./interfaces/IExperienceRegistry.sol";
import {QualityTally} from "./QualityTally.sol";
import {RootKey} from "./RootKey.sol";
import {EntryHeads} from "./registry/EntryHead.sol";
import {RegistryBase} from "./registry/RegistryBase.sol";
import {RegistrySettlement} from "./registry/RegistrySettlement.sol";

/// @title Registry of shared experience, see {IExperienceRegistry}.
/// @notice Holds no tokens: bonds lie in vaults that know this contract as a module. No owner, no proxy; the authority
/// sets bounded parameters for later submissions, adds schemas, and can pause submissions for a week.
///
/// Differences from the listing of seed A §7.1, each on purpose:
/// - `submit` refuses a caller-set quality, submitter or bond; the contract derives them. Sending value reverts.
/// - The CID is in {Submitted} only: whoever holds the root can check what a CID leads to.
/// - A vote weighs what its voter had locked before the entry could be seen, once per account, entry and round.
/// - `slash` executes a case that the court decided, for the challenger and the proof it decided on.
/// - `aggregate` returns a root that the oracle holds final for exactly this page of final entries.
///
/// Not prevented here: collusion of accounts that hold weight, and in direct mode the copying of votes.
contract ExperienceRegistry is RegistrySettlement {
    /// @notice Longest CID text, in bytes.
    uint256 public constant MAX_CID_BYTES = 96;

    /// @param setup Contracts and time geometry.
    /// @param parameters_ First version of the parameters.
    constructor(Setup memory setup, Parameters memory parameters_) RegistryBase(setup, parameters_) {}

    /// @inheritdoc IExperienceRegistry
    function submit(Entry calldata e) external payable returns (uint256 id) {
        Counters memory counters = _counters;
        (bytes32 root, uint64 schema, string calldata cid) = (e.merkleRoot, e.schema, e.cid);
        if (block.timestamp < counters.pausedUntil) revert SubmissionsPausedUntil(counters.pausedUntil);
        if (bytes(cid).length == 0 || bytes(cid).length > MAX_CID_BYTES) revert CidLengthInvalid(bytes(cid).length);
        if (root == 0) revert RootZero();
        if (schema == 0 || schema > counters.schemas) revert SchemaUnknown(schema);
        _checkDerived(e, counters.bond);

        (uint256 key, uint160 rest) = RootKey.split(msg.sender, root);
        Record storage record = _records[key];
        uint256 taken = record.head.id();
        if (taken != 0) revert RootTaken(taken);

        id = ++counters.entries;
        _counters.entries = uint32(id);
        _keys[id] = key;
        record.head =
            EntryHeads.pack(rest, uint32(id), SafeCast.toUint32(block.timestamp), uint16(schema), counters.version);
        emit Submitted(id, msg.sender, root, schema, cid);
        _lock(bonds, msg.sender, counters.bond);
    }

    /// @inheritdoc IExperienceRegistry
    function getEntry(uint256 id) external view returns (EntryView memory entry) {
        Record storage record = _known(id);
        State storage state = record.state;
        entry.merkleRoot = _rootOf(id, record);
        entry.schema = record.head.schema();
        entry.submitter = _submitterOf(id);
        entry.bond = _parametersOf(record).bond;
        entry.challenger = record.challenger;
        entry.status = status(id);
        entry.submittedAt = record.head.submittedAt();
        entry.round = state.round;
        entry.snapshot = _snapshot(record);
        entry.revealStartsAt = _revealStart(record);
        entry.votingEndsAt = _votingEnd(record);
        entry.challengeEndsAt = _challengeEnd(record);
        entry.openDisputes = state.openDisputes;
        entry.disputeDeadline = state.disputeDeadline;
        if (state.tallied) {
            (entry.quality, entry.scored) = (state.quality, state.scored);
        } else {
            QualityTally.Result memory result = _decide(id, record);
            (entry.quality, entry.scored) = (uint64(result.median), result.voted);
        }
    }

    /// @inheritdoc IExperienceRegistry
    function status(uint256 id) public view returns (Status) {
        Record storage record = _records[_keys[id]];
        if (record.head.id() == 0) return Status.None;
        State storage state = record.state;
        if (state.outcome != Status.None) return state.outcome;
        if (_isDisputed(state)) return Status.Challenged;
        if (state.tallied) return Status.Scored;
        return block.timestamp < _revealStart(record) ? Status.Commit : Status.Reveal;
    }

    /// @dev What the seed's callers set and the contract derives.
    function _checkDerived(Entry calldata e, uint256 required) private view {
        if (msg.value != 0) revert ValueNotAccepted(msg.value);
        if (e.quality != 0) revert QualityNotZero(e.quality);
        if (e.submitter != address(0) && e.submitter != msg.sender) revert SubmitterNotSender(e.submitter);
        if (e.bond != 0 && e.bond != required) revert WrongBond(e.bond, required);
    }
}
