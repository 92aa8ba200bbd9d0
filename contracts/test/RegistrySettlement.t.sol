// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDisputeCourt} from "../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry as I} from "../src/interfaces/IExperienceRegistry.sol";
import {RegistryFixture} from "./support/RegistryFixture.sol";

abstract contract SettlementFixture is RegistryFixture {
    uint256 internal constant HALF = BOND / 2;
    uint256 internal id;

    function setUp() public virtual override {
        super.setUp();
        id = submitAs(ALICE, "root");
    }

    /// @dev Free deposits, locks, credits and what waits to be burned are all that ever was deposited.
    function assertConserved() internal view {
        uint256 sum = bonds.unburned() + bonds.credits(INSURANCE);
        address[] memory accounts = everyone();
        for (uint256 i = 0; i < accounts.length; i++) {
            sum += bonds.freeOf(accounts[i]) + bonds.credits(accounts[i]);
            sum += bonds.lockedOf(address(registry), accounts[i]);
        }
        assertEq(sum, 5 * DEPOSIT, "conserved");
        assertEq(ai.balanceOf(address(bonds)), 5 * DEPOSIT, "solvent");
    }
}

contract RegistryChallengeTest is SettlementFixture {
    function test_locksHalfABondOfTheFirst() public {
        vm.expectEmit();
        emit I.Challenged(id, ERIN);
        challengeAs(ERIN, id);
        assertEq(registry.challengeBond(), HALF, "half");
        assertEq(bonds.freeOf(ERIN), DEPOSIT - HALF, "free");
        assertEq(registry.getEntry(id).challenger, ERIN, "challenger");
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(I.AlreadyChallenged.selector, id, ERIN));
        registry.challenge(id);
    }

    function test_refusesTheSubmitter() public {
        vm.prank(ALICE);
        refused(I.OwnEntry.selector, id);
        registry.challenge(id);
    }

    function test_refusesALateOneAndUnknownEntries() public {
        skip(60);
        vm.prank(ERIN);
        vm.expectRevert(abi.encodeWithSelector(I.ChallengeClosed.selector, id, block.timestamp));
        registry.challenge(id);
        vm.prank(ERIN);
        refused(I.EntryUnknown.selector, 2);
        registry.challenge(2);
    }

    function test_refusesASettledEntry() public {
        voteAs(BOB, id, 900);
        settle(id);
        vm.prank(ERIN);
        vm.expectRevert(abi.encodeWithSelector(I.EntrySettled.selector, id, I.Status.Final));
        registry.challenge(id);
    }

    function test_anOddBondIsHalvedUpwards() public {
        I.Parameters memory p = parameters();
        p.bond = 7;
        setParameters(p);
        assertEq(registry.bond(), 7, "bond");
        assertEq(registry.challengeBond(), 4, "rounded up");
        uint256 odd = submitAs(ALICE, "odd");
        challengeAs(ERIN, odd);
        voteAs(BOB, odd, 900);
        settle(odd);
        assertEq(bonds.credits(ALICE), 2, "half of the challenge");
        assertEq(bonds.unburned(), 2, "the other half");
        assertConserved();
    }
}

