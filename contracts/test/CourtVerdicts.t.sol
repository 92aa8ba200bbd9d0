// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {CourtCases} from "../src/CourtCases.sol";
import {DisputeCourt} from "../src/DisputeCourt.sol";
import {IBondVault} from "../src/interfaces/IBondVault.sol";
import {IDisputeCourt} from "../src/interfaces/IDisputeCourt.sol";
import {IJurorWeights} from "../src/interfaces/IJurorWeights.sol";
import {JurorQuorum} from "../src/JurorQuorum.sol";
import {VerdictSignatures} from "../src/VerdictSignatures.sol";
import {CourtFixture} from "./support/CourtFixture.sol";

/// @notice Jurors 1, 2, 3 hold one, two and three sixths of the weight.
contract VerdictTest is CourtFixture {
    uint256 private caseId;
    uint48 private expiry;

    function setUp() public override {
        super.setUp();
        caseId = bringQuality();
        expiry = uint48(block.timestamp + 1 hours);
    }

    function test_twoThirdsOfTheWeightDecide() public {
        give(true, signAll(digest(true), keysOf(1, 3)));
        CourtCases.Case memory c = court.getCase(caseId);
        assertTrue(c.verdict, "upheld");
        assertEq(c.deadline, block.timestamp + 2 days, "appeal");
        assertPhase(caseId, CourtCases.Phase.Judged);
    }

    function test_exactlyTwoThirdsAreEnough() public {
        // One and three sixths.
        uint256[] memory keys = new uint256[](2);
        (keys[0], keys[1]) = (1, 3);
        VerdictSignatures.Signature[] memory list = signAll(digest(false), keys);
        vm.expectEmit();
        emit CourtCases.VerdictGiven(caseId, 0, false, 40_000 * 10 ** 6, block.timestamp + 2 days);
        give(false, list);
    }

    function test_lessThanTwoThirdsAreNot() public {
        refuse(
            signAll(digest(true), keysOf(1, 2)),
            abi.encodeWithSelector(JurorQuorum.QuorumMissed.selector, 30_000 * 10 ** 6, 60_000 * 10 ** 6)
        );
    }

    function test_refusesNoSignaturesAndTooMany() public {
        refuse(new VerdictSignatures.Signature[](0), abi.encodeWithSelector(JurorQuorum.SignerCountInvalid.selector, 0));
        refuse(
            new VerdictSignatures.Signature[](65), abi.encodeWithSelector(JurorQuorum.SignerCountInvalid.selector, 65)
        );
    }

    function test_refusesTheSameSignerTwice() public {
        VerdictSignatures.Signature[] memory all = signAll(digest(true), keysOf(1, 3));
        all[2] = all[1];
        address twice = signerAt(1);
        refuse(all, abi.encodeWithSelector(VerdictSignatures.SignerOutOfOrder.selector, 2, twice));
    }

    function test_refusesSignersThatAreNotInOrder() public {
        VerdictSignatures.Signature[] memory all = signAll(digest(true), keysOf(1, 3));
        (all[0], all[1]) = (all[1], all[0]);
        refuse(all, abi.encodeWithSelector(VerdictSignatures.SignerOutOfOrder.selector, 1, signerAt(0)));
    }

    function test_refusesGarbage() public {
        VerdictSignatures.Signature[] memory all = signAll(digest(true), keysOf(1, 3));
        all[0].r = 0;
        refuse(all, abi.encodeWithSelector(VerdictSignatures.SignatureInvalid.selector, 0));
    }

    function test_refusesTheMalleableFormOfASignature() public {
        // s of the upper half that still leaves the parity's bit free: only constructed signatures have it.
        VerdictSignatures.Signature[] memory all = signAll(digest(true), keysOf(1, 3));
        all[0].vs = bytes32(uint256(type(int256).max));
        refuse(all, abi.encodeWithSelector(VerdictSignatures.SignatureInvalid.selector, 0));
    }

    function test_theMirroredSignatureNamesSomebodyElse() public {
        // n − s does not fit beside the parity's bit, so that the compact form cannot carry it.
        uint256 n = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
        VerdictSignatures.Signature[] memory all = signAll(digest(true), keysOf(1, 3));
        uint256 s = uint256(all[0].vs) & uint256(type(int256).max);
        uint256 parity = uint256(all[0].vs) >> 255;
        all[0].vs = bytes32(n - s | (1 - parity) << 255);
        vm.expectRevert();
        give(true, all);
    }

    function test_refusesAStrangersSignature() public {
        uint256[] memory keys = keysOf(1, 4);
        refuse(
            signAll(digest(true), keys), abi.encodeWithSelector(JurorQuorum.SignerWithoutWeight.selector, vm.addr(4))
        );
    }

    function test_refusesWeightThatCameAfterTheCaseWasOpened() public {
        skip(1);
        seatJuror(vm.addr(4), 100_000 ether);
        skip(1);
        test_refusesAStrangersSignature();
    }

    function test_weightThatLeavesAfterTheOpeningStillCounts() public {
        skip(31 days);
        caseId = bring(CAROL, IDisputeCourt.Fault.Quality, "again");
        expiry = uint48(block.timestamp + 1 hours);
        skip(1);
        vm.prank(vm.addr(3));
        jurors.reduceBond(30_000 ether);
        give(true, signAll(digest(true), keysOf(1, 3)));
    }

    function test_refusesTheVerdictOfAnotherOutcomeCaseOrCourt() public {
        refuseStranger(signAll(digest(false), keysOf(1, 3)));
        uint256 other = bring(CAROL, IDisputeCourt.Fault.Quality, "other");
        refuseStranger(signAll(court.verdictDigest(other, true, expiry), keysOf(1, 3)));
        refuseStranger(signAll(court.verdictDigest(caseId, true, expiry + 1), keysOf(1, 3)));
        DisputeCourt second = new DisputeCourt(
            address(manager), asRegistry(), IBondVault(address(vault)), judge, IJurorWeights(jurors), periods()
        );
        (DisputeCourt first, uint256 firstCase) = (court, caseId);
        (court, caseId) = (second, 0);
        uint256 elsewhere = bring(BOB, IDisputeCourt.Fault.Quality, "evidence");
        bytes32 foreign = court.verdictDigest(elsewhere, true, expiry);
        (court, caseId) = (first, firstCase);
        refuseStranger(signAll(foreign, keysOf(1, 3)));
    }

    function test_refusesAVerdictThatHasExpired() public {
        VerdictSignatures.Signature[] memory all = signAll(digest(true), keysOf(1, 3));
        vm.warp(uint256(expiry) + 1);
        refuse(all, abi.encodeWithSelector(JurorQuorum.VerdictExpired.selector, expiry));
    }

    function test_partiesNeitherSignNorCount() public {
        skip(31 days);
        seatJuror(alice(), 100_000 ether);
        seatJuror(BOB, 50_000 ether);
        skip(1);
        caseId = bring(BOB, IDisputeCourt.Fault.Quality, "again");
        expiry = uint48(block.timestamp + 1 hours);
        uint256[] memory keys = new uint256[](4);
        (keys[0], keys[1], keys[2], keys[3]) = (1, 2, 3, ALICE_KEY);
        VerdictSignatures.Signature[] memory withParty = signAll(digest(true), keys);
        vm.expectRevert(abi.encodeWithSelector(JurorQuorum.SignerIsParty.selector, alice()));
        give(true, withParty);
        // The three honest jurors hold less than a third of all weight, but all that is not a party's.
        give(true, signAll(digest(true), keysOf(1, 3)));
    }

    function test_theChallengerDoesNotSignEither() public {
        skip(31 days);
        vault.fund(vm.addr(2), DEPOSIT);
        caseId = bring(vm.addr(2), IDisputeCourt.Fault.Quality, "again");
        expiry = uint48(block.timestamp + 1 hours);
        VerdictSignatures.Signature[] memory all = signAll(digest(true), keysOf(1, 3));
        vm.expectRevert(abi.encodeWithSelector(JurorQuorum.SignerIsParty.selector, vm.addr(2)));
        give(true, all);
    }

    function test_refusesAVerdictAfterThePeriodAndASecondOne() public {
        VerdictSignatures.Signature[] memory all = signAll(digest(true), keysOf(1, 3));
        give(true, all);
        vm.expectRevert(wrongPhase(caseId, CourtCases.Phase.Judged));
        give(true, all);
        uint256 second = bring(CAROL, IDisputeCourt.Fault.Quality, "second");
        skip(3 days);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.PhaseOver.selector, second, block.timestamp));
        court.giveVerdict(second, true, expiry, all);
    }

    function test_withoutAVerdictEverybodyGetsItsBondBack() public {
        skip(3 days);
        vm.expectEmit();
        emit CourtCases.CaseClosed(caseId, ENTRY, CourtCases.Outcome.Refunded);
        court.advance(caseId);
        assertEq(vault.wealthOf(BOB), DEPOSIT, "whole");
        assertNothingLocked();
    }

    function testFuzz_anyOrderButTheAscendingOneIsRefused(uint256 shuffle) public {
        VerdictSignatures.Signature[] memory all = signAll(digest(true), keysOf(1, 3));
        uint256 first = shuffle % 3;
        uint256 second = shuffle / 3 % 3;
        if (first == second) return;
        (all[first], all[second]) = (all[second], all[first]);
        vm.expectRevert();
        give(true, all);
        (all[first], all[second]) = (all[second], all[first]);
        give(true, all);
    }

    function testFuzz_aRandomSignatureNeverDecides(bytes32 r, bytes32 vs, uint256 place) public {
        VerdictSignatures.Signature[] memory all = signAll(digest(true), keysOf(1, 3));
        all[place % 3] = VerdictSignatures.Signature(r, vs);
        vm.expectRevert();
        give(true, all);
    }

    function testFuzz_aVerdictNeedsTwoThirdsOfWhatIsNoPartys(uint8 signers) public {
        uint256 mask = bound(signers, 1, 7);
        uint256 weight = 0;
        uint256 count = 0;
        uint256[] memory keys = new uint256[](3);
        for (uint256 key = 1; key <= 3; key++) {
            if (mask >> (key - 1) & 1 == 0) continue;
            keys[count++] = key;
            weight += key;
        }
        uint256[] memory used = new uint256[](count);
        for (uint256 i = 0; i < count; i++) {
            used[i] = keys[i];
        }
        VerdictSignatures.Signature[] memory list = signAll(digest(true), used);
        if (3 * weight < 2 * 6) vm.expectRevert();
        give(true, list);
    }

    function testFuzz_aVerdictHoldsUntilItsExpiry(uint32 lasts, uint32 passed) public {
        expiry = uint48(block.timestamp + bound(lasts, 0, 2 days));
        VerdictSignatures.Signature[] memory list = signAll(digest(true), keysOf(1, 3));
        vm.warp(block.timestamp + bound(passed, 0, 2 days));
        if (block.timestamp > expiry) {
            vm.expectRevert(abi.encodeWithSelector(JurorQuorum.VerdictExpired.selector, expiry));
        }
        give(true, list);
    }

    /// @dev A party with any weight changes nothing about what the others need.
    function testFuzz_aPartysWeightDoesNotCount(uint16 weight, bool ofTheAccused) public {
        skip(31 days);
        seatJuror(ofTheAccused ? alice() : BOB, bound(weight, 10_000, 10 ** 6) * 1 ether);
        skip(1);
        caseId = bring(BOB, IDisputeCourt.Fault.Quality, "again");
        expiry = uint48(block.timestamp);
        VerdictSignatures.Signature[] memory two = signAll(digest(true), keysOf(1, 2));
        vm.expectRevert(abi.encodeWithSelector(JurorQuorum.QuorumMissed.selector, 30_000 * 10 ** 6, 60_000 * 10 ** 6));
        give(true, two);
        give(true, signAll(digest(true), keysOf(2, 3)));
    }

    function digest(bool upheld) private view returns (bytes32) {
        return court.verdictDigest(caseId, upheld, expiry);
    }

    function give(bool upheld, VerdictSignatures.Signature[] memory signatures) private {
        court.giveVerdict(caseId, upheld, expiry, signatures);
    }

    function refuse(VerdictSignatures.Signature[] memory signatures, bytes memory reason) private {
        vm.expectRevert(reason);
        give(true, signatures);
    }

    /// @dev What was signed for something else recovers to other addresses, whatever their order is.
    function refuseStranger(VerdictSignatures.Signature[] memory signatures) private {
        vm.expectRevert();
        give(true, signatures);
    }

    /// @dev The jurors' addresses in ascending order.
    function signerAt(uint256 place) private pure returns (address) {
        address[3] memory sorted = [vm.addr(1), vm.addr(2), vm.addr(3)];
        for (uint256 i = 0; i < 3; i++) {
            for (uint256 j = i; j > 0 && sorted[j] < sorted[j - 1]; j--) {
                (sorted[j], sorted[j - 1]) = (sorted[j - 1], sorted[j]);
            }
        }
        return sorted[place];
    }
}

