// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAggregateOracle} from "../interfaces/IAggregateOracle.sol";
import {IBondVault} from "../interfaces/IBondVault.sol";
import {IDisputeCourt} from "../interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "../interfaces/IExperienceRegistry.sol";
import {ILockVault} from "../interfaces/ILockVault.sol";
import {RootKey} from "../RootKey.sol";
import {EntryHead} from "./EntryHead.sol";
import {ParameterRules} from "./ParameterRules.sol";

/// @title What the parts of the registry share: records, the clock of an entry, parameters and schemas.
/// @dev The time geometry (epoch, windows, mode) is immutable. All other parameters are versions: an entry keeps the
/// number of the version under which it was submitted, and a version never changes.
abstract contract RegistryBase is IExperienceRegistry {
    /// @notice Contracts and time geometry of a registry, and where its governance is.
    struct Setup {
        /// Who may set parameters, add schemas and pause submissions: an access manager or a timelock, whose delays and
        /// roles decide who gets through. It never changes.
        address authority;
        IBondVault bonds;
        /// Zero where voters need no bond.
        IBondVault voterBonds;
        ILockVault locks;
        /// Zero where there is none.
        IDisputeCourt court;
        /// Zero where there is none.
        IAggregateOracle oracle;
        /// Seconds, 1 … 30 days; in batch mode at least both windows.
        uint256 epochLength;
        /// Seconds; 0 is direct mode.
        uint256 commitWindow;
        /// Seconds, 1 … 30 days.
        uint256 revealWindow;
        /// Descriptors of the first schemas, at most 16.
        bytes32[] schemas;
    }

    /// @dev What changes with an entry, one slot, written when the voting is over or a dispute opens.
    struct State {
        /// Start of the present round's voting; 0 in the first round.
        uint40 votingStart;
        uint40 disputeDeadline;
        uint16 openDisputes;
        uint16 quality;
        uint8 round;
        bool tallied;
        bool scored;
        Status outcome;
    }

    struct Record {
        EntryHead head;
        State state;
        address challenger;
    }

    /// @dev One slot: a submission reads and writes it once. `bond` is that of the parameters `version`.
    struct Counters {
        uint32 entries;
        uint16 schemas;
        uint16 version;
        uint48 pausedUntil;
        uint96 bond;
    }

    /// @dev What a commitment asks of the newest parameters, in one slot.
    struct VoterTerms {
        uint16 version;
        uint96 bond;
    }

    /// @dev How long {pauseSubmissions} holds.
    uint256 private constant PAUSE = 7 days;
    /// @dev Longest epoch and reveal window.
    uint256 private constant MAX_WINDOW = 30 days;

    /// @inheritdoc IExperienceRegistry
    address public immutable authority;
    /// @inheritdoc IExperienceRegistry
    IBondVault public immutable bonds;
    /// @inheritdoc IExperienceRegistry
    IBondVault public immutable voterBonds;
    /// @inheritdoc IExperienceRegistry
    ILockVault public immutable locks;
    /// @inheritdoc IExperienceRegistry
    IDisputeCourt public immutable court;
    /// @inheritdoc IExperienceRegistry
    IAggregateOracle public immutable oracle;
    /// @inheritdoc IExperienceRegistry
    uint256 public immutable epochLength;
    /// @inheritdoc IExperienceRegistry
    uint256 public immutable commitWindow;
    /// @inheritdoc IExperienceRegistry
    uint256 public immutable revealWindow;
    /// @inheritdoc IExperienceRegistry
    uint256 public immutable deployedBlock;

    uint256 private immutable _genesis;
    /// @dev The bounds of the parameters; a contract of their own for the sake of this one's size.
    ParameterRules private immutable _rules;

    Counters internal _counters;
    VoterTerms internal _voterTerms;
    mapping(uint256 id => uint256 key) internal _keys;
    mapping(uint256 key => Record) internal _records;
    mapping(uint256 version => Parameters) internal _parameters;

    /// @param setup See {Setup}.
    /// @param parameters_ First version of the parameters.
    constructor(Setup memory setup, Parameters memory parameters_) {
        _checkSetup(setup);
        authority = setup.authority;
        bonds = setup.bonds;
        voterBonds = setup.voterBonds;
        locks = setup.locks;
        court = setup.court;
        oracle = setup.oracle;
        epochLength = setup.epochLength;
        commitWindow = setup.commitWindow;
        revealWindow = setup.revealWindow;
        deployedBlock = block.number;
        _genesis = block.timestamp;
        uint256 voting = setup.commitWindow + setup.revealWindow;
        if (setup.commitWindow != 0) voting += setup.epochLength;
        _rules = new ParameterRules(setup.bonds, setup.voterBonds, setup.court, setup.commitWindow != 0, voting);
        _addParameters(parameters_);
        for (uint256 i = 0; i < setup.schemas.length; i++) {
            _addSchema(setup.schemas[i]);
        }
    }

    /// @inheritdoc IExperienceRegistry
    function setParameters(Parameters memory next) external {
        _onlyAuthority();
        _addParameters(next);
    }

    /// @inheritdoc IExperienceRegistry
    function addSchema(bytes32 descriptor) external returns (uint64 schema) {
        _onlyAuthority();
        return _addSchema(descriptor);
    }

    /// @inheritdoc IExperienceRegistry
    function pauseSubmissions() external {
        _onlyAuthority();
        // Pauses lie a pause apart, so that they cannot be chained for ever.
        uint256 earliest = _counters.pausedUntil + PAUSE;
        if (block.timestamp < earliest) revert PausedRecently(earliest);
        uint256 until = block.timestamp + PAUSE;
        _counters.pausedUntil = uint48(until);
        emit SubmissionsPaused(until);
    }

    /// @inheritdoc IExperienceRegistry
    function parametersOf(uint256 id) external view returns (Parameters memory) {
        return parametersAt(_known(id).head.version());
    }

    /// @inheritdoc IExperienceRegistry
    function parameterVersion() external view returns (uint256) {
        return _counters.version;
    }

    /// @inheritdoc IExperienceRegistry
    function bond() external view returns (uint256) {
        return _counters.bond;
    }

    /// @inheritdoc IExperienceRegistry
    function challengeBond() external view returns (uint256) {
        return _halfUp(_counters.bond);
    }

    /// @inheritdoc IExperienceRegistry
    function entryCount() external view returns (uint256) {
        return _counters.entries;
    }

    /// @inheritdoc IExperienceRegistry
    function schemaCount() external view returns (uint256) {
        return _counters.schemas;
    }

    /// @inheritdoc IExperienceRegistry
    function idOf(address submitter, bytes32 merkleRoot) external view returns (uint256) {
        (uint256 key, uint160 rest) = RootKey.split(submitter, merkleRoot);
        EntryHead head = _records[key].head;
        return head.rest() == rest ? head.id() : 0;
    }

    /// @inheritdoc IExperienceRegistry
    function parametersAt(uint256 version) public view returns (Parameters memory) {
        return _parameters[version];
    }

    /// @inheritdoc IExperienceRegistry
    function epochAt(uint256 timestamp) public view returns (uint256) {
        return 1 + (timestamp - _genesis) / epochLength;
    }

    /// @inheritdoc IExperienceRegistry
    function epochStart(uint256 epoch) public view returns (uint256) {
        return _genesis + (epoch - 1) * epochLength;
    }

    /// @dev Last second before anybody could have seen the entry: of the epoch before it, or before the submission.
    function _snapshot(Record storage record) internal view returns (uint256) {
        uint256 since = record.head.submittedAt();
        if (_isBatch()) since = epochStart(epochAt(since));
        return since - 1;
    }

    /// @dev First second of the voting of the entry's present round, commitments included.
    function _votingStart(Record storage record) internal view returns (uint256 start) {
        start = record.state.votingStart;
        if (start == 0) start = _nextVoting(record.head.submittedAt());
    }

    /// @dev When the voting on what arrives at `time` begins.
    function _nextVoting(uint256 time) internal view returns (uint256) {
        return _isBatch() ? epochStart(epochAt(time) + 1) : time;
    }

    /// @dev First second at which votes can be seen.
    function _revealStart(Record storage record) internal view returns (uint256) {
        return _votingStart(record) + commitWindow;
    }

    function _votingEnd(Record storage record) internal view returns (uint256) {
        return _revealStart(record) + revealWindow;
    }

    /// @dev Whether votes are taken by commitments.
    function _isBatch() internal view returns (bool) {
        return commitWindow != 0;
    }

    function _challengeEnd(Record storage record) internal view returns (uint256) {
        return _votingEnd(record) + _parametersOf(record).challengeWindow;
    }

    function _known(uint256 id) internal view returns (Record storage record) {
        record = _records[_keys[id]];
        if (record.head.id() == 0) revert EntryUnknown(id);
    }

    function _submitterOf(uint256 id) internal view returns (address) {
        return RootKey.submitterOf(_keys[id]);
    }

    /// @dev Nobody judges the own entry.
    function _refuseOwn(uint256 id) internal view {
        if (_submitterOf(id) == msg.sender) revert OwnEntry(id);
    }

    function _rootOf(uint256 id, Record storage record) internal view returns (bytes32) {
        return RootKey.rootOf(_keys[id], record.head.rest());
    }

    /// @dev Whether a case holds the entry up.
    function _isDisputed(State storage state) internal view returns (bool) {
        return state.openDisputes != 0 && block.timestamp < state.disputeDeadline;
    }

    function _unsettled(uint256 id) internal view returns (Record storage record) {
        record = _known(id);
        Status outcome = record.state.outcome;
        if (outcome != Status.None) revert EntrySettled(id, outcome);
    }

    function _parametersOf(Record storage record) internal view returns (Parameters storage) {
        return _parameters[record.head.version()];
    }

    function _lock(IBondVault vault, address account, uint256 amount) internal {
        vault.lock(account, amount);
    }

    function _release(IBondVault vault, address account, uint256 amount) internal {
        vault.release(account, amount);
    }

    function _slash(
        IBondVault vault,
        address account,
        uint256 burned,
        address beneficiary,
        uint256 bounty,
        uint256 pooled
    ) internal {
        vault.slash(account, burned, beneficiary, bounty, pooled);
    }

    /// @dev Half of the entry's bond, rounded up.
    function _challengeBond(Parameters storage p) internal view returns (uint256) {
        return _halfUp(p.bond);
    }

    function _halfUp(uint256 amount) internal pure returns (uint256) {
        return amount - amount / 2;
    }

    function _addParameters(Parameters memory next) private {
        _rules.check(next);
        uint16 version = ++_counters.version;
        _counters.bond = next.bond;
        _voterTerms = VoterTerms(version, next.voterBond);
        _parameters[version] = next;
        emit ParametersSet(version, next);
    }

    function _onlyAuthority() private view {
        if (msg.sender != authority) revert NotAuthority(msg.sender);
    }

    function _addSchema(bytes32 descriptor) private returns (uint64 schema) {
        schema = ++_counters.schemas;
        emit SchemaAdded(schema, descriptor);
    }

    function _checkSetup(Setup memory setup) private view {
        if (!setup.bonds.isModule(address(this))) revert ParameterOutOfRange("bonds", 0);
        if (address(setup.voterBonds) != address(0) && !setup.voterBonds.isModule(address(this))) {
            revert ParameterOutOfRange("voterBonds", 0);
        }
        if (address(setup.locks).code.length == 0) revert ParameterOutOfRange("locks", 0);
        if (setup.epochLength == 0 || setup.epochLength > MAX_WINDOW) {
            revert ParameterOutOfRange("epochLength", setup.epochLength);
        }
        if (setup.revealWindow == 0 || setup.revealWindow > MAX_WINDOW) {
            revert ParameterOutOfRange("revealWindow", setup.revealWindow);
        }
        // Both windows lie in one epoch, so that a voter never has two commitments at once.
        if (setup.commitWindow != 0 && setup.commitWindow + setup.revealWindow > setup.epochLength) {
            revert ParameterOutOfRange("commitWindow", setup.commitWindow);
        }
        if (setup.schemas.length > 16) revert ParameterOutOfRange("schemas", setup.schemas.length);
    }
}