contract RegistryTallyTest is SettlementFixture {
    function test_scoresAfterTheVoting() public {
        voteAs(BOB, id, 900);
        voteAs(CAROL, id, 850);
        skip(59);
        vm.expectRevert(abi.encodeWithSelector(I.VotingOpen.selector, id, block.timestamp + 1));
        registry.tally(id);
        skip(1);
        vm.expectEmit();
        emit I.Scored(id, 850, true, 2 * WEIGHT);
        registry.tally(id);
        assertStatus(id, I.Status.Scored);
        assertEq(registry.getEntry(id).quality, 850, "quality");
    }

    function test_aSecondTallyChangesNothing() public {
        voteAs(BOB, id, 900);
        skip(60);
        registry.tally(id);
        uint256 end = registry.getEntry(id).challengeEndsAt;
        registry.tally(id);
        assertEq(registry.getEntry(id).challengeEndsAt, end, "same end");
        assertStatus(id, I.Status.Scored);
    }

    function test_anEntryWithoutVotesIsVotedOnAgainAndThenExpires() public {
        for (uint256 round = 1; round <= 2; round++) {
            vm.warp(registry.getEntry(id).votingEndsAt + 5);
            vm.expectEmit();
            emit I.Rolled(id, round, block.timestamp);
            registry.tally(id);
            assertStatus(id, I.Status.Reveal);
            assertEq(registry.getEntry(id).votingEndsAt, block.timestamp + 60, "again");
        }
        skip(60);
        vm.expectEmit();
        emit I.Scored(id, 0, false, 0);
        registry.tally(id);
        assertStatus(id, I.Status.Scored);
        settle(id);
        assertStatus(id, I.Status.Expired);
        assertEq(bonds.freeOf(ALICE), DEPOSIT, "bond back");
        assertTrue(!registry.getEntry(id).scored, "no quality");
    }

    function test_tooLittleParticipationRolls() public {
        lockAs(ERIN, 8 * LOCKED, 0);
        skip(1);
        uint256 few = submitAs(ALICE, "few");
        // One of eleven parts votes, the floor is a tenth.
        voteAs(BOB, few, 900);
        skip(60);
        registry.tally(few);
        assertEq(registry.getEntry(few).round, 1, "rolled");
        assertTrue(!registry.getEntry(few).scored, "its votes are gone");
        voteAs(BOB, few, 900);
        voteAs(CAROL, few, 800);
        skip(60);
        registry.tally(few);
        assertEq(registry.getEntry(few).quality, 800, "the second round alone counts");
    }

    function test_tooLittleAgreementRolls() public {
        voteAs(BOB, id, 0);
        voteAs(CAROL, id, 500);
        voteAs(DAVE, id, 1000);
        skip(60);
        registry.tally(id);
        assertEq(registry.getEntry(id).round, 1, "a third agrees with the median, half is asked");
        voteAs(BOB, id, 450);
        voteAs(CAROL, id, 500);
        voteAs(DAVE, id, 1000);
        skip(60);
        registry.tally(id);
        assertEq(registry.getEntry(id).quality, 500, "two thirds agree");
        assertStatus(id, I.Status.Scored);
    }

    function test_aRoundKeepsTheSnapshotOfTheFirst() public {
        uint256 snapshot = registry.getEntry(id).snapshot;
        lockAs(ERIN, LOCKED, 208 weeks);
        skip(60);
        registry.tally(id);
        assertEq(registry.getEntry(id).snapshot, snapshot, "same");
        vm.prank(ERIN);
        vm.expectRevert(abi.encodeWithSelector(I.NoWeight.selector, id, ERIN, snapshot));
        registry.voteQuality(id, 0);
    }

    function test_refusesUnknownAndSettledEntries() public {
        refused(I.EntryUnknown.selector, 2);
        registry.tally(2);
        voteAs(BOB, id, 900);
        settle(id);
        vm.expectRevert(abi.encodeWithSelector(I.EntrySettled.selector, id, I.Status.Final));
        registry.tally(id);
    }
}