contract AppealTest is CourtFixture {
    uint256 private caseId;

    function setUp() public override {
        super.setUp();
        caseId = bringQuality();
        // Deep pockets, because the third appeal costs four times the entry's bond.
        vault.fund(alice(), DEPOSIT);
        vault.fund(BOB, DEPOSIT);
        vault.fund(CAROL, DEPOSIT);
    }

    function test_withoutAnAppealTheVerdictIsFinal() public {
        verdict(caseId, true);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.PhaseRuns.selector, caseId, block.timestamp + 2 days));
        court.advance(caseId);
        skip(2 days);
        court.advance(caseId);
        assertPhase(caseId, CourtCases.Phase.Upheld);
        skip(7 days);
        assertEq(uint256(court.rulingOf(ENTRY).fault), uint256(IDisputeCourt.Fault.Quality), "rules");
        court.payBack(caseId);
        assertEq(vault.wealthOf(BOB), 2 * DEPOSIT, "whole");
        assertAllSettled();
    }

    function test_aCaseThatIsLostCostsTheChallengerItsBond() public {
        verdict(caseId, false);
        skip(2 days);
        court.advance(caseId);
        assertPhase(caseId, CourtCases.Phase.Closed);
        assertEq(vault.wealthOf(BOB), 2 * DEPOSIT - HALF, "lost");
        assertEq(vault.credits(alice()), HALF / 2, "half to the accused");
        assertEq(registry.openDisputes(ENTRY), 0, "the entry is free");
        assertAllSettled();
    }

    function test_anAppealCostsTwiceTheBondAndRestartsTheVote() public {
        verdict(caseId, true);
        skip(1 days);
        vm.prank(alice());
        vm.expectEmit();
        emit CourtCases.CaseAppealed(caseId, 1, alice(), false, 2 * HALF);
        court.appeal(caseId);
        assertEq(vault.lockedOf(address(court), alice()), 2 * HALF, "locked");
        CourtCases.Case memory c = court.getCase(caseId);
        assertEq(c.deadline, block.timestamp + 3 days, "deadline");
        assertEq(c.snapshot, block.timestamp - 1, "snapshot");
        assertEq(c.round, 1, "round");
        assertTrue(!court.getAppeal(caseId, 1).forUphold, "side");
        assertEq(court.getAppeal(caseId, 1).appellant, alice(), "appellant");
    }

    function test_aWonAppealCostsTheOtherSide() public {
        verdict(caseId, true);
        appealAs(alice());
        verdict(caseId, false);
        skip(2 days);
        court.advance(caseId);
        assertEq(vault.wealthOf(alice()), 2 * DEPOSIT + HALF / 2, "appeal back, and half of the challenge");
        assertEq(vault.wealthOf(BOB), 2 * DEPOSIT - HALF, "lost");
        assertAllSettled();
    }

    function test_aLostAppealCostsTwiceTheBond() public {
        verdict(caseId, true);
        appealAs(alice());
        verdict(caseId, true);
        skip(2 days);
        court.advance(caseId);
        skip(7 days);
        court.payBack(caseId);
        assertEq(vault.wealthOf(alice()), 2 * DEPOSIT - 2 * HALF, "lost");
        assertEq(vault.wealthOf(BOB), 2 * DEPOSIT + HALF, "half of it to the challenger");
        assertAllSettled();
    }

    function test_bondsDoubleAndTheThirdAppealGoesToGovernance() public {
        climb();
        assertPhase(caseId, CourtCases.Phase.Governance);
        assertEq(vault.lockedOf(address(court), CAROL), 2 * HALF + 8 * HALF, "first and third");
        assertEq(vault.lockedOf(address(court), BOB), HALF + 4 * HALF, "challenge and second");
        court.decide(caseId, false);
        assertPhase(caseId, CourtCases.Phase.Closed);
        assertEq(vault.wealthOf(CAROL), 2 * DEPOSIT, "right twice");
        assertEq(vault.wealthOf(BOB), 2 * DEPOSIT - 5 * HALF, "wrong twice");
        assertAllSettled();
    }

    function test_governanceFindsTheFault() public {
        climb();
        court.decide(caseId, true);
        skip(7 days);
        assertTrue(court.rulingOf(ENTRY).upheld, "rules");
        court.payBack(caseId);
        assertEq(vault.wealthOf(CAROL), 2 * DEPOSIT - 10 * HALF, "wrong twice");
        assertEq(vault.wealthOf(BOB), 2 * DEPOSIT + 5 * HALF, "half of both to the challenger");
        assertAllSettled();
    }

    function test_whereGovernanceStaysSilentTheLastVerdictStands() public {
        climb();
        skip(14 days);
        uint256 over = court.getCase(caseId).deadline;
        vm.expectRevert(abi.encodeWithSelector(CourtCases.PhaseOver.selector, caseId, over));
        court.decide(caseId, false);
        court.advance(caseId);
        assertPhase(caseId, CourtCases.Phase.Upheld);
    }

    function test_whereJurorsStaySilentOnAppealTheVerdictStandsAndCanBeAppealedAgain() public {
        verdict(caseId, true);
        appealAs(alice());
        skip(3 days);
        court.advance(caseId);
        assertPhase(caseId, CourtCases.Phase.Judged);
        assertEq(court.getCase(caseId).deadline, block.timestamp - 1 + 2 days, "from the deadline on");
        appealAs(alice());
        assertEq(vault.lockedOf(address(court), alice()), 6 * HALF, "both");
        verdict(caseId, false);
        skip(2 days);
        court.advance(caseId);
        assertEq(vault.wealthOf(alice()), 2 * DEPOSIT + HALF / 2, "right in the end");
        assertAllSettled();
    }

    function test_aVetoGivesAppealsBack() public {
        verdict(caseId, true);
        appealAs(alice());
        verdict(caseId, true);
        skip(2 days);
        court.advance(caseId);
        court.veto(caseId);
        assertEq(vault.wealthOf(alice()), 2 * DEPOSIT, "accused");
        assertEq(vault.wealthOf(BOB), 2 * DEPOSIT, "challenger");
        assertAllSettled();
    }

    function test_refusesALateAppealOneThatCannotPayAndOneWithoutAVerdict() public {
        vm.expectRevert(wrongPhase(caseId, CourtCases.Phase.Voting));
        court.appeal(caseId);
        verdict(caseId, true);
        vm.prank(address(0xDEAD));
        vm.expectRevert();
        court.appeal(caseId);
        skip(2 days);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.PhaseOver.selector, caseId, block.timestamp));
        court.appeal(caseId);
    }

    function test_refusesADecisionBeforeTheLastAppealAndByStrangers() public {
        vm.expectRevert(wrongPhase(caseId, CourtCases.Phase.Voting));
        court.decide(caseId, true);
        climb();
        vm.prank(CAROL);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, CAROL));
        court.decide(caseId, false);
    }

    function test_theWholePathFitsIntoTheLongestDuration() public {
        uint256 committedAt = block.timestamp - 12;
        for (uint256 round = 0; round < 3; round++) {
            skip(3 days - 1);
            verdict(caseId, round % 2 == 0);
            skip(2 days - 1);
            vm.prank(CAROL);
            court.appeal(caseId);
        }
        skip(14 days);
        court.advance(caseId);
        assertPhase(caseId, CourtCases.Phase.Upheld);
        uint256 executable = court.getCase(caseId).decidedAt + 7 days;
        assertTrue(executable + 1 days <= committedAt + court.maxDuration(), "in time");
    }

    /// @dev Any sequence of verdicts and appeals: all money is accounted for, the side that is right in the end has
    /// lost nothing, the other side all of its bonds.
    function testFuzz_whoeverIsRightInTheEndLosesNothing(uint8 verdicts, uint8 appeals, bool decision) public {
        uint256 lostByBob = HALF;
        uint256 lostByAlice = 0;
        uint256 round = 0;
        while (true) {
            bool upheld = verdicts >> round & 1 == 1;
            verdict(caseId, upheld);
            if (appeals >> round & 1 == 0) break;
            appealAs(upheld ? alice() : BOB);
            round++;
            if (upheld) lostByAlice += HALF << round;
            else lostByBob += HALF << round;
            if (round == 3) break;
        }
        bool found = decision;
        if (round == 3) {
            court.decide(caseId, decision);
        } else {
            found = court.getCase(caseId).verdict;
            skip(2 days);
            court.advance(caseId);
        }
        if (found) {
            skip(7 days);
            court.payBack(caseId);
        }
        (address right, address wrong, uint256 lost) = found ? (BOB, alice(), lostByAlice) : (alice(), BOB, lostByBob);
        assertEq(vault.wealthOf(wrong), 2 * DEPOSIT - lost, "all of it");
        assertTrue(vault.wealthOf(right) >= 2 * DEPOSIT, "nothing");
        assertTrue(2 * vault.burned() >= lost, "half is burned");
        assertAllSettled();
    }

    /// @dev Upheld, dismissed, upheld; Carol appeals the first and the last, Bob the second.
    function climb() private {
        verdict(caseId, true);
        appealAs(CAROL);
        verdict(caseId, false);
        appealAs(BOB);
        verdict(caseId, true);
        appealAs(CAROL);
    }

    function appealAs(address who) private {
        vm.prank(who);
        court.appeal(caseId);
        skip(1);
    }

    function assertAllSettled() private view {
        address[3] memory accounts = [alice(), BOB, CAROL];
        uint256 sum = vault.burned() + vault.pooled();
        for (uint256 i = 0; i < 3; i++) {
            assertEq(vault.lockedOf(address(court), accounts[i]), 0, "locked");
            sum += vault.wealthOf(accounts[i]);
        }
        assertEq(sum, 6 * DEPOSIT, "conserved");
    }
}
