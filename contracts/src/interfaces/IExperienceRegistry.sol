// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAggregateOracle} from "./IAggregateOracle.sol";
import {IBondVault} from "./IBondVault.sol";
import {IDisputeCourt} from "./IDisputeCourt.sol";
import {ILockVault} from "./ILockVault.sol";

/// @title Registry of shared experience: seed A §7.1, made safe.
/// @notice `submit`, `voteQuality`, `slash`, `aggregate` and the struct are the seed's. States of an entry:
///
/// None → Commit → Reveal → Scored → Final | Slashed | Expired, and Challenged while the court hears a case against it.
///
/// Two modes, fixed at construction by {commitWindow}:
/// - *batch* (above 0): the entries of one epoch are voted on in the next one. Each voter sends one commitment over all
///   its scores in the first {commitWindow} seconds of that epoch and opens it, whole, in the {revealWindow} after.
///   Weights are those of the second before the entry's epoch began.
/// - *direct* (0): {voteQuality} counts at once, for {revealWindow} seconds from the submission. Weights are those of
///   the second before the submission. For tests and private networks: votes can be copied.
///
/// After the voting anybody may {tally}: the lower weighted median, if enough weight took part and enough of it agrees;
/// otherwise the entry is voted on again, at most `maxRolls` times, and then expires with its bond back. After
/// `challengeWindow` more seconds and the end of every dispute anybody may {finalise}.
/// Every parameter of an entry is the one in force when it was submitted.
interface IExperienceRegistry {
    /// @notice What seed A's `submit` takes. `quality` must be 0, `submitter` 0 or the caller, `bond` 0 or the required
    /// bond.
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
        Commit,
        Reveal,
        Scored,
        Challenged,
        Final,
        Slashed,
        Expired
    }

    /// @notice What governance sets; new values hold for later submissions only.
    struct Parameters {
        /// Bond D of a submission in wei, 2 … 2^96 − 1. A challenge costs half of it, rounded up.
        uint96 bond;
        /// Seconds from the end of the voting to the earliest settlement, 0 … 30 days; above 0 in batch mode.
        uint32 challengeWindow;
        /// Seconds that a dispute can hold an entry up, at most 60 days; at least the court's `maxDuration`.
        uint32 disputeTime;
        /// Quality floor in per mille, 1 … 1000; an entry whose median is below it is slashed by `lowQualityShare`.
        uint16 qMin;
        /// Weight that must vote, in 1/10000 of the total at the snapshot, 0 … 5000.
        uint16 participationBps;
        /// Votes no further than this from the median agree with it, whole lanes of 32 scores; 0 … 1000.
        uint16 agreementDelta;
        /// Weight that must agree with the median, in 1/10000 of what voted, 0 … 10000.
        uint16 agreementBps;
        /// Most weight of one vote, in 1/10000 of the total at the snapshot, 100 … 10000.
        uint16 weightCapBps;
        /// How often an entry that misses a floor is voted on again, 0 … 8.
        uint8 maxRolls;
        /// Most that a challenger earns from a slash, in wei.
        uint96 bountyCap;
        /// Share of a slash that is burned, in per mille, 500 … 1000: slashing oneself must not pay.
        uint16 burnShare;
        /// Share of a slash that its challenger earns, in per mille; with `burnShare` at most 1000. What the two leave goes
        /// to the insurance. Without a challenger, and above `bountyCap`, the share is burned.
        uint16 bountyShare;
        /// Share of the bond that an entry below `qMin` loses, in per mille, 0 … 1000. A fault that the court found
        /// costs the whole bond.
        uint16 lowQualityShare;
        /// Bond of a voter in wei of the voters' vault; 0: voters need none.
        uint96 voterBond;
        /// What a voter who does not open a commitment loses of that bond, in wei, at most `voterBond`.
        uint96 missPenalty;
    }

    /// @notice One score of a revealed list.
    struct Ballot {
        uint64 id;
        uint16 score;
    }

    /// @notice What is known of a final entry to whoever aggregates it.
    struct Member {
        uint64 id;
        bytes32 merkleRoot;
        uint96 bond;
        uint16 quality;
    }

    /// @notice What {getEntry} returns. Times are Unix seconds. `quality` is the median so far until {tally} and means
    /// nothing unless `scored`. `challenger` is zero while nobody challenged the quality.
    struct EntryView {
        bytes32 merkleRoot;
        uint64 schema;
        uint64 quality;
        bool scored;
        address submitter;
        uint256 bond;
        address challenger;
        Status status;
        uint256 submittedAt;
        uint256 round;
        uint256 snapshot;
        uint256 revealStartsAt;
        uint256 votingEndsAt;
        uint256 challengeEndsAt;
        uint256 openDisputes;
        uint256 disputeDeadline;
    }

    /// @notice A shard was registered and its bond locked.
    event Submitted(
        uint256 indexed id, address indexed submitter, bytes32 indexed merkleRoot, uint64 schema, string cid
    );
    /// @notice A voter committed to a list of scores for the entries that are voted on in `epoch`.
    event Committed(uint256 indexed epoch, address indexed voter, bytes32 commitment);
    /// @notice A vote of `score` with `weight` was counted.
    event Voted(uint256 indexed id, address indexed voter, uint64 score, uint256 weight);
    /// @notice A voter did not open the commitment of `epoch` and lost `penalty`.
    event CommitmentMissed(uint256 indexed epoch, address indexed voter, uint256 penalty);
    /// @notice A voter's bond is now `bond`.
    event VoterBonded(address indexed voter, uint256 bond);
    /// @notice An account challenged the quality of an entry and locked its bond.
    event Challenged(uint256 indexed id, address indexed challenger);
    /// @notice A floor was missed: the entry is voted on again from `votingStart` on.
    event Rolled(uint256 indexed id, uint256 round, uint256 votingStart);
    /// @notice The voting is over. `quality` means nothing unless `scored`; an entry that is not scored expires.
    event Scored(uint256 indexed id, uint64 quality, bool scored, uint256 weight);
    /// @notice The court opened a case against an entry, which stays unsettled until `deadline` at most.
    event DisputeOpened(uint256 indexed id, uint256 openDisputes, uint256 deadline);
    /// @notice The court closed a case without a slash.
    event DisputeClosed(uint256 indexed id, uint256 openDisputes);
    /// @notice An entry was settled with its bond back; it is the newest of `page` of its set, whose hash is `setHash`.
    event Finalised(
        uint256 indexed id, uint64 indexed schema, uint256 indexed epoch, uint64 quality, uint256 page, bytes32 setHash
    );
    /// @notice An entry lost `burned + bounty + pooled`; what remains of its bond came back. `challenger` is zero if there
    /// was none, `fault` is `None` where the votes alone decided.
    event Slashed(
        uint256 indexed id,
        uint64 quality,
        address indexed challenger,
        IDisputeCourt.Fault fault,
        uint256 burned,
        uint256 bounty,
        uint256 pooled
    );
    /// @notice An entry expired without a quality; both bonds came back.
    event Expired(uint256 indexed id);
    /// @notice Parameters `version` hold for later submissions.
    event ParametersSet(uint256 indexed version, Parameters parameters);
    /// @notice A schema was registered; `descriptor` is the hash of its description.
    event SchemaAdded(uint64 indexed schema, bytes32 descriptor);
    /// @notice No submission is accepted until `until`.
    event SubmissionsPaused(uint256 until);

    /// @notice A parameter is outside its bounds.
    error ParameterOutOfRange(string name, uint256 value);
    /// @notice The vault releases deposits earlier than the longest path to a slash.
    error UnbondingTooShort(uint256 unbondingPeriod, uint256 path);
    /// @notice The bond is paid in the token, not in the chain's coin.
    error ValueNotAccepted(uint256 value);
    /// @notice The caller may not set the quality.
    error QualityNotZero(uint64 quality);
    /// @notice The submitter must be zero or the caller.
    error SubmitterNotSender(address submitter);
    /// @notice The bond must be zero or the required one.
    error WrongBond(uint256 given, uint256 required);
    /// @notice The CID is empty or longer than 96 bytes.
    error CidLengthInvalid(uint256 length);
    /// @notice The Merkle root is zero.
    error RootZero();
    /// @notice The submitter has already registered the Merkle root.
    error RootTaken(uint256 id);
    /// @notice No schema has this number.
    error SchemaUnknown(uint64 schema);
    /// @notice Submissions are paused.
    error SubmissionsPausedUntil(uint256 until);
    /// @notice The next pause is possible later only.
    error PausedRecently(uint256 earliest);
    /// @notice No entry has this id.
    error EntryUnknown(uint256 id);
    /// @notice The entry is already settled.
    error EntrySettled(uint256 id, Status status);
    /// @notice This registry takes votes by {commitVotes} and {revealVotes} only.
    error CommitRevealRequired(uint256 commitWindow);
    /// @notice This registry takes votes by {voteQuality} only.
    error CommitRevealDisabled();
    /// @notice The epoch's window for commitments is over.
    error CommitClosed(uint256 endedAt);
    /// @notice The epoch's window for openings is not this second.
    error RevealClosed(uint256 startsAt, uint256 endsAt);
    /// @notice The voter has already committed in this epoch.
    error AlreadyCommitted(uint256 epoch);
    /// @notice The voter has no open commitment of this epoch.
    error NoCommitment(uint256 epoch);
    /// @notice The commitment is zero.
    error CommitmentZero();
    /// @notice What is opened is not what was committed to.
    error CommitmentMismatch(bytes32 committed, bytes32 opened);
    /// @notice A list holds more than 128 scores or none.
    error BallotCountInvalid(uint256 count);
    /// @notice The ids of a list do not strictly ascend.
    error BallotsNotAscending(uint256 previous, uint256 id);
    /// @notice The entry takes no votes now.
    error VotingClosed(uint256 id, uint256 endedAt);
    /// @notice The entry is not voted on in this epoch.
    error NotInEpoch(uint256 id, uint256 votingStart);
    /// @notice The voting is not over.
    error VotingOpen(uint256 id, uint256 endsAt);
    /// @notice The score is above 1000.
    error ScoreOutOfRange(uint256 score);
    /// @notice The submitter may neither vote on nor challenge the own entry.
    error OwnEntry(uint256 id);
    /// @notice The account has already voted on this entry.
    error AlreadyVoted(uint256 id);
    /// @notice The account had no weight at the entry's snapshot.
    error NoWeight(uint256 id, address voter, uint256 snapshot);
    /// @notice The voter's bond is too small.
    error VoterBondTooSmall(uint256 bond, uint256 required);
    /// @notice This registry has no vault for the bonds of voters.
    error NoVoterBonds();
    /// @notice The voter's commitment of this epoch is not opened yet.
    error CommitmentOpen(uint256 epoch);
    /// @notice Somebody challenged first.
    error AlreadyChallenged(uint256 id, address challenger);
    /// @notice The quality can be challenged before the round's votes can be seen only, in direct mode while votes are
    /// taken; a dispute can be opened until the challenge window ends.
    error ChallengeClosed(uint256 id, uint256 endedAt);
    /// @notice The challenge window is not over.
    error ChallengeOpen(uint256 id, uint256 endsAt);
    /// @notice A dispute holds the entry up.
    error DisputeOpen(uint256 id, uint256 deadline);
    /// @notice No dispute of the entry is open.
    error NoDispute(uint256 id);
    /// @notice Only the authority may do this.
    error NotAuthority(address caller);
    /// @notice Only the court may do this.
    error NotCourt(address caller);
    /// @notice The court has not decided against the entry.
    error NotDecided(uint256 id);
    /// @notice The case was brought by somebody else.
    error WrongChallenger(address given, address decided);
    /// @notice The proof is not the one that was decided on.
    error WrongProof(bytes32 given, bytes32 decided);
    /// @notice The entry is not final.
    error NotFinal(uint256 id);
    /// @notice There is no final aggregate of these entries.
    error AggregateNotFinal(bytes32 setHash);

    // Submission

    /// @notice Registers a shard and locks the bond from the caller's deposit in {bonds}.
    /// @param e Seed A's struct.
    /// @return id Running number, from 1.
    function submit(Entry calldata e) external payable returns (uint256 id);

    // Voting

    /// @notice Votes a quality of 0…1000 with the caller's weight, once per entry and round; direct mode only.
    /// @param id Entry.
    /// @param score Per mille.
    function voteQuality(uint256 id, uint64 score) external;

    /// @notice Commits to one list of scores for the entries that are voted on in the present epoch; batch mode only.
    /// @dev A list that cannot be opened (unknown, own or foreign entries, no weight) counts as missed.
    /// @param commitment {hashBallots} of the list.
    function commitVotes(bytes32 commitment) external;

    /// @notice Opens the caller's commitment of the present epoch; all of it or nothing. Entries that were settled since
    /// are passed over.
    /// @param ballots The list, ids strictly ascending, 1 … 128.
    /// @param salt What was committed with it.
    function revealVotes(Ballot[] calldata ballots, bytes32 salt) external;

    /// @notice Adds to the caller's voter bond from its free deposit in {voterBonds}.
    /// @param amount Wei.
    function addVoterBond(uint256 amount) external;

    /// @notice Gives voter bond back to the caller's free deposit; refused while a commitment waits for its opening.
    /// @param amount Wei.
    function removeVoterBond(uint256 amount) external;

    // Challenge, tally, settlement

    /// @notice Challenges the quality of an entry and locks half a bond of the caller; the first wins, there is one.
    /// @param id Entry.
    function challenge(uint256 id) external;

    /// @notice Counts the votes after the voting; anybody may call it. The entry is scored, or rolls, or will expire.
    /// @param id Entry.
    function tally(uint256 id) external;

    /// @notice Settles an entry after its windows and disputes; anybody may call it. Tallies first where that is open.
    /// - not scored: Expired, both bonds back;
    /// - median ≥ qMin: Final, bond back; the challenger's bond half to the submitter, half burned;
    /// - median < qMin: Slashed by `lowQualityShare`, the rest back; the challenger gets its bond and the bounty.
    /// @param id Entry.
    function finalise(uint256 id) external;

    /// @notice Executes what the court decided: the whole bond is slashed. Anybody may call it.
    /// @param id Entry.
    /// @param challenger Who brought the case.
    /// @param proof The bytes whose hash the court decided on.
    function slash(uint256 id, address challenger, bytes calldata proof) external;

    /// @notice Holds an entry up for a case; the court only, until {EntryView-challengeEndsAt}.
    /// @param id Entry.
    function openDispute(uint256 id) external;

    /// @notice Ends a case without a slash; the court only. Of a settled entry nothing changes.
    /// @param id Entry.
    function closeDispute(uint256 id) external;

    // Aggregates

    /// @notice The final aggregate of one page of the canonical sets.
    /// @param ids The page's entries in the order of their finalisation.
    /// @return aggregateMerkleRoot Root that the oracle holds final; reverts with {AggregateNotFinal} while there is none.
    function aggregate(uint256[] calldata ids) external view returns (bytes32 aggregateMerkleRoot);

    /// @notice One page of the entries of a schema that became final in an epoch, in the order of their finalisation.
    /// @param schema Schema.
    /// @param epoch Epoch of the finalisation.
    /// @param page From 0; a page holds at most 128 entries.
    /// @return setHash {hashMember} folded over the members from 0.
    /// @return count Number of members.
    /// @return closed Whether no member can be added any more.
    function finalSet(uint64 schema, uint256 epoch, uint256 page)
        external
        view
        returns (bytes32 setHash, uint256 count, bool closed);

    /// @notice keccak256(abi.encode(previous, id, merkleRoot, bond, quality)): a page's hash after one more member.
    /// @param previous Hash before; 0 for the first member.
    /// @param member The member.
    /// @return Hash after.
    function hashMember(bytes32 previous, Member memory member) external pure returns (bytes32);

    /// @notice The data of a final entry that {hashMember} takes.
    /// @param id Entry; reverts with {NotFinal} unless it is final.
    /// @return The member.
    function memberOf(uint256 id) external view returns (Member memory);

    // Governance

    /// @notice Sets the parameters of later submissions; the authority only.
    /// @param next The parameters, all of them.
    function setParameters(Parameters memory next) external;

    /// @notice Registers a schema; the authority only. Schemas never change or leave.
    /// @param descriptor Hash of the schema's description.
    /// @return schema Its number.
    function addSchema(bytes32 descriptor) external returns (uint64 schema);

    /// @notice Refuses submissions for seven days; the authority only, and not again before seven more have passed.
    /// Everything else goes on.
    function pauseSubmissions() external;

    // Views

    /// @notice One entry.
    /// @param id Entry; reverts with {EntryUnknown}.
    /// @return See {EntryView}.
    function getEntry(uint256 id) external view returns (EntryView memory);

    /// @notice Where an entry stands at this second; `None` if it is not known.
    /// @param id Any id.
    /// @return See {Status}.
    function status(uint256 id) external view returns (Status);

    /// @notice Parameters of an entry.
    /// @param id Entry; reverts with {EntryUnknown}.
    /// @return The parameters in force when it was submitted.
    function parametersOf(uint256 id) external view returns (Parameters memory);

    /// @notice Parameters by version; the present one is {parameterVersion}.
    /// @param version From 1.
    /// @return All zero for a version that does not exist.
    function parametersAt(uint256 version) external view returns (Parameters memory);

    /// @notice Version of the parameters that a submission gets now, from 1.
    /// @return The newest version.
    function parameterVersion() external view returns (uint256);

    /// @notice Present bond of a submission, in wei.
    /// @return Wei of the token of {bonds}.
    function bond() external view returns (uint256);

    /// @notice Present bond of a challenge to an entry submitted now, in wei.
    /// @return Wei of the token of {bonds}.
    function challengeBond() external view returns (uint256);

    /// @notice Number of entries; ids run from 1 to this.
    /// @return The newest id.
    function entryCount() external view returns (uint256);

    /// @notice Number of schemas; they run from 1 to this.
    /// @return The newest schema.
    function schemaCount() external view returns (uint256);

    /// @notice Entry of a submitter that holds a Merkle root; 0 if none. Others may hold the same root: of two entries
    /// with one content the one with the smaller id is the older.
    /// @param submitter Whose entry.
    /// @param merkleRoot Any root.
    /// @return Id or 0.
    function idOf(address submitter, bytes32 merkleRoot) external view returns (uint256);

    /// @notice Weight that a vote of `voter` on an entry has: that at the snapshot, capped.
    /// @param id Entry.
    /// @param voter Any account; whether it may vote is another question.
    /// @return Weight in the units of {locks}.
    function weightOf(uint256 id, address voter) external view returns (uint256);

    /// @notice Whether `voter` has voted on an entry in its present round; direct mode only.
    /// @param id Entry.
    /// @param voter Any account.
    /// @return True from its vote to the next round.
    function hasVoted(uint256 id, address voter) external view returns (bool);

    /// @notice Bond of a voter in wei, the epoch of its latest commitment, and whether that still waits for its opening.
    /// @param voter Any account.
    /// @return bonded Wei of the token of {voterBonds}.
    /// @return epoch Epoch; 0 where it never committed.
    /// @return pending Whether the commitment waits.
    function voterOf(address voter) external view returns (uint256 bonded, uint256 epoch, bool pending);

    /// @notice The commitment to a list: keccak256(abi.encode(keccak256("dso.votes.v1"), chain id, registry, epoch,
    /// voter, ballots, salt)).
    /// @param epoch Epoch of the commitment.
    /// @param voter Who commits.
    /// @param ballots The list.
    /// @param salt At least 128 random bits.
    /// @return What {commitVotes} takes.
    function hashBallots(uint256 epoch, address voter, Ballot[] calldata ballots, bytes32 salt)
        external
        view
        returns (bytes32);

    /// @notice Who sets parameters, adds schemas and pauses submissions.
    /// @return An access manager or timelock.
    function authority() external view returns (address);

    /// @notice Vault of the submissions' and challenges' bonds.
    /// @return The vault.
    function bonds() external view returns (IBondVault);

    /// @notice Vault of the voters' bonds; zero where voters need none.
    /// @return The vault or 0.
    function voterBonds() external view returns (IBondVault);

    /// @notice Where voting weight comes from.
    /// @return The vault.
    function locks() external view returns (ILockVault);

    /// @notice The dispute court; zero where there is none.
    /// @return The court or 0.
    function court() external view returns (IDisputeCourt);

    /// @notice The oracle of aggregates; zero where there is none.
    /// @return The oracle or 0.
    function oracle() external view returns (IAggregateOracle);

    /// @notice Length of an epoch in seconds.
    /// @return Seconds.
    function epochLength() external view returns (uint256);

    /// @notice Seconds for commitments; 0 in direct mode.
    /// @return Seconds.
    function commitWindow() external view returns (uint256);

    /// @notice Seconds for openings, in direct mode for votes.
    /// @return Seconds.
    function revealWindow() external view returns (uint256);

    /// @notice Block of construction; no event is older.
    /// @return Block number.
    function deployedBlock() external view returns (uint256);

    /// @notice Epoch of a second, from 1.
    /// @param timestamp Unix second, not before the construction.
    /// @return Epoch.
    function epochAt(uint256 timestamp) external view returns (uint256);

    /// @notice First second of an epoch.
    /// @param epoch From 1.
    /// @return Unix second.
    function epochStart(uint256 epoch) external view returns (uint256);
}
