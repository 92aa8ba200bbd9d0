// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {CourtCases} from "./CourtCases.sol";
import {FaultJudge} from "./FaultJudge.sol";
import {IBondVault} from "./interfaces/IBondVault.sol";
import {IExperienceRegistry} from "./interfaces/IExperienceRegistry.sol";
import {IJurorWeights} from "./interfaces/IJurorWeights.sol";
import {JurorQuorum} from "./JurorQuorum.sol";
import {VerdictSignatures} from "./VerdictSignatures.sol";

/// @title Hears cases against entries: seven kinds of faults, most of them decided by the chain itself.
/// @notice A challenger commits to a proof with half a bond of the entry, and opens it in a later block.
/// - Schema, equivocation, attestation and score are decided at once by {FaultJudge}.
/// - Copy: the challenger shows leaves that are drawn from a later block.
/// - Withheld: anybody publishes the requested leaf in time, or the fault is found.
/// - Quality: two thirds of the jurors' weight sign a verdict; it can be appealed with doubling bonds, the third time
///   to governance.
///
/// A fault that was found can be vetoed by the guardian, then reversed by governance, and is executed after that by
/// {IExperienceRegistry-slash}. Of several cases the oldest commitment earns the bounty; others get their bonds back.
/// Whoever proves a fault never loses a bond; whoever opens nothing, or loses, loses it: half to the other side, half
/// burned. Where jurors or governance stay silent, the last verdict stands; without any, all bonds come back.
///
/// Attestations can be challenged only where {judge} has a hub, and scores only where the schema has a kernel; elsewhere
/// such a commitment cannot be opened and is lost.
///
/// Not prevented: two thirds of the jurors' weight that lie together, until the last appeal goes to governance; that a
/// claim about quality on which the jurors stay silent holds an entry up for its periods at the price of a locked bond.
contract DisputeCourt is CourtCases, AccessManaged, EIP712 {
    /// @notice Domain tag of a commitment.
    bytes32 public constant COMMITMENT_TAG = keccak256("dso.challenge.v1");

    /// @notice Decides what can be decided from bytes.
    FaultJudge public immutable judge;
    /// @notice Weights of the jurors.
    IJurorWeights public immutable jurors;

    /// @param authority_ Access manager: it says who may veto, reverse, decide last appeals and invalidate.
    /// @param registry_ The registry.
    /// @param bonds_ Vault of which this court is a module.
    /// @param judge_ Judge of the same registry.
    /// @param jurors_ Weights that are known at least as far back as the verdict period.
    /// @param periods Lengths of the phases.
    constructor(
        address authority_,
        IExperienceRegistry registry_,
        IBondVault bonds_,
        FaultJudge judge_,
        IJurorWeights jurors_,
        Periods memory periods
    ) CourtCases(registry_, bonds_, periods) AccessManaged(authority_) EIP712("DSO Court", "1") {
        if (address(judge_.registry()) != address(registry_)) {
            revert ParameterOutOfRange("judge", uint160(address(judge_)));
        }
        if (jurors_.lookback() <= periods.verdict) revert ParameterOutOfRange("lookback", jurors_.lookback());
        judge = judge_;
        jurors = jurors_;
    }

    // Challenge

    /// @notice Commits to a proof against an entry and locks half of the entry's bond, rounded up, of the caller's
    /// deposit. The entry stays unsettled until the case is over.
    /// @param entryId The entry.
    /// @param commitment {hashChallenge} of what will be opened.
    /// @return caseId The case.
    function commit(uint256 entryId, bytes32 commitment) external returns (uint256 caseId) {
        if (invalidatedAt != 0) revert Invalidated(invalidatedAt);
        if (commitment == 0) revert CommitmentZero();
        IExperienceRegistry.EntryView memory entry = registry.getEntry(entryId);
        if (entry.submitter == msg.sender) revert OwnEntry(entryId);
        caseId = ++caseCount;
        Case storage c = _cases[caseId];
        c.challenger = msg.sender;
        c.deadline = uint48(block.timestamp + revealPeriod);
        c.accused = entry.submitter;
        c.phase = Phase.Committed;
        c.bond = uint128(entry.bond - entry.bond / 2);
        c.entryId = uint64(entryId);
        c.detail = uint64(block.number);
        c.proof = commitment;
        emit CaseCommitted(caseId, entryId, msg.sender, c.bond, c.deadline);
        bonds.lock(msg.sender, c.bond);
        registry.openDispute(entryId);
    }

    /// @notice Opens the caller's commitment. A proof that does not hold is refused, and can be tried again in time.
    /// @param caseId The case.
    /// @param fault What the entry is accused of.
    /// @param payload The proof, ABI-encoded as {FaultJudge} says. For withheld leaves abi.encode(index), for quality
    /// whatever names the evidence.
    /// @param salt What was committed with it.
    function open(uint256 caseId, Fault fault, bytes calldata payload, bytes32 salt) external {
        Case storage c = _inPhase(caseId, Phase.Committed);
        if (msg.sender != c.challenger) revert NotChallenger(msg.sender, c.challenger);
        if (block.number <= c.detail) revert SameBlock(c.detail);
        bytes32 opened = hashChallenge(c.entryId, fault, payload, msg.sender, salt);
        if (opened != c.proof) revert CommitmentMismatch(c.proof, opened);
        c.fault = fault;
        c.proof = hashProof(fault, payload);
        emit CaseOpened(caseId, c.entryId, fault, payload);
        _begin(caseId, c, fault, payload);
    }

    /// @notice Shows the drawn leaves of a copy; the block of the draw is known for 256 blocks.
    /// @param caseId The case.
    /// @param payload The claim that was opened.
    /// @param openings One for each place of {FaultJudge-drawPlaces} with {drawSeed}.
    function showCopy(uint256 caseId, bytes calldata payload, FaultJudge.CopyOpening[] calldata openings) external {
        Case storage c = _inPhase(caseId, Phase.Sampling);
        bytes32 given = hashProof(Fault.Copy, payload);
        if (given != c.proof) revert ProofMismatch(c.proof, given);
        judge.checkCopy(_accusedOf(c), payload, drawSeed(caseId), openings);
        _uphold(caseId, c, block.timestamp);
    }

    /// @notice Publishes the requested leaf, or one that shows that the root has no such leaf. Anybody may do it; the
    /// challenger's bond goes half to the submitter.
    /// @param caseId The case.
    /// @param given The leaf.
    function publishLeaf(uint256 caseId, FaultJudge.Answer calldata given) external {
        Case storage c = _inPhase(caseId, Phase.Requested);
        judge.checkAnswer(_accusedOf(c).root, c.detail, given);
        emit LeafPublished(caseId, c.entryId, c.detail, msg.sender);
        _close(caseId, c, Outcome.Dismissed);
    }

    // Verdicts and appeals

    /// @notice Gives the verdict of a quorum: two thirds of the jurors' weight at the snapshot, without the parties.
    /// @param caseId The case.
    /// @param upheld The verdict.
    /// @param expiry Unix second until which the signatures hold.
    /// @param signatures Of {verdictDigest}, 1 … 64, in strictly ascending order of their signers.
    function giveVerdict(uint256 caseId, bool upheld, uint48 expiry, VerdictSignatures.Signature[] calldata signatures)
        external
    {
        Case storage c = _inPhase(caseId, Phase.Voting);
        bytes32 digest = verdictDigest(caseId, upheld, expiry);
        uint256 weight = JurorQuorum.check(
            JurorQuorum.Question(jurors, c.snapshot, expiry, digest, c.accused, c.challenger), signatures
        );
        c.phase = Phase.Judged;
        c.verdict = upheld;
        c.deadline = uint48(block.timestamp + appealPeriod);
        emit VerdictGiven(caseId, c.round, upheld, weight, c.deadline);
    }

    /// @notice Appeals a verdict with twice the bond of the round before. Anybody may do it. The last appeal goes to
    /// governance, the others to the jurors with their new weights.
    /// @param caseId The case.
    function appeal(uint256 caseId) external {
        Case storage c = _inPhase(caseId, Phase.Judged);
        uint256 round = c.round + 1;
        uint256 amount = uint256(c.bond) << round;
        c.round = uint8(round);
        _appeals[caseId][round] = Appeal({appellant: msg.sender, forUphold: !c.verdict});
        emit CaseAppealed(caseId, round, msg.sender, !c.verdict, amount);
        if (round == MAX_APPEALS) {
            c.phase = Phase.Governance;
            c.deadline = uint48(block.timestamp + governancePeriod);
        } else {
            _callJurors(caseId, c);
        }
        bonds.lock(msg.sender, amount);
    }

    /// @notice Decides a case after the last appeal. For governance.
    /// @param caseId The case.
    /// @param upheld Whether the fault is found.
    function decide(uint256 caseId, bool upheld) external restricted {
        Case storage c = _inPhase(caseId, Phase.Governance);
        _conclude(caseId, c, upheld, block.timestamp);
    }

    /// @notice Moves a case on whose phase is over; anybody may call it.
    /// - a commitment that was not opened, or leaves that were not shown: dismissed;
    /// - a leaf that was not published: the fault is found;
    /// - no verdict: all bonds back, or on appeal the last verdict stands and can be appealed again;
    /// - no further appeal, or no decision of governance: the last verdict is final.
    /// @param caseId The case.
    function advance(uint256 caseId) external {
        Case storage c = _known(caseId);
        Phase phase = c.phase;
        if (phase == Phase.Upheld || phase == Phase.Closed) revert WrongPhase(caseId, phase);
        if (invalidatedAt != 0) return _close(caseId, c, Outcome.Refunded);
        if (block.timestamp < c.deadline) revert PhaseRuns(caseId, c.deadline);
        if (phase == Phase.Committed || phase == Phase.Sampling) return _close(caseId, c, Outcome.Dismissed);
        if (phase == Phase.Requested) return _uphold(caseId, c, c.deadline);
        if (phase != Phase.Voting) return _conclude(caseId, c, c.verdict, c.deadline);
        if (c.round == 0) return _close(caseId, c, Outcome.Refunded);
        c.phase = Phase.Judged;
        c.deadline = uint48(c.deadline + appealPeriod);
    }

    // Veto, escrow, payment

    /// @notice Stops a case before its veto period is over; all bonds come back. For the guardian.
    /// @param caseId The case.
    function veto(uint256 caseId) external restricted {
        Case storage c = _known(caseId);
        uint256 until = c.decidedAt + vetoPeriod;
        if (c.phase == Phase.Upheld && block.timestamp >= until) revert PhaseOver(caseId, until);
        _stop(caseId, c);
    }

    /// @notice Stops a case before its escrow is over; all bonds come back. For governance.
    /// @param caseId The case.
    function reverse(uint256 caseId) external restricted {
        _stop(caseId, _known(caseId));
    }

    /// @notice Ends this court: every case that is not final can be paid back by {advance} or {payBack}. For governance.
    function invalidate() external restricted {
        if (invalidatedAt != 0) revert Invalidated(invalidatedAt);
        invalidatedAt = block.timestamp;
        emit CourtInvalidated();
    }

    /// @notice Gives the bonds of a case back that are not needed any more; anybody may call it.
    /// - an upheld case after its escrow: to the challenger and whoever appealed for it; others lose theirs;
    /// - a case that became pointless because its entry was decided by another: to everybody;
    /// - after an invalidation: to everybody.
    /// @param caseId The case.
    function payBack(uint256 caseId) external {
        Case storage c = _known(caseId);
        if (c.phase == Phase.Closed) revert WrongPhase(caseId, c.phase);
        if (c.phase == Phase.Upheld) {
            if (_isFinal(c)) return _settle(caseId, c, Outcome.Upheld);
            if (invalidatedAt != 0) return _close(caseId, c, Outcome.Refunded);
            revert PhaseRuns(caseId, _executableAt(c));
        }
        // A proof that was not shown in time is not saved by another case.
        bool unproven = c.phase == Phase.Committed || c.phase == Phase.Sampling;
        if (unproven && block.timestamp >= c.deadline) revert PhaseOver(caseId, c.deadline);
        uint256 leading = leadingCase[c.entryId];
        if (leading == 0 || !_isFinal(_cases[leading])) revert WrongPhase(caseId, c.phase);
        _close(caseId, c, Outcome.Refunded);
    }

    /// @notice Makes an upheld case the one that decides, after the one before it was vetoed; anybody may call it.
    /// @param caseId The case.
    function lead(uint256 caseId) external {
        Case storage c = _known(caseId);
        uint256 leading = leadingCase[c.entryId];
        if (c.phase != Phase.Upheld || leading == caseId || !_mayLead(caseId, leading)) {
            revert CannotLead(caseId, leading);
        }
        _lead(caseId, c.entryId);
    }

    // Views

    /// @notice What a challenger commits to.
    /// @param entryId The entry.
    /// @param fault The accusation.
    /// @param payload The proof.
    /// @param challenger Who will open it; nobody else can.
    /// @param salt At least 128 bits that nobody can guess.
    /// @return The commitment, for this chain and court.
    function hashChallenge(uint256 entryId, Fault fault, bytes calldata payload, address challenger, bytes32 salt)
        public
        view
        returns (bytes32)
    {
        return keccak256(
            abi.encode(
                COMMITMENT_TAG, block.chainid, address(this), entryId, hashProof(fault, payload), challenger, salt
            )
        );
    }

    /// @notice Hash of the bytes that {IExperienceRegistry-slash} takes: abi.encode(fault, payload).
    /// @param fault The accusation.
    /// @param payload The proof.
    /// @return The hash.
    function hashProof(Fault fault, bytes calldata payload) public pure returns (bytes32) {
        return keccak256(abi.encode(fault, payload));
    }

    /// @notice What jurors sign in the present round of a case.
    /// @param caseId The case.
    /// @param upheld The verdict.
    /// @param expiry Unix second until which it holds.
    /// @return EIP-712 digest, for this chain and court.
    function verdictDigest(uint256 caseId, bool upheld, uint48 expiry) public view returns (bytes32) {
        Case storage c = _known(caseId);
        VerdictSignatures.Verdict memory verdict = VerdictSignatures.Verdict({
            caseId: caseId,
            kind: uint8(c.fault),
            round: c.round,
            evidenceHash: c.proof,
            upheld: upheld,
            challenger: c.challenger,
            snapshot: c.snapshot,
            expiry: expiry
        });
        return _hashTypedDataV4(VerdictSignatures.hashVerdict(verdict));
    }

    /// @notice What the leaves of a copy are drawn from.
    /// @param caseId A case in {Phase.Sampling}.
    /// @return Known from the block after the draw's for 256 blocks.
    function drawSeed(uint256 caseId) public view returns (bytes32) {
        uint256 drawBlock = _cases[caseId].detail;
        bytes32 known = blockhash(drawBlock);
        if (known == 0) revert DrawUnknown(drawBlock);
        return keccak256(abi.encode(known, caseId));
    }

    function _begin(uint256 caseId, Case storage c, Fault fault, bytes calldata payload) private {
        if (fault == Fault.Quality) {
            _callJurors(caseId, c);
        } else if (fault == Fault.Withheld) {
            c.phase = Phase.Requested;
            c.detail = judge.checkRequest(_accusedOf(c), payload);
            c.deadline = uint48(block.timestamp + responsePeriod);
        } else if (fault == Fault.Copy) {
            judge.checkCopyClaim(_accusedOf(c), payload);
            c.phase = Phase.Sampling;
            c.detail = uint64(block.number + 1);
            c.deadline = uint48(block.timestamp + responsePeriod);
        } else {
            judge.check(fault, _accusedOf(c), payload);
            _uphold(caseId, c, block.timestamp);
        }
    }

    function _callJurors(uint256 caseId, Case storage c) private {
        c.phase = Phase.Voting;
        c.snapshot = uint48(block.timestamp - 1);
        c.deadline = uint48(block.timestamp + verdictPeriod);
        emit VerdictWanted(caseId, c.round, c.snapshot, c.deadline);
    }

    function _conclude(uint256 caseId, Case storage c, bool upheld, uint256 at) private {
        if (upheld) _uphold(caseId, c, at);
        else _close(caseId, c, Outcome.Dismissed);
    }

    function _stop(uint256 caseId, Case storage c) private {
        if (c.phase == Phase.Closed) revert WrongPhase(caseId, c.phase);
        if (_isFinal(c)) revert PhaseOver(caseId, _executableAt(c));
        _close(caseId, c, Outcome.Refunded);
    }

    function _accusedOf(Case storage c) private view returns (FaultJudge.Accused memory) {
        IExperienceRegistry.EntryView memory entry = registry.getEntry(c.entryId);
        return FaultJudge.Accused(c.entryId, entry.merkleRoot, entry.schema, entry.submitter);
    }
}