contract RegistryFinaliseTest is SettlementFixture {
    function test_refusesWhileVotesOrChallengesAreTaken() public {
        voteAs(BOB, id, 900);
        skip(59);
        vm.expectRevert(abi.encodeWithSelector(I.VotingOpen.selector, id, block.timestamp + 1));
        registry.finalise(id);
        skip(CHALLENGE);
        vm.expectRevert(abi.encodeWithSelector(I.ChallengeOpen.selector, id, block.timestamp + 1));
        registry.finalise(id);
        skip(1);
        registry.finalise(id);
        vm.expectRevert(abi.encodeWithSelector(I.EntrySettled.selector, id, I.Status.Final));
        registry.finalise(id);
        refused(I.EntryUnknown.selector, 2);
        registry.finalise(2);
    }

    function test_tallyAndFinaliseCanBeTwoCalls() public {
        voteAs(BOB, id, 900);
        skip(60);
        registry.tally(id);
        skip(CHALLENGE);
        registry.finalise(id);
        assertStatus(id, I.Status.Final);
    }

    function test_finaliseOfAnUndecidedEntryRollsIt() public {
        skip(1000);
        registry.finalise(id);
        assertEq(registry.getEntry(id).round, 1, "rolled");
        assertStatus(id, I.Status.Reveal);
    }

    function test_atTheFloorTheBondComesBack() public {
        voteAs(BOB, id, Q_MIN);
        vm.warp(registry.getEntry(id).challengeEndsAt);
        uint256 epoch = registry.epochAt(block.timestamp);
        bytes32 hash = keccak256(abi.encode(bytes32(0), id, bytes32("root"), BOND, Q_MIN));
        vm.expectEmit();
        emit I.Finalised(id, 1, epoch, uint64(Q_MIN), 0, hash);
        registry.finalise(id);
        assertStatus(id, I.Status.Final);
        assertEq(bonds.freeOf(ALICE), DEPOSIT, "free again");
        assertEq(bonds.lockedOf(address(registry), ALICE), 0, "nothing locked");
        assertConserved();
    }

    function test_aLosingChallengePaysTheSubmitterAndBurns() public {
        challengeAs(ERIN, id);
        voteAs(BOB, id, 900);
        settle(id);
        assertEq(bonds.credits(ALICE), HALF / 2, "submitter");
        assertEq(bonds.unburned(), HALF / 2, "burned");
        assertEq(bonds.freeOf(ERIN), DEPOSIT - HALF, "challenger");
        assertEq(bonds.freeOf(ALICE), DEPOSIT, "bond back");
        assertConserved();
    }

    function test_belowTheFloorTheChallengerEarnsTheRest() public {
        challengeAs(ERIN, id);
        voteAs(BOB, id, Q_MIN - 1);
        vm.warp(registry.getEntry(id).challengeEndsAt);
        vm.expectEmit();
        emit I.Slashed(id, uint64(Q_MIN - 1), ERIN, IDisputeCourt.Fault.None, HALF, HALF, 0);
        registry.finalise(id);
        assertStatus(id, I.Status.Slashed);
        assertEq(bonds.credits(ERIN), HALF, "bounty");
        assertEq(bonds.freeOf(ERIN), DEPOSIT, "bond of the challenge");
        assertEq(bonds.freeOf(ALICE), DEPOSIT - BOND, "submitter");
        assertEq(bonds.unburned(), HALF, "burned");
        assertConserved();
    }

    function test_belowTheFloorWithoutAChallengerAllIsBurned() public {
        voteAs(BOB, id, 0);
        vm.warp(registry.getEntry(id).challengeEndsAt);
        vm.expectEmit();
        emit I.Slashed(id, 0, address(0), IDisputeCourt.Fault.None, BOND, 0, 0);
        registry.finalise(id);
        assertEq(bonds.unburned(), BOND, "burned");
        uint256 supply = ai.totalSupply();
        bonds.burnSlashed();
        assertEq(supply - ai.totalSupply(), BOND, "left the supply");
    }

    function test_slashingOneselfThroughASecondAccountLosesTheBurnedHalf() public {
        challengeAs(ERIN, id);
        voteAs(BOB, id, 0);
        settle(id);
        uint256 left = bonds.freeOf(ALICE) + bonds.freeOf(ERIN) + bonds.credits(ALICE) + bonds.credits(ERIN);
        assertEq(2 * DEPOSIT - left, HALF, "loss");
    }

    function test_theHardenedProfilePaysAFixedBountyAndTheInsurance() public {
        I.Parameters memory p = parameters();
        (p.bountyShare, p.bountyCap, p.lowQualityShare) = (125, 2 ether, 400);
        setParameters(p);
        uint256 hard = submitAs(ALICE, "hard");
        challengeAs(ERIN, hard);
        voteAs(BOB, hard, 0);
        settle(hard);
        // Two fifths of 25 are lost: 10, of which 1.25 are the bounty and 3.75 the insurance's.
        assertEq(bonds.credits(ERIN), 1.25 ether, "bounty");
        assertEq(bonds.credits(INSURANCE), 3.75 ether, "insurance");
        assertEq(bonds.unburned(), 5 ether, "burned");
        assertEq(bonds.freeOf(ALICE), DEPOSIT - BOND - 10 ether, "the rest came back");
        assertConserved();
    }

    function test_theBountyIsCappedAndWhatIsAboveIsBurned() public {
        I.Parameters memory p = parameters();
        (p.bountyShare, p.bountyCap) = (125, 2 ether);
        setParameters(p);
        uint256 hard = submitAs(ALICE, "hard");
        challengeAs(ERIN, hard);
        voteAs(BOB, hard, 0);
        settle(hard);
        assertEq(bonds.credits(ERIN), 2 ether, "bounty");
        assertEq(bonds.credits(INSURANCE), 9.375 ether, "insurance");
        assertEq(bonds.unburned(), 13.625 ether, "burned");
    }

    function test_aLowQualityMayCostNothing() public {
        I.Parameters memory p = parameters();
        p.lowQualityShare = 0;
        setParameters(p);
        uint256 mild = submitAs(ALICE, "mild");
        challengeAs(ERIN, mild);
        voteAs(BOB, mild, 0);
        settle(mild);
        assertStatus(mild, I.Status.Slashed);
        assertEq(bonds.freeOf(ALICE), DEPOSIT - BOND, "only the first entry is bonded");
        assertEq(bonds.freeOf(ERIN), DEPOSIT, "challenger");
        assertEq(bonds.unburned(), 0, "nothing burned");
    }

    function test_anExpiredEntryGivesBothBondsBack() public {
        challengeAs(ERIN, id);
        for (uint256 i = 0; i < 2; i++) {
            vm.warp(registry.getEntry(id).votingEndsAt);
            registry.tally(id);
        }
        vm.warp(registry.getEntry(id).challengeEndsAt);
        vm.expectEmit();
        emit I.Expired(id);
        registry.finalise(id);
        assertEq(bonds.freeOf(ALICE), DEPOSIT, "submitter");
        assertEq(bonds.freeOf(ERIN), DEPOSIT, "challenger");
    }

    function test_halfTheWeightOnEachSideTakesTheLowerScore() public {
        voteAs(BOB, id, 900);
        voteAs(CAROL, id, 100);
        settle(id);
        assertEq(registry.getEntry(id).quality, 100, "median");
        assertStatus(id, I.Status.Slashed);
    }

    function testFuzz_everySplitIsExactAndAgainstTheSlashed(
        uint256 bond_,
        uint256 burn,
        uint256 bounty,
        uint256 cap,
        uint256 share
    ) public {
        I.Parameters memory p = parameters();
        p.bond = uint96(bound(bond_, 2, 900 ether));
        p.burnShare = uint16(bound(burn, 500, 1000));
        p.bountyShare = uint16(bound(bounty, 0, 1000 - p.burnShare));
        p.bountyCap = uint96(bound(cap, 0, 1000 ether));
        p.lowQualityShare = uint16(bound(share, 0, 1000));
        setParameters(p);
        uint256 fuzzed = submitAs(BOB, "fuzzed");
        challengeAs(ERIN, fuzzed);
        voteAs(CAROL, fuzzed, 0);
        settle(fuzzed);
        uint256 lost = DEPOSIT - bonds.freeOf(BOB);
        assertTrue(lost <= p.bond && lost * 1000 >= uint256(p.bond) * p.lowQualityShare, "never above the bond");
        assertTrue(bonds.unburned() * 1000 >= lost * p.burnShare, "at least the burned share");
        assertTrue(bonds.credits(ERIN) <= p.bountyCap, "capped");
        assertEq(bonds.freeOf(ERIN), DEPOSIT, "the challenge came back");
        assertConserved();
    }
}

