// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IExperienceRegistry} from "./interfaces/IExperienceRegistry.sol";
import {ILockVault} from "./interfaces/ILockVault.sol";

/// @title Curation by ZOO holders behind seed B's ABI (§7.2): submitExperience, voteExperience, experiences.
/// @notice The seed's callers work unchanged, the seed's holes are closed:
/// - a hash is bound to its contributor and root, and the root must be the contributor's own entry in the registry, with
///   a bond; copying a hash or a root out of the mempool gains nothing;
/// - the weight of a vote is what the voter had locked before the submission; naming another one is refused;
/// - one vote an account, for, against or abstaining, never on one's own experience, until a deadline;
/// - approved is what has 66 % of for and against and a quorum of all weight, as long as its entry is not slashed.
///
/// Governance can approve, reject, archive, or replace an experience by a newer one. Nothing here moves money.
contract ZooFacade is AccessManaged {
    /// @notice What governance decided; `None`: the votes decide.
    enum Curation {
        None,
        Approved,
        Rejected,
        Archived,
        Superseded
    }

    /// @notice How an account votes; the numbers are those of OpenZeppelin's Governor.
    enum Support {
        Against,
        For,
        Abstain
    }

    /// @dev Four slots and the tally.
    struct Record {
        bytes32 merkleRoot;
        address contributor;
        uint48 timestamp;
        uint48 deadline;
        uint64 entryId;
        uint64 quorum;
        Curation curation;
        uint64 votesFor;
        uint64 votesAgainst;
        uint64 votesAbstain;
    }

    /// @notice Share of for in for and against that approves, in basis points.
    uint256 public constant APPROVAL_BPS = 6_600;
    /// @notice The whole, in basis points.
    uint256 public constant WHOLE_BPS = 10_000;
    /// @notice Shortest vote.
    uint256 public constant MIN_VOTING_PERIOD = 1 hours;
    /// @notice Longest vote.
    uint256 public constant MAX_VOTING_PERIOD = 30 days;
    /// @notice Domain tag of a hash.
    bytes32 public constant EXPERIENCE_TAG = keccak256("dso.experience.v1");

    /// @notice Where roots are registered and bonded.
    IExperienceRegistry public immutable registry;
    /// @notice Where weights come from.
    ILockVault public immutable locks;
    /// @notice Seconds from a submission in which votes count.
    uint256 public immutable votingPeriod;
    /// @notice Votes count at least this many seconds after the quorum was reached.
    uint256 public immutable lateExtension;
    /// @notice Weight that must vote, in basis points of the total at the snapshot.
    uint256 public immutable quorumBps;

    /// @notice Hashes in the order of their submission. Seed B's getter; nothing here walks the list.
    bytes32[] public experienceHashes;
    /// @notice Whether an account has voted on a hash.
    mapping(bytes32 hash => mapping(address voter => bool)) public hasVoted;
    /// @notice What replaced an experience; zero if nothing.
    mapping(bytes32 hash => bytes32 newer) public supersededBy;

    mapping(bytes32 hash => Record) private _records;

    /// @notice Seed B's event.
    event ExperienceSubmitted(bytes32 indexed hash, address indexed contributor, bytes32 merkleRoot);
    /// @notice An account voted.
    event ExperienceVoted(bytes32 indexed hash, address indexed voter, Support support, uint256 weight);
    /// @notice The quorum was reached late: votes count until `deadline`.
    event VotingExtended(bytes32 indexed hash, uint256 deadline);
    /// @notice Governance decided; `newer` is what replaces a superseded experience.
    event ExperienceCurated(bytes32 indexed hash, Curation curation, bytes32 newer);

    /// @notice A constructor argument is outside its bounds.
    error ParameterOutOfRange(string name, uint256 value);
    /// @notice The hash is not the one that contributor and root demand.
    error HashNotBound(bytes32 given, bytes32 required);
    /// @notice The root is not an entry of the caller in the registry.
    error RootNotOwned(bytes32 merkleRoot, address caller);
    /// @notice The experience exists.
    error ExperienceExists(bytes32 hash);
    /// @notice No experience has this hash.
    error ExperienceUnknown(bytes32 hash);
    /// @notice The vote is over.
    error VotingClosed(bytes32 hash, uint256 endedAt);
    /// @notice The contributor may not vote on the own experience.
    error OwnExperience(bytes32 hash);
    /// @notice The account has voted.
    error AlreadyVoted(bytes32 hash, address voter);
    /// @notice The account had no weight before the submission.
    error NoWeight(bytes32 hash, address voter);
    /// @notice The weight must be that at the snapshot, or 0 for all of it.
    error WeightNotSnapshot(uint256 given, uint256 snapshotWeight);
    /// @notice An experience can be replaced by another one of the same contributor only, and once.
    error SuccessorInvalid(bytes32 hash, bytes32 newer);

    /// @param authority_ Access manager that says who curates.
    /// @param registry_ Where roots are registered.
    /// @param locks_ Where weights come from.
    /// @param votingPeriod_ Seconds, {MIN_VOTING_PERIOD} … {MAX_VOTING_PERIOD}.
    /// @param lateExtension_ Seconds, at most `votingPeriod_`.
    /// @param quorumBps_ Basis points, 100 … 5000.
    constructor(
        address authority_,
        IExperienceRegistry registry_,
        ILockVault locks_,
        uint256 votingPeriod_,
        uint256 lateExtension_,
        uint256 quorumBps_
    ) AccessManaged(authority_) {
        if (address(registry_).code.length == 0) {
            revert ParameterOutOfRange("registry", uint160(address(registry_)));
        }
        if (address(locks_).code.length == 0) revert ParameterOutOfRange("locks", uint160(address(locks_)));
        if (votingPeriod_ < MIN_VOTING_PERIOD || votingPeriod_ > MAX_VOTING_PERIOD) {
            revert ParameterOutOfRange("votingPeriod", votingPeriod_);
        }
        if (lateExtension_ > votingPeriod_) revert ParameterOutOfRange("lateExtension", lateExtension_);
        if (quorumBps_ < 100 || quorumBps_ > 5000) revert ParameterOutOfRange("quorumBps", quorumBps_);
        registry = registry_;
        locks = locks_;
        votingPeriod = votingPeriod_;
        lateExtension = lateExtension_;
        quorumBps = quorumBps_;
    }

    // Seed B's ABI

    /// @notice Puts the caller's registered shard up for curation.
    /// @param hash {hashOf} the caller and the root.
    /// @param merkleRoot Root of an entry that the caller submitted to the registry.
    function submitExperience(bytes32 hash, bytes32 merkleRoot) external {
        bytes32 required = hashOf(msg.sender, merkleRoot);
        if (hash != required) revert HashNotBound(hash, required);
        if (_records[hash].contributor != address(0)) revert ExperienceExists(hash);
        uint256 entryId = registry.idOf(msg.sender, merkleRoot);
        if (entryId == 0) revert RootNotOwned(merkleRoot, msg.sender);
        Record storage record = _records[hash];
        record.merkleRoot = merkleRoot;
        record.contributor = msg.sender;
        record.timestamp = uint48(block.timestamp);
        record.deadline = uint48(block.timestamp + votingPeriod);
        record.entryId = uint64(entryId);
        record.quorum = _quorumAt(block.timestamp - 1);
        experienceHashes.push(hash);
        emit ExperienceSubmitted(hash, msg.sender, merkleRoot);
    }

    /// @notice Votes for an experience.
    /// @param hash The experience.
    /// @param weight The caller's {weightOf}, or 0 for all of it; nothing else.
    function voteExperience(bytes32 hash, uint256 weight) external {
        uint256 own = weightOf(hash, msg.sender);
        if (weight != 0 && weight != own) revert WeightNotSnapshot(weight, own);
        _vote(hash, Support.For, own);
    }

    /// @notice One experience as seed B's getter returns it.
    /// @param hash The experience.
    /// @return merkleRoot Root of the shard; zero where the hash is not known, like everything else then.
    /// @return contributor Who submitted it.
    /// @return timestamp When, in Unix seconds.
    /// @return votes Weight that voted for it.
    /// @return approved Whether it is approved now, see {isApproved}.
    function experiences(bytes32 hash)
        external
        view
        returns (bytes32 merkleRoot, address contributor, uint256 timestamp, uint256 votes, bool approved)
    {
        Record storage record = _records[hash];
        if (record.contributor == address(0)) return (0, address(0), 0, 0, false);
        return (record.merkleRoot, record.contributor, record.timestamp, record.votesFor, isApproved(hash));
    }

    // What seed B lacks

    /// @notice Votes against, for, or abstains with all of the caller's weight at the snapshot.
    /// @param hash The experience.
    /// @param support How.
    function castVote(bytes32 hash, Support support) external {
        _vote(hash, support, weightOf(hash, msg.sender));
    }

    /// @notice Approves an experience whatever the votes say. For governance.
    /// @param hash The experience.
    function approve(bytes32 hash) external restricted {
        _curate(hash, Curation.Approved, 0);
    }

    /// @notice Flags an experience as of low quality or malicious. For governance.
    /// @param hash The experience.
    function reject(bytes32 hash) external restricted {
        _curate(hash, Curation.Rejected, 0);
    }

    /// @notice Takes an outdated experience out of the library. For governance.
    /// @param hash The experience.
    function archive(bytes32 hash) external restricted {
        _curate(hash, Curation.Archived, 0);
    }

    /// @notice Replaces an experience by a newer one of the same contributor: an experience itself never changes, so
    /// an edit is a new entry. For governance.
    /// @param hash The experience.
    /// @param newer What replaces it.
    function modify(bytes32 hash, bytes32 newer) external restricted {
        address contributor = _known(hash).contributor;
        bool fits = newer != hash && _records[newer].contributor == contributor && supersededBy[hash] == 0
            && supersededBy[newer] == 0;
        if (!fits) revert SuccessorInvalid(hash, newer);
        supersededBy[hash] = newer;
        _curate(hash, Curation.Superseded, newer);
    }

    /// @notice Number of experiences.
    /// @return Length of {experienceHashes}.
    function experienceCount() external view returns (uint256) {
        return experienceHashes.length;
    }

    /// @notice All that is known of an experience.
    /// @param hash The experience.
    /// @return The record; refused where there is none.
    function getExperience(bytes32 hash) external view returns (Record memory) {
        return _known(hash);
    }

    /// @notice Whether an experience is approved now: by governance, or by votes after their deadline. Never while its
    /// entry in the registry is slashed.
    /// @param hash The experience.
    /// @return True if it is.
    function isApproved(bytes32 hash) public view returns (bool) {
        Record storage record = _known(hash);
        if (registry.status(record.entryId) == IExperienceRegistry.Status.Slashed) return false;
        if (record.curation != Curation.None) return record.curation == Curation.Approved;
        return block.timestamp >= record.deadline && _isQuorum(record) && _isMajority(record);
    }

    /// @notice Weight of an account's vote: its locked weight in the second before the submission.
    /// @param hash The experience.
    /// @param voter The account.
    /// @return Units of the lock vault.
    function weightOf(bytes32 hash, address voter) public view returns (uint256) {
        return locks.getPastVotes(voter, _known(hash).timestamp - 1);
    }

    /// @notice The hash that an experience must have. It binds chain, contract, contributor and root.
    /// @param contributor Who submits it.
    /// @param merkleRoot Its root.
    /// @return The hash.
    function hashOf(address contributor, bytes32 merkleRoot) public view returns (bytes32) {
        return keccak256(abi.encode(EXPERIENCE_TAG, block.chainid, address(this), contributor, merkleRoot));
    }

    function _vote(bytes32 hash, Support support, uint256 weight) private {
        Record storage record = _known(hash);
        if (block.timestamp >= record.deadline) revert VotingClosed(hash, record.deadline);
        if (msg.sender == record.contributor) revert OwnExperience(hash);
        if (hasVoted[hash][msg.sender]) revert AlreadyVoted(hash, msg.sender);
        if (weight == 0) revert NoWeight(hash, msg.sender);
        hasVoted[hash][msg.sender] = true;
        bool before = _isQuorum(record);
        // Weights are parts of one total below 2^64, so the sums fit.
        uint64 counted = SafeCast.toUint64(weight);
        if (support == Support.For) record.votesFor += counted;
        else if (support == Support.Against) record.votesAgainst += counted;
        else record.votesAbstain += counted;
        emit ExperienceVoted(hash, msg.sender, support, weight);
        if (!before && _isQuorum(record)) _extend(hash, record);
    }

    function _extend(bytes32 hash, Record storage record) private {
        uint256 deadline = block.timestamp + lateExtension;
        if (deadline <= record.deadline) return;
        record.deadline = uint48(deadline);
        emit VotingExtended(hash, deadline);
    }

    function _curate(bytes32 hash, Curation curation, bytes32 newer) private {
        _known(hash).curation = curation;
        emit ExperienceCurated(hash, curation, newer);
    }

    function _known(bytes32 hash) private view returns (Record storage record) {
        record = _records[hash];
        if (record.contributor == address(0)) revert ExperienceUnknown(hash);
    }

    function _isQuorum(Record storage record) private view returns (bool) {
        return uint256(record.votesFor) + record.votesAgainst + record.votesAbstain >= record.quorum;
    }

    function _isMajority(Record storage record) private view returns (bool) {
        uint256 decided = uint256(record.votesFor) + record.votesAgainst;
        return record.votesFor != 0 && record.votesFor * WHOLE_BPS >= APPROVAL_BPS * decided;
    }

    /// @dev Rounded up.
    function _quorumAt(uint256 timepoint) private view returns (uint64) {
        uint256 total = locks.getPastTotalSupply(timepoint);
        return SafeCast.toUint64((total * quorumBps + WHOLE_BPS - 1) / WHOLE_BPS);
    }
}
