// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IExperienceRegistry as I} from "../src/interfaces/IExperienceRegistry.sol";
import {ILockVault} from "../src/interfaces/ILockVault.sol";
import {RegistryFixture} from "./support/RegistryFixture.sol";

contract RegistryDirectTest is RegistryFixture {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = submitAs(ALICE, "root");
    }

    function test_countsWithTheWeightBeforeTheSubmission() public {
        skip(1);
        lockAs(BOB, 3 * LOCKED, 208 weeks);
        vm.expectEmit();
        emit I.Voted(id, BOB, 900, WEIGHT);
        voteAs(BOB, id, 900);
        assertTrue(registry.hasVoted(id, BOB) && !registry.hasVoted(id, CAROL), "marked");
        assertEq(registry.getEntry(id).quality, 900, "median so far");
        assertTrue(registry.getEntry(id).scored, "there is one");
    }

    function test_weightOfTheSubmissionsOwnSecondDoesNotCount() public {
        lockAs(ERIN, LOCKED, 0);
        skip(1);
        uint256 snapshot = registry.getEntry(id).snapshot;
        vm.prank(ERIN);
        vm.expectRevert(abi.encodeWithSelector(I.NoWeight.selector, id, ERIN, snapshot));
        registry.voteQuality(id, 0);
        assertEq(registry.weightOf(id, ERIN), 0, "no weight");
        assertTrue(!registry.hasVoted(id, ERIN), "not marked");
    }

    function test_lockedTokensWeighMore() public {
        lockAs(ERIN, LOCKED, 104 weeks);
        skip(1);
        id = submitAs(ALICE, "second");
        voteAs(BOB, id, 100);
        voteAs(CAROL, id, 100);
        voteAs(ERIN, id, 900);
        assertEq(registry.weightOf(id, ERIN), 3 * WEIGHT, "three times");
        assertEq(registry.getEntry(id).quality, 900, "three against two");
    }

    function test_weightThatLeavesAfterTheSubmissionStillCountsOnceAndOnlyThere() public {
        skip(1);
        vm.prank(BOB);
        locks.requestWithdrawal(LOCKED);
        voteAs(BOB, id, 900);
        skip(100);
        vm.startPrank(BOB);
        locks.withdraw();
        zoo.transfer(ERIN, LOCKED);
        vm.stopPrank();
        lockAs(ERIN, LOCKED, 0);
        assertEq(registry.weightOf(id, ERIN), 0, "the same tokens in another account");
    }

    function test_refusesTheSubmitter() public {
        lockAs(ALICE, LOCKED, 0);
        skip(1);
        uint256 own = submitAs(ALICE, "own");
        vm.prank(ALICE);
        refused(I.OwnEntry.selector, own);
        registry.voteQuality(own, 1000);
    }

    function test_refusesASecondVote() public {
        voteAs(BOB, id, 900);
        vm.prank(BOB);
        refused(I.AlreadyVoted.selector, id);
        registry.voteQuality(id, 100);
    }

    function test_marksVotesPerEntry() public {
        for (uint256 i = 0; i < 20; i++) {
            uint256 next = submitAs(ERIN, bytes32(i + 1));
            voteAs(BOB, next, 500);
            assertTrue(registry.hasVoted(next, BOB) && !registry.hasVoted(next, CAROL), "marked");
        }
        assertTrue(!registry.hasVoted(id, BOB), "the first is still open to it");
    }

    function test_refusesAScoreAbove1000() public {
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(I.ScoreOutOfRange.selector, 1001));
        registry.voteQuality(id, 1001);
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(I.ScoreOutOfRange.selector, type(uint64).max));
        registry.voteQuality(id, type(uint64).max);
        voteAs(BOB, id, 1000);
        voteAs(CAROL, id, 0);
    }

    function test_takesVotesUntilTheLastSecondOnly() public {
        skip(59);
        voteAs(BOB, id, 900);
        skip(1);
        vm.prank(CAROL);
        vm.expectRevert(abi.encodeWithSelector(I.VotingClosed.selector, id, block.timestamp));
        registry.voteQuality(id, 900);
    }

    function test_refusesVotesOnSettledAndUnknownEntries() public {
        voteAs(BOB, id, 900);
        settle(id);
        vm.prank(CAROL);
        vm.expectRevert(abi.encodeWithSelector(I.EntrySettled.selector, id, I.Status.Final));
        registry.voteQuality(id, 900);
        vm.prank(CAROL);
        refused(I.EntryUnknown.selector, 99);
        registry.voteQuality(99, 900);
    }

    function test_knowsNoCommitments() public {
        vm.expectRevert(I.CommitRevealDisabled.selector);
        registry.commitVotes("commitment");
        vm.expectRevert(I.CommitRevealDisabled.selector);
        registry.revealVotes(new I.Ballot[](1), "salt");
    }

    function test_capsAWeightAtItsShareOfTheTotal() public {
        I.Parameters memory p = parameters();
        p.weightCapBps = 500;
        setParameters(p);
        lockAs(ERIN, 100 * LOCKED, 0);
        skip(1);
        uint256 capped = submitAs(ALICE, "capped");
        uint256 cap = 103 * WEIGHT * 500 / 10_000;
        assertEq(registry.weightOf(capped, ERIN), cap, "a twentieth");
        assertEq(registry.weightOf(capped, BOB), WEIGHT, "below it");
        vm.expectEmit();
        emit I.Voted(capped, ERIN, 10, cap);
        voteAs(ERIN, capped, 10);
        assertEq(registry.weightOf(id, BOB), WEIGHT, "older entries keep their cap");
    }

    function test_asksForTheVotersBondOfTheEntrysParameters() public {
        I.Parameters memory p = parameters();
        p.voterBond = 10_000 ether;
        setParameters(p);
        uint256 bonded = submitAs(ALICE, "bonded");
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(I.VoterBondTooSmall.selector, 0, 10_000 ether));
        registry.voteQuality(bonded, 900);
        voteAs(BOB, id, 900);
        vm.startPrank(BOB);
        voterBonds.deposit(10_000 ether);
        registry.addVoterBond(10_000 ether);
        registry.voteQuality(bonded, 900);
        vm.stopPrank();
    }

    function test_aSnapshotThatTheVaultNoLongerKnowsTakesNoVotesButEnds() public {
        I.Parameters memory p = parameters();
        p.maxRolls = 1;
        setParameters(p);
        uint256 old = submitAs(ALICE, "old");
        uint256 snapshot = registry.getEntry(old).snapshot;
        vm.warp(block.timestamp + 27 weeks);
        registry.tally(old);
        vm.prank(BOB);
        vm.expectRevert(
            abi.encodeWithSelector(ILockVault.LookupTooOld.selector, snapshot, block.timestamp - 26 weeks + 1)
        );
        registry.voteQuality(old, 900);
        settle(old);
        assertStatus(old, I.Status.Expired);
    }

    function testFuzz_theQualityIsTheLowerWeightedMedian(uint16[3] memory scores, uint32[3] memory extra) public {
        address[3] memory voters = [BOB, CAROL, DAVE];
        uint256[3] memory weights;
        for (uint256 i = 0; i < 3; i++) {
            uint256 amount = (uint256(extra[i]) + 1) * 1e12;
            lockAs(voters[i], amount, 0);
            weights[i] = WEIGHT + amount / 1e11;
            scores[i] = uint16(bound(scores[i], 0, 1000));
        }
        skip(1);
        uint256 fuzzed = submitAs(ALICE, "fuzzed");
        for (uint256 i = 0; i < 3; i++) {
            voteAs(voters[i], fuzzed, scores[i]);
        }
        uint256 total = weights[0] + weights[1] + weights[2];
        uint256 median = type(uint256).max;
        for (uint256 i = 0; i < 3; i++) {
            uint256 below = 0;
            for (uint256 j = 0; j < 3; j++) {
                if (scores[j] <= scores[i]) below += weights[j];
            }
            if (2 * below >= total && scores[i] < median) median = scores[i];
        }
        assertEq(registry.getEntry(fuzzed).quality, median, "median");
    }

    function testFuzz_aVoteWeighsAtMostItsCap(uint64 amount, uint16 capBps) public {
        I.Parameters memory p = parameters();
        p.weightCapBps = uint16(bound(capBps, 100, 10_000));
        setParameters(p);
        lockAs(ERIN, (bound(amount, 1, 1e10)) * 1e12, 0);
        skip(1);
        uint256 fuzzed = submitAs(ALICE, "fuzzed");
        uint256 total = locks.totalWeight();
        uint256 cap = total * p.weightCapBps / 10_000;
        uint256 own = locks.getVotes(ERIN);
        assertEq(registry.weightOf(fuzzed, ERIN), own < cap ? own : cap, "weight");
    }
}
