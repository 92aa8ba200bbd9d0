// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {CourtCases} from "../src/CourtCases.sol";
import {DisputeCourt} from "../src/DisputeCourt.sol";
import {FaultJudge} from "../src/FaultJudge.sol";
import {IBondVault} from "../src/interfaces/IBondVault.sol";
import {IDisputeCourt} from "../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "../src/interfaces/IExperienceRegistry.sol";
import {IJurorWeights} from "../src/interfaces/IJurorWeights.sol";
import {JurorBonds} from "../src/JurorBonds.sol";
import {SchemaBook} from "../src/SchemaBook.sol";
import {MockRegistry, MockVault} from "./support/CourtMocks.sol";
import {CourtFixture} from "./support/CourtFixture.sol";
import {Trees} from "./support/Trees.sol";

contract ChallengeTest is CourtFixture {
    function test_aCommitmentLocksHalfABondAndHoldsTheEntryUp() public {
        vm.prank(BOB);
        vm.expectEmit();
        emit CourtCases.CaseCommitted(1, ENTRY, BOB, HALF, block.timestamp + 1 days);
        uint256 caseId = court.commit(ENTRY, "commitment");
        assertEq(caseId, 1, "id");
        assertEq(vault.lockedOf(address(court), BOB), HALF, "locked, rounded up");
        assertEq(registry.openDisputes(ENTRY), 1, "held up");
        assertPhase(caseId, CourtCases.Phase.Committed);
        assertEq(court.getCase(caseId).accused, alice(), "accused");
    }

    function test_aProvenFaultIsFoundAtOnceAndRulesAfterVetoAndEscrow() public {
        bytes memory payload = provenSchemaFault();
        uint256 caseId = bring(BOB, IDisputeCourt.Fault.Schema, payload);
        assertPhase(caseId, CourtCases.Phase.Upheld);
        assertTrue(!court.rulingOf(ENTRY).upheld, "not yet");
        vm.warp(block.timestamp + 7 days - 1);
        assertTrue(!court.rulingOf(ENTRY).upheld, "not in the last second either");
        vm.warp(block.timestamp + 1);
        IDisputeCourt.Ruling memory ruling = court.rulingOf(ENTRY);
        assertTrue(ruling.upheld, "now");
        assertEq(ruling.challenger, BOB, "challenger");
        assertEq(uint256(ruling.fault), uint256(IDisputeCourt.Fault.Schema), "fault");
        assertEq(ruling.proofHash, keccak256(abi.encode(uint8(1), payload)), "the bytes that slash takes");
        court.payBack(caseId);
        assertEq(vault.wealthOf(BOB), DEPOSIT, "bond back");
        assertNothingLocked();
    }

    function test_aProofThatDoesNotHoldIsRefusedAndCanBeTriedAgain() public {
        uint256 caseId = commitAs(BOB, IDisputeCourt.Fault.Schema, provenSchemaFault());
        skip(12);
        bytes32 opened = court.hashChallenge(ENTRY, IDisputeCourt.Fault.Schema, "other", BOB, SALT);
        vm.expectRevert(
            abi.encodeWithSelector(CourtCases.CommitmentMismatch.selector, court.getCase(caseId).proof, opened)
        );
        openAs(BOB, caseId, IDisputeCourt.Fault.Schema, "other");
        openAs(BOB, caseId, IDisputeCourt.Fault.Schema, provenSchemaFault());
        assertPhase(caseId, CourtCases.Phase.Upheld);
    }

    function test_aGoodLeafConvictsNobody() public {
        bytes memory payload = schemaProof(badScores(), 0);
        uint256 caseId = commitAs(BOB, IDisputeCourt.Fault.Schema, payload);
        skip(12);
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.LeafInOrder.selector, 0));
        openAs(BOB, caseId, IDisputeCourt.Fault.Schema, payload);
        assertPhase(caseId, CourtCases.Phase.Committed);
    }

    function test_onlyTheChallengerOpensAndNotInTheSameBlock() public {
        bytes memory payload = provenSchemaFault();
        uint256 caseId = commitAs(BOB, IDisputeCourt.Fault.Schema, payload);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.SameBlock.selector, block.number));
        openAs(BOB, caseId, IDisputeCourt.Fault.Schema, payload);
        skip(12);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.NotChallenger.selector, CAROL, BOB));
        openAs(CAROL, caseId, IDisputeCourt.Fault.Schema, payload);
    }

    function test_whatIsNotOpenedInTimeIsLost() public {
        bytes memory payload = provenSchemaFault();
        uint256 caseId = commitAs(BOB, IDisputeCourt.Fault.Schema, payload);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.PhaseRuns.selector, caseId, court.getCase(caseId).deadline));
        court.advance(caseId);
        skip(1 days);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.PhaseOver.selector, caseId, block.timestamp));
        openAs(BOB, caseId, IDisputeCourt.Fault.Schema, payload);
        vm.expectEmit();
        emit CourtCases.CaseClosed(caseId, ENTRY, CourtCases.Outcome.Dismissed);
        court.advance(caseId);
        assertEq(vault.wealthOf(BOB), DEPOSIT - HALF, "lost");
        assertEq(vault.credits(alice()), HALF / 2, "half to the accused");
        assertEq(vault.burned(), HALF - HALF / 2, "half burned");
        assertEq(registry.openDisputes(ENTRY), 0, "the entry is free");
        assertNothingLocked();
    }

    function test_refusesTheSubmitterAZeroCommitmentAndAnUnknownEntry() public {
        vm.prank(alice());
        vm.expectRevert(abi.encodeWithSelector(CourtCases.OwnEntry.selector, ENTRY));
        court.commit(ENTRY, "c");
        vm.prank(BOB);
        vm.expectRevert(CourtCases.CommitmentZero.selector);
        court.commit(ENTRY, 0);
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.EntryUnknown.selector, 9));
        court.commit(9, "c");
    }

    function test_refusesWhoCannotPayAndAnEntryThatTakesNoDispute() public {
        vm.prank(address(0xDEAD));
        vm.expectRevert(abi.encodeWithSelector(MockVault.FreeTooSmall.selector, address(0xDEAD), 0, HALF));
        court.commit(ENTRY, "c");
        registry.setRefusesDisputes(true);
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(MockRegistry.ChallengeClosed.selector, ENTRY, block.timestamp));
        court.commit(ENTRY, "c");
        assertEq(court.caseCount(), 0, "no case");
    }

    function test_refusesAnUnknownCase() public {
        vm.expectRevert(abi.encodeWithSelector(CourtCases.CaseUnknown.selector, 7));
        court.advance(7);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.CaseUnknown.selector, 7));
        court.getCase(7);
    }

    function test_noFaultAtAllCannotBeOpened() public {
        uint256 caseId = commitAs(BOB, IDisputeCourt.Fault.None, "");
        skip(12);
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.FaultNotDecidable.selector, IDisputeCourt.Fault.None));
        openAs(BOB, caseId, IDisputeCourt.Fault.None, "");
    }

    function test_theOldestCommitmentEarnsTheBountyWhoeverOpensFirst() public {
        bytes memory payload = provenSchemaFault();
        uint256 honest = commitAs(BOB, IDisputeCourt.Fault.Schema, payload);
        skip(12);
        // Carol guesses the proof one block later, or copies it out of the mempool, and opens first.
        uint256 copied = commitAs(CAROL, IDisputeCourt.Fault.Schema, payload);
        skip(12);
        openAs(CAROL, copied, IDisputeCourt.Fault.Schema, payload);
        assertEq(court.leadingCase(ENTRY), copied, "first");
        vm.expectEmit();
        emit CourtCases.CaseLeads(honest, ENTRY);
        openAs(BOB, honest, IDisputeCourt.Fault.Schema, payload);
        skip(7 days);
        assertEq(court.rulingOf(ENTRY).challenger, BOB, "the older commitment");
        court.payBack(honest);
        court.payBack(copied);
        assertEq(vault.wealthOf(CAROL), DEPOSIT, "nobody who proved a fault loses a bond");
        assertNothingLocked();
    }

    function test_aFinalRulingIsNeverDisplaced() public {
        bytes memory payload = provenSchemaFault();
        CourtCases.Periods memory p = periods();
        (p.veto, p.escrow) = (1, 1);
        court = new DisputeCourt(
            address(manager), asRegistry(), IBondVault(address(vault)), judge, IJurorWeights(jurors), p
        );
        uint256 older = commitAs(BOB, IDisputeCourt.Fault.Schema, payload);
        uint256 newer = commitAs(CAROL, IDisputeCourt.Fault.Schema, payload);
        skip(12);
        openAs(CAROL, newer, IDisputeCourt.Fault.Schema, payload);
        skip(2);
        openAs(BOB, older, IDisputeCourt.Fault.Schema, payload);
        assertEq(court.leadingCase(ENTRY), newer, "it stays");
        vm.expectRevert(abi.encodeWithSelector(CourtCases.CannotLead.selector, older, newer));
        court.lead(older);
        skip(2);
        court.payBack(older);
        court.payBack(newer);
        assertNothingLocked();
    }

    function testFuzz_whoeverProvesAFaultNeverLosesItsBond(uint256 delay, bool copiedFirst, bool otherVetoed) public {
        bytes memory payload = provenSchemaFault();
        uint256 mine = commitAs(BOB, IDisputeCourt.Fault.Schema, payload);
        uint256 other = commitAs(CAROL, IDisputeCourt.Fault.Schema, payload);
        skip(bound(delay, 1, 1 days - 1));
        if (copiedFirst) openAs(CAROL, other, IDisputeCourt.Fault.Schema, payload);
        openAs(BOB, mine, IDisputeCourt.Fault.Schema, payload);
        if (copiedFirst && otherVetoed) court.veto(other);
        skip(7 days);
        court.payBack(mine);
        assertEq(vault.wealthOf(BOB), DEPOSIT, "whole");
        if (!copiedFirst) court.advance(other);
        else if (!otherVetoed) court.payBack(other);
        assertNothingLocked();
    }

    function testFuzz_whoeverOpensNothingAlwaysLosesAllOfIt(uint96 bond, uint256 delay) public {
        uint256 entryBond = bound(bond, 2, 2 * DEPOSIT);
        registry.setEntry(ENTRY, "other", 3, alice(), entryBond);
        uint256 caseId = commitAs(BOB, IDisputeCourt.Fault.Schema, "bluff");
        uint256 locked = entryBond - entryBond / 2;
        assertTrue(2 * locked >= entryBond, "at least half");
        skip(bound(delay, 1 days, 365 days));
        court.advance(caseId);
        assertEq(vault.wealthOf(BOB), DEPOSIT - locked, "all of it");
        assertTrue(2 * vault.burned() >= locked, "at least half of it burned");
        assertNothingLocked();
    }

    function testFuzz_everyPartOfAChallengeIsCommitted(
        uint64 entryId,
        uint8 fault,
        bytes memory payload,
        address challenger,
        bytes32 salt,
        uint8 part
    ) public {
        IDisputeCourt.Fault kind = IDisputeCourt.Fault(fault % 8);
        bytes32 before = court.hashChallenge(entryId, kind, payload, challenger, salt);
        uint256 which = part % 6;
        if (which == 0) entryId ^= 1;
        else if (which == 1) kind = IDisputeCourt.Fault((fault % 8 + 1) % 8);
        else if (which == 2) payload = abi.encodePacked(payload, uint8(0));
        else if (which == 3) challenger = address(uint160(challenger) ^ 1);
        else if (which == 4) salt = ~salt;
        else court = anotherCourt();
        assertTrue(court.hashChallenge(entryId, kind, payload, challenger, salt) != before, "another commitment");
    }

    function anotherCourt() private returns (DisputeCourt) {
        return new DisputeCourt(
            address(manager), asRegistry(), IBondVault(address(vault)), judge, IJurorWeights(jurors), periods()
        );
    }
}