contract RegistryDisputeTest is SettlementFixture {
    function test_onlyTheCourtOpensAndCloses() public {
        vm.startPrank(BOB);
        vm.expectRevert(abi.encodeWithSelector(I.NotCourt.selector, BOB));
        registry.openDispute(id);
        vm.expectRevert(abi.encodeWithSelector(I.NotCourt.selector, BOB));
        registry.closeDispute(id);
        vm.stopPrank();
    }

    function test_holdsAnEntryUpUntilItIsClosed() public {
        voteAs(BOB, id, 900);
        vm.expectEmit();
        emit I.DisputeOpened(id, 1, block.timestamp + DISPUTE);
        court.open(registry, id);
        court.open(registry, id);
        assertStatus(id, I.Status.Challenged);
        vm.warp(registry.getEntry(id).challengeEndsAt);
        bytes memory held = abi.encodeWithSelector(I.DisputeOpen.selector, id, registry.getEntry(id).disputeDeadline);
        vm.expectRevert(held);
        registry.finalise(id);
        vm.expectEmit();
        emit I.DisputeClosed(id, 1);
        court.close(registry, id);
        vm.expectRevert(held);
        registry.finalise(id);
        court.close(registry, id);
        assertStatus(id, I.Status.Reveal);
        registry.finalise(id);
        assertStatus(id, I.Status.Final);
    }

    function test_votesGoOnMeanwhile() public {
        court.open(registry, id);
        voteAs(BOB, id, 900);
        skip(60);
        registry.tally(id);
        assertStatus(id, I.Status.Challenged);
        assertTrue(registry.getEntry(id).scored, "scored");
    }

    function test_aCourtThatNeverEndsHoldsNobodyForEver() public {
        voteAs(BOB, id, 900);
        court.open(registry, id);
        uint256 deadline = registry.getEntry(id).disputeDeadline;
        vm.warp(deadline - 1);
        vm.expectRevert(abi.encodeWithSelector(I.DisputeOpen.selector, id, deadline));
        registry.finalise(id);
        skip(1);
        registry.finalise(id);
        assertStatus(id, I.Status.Final);
        court.close(registry, id);
        assertStatus(id, I.Status.Final);
    }

    function test_anUndecidedEntryDoesNotExpireUnderDispute() public {
        for (uint256 i = 0; i < 2; i++) {
            vm.warp(registry.getEntry(id).votingEndsAt);
            registry.tally(id);
        }
        court.open(registry, id);
        vm.warp(registry.getEntry(id).challengeEndsAt);
        vm.expectRevert(abi.encodeWithSelector(I.DisputeOpen.selector, id, registry.getEntry(id).disputeDeadline));
        registry.finalise(id);
    }

    function test_refusesLateUnknownAndSettledOnes() public {
        voteAs(BOB, id, 900);
        refused(I.NoDispute.selector, id);
        court.close(registry, id);
        vm.warp(registry.getEntry(id).challengeEndsAt);
        vm.expectRevert(abi.encodeWithSelector(I.ChallengeClosed.selector, id, block.timestamp));
        court.open(registry, id);
        registry.finalise(id);
        vm.expectRevert(abi.encodeWithSelector(I.EntrySettled.selector, id, I.Status.Final));
        court.open(registry, id);
        refused(I.EntryUnknown.selector, 9);
        court.open(registry, 9);
        refused(I.EntryUnknown.selector, 9);
        court.close(registry, 9);
    }
}

