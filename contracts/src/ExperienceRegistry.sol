// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {MerkleLeaves} from "./MerkleLeaves.sol";
import {WeightHistogram} from "./WeightHistogram.sol";

/// @title Registry of shared experience: bonded submissions, stake-weighted quality, bond back or slashed.
/// @notice The smallest honest form of seed A §7. An entry is `Open` for `votingWindow` seconds; then anybody may
/// finalise it: `Final` (bond back) or `Slashed` (bond burned, bounty to the challenger if there is one).
/// Immutable: no owner, no proxy, no parameter can change after construction.
///
/// Differences from the seed's listing, each on purpose:
/// - `submit` refuses a caller-set quality, submitter or bond; the contract derives them.
/// - The bond is pulled in the token. `submit` is payable in the ABI only; sending value reverts.
/// - Only the CID's hash is stored; the full text is in {Submitted}.
/// - A vote weighs the voter's stake as it was before the submission, once per account and entry.
/// - `slash(id, challenger, proof)` and `aggregate(ids)` are left out: they need proofs of fault, appeals and a
///   canonical set of entries, which this contract does not have. Here a slash follows from the votes alone.
///
/// Not prevented here: collusion of accounts that hold stake, copying of open votes, a decision by few voters.
/// The token must be a plain ERC-20 without fees on transfer and without hooks ({DsoToken}).
contract ExperienceRegistry {
    using Checkpoints for Checkpoints.Trace208;
    using WeightHistogram for WeightHistogram.Tally;
    using SafeERC20 for ERC20Burnable;

    /// @notice What seed A's `submit` takes.
    struct Entry {
        bytes32 merkleRoot;
        string cid;
        uint64 schema;
        uint64 quality;
        address submitter;
        uint256 bond;
    }

    /// @notice Where an entry stands. `None`: the id is not known.
    enum Status {
        None,
        Open,
        Final,
        Slashed
    }

    /// @notice What {getEntry} returns. `quality` is the median so far while the entry is open, and means nothing
    /// unless `scored`. Times are Unix seconds. `challenger` is zero while nobody challenged.
    struct EntryView {
        bytes32 merkleRoot;
        bytes32 cidHash;
        uint64 schema;
        uint64 quality;
        bool scored;
        address submitter;
        uint256 bond;
        address challenger;
        Status status;
        uint256 submittedAt;
        uint256 submittedBlock;
        uint256 votingEndsAt;
    }

    /// @dev Four slots.
    struct Record {
        bytes32 merkleRoot;
        bytes32 cidHash;
        address submitter;
        uint48 submittedAt;
        uint48 submittedBlock;
        address challenger;
        uint64 schema;
        uint16 quality;
        Status status;
    }

    /// @notice Stake that left the voting weight and waits for release.
    struct Unbonding {
        uint128 amount;
        uint48 releaseAt;
    }

    /// @notice Longest CID text, in bytes.
    uint256 public constant MAX_CID_BYTES = 96;
    /// @notice Longest voting window.
    uint256 public constant MAX_VOTING_WINDOW = 30 days;

    /// @notice The token of bonds and stakes.
    ERC20Burnable public immutable token;
    /// @notice Bond D of a submission, in wei.
    uint256 public immutable bond;
    /// @notice Bond of a challenge, half of D rounded up, in wei.
    uint256 public immutable challengeBond;
    /// @notice Seconds during which an entry takes votes and a challenge.
    uint256 public immutable votingWindow;
    /// @notice Seconds from {requestUnstake} to {withdraw}: two voting windows, so that stake behind a vote stays here
    /// until the vote is over.
    uint256 public immutable unbondingPeriod;
    /// @notice Quality floor in per mille; an entry whose median is below it is slashed.
    uint256 public immutable qMin;
    /// @notice Share σ of a slashed bond that is burned although there is a challenger, in per mille.
    uint256 public immutable sigma;
    /// @notice Block of construction; no event is older.
    uint256 public immutable deployedBlock;

    /// @notice Number of entries; ids run from 1 to this.
    uint256 public entryCount;
    /// @notice Entry that holds a Merkle root; 0 if none.
    mapping(bytes32 merkleRoot => uint256 id) public idByRoot;
    /// @notice Whether an account has voted on an entry.
    mapping(uint256 id => mapping(address voter => bool)) public hasVoted;
    /// @notice What {claim} pays to an account, in wei.
    mapping(address account => uint256) public credits;
    /// @notice Stake of an account that waits for release.
    mapping(address account => Unbonding) public unbonding;

    mapping(uint256 id => Record) private _records;
    mapping(uint256 id => WeightHistogram.Tally) private _tallies;
    mapping(address account => Checkpoints.Trace208) private _stakes;

    /// @notice A shard was registered and its bond locked.
    event Submitted(
        uint256 indexed id, address indexed submitter, bytes32 indexed merkleRoot, uint64 schema, string cid
    );
    /// @notice An account voted `score` with `weight` wei of stake.
    event Voted(uint256 indexed id, address indexed voter, uint64 score, uint256 weight);
    /// @notice An account challenged an entry and locked its bond.
    event Challenged(uint256 indexed id, address indexed challenger);
    /// @notice An entry was settled with its bond back. `quality` means nothing unless `scored`.
    event Finalised(uint256 indexed id, uint64 quality, bool scored);
    /// @notice An entry was settled below the floor. `challenger` is zero if there was none.
    event Slashed(uint256 indexed id, uint64 quality, address indexed challenger, uint256 burned, uint256 bounty);
    /// @notice Stake was added.
    event Staked(address indexed account, uint256 amount);
    /// @notice Stake left the voting weight and can be withdrawn from `releaseAt` on.
    event UnstakeRequested(address indexed account, uint256 amount, uint256 releaseAt);
    /// @notice Stake was paid out.
    event Withdrawn(address indexed account, uint256 amount);
    /// @notice Credits were paid out.
    event Claimed(address indexed account, uint256 amount);

    /// @notice A constructor argument is outside its bounds.
    error ParameterOutOfRange(string name);
    /// @notice The bond is paid in the token, not in the chain's coin.
    error ValueNotAccepted();
    /// @notice The caller may not set the quality.
    error QualityNotZero();
    /// @notice The submitter must be zero or the caller.
    error SubmitterNotSender();
    /// @notice The bond must be zero or the required one.
    error WrongBond(uint256 required);
    /// @notice The CID is empty or longer than {MAX_CID_BYTES}.
    error CidLengthInvalid(uint256 length);
    /// @notice The Merkle root is zero.
    error RootZero();
    /// @notice The Merkle root is already registered.
    error RootTaken(uint256 id);
    /// @notice No entry has this id.
    error EntryUnknown();
    /// @notice The entry is already settled.
    error EntrySettled();
    /// @notice The window of the entry is over.
    error VotingClosed();
    /// @notice The window of the entry is not over yet.
    error VotingOpen(uint256 endsAt);
    /// @notice The score is above 1000.
    error ScoreOutOfRange(uint64 score);
    /// @notice The submitter may neither vote on nor challenge the own entry.
    error OwnEntry();
    /// @notice The account has already voted on this entry.
    error AlreadyVoted();
    /// @notice The account had no stake before the entry was submitted.
    error NoWeight();
    /// @notice Somebody challenged first.
    error AlreadyChallenged(address challenger);
    /// @notice The amount is zero.
    error AmountZero();
    /// @notice The account has less stake than that.
    error StakeTooSmall(uint256 staked);
    /// @notice There is nothing to pay out.
    error NothingDue();
    /// @notice The stake is not released yet.
    error StillBonded(uint256 releaseAt);

    /// @param token_ A plain ERC-20 with `burn`.
    /// @param bond_ Bond D in wei, 2 … 2^96 − 1.
    /// @param votingWindow_ Seconds, 1 … {MAX_VOTING_WINDOW}.
    /// @param qMin_ Floor in per mille, 1 … 1000.
    /// @param sigma_ Burned share in per mille, 500 … 1000: at least half, so that slashing oneself never pays.
    constructor(ERC20Burnable token_, uint256 bond_, uint256 votingWindow_, uint256 qMin_, uint256 sigma_) {
        if (address(token_).code.length == 0) revert ParameterOutOfRange("token");
        if (bond_ < 2 || bond_ > type(uint96).max) revert ParameterOutOfRange("bond");
        if (votingWindow_ == 0 || votingWindow_ > MAX_VOTING_WINDOW) revert ParameterOutOfRange("votingWindow");
        if (qMin_ == 0 || qMin_ > WeightHistogram.MAX_SCORE) revert ParameterOutOfRange("qMin");
        if (sigma_ < 500 || sigma_ > 1000) revert ParameterOutOfRange("sigma");
        token = token_;
        bond = bond_;
        challengeBond = bond_ - bond_ / 2;
        votingWindow = votingWindow_;
        unbondingPeriod = 2 * votingWindow_;
        qMin = qMin_;
        sigma = sigma_;
        deployedBlock = block.number;
    }

    /// @notice Registers a shard and pulls the bond from the caller, who must have approved it.
    /// @param e Seed A's struct: `quality` 0, `submitter` 0 or the caller, `bond` 0 or the required bond.
    /// @return id Running number, from 1.
    function submit(Entry calldata e) external payable returns (uint256 id) {
        if (msg.value != 0) revert ValueNotAccepted();
        if (e.quality != 0) revert QualityNotZero();
        if (e.submitter != address(0) && e.submitter != msg.sender) revert SubmitterNotSender();
        if (e.bond != 0 && e.bond != bond) revert WrongBond(bond);
        uint256 cidLength = bytes(e.cid).length;
        if (cidLength == 0 || cidLength > MAX_CID_BYTES) revert CidLengthInvalid(cidLength);
        if (e.merkleRoot == 0) revert RootZero();
        if (idByRoot[e.merkleRoot] != 0) revert RootTaken(idByRoot[e.merkleRoot]);

        id = ++entryCount;
        idByRoot[e.merkleRoot] = id;
        Record storage record = _records[id];
        record.merkleRoot = e.merkleRoot;
        record.cidHash = keccak256(bytes(e.cid));
        record.submitter = msg.sender;
        record.submittedAt = uint48(block.timestamp);
        record.submittedBlock = uint48(block.number);
        record.schema = e.schema;
        record.status = Status.Open;
        emit Submitted(id, msg.sender, e.merkleRoot, e.schema, e.cid);
        token.safeTransferFrom(msg.sender, address(this), bond);
    }

    /// @notice Votes a quality of 0…1000 with the stake the caller had before the entry was submitted.
    function voteQuality(uint256 id, uint64 score) external {
        Record storage record = _votable(id);
        if (score > WeightHistogram.MAX_SCORE) revert ScoreOutOfRange(score);
        if (msg.sender == record.submitter) revert OwnEntry();
        if (hasVoted[id][msg.sender]) revert AlreadyVoted();
        uint256 weight = weightOf(id, msg.sender);
        if (weight == 0) revert NoWeight();

        hasVoted[id][msg.sender] = true;
        _tallies[id].add(score, weight);
        emit Voted(id, msg.sender, score, weight);
    }

    /// @notice Challenges an entry and pulls {challengeBond} from the caller. The first challenge wins; there is one.
    function challenge(uint256 id) external {
        Record storage record = _votable(id);
        if (msg.sender == record.submitter) revert OwnEntry();
        if (record.challenger != address(0)) revert AlreadyChallenged(record.challenger);

        record.challenger = msg.sender;
        emit Challenged(id, msg.sender);
        token.safeTransferFrom(msg.sender, address(this), challengeBond);
    }

    /// @notice Settles an entry after its window; anybody may call it.
    /// - no votes: both bonds back;
    /// - median ≥ {qMin}: bond back; a challenger's bond half to the submitter, half burned;
    /// - median < {qMin}: σD burned and the rest to the challenger with the bond of the challenge, or all burned.
    function finalise(uint256 id) external {
        Record storage record = _known(id);
        if (record.status != Status.Open) revert EntrySettled();
        if (block.timestamp < _endsAt(record)) revert VotingOpen(_endsAt(record));

        (bool scored, uint256 quality) = _tallies[id].lowerMedian();
        record.quality = uint16(quality);
        uint256 burned = scored && quality < qMin ? _slash(id, record) : _release(id, record, scored);
        if (burned != 0) token.burn(burned);
    }

    /// @notice Adds stake, which counts for entries submitted later than now.
    /// @param amount Wei of the token; the caller must have approved it.
    function stake(uint256 amount) external {
        if (amount == 0) revert AmountZero();
        _setStake(msg.sender, stakeOf(msg.sender) + amount);
        emit Staked(msg.sender, amount);
        token.safeTransferFrom(msg.sender, address(this), amount);
    }

    /// @notice Takes stake out of the voting weight; {withdraw} pays it after {unbondingPeriod}.
    /// @dev A second request before the withdrawal restarts the period for the whole sum.
    function requestUnstake(uint256 amount) external {
        if (amount == 0) revert AmountZero();
        uint256 staked = stakeOf(msg.sender);
        if (amount > staked) revert StakeTooSmall(staked);
        _setStake(msg.sender, staked - amount);
        Unbonding storage pending = unbonding[msg.sender];
        pending.amount = SafeCast.toUint128(uint256(pending.amount) + amount);
        pending.releaseAt = SafeCast.toUint48(block.timestamp + unbondingPeriod);
        emit UnstakeRequested(msg.sender, amount, pending.releaseAt);
    }

    /// @notice Pays out released stake to the caller.
    function withdraw() external {
        Unbonding memory pending = unbonding[msg.sender];
        if (pending.amount == 0) revert NothingDue();
        if (block.timestamp < pending.releaseAt) revert StillBonded(pending.releaseAt);
        delete unbonding[msg.sender];
        emit Withdrawn(msg.sender, pending.amount);
        token.safeTransfer(msg.sender, pending.amount);
    }

    /// @notice Pays out the caller's credits: bonds that came back, and bounties.
    function claim() external {
        uint256 amount = credits[msg.sender];
        if (amount == 0) revert NothingDue();
        credits[msg.sender] = 0;
        emit Claimed(msg.sender, amount);
        token.safeTransfer(msg.sender, amount);
    }

    /// @notice One entry.
    function getEntry(uint256 id) external view returns (EntryView memory) {
        Record storage record = _known(id);
        (bool scored, uint256 quality) = _tallies[id].lowerMedian();
        return EntryView({
            merkleRoot: record.merkleRoot,
            cidHash: record.cidHash,
            schema: record.schema,
            quality: uint64(quality),
            scored: scored,
            submitter: record.submitter,
            bond: bond,
            challenger: record.challenger,
            status: record.status,
            submittedAt: record.submittedAt,
            submittedBlock: record.submittedBlock,
            votingEndsAt: _endsAt(record)
        });
    }

    /// @notice Whether a record stands at `index` of the shard behind an entry.
    /// @param count Number of records in the shard, as its manifest says; the chain does not know it.
    /// @param cid Bytes of the record's CID.
    /// @param proof Siblings from the leaf up, see {MerkleLeaves}.
    function verifyRecord(uint256 id, uint32 count, uint32 index, bytes calldata cid, bytes32[] calldata proof)
        external
        view
        returns (bool)
    {
        return MerkleLeaves.verifyLeaf(_known(id).merkleRoot, count, index, cid, proof);
    }

    /// @notice Weight of an account's vote on an entry: its stake strictly before the submission, in wei.
    function weightOf(uint256 id, address voter) public view returns (uint256) {
        return _stakes[voter].upperLookupRecent(_known(id).submittedAt - 1);
    }

    /// @notice Present stake of an account, in wei.
    function stakeOf(address account) public view returns (uint256) {
        return _stakes[account].latest();
    }

    function _release(uint256 id, Record storage record, bool scored) private returns (uint256 burned) {
        record.status = Status.Final;
        uint256 refund = bond;
        if (record.challenger != address(0)) {
            if (scored) {
                refund += challengeBond / 2;
                burned = challengeBond - challengeBond / 2;
            } else {
                credits[record.challenger] += challengeBond;
            }
        }
        credits[record.submitter] += refund;
        emit Finalised(id, record.quality, scored);
    }

    function _slash(uint256 id, Record storage record) private returns (uint256 burned) {
        record.status = Status.Slashed;
        address challenger = record.challenger;
        uint256 bounty = challenger == address(0) ? 0 : bond * (1000 - sigma) / 1000;
        burned = bond - bounty;
        if (challenger != address(0)) credits[challenger] += bounty + challengeBond;
        emit Slashed(id, record.quality, challenger, burned, bounty);
    }

    function _setStake(address account, uint256 amount) private {
        _stakes[account].push(SafeCast.toUint48(block.timestamp), SafeCast.toUint128(amount));
    }

    function _known(uint256 id) private view returns (Record storage record) {
        record = _records[id];
        if (record.status == Status.None) revert EntryUnknown();
    }

    function _votable(uint256 id) private view returns (Record storage record) {
        record = _known(id);
        if (record.status != Status.Open || block.timestamp >= _endsAt(record)) revert VotingClosed();
    }

    function _endsAt(Record storage record) private view returns (uint256) {
        return record.submittedAt + votingWindow;
    }
}