contract VetoTest is CourtFixture {
    uint256 private caseId;

    function setUp() public override {
        super.setUp();
        caseId = bring(BOB, IDisputeCourt.Fault.Schema, provenSchemaFault());
    }

    function test_theGuardianStopsAFaultInItsVetoPeriodOnly() public {
        vm.warp(block.timestamp + 3 days);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.PhaseOver.selector, caseId, block.timestamp));
        court.veto(caseId);
        court.reverse(caseId);
        assertStopped();
    }

    function test_aVetoGivesAllBondsBack() public {
        vm.warp(block.timestamp + 3 days - 1);
        court.veto(caseId);
        assertStopped();
        vm.expectRevert(wrongPhase(caseId, CourtCases.Phase.Closed));
        court.veto(caseId);
    }

    function test_governanceReversesUntilTheEscrowIsOver() public {
        vm.warp(block.timestamp + 7 days);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.PhaseOver.selector, caseId, block.timestamp));
        court.reverse(caseId);
        assertTrue(court.rulingOf(ENTRY).upheld, "final");
    }

    function test_aCaseThatIsNotUpheldCanBeStoppedAtAnyTime() public {
        uint256 second = commitAs(CAROL, IDisputeCourt.Fault.Quality, "evidence");
        court.veto(second);
        assertEq(vault.wealthOf(CAROL), DEPOSIT, "whole");
        assertPhase(second, CourtCases.Phase.Closed);
    }

    function test_strangersStopNothing() public {
        vm.startPrank(CAROL);
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, CAROL);
        vm.expectRevert(reason);
        court.veto(caseId);
        vm.expectRevert(reason);
        court.reverse(caseId);
        vm.expectRevert(reason);
        court.invalidate();
        vm.expectRevert(reason);
        court.decide(caseId, true);
        vm.stopPrank();
    }

    function test_afterAVetoAnotherUpheldCaseLeads() public {
        bytes memory payload = provenSchemaFault();
        uint256 second = bring(CAROL, IDisputeCourt.Fault.Schema, payload);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.CannotLead.selector, second, caseId));
        court.lead(second);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.CannotLead.selector, caseId, caseId));
        court.lead(caseId);
        court.veto(caseId);
        assertEq(court.leadingCase(ENTRY), 0, "nobody leads");
        vm.expectRevert(abi.encodeWithSelector(CourtCases.CannotLead.selector, caseId, 0));
        court.lead(caseId);
        court.lead(second);
        skip(7 days);
        assertEq(court.rulingOf(ENTRY).challenger, CAROL, "it rules");
    }

    function test_anInvalidatedCourtPaysEverybodyBack() public {
        bytes memory payload = provenSchemaFault();
        uint256 second = commitAs(CAROL, IDisputeCourt.Fault.Schema, payload);
        vm.expectEmit();
        emit CourtCases.CourtInvalidated();
        court.invalidate();
        bytes memory reason = abi.encodeWithSelector(CourtCases.Invalidated.selector, block.timestamp);
        vm.expectRevert(reason);
        court.invalidate();
        vm.prank(BOB);
        vm.expectRevert(reason);
        court.commit(ENTRY, "c");
        skip(12);
        vm.expectRevert(reason);
        openAs(CAROL, second, IDisputeCourt.Fault.Schema, payload);
        skip(365 days);
        assertTrue(!court.rulingOf(ENTRY).upheld, "what was not final never is");
        court.payBack(caseId);
        court.advance(second);
        assertEq(vault.wealthOf(BOB), DEPOSIT, "bob");
        assertEq(vault.wealthOf(CAROL), DEPOSIT, "carol");
        assertEq(registry.openDisputes(ENTRY), 0, "the entry is free");
    }

    function test_whatWasFinalBeforeAnInvalidationStays() public {
        skip(7 days);
        court.invalidate();
        assertTrue(court.rulingOf(ENTRY).upheld, "final");
        court.payBack(caseId);
        assertNothingLocked();
    }

    function test_refusesToPayTwiceOrTooEarly() public {
        vm.expectRevert(abi.encodeWithSelector(CourtCases.PhaseRuns.selector, caseId, block.timestamp + 7 days));
        court.payBack(caseId);
        vm.expectRevert(wrongPhase(caseId, CourtCases.Phase.Upheld));
        court.advance(caseId);
        skip(7 days);
        court.payBack(caseId);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.AlreadyPaid.selector, caseId));
        court.payBack(caseId);
    }

    function test_casesThatBecamePointlessArePaidBack() public {
        skip(7 days - 1);
        uint256 pending = commitAs(CAROL, IDisputeCourt.Fault.Quality, "evidence");
        vm.expectRevert(wrongPhase(pending, CourtCases.Phase.Committed));
        court.payBack(pending);
        skip(1);
        court.payBack(pending);
        assertEq(vault.wealthOf(CAROL), DEPOSIT, "whole");
        vm.expectRevert(wrongPhase(pending, CourtCases.Phase.Closed));
        court.payBack(pending);
        vm.expectRevert(wrongPhase(pending, CourtCases.Phase.Closed));
        court.advance(pending);
    }

    function test_aCommitmentThatWasNotOpenedIsNotSavedByAnotherCase() public {
        uint256 bluff = commitAs(CAROL, IDisputeCourt.Fault.Schema, "bluff");
        skip(7 days);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.PhaseOver.selector, bluff, court.getCase(bluff).deadline));
        court.payBack(bluff);
        court.advance(bluff);
        assertEq(vault.wealthOf(CAROL), DEPOSIT - HALF, "lost");
    }

    /// @dev From the fault on: three days of veto, four more in which governance can reverse it, then it rules for good.
    function testFuzz_aRulingHoldsFromTheEndOfItsEscrowOn(uint32 passed) public {
        uint256 waited = bound(passed, 0, 14 days);
        vm.warp(block.timestamp + waited);
        assertTrue(court.rulingOf(ENTRY).upheld == (waited >= 7 days), "rules");
        if (waited >= 3 days) vm.expectRevert();
        court.veto(caseId);
        if (waited < 3 days) return;
        if (waited >= 7 days) vm.expectRevert();
        court.reverse(caseId);
        assertTrue(court.rulingOf(ENTRY).upheld == (waited >= 7 days), "for good");
    }

    function testFuzz_nobodyElseGoverns(address stranger, uint8 what) public {
        if (stranger == address(this)) stranger = CAROL;
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        vm.prank(stranger);
        vm.expectRevert(reason);
        if (what % 4 == 0) court.veto(caseId);
        else if (what % 4 == 1) court.reverse(caseId);
        else if (what % 4 == 2) court.decide(caseId, what > 127);
        else court.invalidate();
    }

    function assertStopped() private view {
        assertPhase(caseId, CourtCases.Phase.Closed);
        assertTrue(!court.rulingOf(ENTRY).upheld, "no ruling");
        assertEq(court.leadingCase(ENTRY), 0, "nobody leads");
        assertEq(registry.openDisputes(ENTRY), 0, "the entry is free");
        assertEq(vault.wealthOf(BOB), DEPOSIT, "bond back");
        assertNothingLocked();
    }
}