contract RegistrySlashTest is SettlementFixture {
    bytes private constant PROOF = "proof";

    function test_executesWhatTheCourtDecided() public {
        court.open(registry, id);
        challengeAs(BOB, id);
        court.uphold(id, ERIN, IDisputeCourt.Fault.Copy, PROOF);
        vm.expectEmit();
        emit I.Slashed(id, 0, ERIN, IDisputeCourt.Fault.Copy, HALF, HALF, 0);
        vm.prank(DAVE);
        registry.slash(id, ERIN, PROOF);
        assertStatus(id, I.Status.Slashed);
        assertEq(bonds.credits(ERIN), HALF, "bounty");
        assertEq(bonds.freeOf(BOB), DEPOSIT, "the challenge of the quality came back");
        assertEq(bonds.lockedOf(address(registry), ALICE), 0, "nothing locked");
        assertConserved();
    }

    function test_costsTheWholeBondWhateverALowQualityCosts() public {
        I.Parameters memory p = parameters();
        p.lowQualityShare = 100;
        setParameters(p);
        uint256 mild = submitAs(ALICE, "mild");
        court.uphold(mild, ERIN, IDisputeCourt.Fault.Schema, PROOF);
        registry.slash(mild, ERIN, PROOF);
        assertEq(bonds.freeOf(ALICE), DEPOSIT - 2 * BOND, "whole");
    }

    function test_refusesWhatTheCourtDidNotDecide() public {
        refused(I.NotDecided.selector, id);
        registry.slash(id, ERIN, PROOF);
        court.uphold(id, ERIN, IDisputeCourt.Fault.Copy, PROOF);
        vm.expectRevert(abi.encodeWithSelector(I.WrongChallenger.selector, BOB, ERIN));
        registry.slash(id, BOB, PROOF);
        vm.expectRevert(abi.encodeWithSelector(I.WrongProof.selector, keccak256("other"), keccak256(PROOF)));
        registry.slash(id, ERIN, "other");
        refused(I.EntryUnknown.selector, 9);
        registry.slash(9, ERIN, PROOF);
    }

    function test_happensOnce() public {
        court.uphold(id, ERIN, IDisputeCourt.Fault.Copy, PROOF);
        registry.slash(id, ERIN, PROOF);
        bytes memory settled = abi.encodeWithSelector(I.EntrySettled.selector, id, I.Status.Slashed);
        vm.expectRevert(settled);
        registry.slash(id, ERIN, PROOF);
        vm.warp(registry.getEntry(id).challengeEndsAt);
        vm.expectRevert(settled);
        registry.finalise(id);
        assertEq(bonds.credits(ERIN), HALF, "one bounty");
    }

    function test_comesTooLateForAFinalEntry() public {
        voteAs(BOB, id, 900);
        settle(id);
        court.uphold(id, ERIN, IDisputeCourt.Fault.Copy, PROOF);
        vm.expectRevert(abi.encodeWithSelector(I.EntrySettled.selector, id, I.Status.Final));
        registry.slash(id, ERIN, PROOF);
    }
}

