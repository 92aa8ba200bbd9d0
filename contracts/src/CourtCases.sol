// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBondVault} from "./interfaces/IBondVault.sol";
import {IDisputeCourt} from "./interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "./interfaces/IExperienceRegistry.sol";
import {SlashingProfiles} from "./SlashingProfiles.sol";

/// @title Books of the dispute court: its cases, their money, and which case decides over an entry.
/// @dev All bonds are locks of the vault, so no token moves here, and every case remembers exactly what it locked.
/// Clocks run on the scheduled times and not on the time of whoever calls late.
abstract contract CourtCases is IDisputeCourt {
    /// @notice Where a case stands.
    /// - `Committed`: the challenger has committed to a proof and not shown it;
    /// - `Sampling`: leaves are drawn from a later block, the challenger must show them;
    /// - `Requested`: the accused, or anybody, must publish a leaf;
    /// - `Voting`: jurors sign a verdict; `Judged`: it can be appealed; `Governance`: governance decides;
    /// - `Upheld`: the fault is found, veto and escrow run or are over; `Closed`: it ended without a slash.
    enum Phase {
        None,
        Committed,
        Sampling,
        Requested,
        Voting,
        Judged,
        Governance,
        Upheld,
        Closed
    }

    /// @notice One case. `deadline` ends the present phase; `decidedAt` is when the fault was found. `proof` is the
    /// commitment, and from the opening on the hash of the proof. `detail` is the block of the commitment or of the
    /// draw, or the requested leaf.
    /// @dev What a verdict or an appeal changes lies in one slot.
    struct Case {
        address challenger;
        uint48 deadline;
        Phase phase;
        Fault fault;
        uint8 round;
        bool verdict;
        bool paid;
        address accused;
        uint48 snapshot;
        uint48 decidedAt;
        uint128 bond;
        uint64 entryId;
        uint64 detail;
        bytes32 proof;
    }

    /// @notice One appeal; its bond is the case's, doubled in each round. `forUphold`: the appellant holds that the fault
    /// should be found.
    struct Appeal {
        address appellant;
        bool forUphold;
    }

    /// @notice Lengths of the phases in seconds.
    struct Periods {
        uint32 reveal;
        uint32 response;
        uint32 verdict;
        uint32 appeal;
        uint32 governance;
        uint32 veto;
        uint32 escrow;
    }

    /// @notice How a case ended for its money.
    enum Outcome {
        Refunded,
        Upheld,
        Dismissed
    }

    /// @notice Most appeals of one case; the last one goes to governance.
    uint256 public constant MAX_APPEALS = 3;
    /// @notice What {maxDuration} leaves for the execution of a ruling.
    uint256 public constant EXECUTION_SLACK = 1 days;

    /// @notice The registry whose entries are judged.
    IExperienceRegistry public immutable registry;
    /// @notice The vault that holds the bonds of challengers and appellants.
    IBondVault public immutable bonds;

    /// @notice Seconds from a commitment in which it must be opened.
    uint256 public immutable revealPeriod;
    /// @notice Seconds to publish a requested leaf, or to show the drawn ones.
    uint256 public immutable responsePeriod;
    /// @notice Seconds for a quorum of jurors to sign.
    uint256 public immutable verdictPeriod;
    /// @notice Seconds in which a verdict can be appealed.
    uint256 public immutable appealPeriod;
    /// @notice Seconds for governance to decide after the last appeal.
    uint256 public immutable governancePeriod;
    /// @notice Seconds in which the guardian can veto a found fault.
    uint256 public immutable vetoPeriod;
    /// @notice Seconds after the veto in which governance can still reverse it, before any money moves.
    uint256 public immutable escrowPeriod;

    /// @notice Number of cases; they run from 1 to this, in the order of their commitments.
    uint256 public caseCount;
    /// @notice When governance ended this court, in Unix seconds; 0 while it has not. Cases that were not final then are
    /// paid back, and none are taken.
    uint256 public invalidatedAt;
    /// @notice The case that decides over an entry, if it is not reversed; 0 if none.
    mapping(uint256 entryId => uint256 caseId) public leadingCase;

    mapping(uint256 caseId => Case) internal _cases;
    mapping(uint256 caseId => mapping(uint256 round => Appeal)) internal _appeals;

    /// @notice Somebody committed to a proof against an entry and locked a bond.
    event CaseCommitted(
        uint256 indexed caseId, uint256 indexed entryId, address indexed challenger, uint256 bond, uint256 openBy
    );
    /// @notice The proof was shown. `payload` is what {IExperienceRegistry-slash} needs together with the fault.
    event CaseOpened(uint256 indexed caseId, uint256 indexed entryId, Fault fault, bytes payload);
    /// @notice Jurors must weigh in by `deadline`, with their weights at `snapshot`.
    event VerdictWanted(uint256 indexed caseId, uint256 round, uint256 snapshot, uint256 deadline);
    /// @notice A quorum has signed; it can be appealed until `appealBy`.
    event VerdictGiven(uint256 indexed caseId, uint256 round, bool upheld, uint256 weight, uint256 appealBy);
    /// @notice A verdict was appealed with a bond.
    event CaseAppealed(uint256 indexed caseId, uint256 round, address indexed appellant, bool forUphold, uint256 bond);
    /// @notice A fault was found. It can be vetoed until `vetoUntil` and executed from `executableAt` on.
    event FaultFound(
        uint256 indexed caseId, uint256 indexed entryId, Fault fault, uint256 vetoUntil, uint256 executableAt
    );
    /// @notice The requested leaf was published in the calldata of this transaction.
    event LeafPublished(uint256 indexed caseId, uint256 indexed entryId, uint256 requested, address indexed by);
    /// @notice A case ended and its bonds were settled.
    event CaseClosed(uint256 indexed caseId, uint256 indexed entryId, Outcome outcome);
    /// @notice A case became the one that decides over its entry.
    event CaseLeads(uint256 indexed caseId, uint256 indexed entryId);
    /// @notice All open cases are to be paid back and none will be taken any more.
    event CourtInvalidated();

    /// @notice A constructor argument is outside its bounds.
    error ParameterOutOfRange(string name, uint256 value);
    /// @notice No case has this id.
    error CaseUnknown(uint256 caseId);
    /// @notice The case is in another phase than the call needs.
    error WrongPhase(uint256 caseId, Phase phase);
    /// @notice The phase is over.
    error PhaseOver(uint256 caseId, uint256 endedAt);
    /// @notice The phase is not over.
    error PhaseRuns(uint256 caseId, uint256 endsAt);
    /// @notice The submitter may not challenge the own entry.
    error OwnEntry(uint256 entryId);
    /// @notice The commitment is zero.
    error CommitmentZero();
    /// @notice Only the challenger may open the commitment.
    error NotChallenger(address caller, address challenger);
    /// @notice What is opened is not what was committed to.
    error CommitmentMismatch(bytes32 committed, bytes32 opened);
    /// @notice A commitment is opened in a later block than it was made in.
    error SameBlock(uint256 blockNumber);
    /// @notice The proof is not the one that was opened.
    error ProofMismatch(bytes32 opened, bytes32 given);
    /// @notice The block of the draw is not mined yet, or too old to be known.
    error DrawUnknown(uint256 blockNumber);
    /// @notice The court was invalidated.
    error Invalidated(uint256 since);
    /// @notice The case cannot lead: it is not upheld, or an older or final one does.
    error CannotLead(uint256 caseId, uint256 leading);
    /// @notice The bonds of the case were settled already.
    error AlreadyPaid(uint256 caseId);

    /// @param registry_ The registry; it may be deployed later, at a computed address.
    /// @param bonds_ Vault of which this court is a module; the same holds for it.
    /// @param periods Lengths of the phases; each at least one second and at most 14 days, together below 55 days.
    constructor(IExperienceRegistry registry_, IBondVault bonds_, Periods memory periods) {
        if (address(registry_) == address(0)) revert ParameterOutOfRange("registry", 0);
        if (address(bonds_) == address(0)) revert ParameterOutOfRange("bonds", 0);
        registry = registry_;
        bonds = bonds_;
        revealPeriod = _checkPeriod("reveal", periods.reveal);
        responsePeriod = _checkPeriod("response", periods.response);
        verdictPeriod = _checkPeriod("verdict", periods.verdict);
        appealPeriod = _checkPeriod("appeal", periods.appeal);
        governancePeriod = _checkPeriod("governance", periods.governance);
        vetoPeriod = _checkPeriod("veto", periods.veto);
        escrowPeriod = _checkPeriod("escrow", periods.escrow);
        uint256 duration = _sumPeriods(periods);
        if (duration > 60 days) revert ParameterOutOfRange("maxDuration", duration);
    }

    /// @inheritdoc IDisputeCourt
    function rulingOf(uint256 entryId) external view returns (Ruling memory ruling) {
        uint256 caseId = leadingCase[entryId];
        Case storage c = _cases[caseId];
        if (caseId == 0 || !_isFinal(c)) return ruling;
        return Ruling({upheld: true, fault: c.fault, challenger: c.challenger, proofHash: c.proof});
    }

    /// @inheritdoc IDisputeCourt
    /// @dev The longest path: commitment, three verdicts with their appeals, governance, veto, escrow, execution.
    function maxDuration() public view returns (uint256) {
        return revealPeriod + _longestTrial() + vetoPeriod + escrowPeriod + EXECUTION_SLACK;
    }

    /// @notice One case.
    /// @param caseId Its id.
    /// @return The case; refused where there is none.
    function getCase(uint256 caseId) external view returns (Case memory) {
        return _known(caseId);
    }

    /// @notice One appeal of a case.
    /// @param caseId The case.
    /// @param round From 1; it was made against the verdict of the round before.
    /// @return The appeal; all zero where there is none.
    function getAppeal(uint256 caseId, uint256 round) external view returns (Appeal memory) {
        return _appeals[caseId][round];
    }

    function _known(uint256 caseId) internal view returns (Case storage c) {
        c = _cases[caseId];
        if (c.phase == Phase.None) revert CaseUnknown(caseId);
    }

    function _inPhase(uint256 caseId, Phase phase) internal view returns (Case storage c) {
        c = _known(caseId);
        if (invalidatedAt != 0) revert Invalidated(invalidatedAt);
        if (c.phase != phase) revert WrongPhase(caseId, c.phase);
        if (block.timestamp >= c.deadline) revert PhaseOver(caseId, c.deadline);
    }

    /// @dev Whether nothing can stop the execution of an upheld case any more.
    function _isFinal(Case storage c) internal view returns (bool) {
        uint256 clock = invalidatedAt == 0 ? block.timestamp : invalidatedAt;
        return c.phase == Phase.Upheld && clock >= _executableAt(c);
    }

    function _executableAt(Case storage c) internal view returns (uint256) {
        return c.decidedAt + vetoPeriod + escrowPeriod;
    }

    /// @dev The fault is found as of the second `at`.
    function _uphold(uint256 caseId, Case storage c, uint256 at) internal {
        c.phase = Phase.Upheld;
        c.verdict = true;
        c.decidedAt = uint48(at);
        emit FaultFound(caseId, c.entryId, c.fault, at + vetoPeriod, _executableAt(c));
        uint256 leading = leadingCase[c.entryId];
        if (_mayLead(caseId, leading)) _lead(caseId, c.entryId);
    }

    /// @dev The older commitment leads: a proof that is copied when it is shown earns nothing.
    function _mayLead(uint256 caseId, uint256 leading) internal view returns (bool) {
        return leading == 0 || (caseId < leading && !_isFinal(_cases[leading]));
    }

    function _lead(uint256 caseId, uint256 entryId) internal {
        leadingCase[entryId] = caseId;
        emit CaseLeads(caseId, entryId);
    }

    /// @dev Ends a case without a slash.
    function _close(uint256 caseId, Case storage c, Outcome outcome) internal {
        c.phase = Phase.Closed;
        uint256 entryId = c.entryId;
        if (leadingCase[entryId] == caseId) leadingCase[entryId] = 0;
        _settle(caseId, c, outcome);
        registry.closeDispute(entryId);
    }

    /// @dev Settles the bonds of a case, once: whoever was right gets back what was locked.
    function _settle(uint256 caseId, Case storage c, Outcome outcome) internal {
        if (c.paid) revert AlreadyPaid(caseId);
        c.paid = true;
        emit CaseClosed(caseId, c.entryId, outcome);
        _return(c.challenger, c.bond, outcome == Outcome.Dismissed, c.accused);
        for (uint256 round = 1; round <= c.round; round++) {
            Appeal storage appeal = _appeals[caseId][round];
            bool lost = outcome != Outcome.Refunded && appeal.forUphold != (outcome == Outcome.Upheld);
            _return(appeal.appellant, uint256(c.bond) << round, lost, appeal.forUphold ? c.accused : c.challenger);
        }
    }

    function _return(address owner, uint256 amount, bool lost, address winner) private {
        if (!lost) return bonds.release(owner, amount);
        (uint256 burned, uint256 toWinner) = SlashingProfiles.splitLost(amount);
        bonds.slash(owner, burned, winner, toWinner, 0);
    }

    function _longestTrial() private view returns (uint256) {
        uint256 quorums = MAX_APPEALS * (verdictPeriod + appealPeriod) + governancePeriod;
        return quorums > responsePeriod ? quorums : responsePeriod;
    }

    function _sumPeriods(Periods memory p) private pure returns (uint256) {
        uint256 quorums = MAX_APPEALS * (uint256(p.verdict) + p.appeal) + p.governance;
        uint256 trial = quorums > p.response ? quorums : p.response;
        return trial + p.reveal + p.veto + p.escrow + EXECUTION_SLACK;
    }

    function _checkPeriod(string memory name, uint256 value) private pure returns (uint256) {
        if (value == 0 || value > 14 days) revert ParameterOutOfRange(name, value);
        return value;
    }
}