contract WithheldTest is CourtFixture {
    uint256 private caseId;

    function setUp() public override {
        super.setUp();
        caseId = bring(BOB, IDisputeCourt.Fault.Withheld, abi.encode(uint32(1)));
    }

    function test_aLeafThatIsPublishedCostsTheChallengerItsBond() public {
        assertPhase(caseId, CourtCases.Phase.Requested);
        FaultJudge.Answer memory given = leaf(1);
        vm.prank(CAROL);
        vm.expectEmit();
        emit CourtCases.LeafPublished(caseId, ENTRY, 1, CAROL);
        court.publishLeaf(caseId, given);
        assertEq(vault.wealthOf(BOB), DEPOSIT - HALF, "lost");
        assertEq(vault.credits(alice()), HALF / 2, "half to the submitter");
        assertPhase(caseId, CourtCases.Phase.Closed);
        assertNothingLocked();
    }

    function test_aLeafThatStaysAwayIsAFault() public {
        skip(3 days);
        FaultJudge.Answer memory given = leaf(1);
        uint256 over = court.getCase(caseId).deadline;
        vm.expectRevert(abi.encodeWithSelector(CourtCases.PhaseOver.selector, caseId, over));
        court.publishLeaf(caseId, given);
        uint256 at = block.timestamp;
        skip(1 days);
        court.advance(caseId);
        assertEq(court.getCase(caseId).decidedAt, at, "as of the deadline, not of the late call");
        skip(6 days);
        assertTrue(court.rulingOf(ENTRY).upheld, "rules");
        court.payBack(caseId);
        assertNothingLocked();
    }

    function test_anotherLeafIsNoAnswer() public {
        FaultJudge.Answer memory given = leaf(0);
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.NotRequested.selector, 1, 0));
        court.publishLeaf(caseId, given);
    }

    function test_bytesThatAreNotUnderTheRootAreNoAnswer() public {
        FaultJudge.Answer memory given = leaf(1);
        given.payload = "other";
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.LeafNotProven.selector, 3, 1));
        court.publishLeaf(caseId, given);
    }

    function test_aRequestBehindTheLastLeafIsAnsweredByAnyLeaf() public {
        uint256 second = bring(CAROL, IDisputeCourt.Fault.Withheld, abi.encode(uint32(3)));
        court.publishLeaf(second, leaf(0));
        assertEq(vault.wealthOf(CAROL), DEPOSIT - HALF, "lost");
    }

    function test_refusesARequestWhereTheSchemaBoundsNoLeaf() public {
        registry.setEntry(ENTRY, "root", 9, alice(), BOND);
        uint256 second = commitAs(CAROL, IDisputeCourt.Fault.Withheld, abi.encode(uint32(1)));
        skip(12);
        vm.expectRevert(abi.encodeWithSelector(SchemaBook.SchemaUnknown.selector, 9));
        openAs(CAROL, second, IDisputeCourt.Fault.Withheld, abi.encode(uint32(1)));
    }

    function test_refusesALeafWhereNoneWasRequested() public {
        uint256 second = commitAs(CAROL, IDisputeCourt.Fault.Withheld, abi.encode(uint32(3)));
        FaultJudge.Answer memory given = leaf(0);
        vm.expectRevert(wrongPhase(second, CourtCases.Phase.Committed));
        court.publishLeaf(second, given);
    }

    function testFuzz_aLeafIsPublishedInTimeOrTheFaultIsFound(uint32 delay) public {
        uint256 waited = bound(delay, 0, 6 days);
        FaultJudge.Answer memory given = leaf(1);
        vm.warp(block.timestamp + waited);
        if (waited < 3 days) {
            court.publishLeaf(caseId, given);
        } else {
            court.advance(caseId);
            skip(7 days);
            court.payBack(caseId);
        }
        assertTrue((vault.wealthOf(BOB) == DEPOSIT) == (waited >= 3 days), "who is right");
        assertTrue((vault.wealthOf(BOB) == DEPOSIT - HALF) == (waited < 3 days), "who is wrong");
        assertNothingLocked();
    }

    function leaf(uint32 index) private pure returns (FaultJudge.Answer memory) {
        bytes[] memory payloads = badScores();
        return FaultJudge.Answer(3, index, hex"01551220", Trees.path(Trees.rawLeaves(payloads), index), payloads[index]);
    }
}