contract RegistryAggregateTest is SettlementFixture {
    function test_aPageIsTheFinalEntriesInTheOrderOfTheirFinalisation() public {
        uint256 second = submitAs(ALICE, "second");
        uint256 low = submitAs(ALICE, "low");
        voteAs(BOB, id, 900);
        voteAs(BOB, second, 700);
        voteAs(BOB, low, 10);
        settle(second);
        settle(low);
        registry.finalise(id);
        uint256 epoch = registry.epochAt(block.timestamp);
        bytes32 expected = registry.hashMember(0, I.Member(uint64(second), "second", uint96(BOND), 700));
        expected = registry.hashMember(expected, I.Member(uint64(id), "root", uint96(BOND), 900));
        (bytes32 hash, uint256 count, bool closed) = registry.finalSet(1, epoch, 0);
        assertEq(hash, expected, "hash");
        assertEq(count, 2, "count");
        assertTrue(!closed, "the epoch goes on");
        skip(EPOCH);
        (,, closed) = registry.finalSet(1, epoch, 0);
        assertTrue(closed, "closed");
        (hash, count,) = registry.finalSet(2, epoch, 0);
        assertTrue(hash == 0 && count == 0, "other schemas are apart");

        oracle.setRoot(expected, "aggregate");
        assertEq(registry.aggregate(two(second, id)), "aggregate", "root");
        vm.expectRevert();
        registry.aggregate(two(id, second));
        refused(I.NotFinal.selector, low);
        registry.aggregate(two(second, low));
    }

    function test_refusesPartsRepetitionsAndSetsWithoutARoot() public {
        voteAs(BOB, id, 900);
        settle(id);
        bytes32 once = registry.hashMember(0, registry.memberOf(id));
        oracle.setRoot(once, "aggregate");
        vm.expectRevert(
            abi.encodeWithSelector(I.AggregateNotFinal.selector, registry.hashMember(once, registry.memberOf(id)))
        );
        registry.aggregate(two(id, id));
        vm.expectRevert(abi.encodeWithSelector(I.AggregateNotFinal.selector, 0));
        registry.aggregate(new uint256[](0));
        refused(I.EntryUnknown.selector, 7);
        registry.aggregate(two(id, 7));
    }

    function test_aMemberTellsWhatItsHashTakes() public {
        refused(I.NotFinal.selector, id);
        registry.memberOf(id);
        voteAs(BOB, id, 901);
        settle(id);
        I.Member memory member = registry.memberOf(id);
        assertEq(member.id, id, "id");
        assertEq(member.merkleRoot, "root", "root");
        assertEq(member.bond, BOND, "bond");
        assertEq(member.quality, 901, "quality");
    }

    function testFuzz_everyEpochHasItsOwnSet(uint8 later) public {
        skip(bound(later, 0, 40) * EPOCH);
        uint256 next = submitAs(ALICE, "later");
        voteAs(BOB, next, 900);
        settle(next);
        uint256 epoch = registry.epochAt(block.timestamp);
        for (uint256 other = epoch < 9 ? 0 : epoch - 9; other <= epoch + 9; other++) {
            (, uint256 count,) = registry.finalSet(1, other, 0);
            assertEq(count, other == epoch ? 1 : 0, "count");
        }
    }

    function test_aPageHolds128() public {
        I.Parameters memory p = parameters();
        (p.bond, p.challengeWindow) = (2, 0);
        setParameters(p);
        uint256 first = 0;
        for (uint256 i = 1; i <= 130; i++) {
            uint256 next = submitAs(ERIN, bytes32(i));
            if (first == 0) first = next;
            voteAs(BOB, next, 900);
        }
        skip(60);
        uint256 epoch = registry.epochAt(block.timestamp);
        for (uint256 i = 0; i < 130; i++) {
            registry.finalise(first + i);
        }
        (, uint256 count, bool closed) = registry.finalSet(1, epoch, 0);
        assertTrue(count == 128 && closed, "a full page is closed");
        bytes32 hash;
        (hash, count, closed) = registry.finalSet(1, epoch, 1);
        assertTrue(count == 2 && !closed, "the next has begun");
        bytes32 expected = registry.hashMember(0, registry.memberOf(first + 128));
        assertEq(hash, registry.hashMember(expected, registry.memberOf(first + 129)), "its own hash");
        (hash, count,) = registry.finalSet(1, epoch, 2);
        assertTrue(count == 0 && hash == 0, "and no third");
    }

    function two(uint256 a, uint256 b) private pure returns (uint256[] memory all) {
        all = new uint256[](2);
        (all[0], all[1]) = (a, b);
    }
}