contract CopyTest is CourtFixture {
    uint256 private constant COPY = 2;
    bytes private claim;

    function setUp() public override {
        super.setUp();
        registry.setEntry(ENTRY, Trees.rawRoot(badScores()), 3, CAROL, BOND);
        skip(1 days);
        // The copy holds the older entry's leaves in another order.
        registry.setEntry(COPY, Trees.rawRoot(turned()), 3, alice(), BOND);
        claim = abi.encode(FaultJudge.CopyClaim(ENTRY, 3, 3));
    }

    function test_aCopyIsFoundByLeavesThatStandInBoth() public {
        uint256 caseId = bringCopy();
        assertPhase(caseId, CourtCases.Phase.Sampling);
        vm.roll(block.number + 2);
        court.showCopy(caseId, claim, openings());
        assertPhase(caseId, CourtCases.Phase.Upheld);
    }

    function test_theDrawIsUnknownBeforeItsBlockAndLongAfter() public {
        uint256 caseId = bringCopy();
        uint256 drawn = court.getCase(caseId).detail;
        FaultJudge.CopyOpening[] memory all = openings();
        vm.expectRevert(abi.encodeWithSelector(CourtCases.DrawUnknown.selector, drawn));
        court.showCopy(caseId, claim, all);
        vm.roll(drawn + 257);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.DrawUnknown.selector, drawn));
        court.showCopy(caseId, claim, all);
    }

    function test_whatIsNotShownInTimeIsLost() public {
        uint256 caseId = bringCopy();
        skip(3 days);
        court.advance(caseId);
        assertEq(vault.wealthOf(BOB), DEPOSIT - HALF, "lost");
        assertNothingLocked();
    }

    function test_leavesThatWereNotShownAreNotSavedByAnotherCase() public {
        uint256 bluff = bringCopy();
        uint256 over = court.getCase(bluff).deadline;
        bytes memory payload = schemaProof(turned(), 2);
        bytes32 commitment = court.hashChallenge(COPY, IDisputeCourt.Fault.Schema, payload, CAROL, SALT);
        vm.prank(CAROL);
        uint256 proven = court.commit(COPY, commitment);
        skip(12);
        openAs(CAROL, proven, IDisputeCourt.Fault.Schema, payload);
        skip(7 days);
        assertTrue(court.rulingOf(COPY).upheld, "the other case rules");
        vm.expectRevert(abi.encodeWithSelector(CourtCases.PhaseOver.selector, bluff, over));
        court.payBack(bluff);
        court.advance(bluff);
        assertEq(vault.wealthOf(BOB), DEPOSIT - HALF, "lost");
    }

    function test_refusesAnotherClaimThanTheOneThatWasOpened() public {
        uint256 caseId = bringCopy();
        vm.roll(block.number + 2);
        bytes memory other = abi.encode(FaultJudge.CopyClaim(ENTRY, 1, 3));
        FaultJudge.CopyOpening[] memory all = openings();
        bytes32 opened = court.getCase(caseId).proof;
        bytes32 given = court.hashProof(IDisputeCourt.Fault.Copy, other);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.ProofMismatch.selector, opened, given));
        court.showCopy(caseId, other, all);
    }

    function test_refusesMissingAndForeignLeaves() public {
        uint256 caseId = bringCopy();
        vm.roll(block.number + 2);
        FaultJudge.CopyOpening[] memory all = openings();
        FaultJudge.CopyOpening[] memory two = new FaultJudge.CopyOpening[](2);
        (two[0], two[1]) = (all[0], all[1]);
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.OpeningCountInvalid.selector, 2, 3));
        court.showCopy(caseId, claim, two);
        // The first opening is of the older entry's last leaf.
        all[0].olderIndex = 0;
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.LeafNotProven.selector, 3, 0));
        court.showCopy(caseId, claim, all);
    }

    function test_refusesAnOlderEntryThatIsNotOlderEnoughOrOfAnotherSchema() public {
        refuseClaim(FaultJudge.CopyClaim(COPY, 3, 3));
        refuseClaim(FaultJudge.CopyClaim(0, 3, 3));
        refuseClaim(FaultJudge.CopyClaim(ENTRY, 0, 3));
        registry.setEntry(ENTRY, "root", 2, CAROL, BOND);
        skip(1 days);
        registry.setEntry(COPY, Trees.rawRoot(turned()), 3, alice(), BOND);
        refuseClaim(FaultJudge.CopyClaim(ENTRY, 3, 3));
    }

    function test_nobodyCopiesItself() public {
        registry.setEntry(COPY, Trees.rawRoot(turned()), 3, CAROL, BOND);
        bytes memory payload = claim;
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.OlderInvalid.selector, ENTRY));
        judge.checkCopyClaim(FaultJudge.Accused(COPY, "root", 3, CAROL), payload);
    }

    function test_anEntryThatIsOlderByTheMarginQualifies() public view {
        judge.checkCopyClaim(FaultJudge.Accused(COPY, "root", 3, alice()), claim);
    }

    function test_whoeverCopiesOutOfTheMempoolCannotAccuseTheAuthor() public {
        // Carol sees Alice's submission, and hers is mined first; both are of the same second.
        registry.setEntry(ENTRY, Trees.rawRoot(badScores()), 3, CAROL, BOND);
        refuseClaim(FaultJudge.CopyClaim(ENTRY, 3, 3));
    }

    function refuseClaim(FaultJudge.CopyClaim memory wrong) private {
        bytes memory payload = abi.encode(wrong);
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.OlderInvalid.selector, wrong.olderId));
        judge.checkCopyClaim(FaultJudge.Accused(COPY, "root", 3, alice()), payload);
    }

    function bringCopy() private returns (uint256 caseId) {
        bytes32 commitment = court.hashChallenge(COPY, IDisputeCourt.Fault.Copy, claim, BOB, SALT);
        vm.prank(BOB);
        caseId = court.commit(COPY, commitment);
        skip(12);
        openAs(BOB, caseId, IDisputeCourt.Fault.Copy, claim);
    }

    function turned() private pure returns (bytes[] memory payloads) {
        bytes[] memory older = badScores();
        payloads = new bytes[](3);
        (payloads[0], payloads[1], payloads[2]) = (older[2], older[0], older[1]);
    }

    function openings() private pure returns (FaultJudge.CopyOpening[] memory list) {
        bytes32[] memory older = Trees.rawLeaves(badScores());
        bytes32[] memory copied = Trees.rawLeaves(turned());
        list = new FaultJudge.CopyOpening[](3);
        for (uint256 i = 0; i < 3; i++) {
            uint256 place = (i + 2) % 3;
            list[i] = FaultJudge.CopyOpening(
                uint32(place),
                abi.encodePacked(hex"01551220", sha256(turned()[i])),
                Trees.path(copied, i),
                Trees.path(older, place)
            );
        }
    }
}

contract CourtParametersTest is CourtFixture {
    function test_theLongestCaseFitsIntoWhatTheRegistryIsTold() public view {
        // reveal 1, three times verdict 3 and appeal 2, governance 14, veto 3, escrow 4, execution 1.
        assertEq(court.maxDuration(), 38 days, "duration");
    }

    function test_aLongResponseCountsWhereItIsLonger() public {
        CourtCases.Periods memory p = periods();
        (p.verdict, p.appeal, p.governance, p.response) = (1 hours, 1 hours, 1 hours, 10 days);
        court = new DisputeCourt(
            address(manager), asRegistry(), IBondVault(address(vault)), judge, IJurorWeights(jurors), p
        );
        assertEq(court.maxDuration(), 19 days, "duration");
    }

    function test_refusesPeriodsThatAreEmptyLongOrTooLongTogether() public {
        CourtCases.Periods memory p = periods();
        p.veto = 0;
        refuse(p, "veto", 0);
        p = periods();
        p.escrow = 14 days + 1;
        refuse(p, "escrow", 14 days + 1);
        p = periods();
        (p.verdict, p.appeal) = (10 days, 10 days);
        refuse(p, "maxDuration", 83 days);
    }

    function test_refusesContractsThatDoNotFit() public {
        bytes memory reason = abi.encodeWithSelector(CourtCases.ParameterOutOfRange.selector, "registry", 0);
        vm.expectRevert(reason);
        new DisputeCourt(
            address(manager),
            IExperienceRegistry(address(0)),
            IBondVault(address(vault)),
            judge,
            IJurorWeights(jurors),
            periods()
        );
        vm.expectRevert(abi.encodeWithSelector(CourtCases.ParameterOutOfRange.selector, "bonds", 0));
        new DisputeCourt(
            address(manager), asRegistry(), IBondVault(address(0)), judge, IJurorWeights(jurors), periods()
        );
        vm.expectRevert(
            abi.encodeWithSelector(CourtCases.ParameterOutOfRange.selector, "judge", uint256(uint160(address(judge))))
        );
        new DisputeCourt(
            address(manager),
            IExperienceRegistry(address(1)),
            IBondVault(address(vault)),
            judge,
            IJurorWeights(jurors),
            periods()
        );
    }

    function test_refusesWeightsThatForgetBeforeAVerdict() public {
        JurorBonds short = new JurorBonds(zoo, 10_000 ether, 3 days, 30 days);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.ParameterOutOfRange.selector, "lookback", 3 days));
        new DisputeCourt(
            address(manager), asRegistry(), IBondVault(address(vault)), judge, IJurorWeights(short), periods()
        );
    }

    function refuse(CourtCases.Periods memory p, string memory name, uint256 value) private {
        vm.expectRevert(abi.encodeWithSelector(CourtCases.ParameterOutOfRange.selector, name, value));
        new DisputeCourt(address(manager), asRegistry(), IBondVault(address(vault)), judge, IJurorWeights(jurors), p);
    }
}
