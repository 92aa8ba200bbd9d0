// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IExperienceRegistry as I} from "../src/interfaces/IExperienceRegistry.sol";
import {BatchFixture} from "./support/BatchFixture.sol";

contract RegistryClockTest is BatchFixture {
    function test_anEntryIsVotedOnInTheNextEpoch() public {
        vm.warp(START + EPOCH + 999);
        uint256 late = submitAs(ALICE, "late");
        assertEq(registry.epochAt(block.timestamp), 2, "second epoch");
        assertEq(registry.epochStart(2), START + EPOCH, "its start");
        I.EntryView memory entry = registry.getEntry(late);
        assertEq(entry.snapshot, START + EPOCH - 1, "snapshot before the epoch");
        assertEq(entry.revealStartsAt, VOTING + COMMIT, "openings");
        assertEq(entry.votingEndsAt, VOTING + COMMIT + REVEAL, "end");
        assertEq(entry.challengeEndsAt, VOTING + COMMIT + REVEAL + CHALLENGE, "challenges");
        assertStatus(late, I.Status.Commit);
        vm.warp(VOTING + COMMIT - 1);
        assertStatus(late, I.Status.Commit);
        skip(1);
        assertStatus(late, I.Status.Reveal);
    }

    function test_weightBoughtInTheEntrysEpochDoesNotCount() public {
        uint256 id = submitAs(ALICE, "root");
        lockAs(ERIN, 100 * LOCKED, 208 weeks);
        vm.warp(VOTING);
        assertEq(registry.weightOf(id, ERIN), 0, "too late");
        assertEq(registry.weightOf(id, BOB), WEIGHT, "in time");
    }

    function test_refusesDirectVotes() public {
        uint256 id = submitAs(ALICE, "root");
        vm.warp(VOTING + COMMIT);
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(I.CommitRevealRequired.selector, COMMIT));
        registry.voteQuality(id, 500);
    }

    function test_theQualityIsChallengedBeforeTheFirstVoteIsOpened() public {
        uint256 id = submitAs(ALICE, "root");
        uint256 other = submitAs(ALICE, "other");
        vm.warp(VOTING + COMMIT - 1);
        challengeAs(ERIN, id);
        skip(1);
        vm.prank(ERIN);
        vm.expectRevert(abi.encodeWithSelector(I.ChallengeClosed.selector, other, VOTING + COMMIT));
        registry.challenge(other);
    }

    function test_aRolledEntryWaitsForTheNextEpoch() public {
        uint256 id = submitAs(ALICE, "root");
        vm.warp(VOTING + COMMIT + REVEAL + 10);
        vm.expectEmit();
        emit I.Rolled(id, 1, VOTING + EPOCH);
        registry.tally(id);
        assertStatus(id, I.Status.Commit);
        assertEq(registry.getEntry(id).snapshot, START + EPOCH - 1, "the first snapshot");
        vm.warp(VOTING + EPOCH);
        commitAs(BOB, one(id, 800), "salt");
        vm.warp(VOTING + EPOCH + COMMIT);
        revealAs(BOB, one(id, 800), "salt");
        vm.warp(registry.getEntry(id).challengeEndsAt);
        registry.finalise(id);
        assertStatus(id, I.Status.Final);
    }
}

contract RegistryCommitTest is BatchFixture {
    function test_takesOneCommitmentAVoterAndEpoch() public {
        submitAs(ALICE, "root");
        vm.warp(VOTING);
        vm.prank(BOB);
        vm.expectEmit();
        emit I.Committed(3, BOB, "commitment");
        registry.commitVotes("commitment");
        (uint256 bonded, uint256 epoch, bool pending) = registry.voterOf(BOB);
        assertTrue(bonded == VOTER_BOND && epoch == 3 && pending, "voter");
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(I.AlreadyCommitted.selector, 3));
        registry.commitVotes("another");
    }

    function test_refusesZeroAndLateOnes() public {
        vm.prank(BOB);
        vm.expectRevert(I.CommitmentZero.selector);
        registry.commitVotes(0);
        vm.warp(VOTING + COMMIT - 1);
        vm.prank(BOB);
        registry.commitVotes("in time");
        skip(1);
        vm.prank(CAROL);
        vm.expectRevert(abi.encodeWithSelector(I.CommitClosed.selector, VOTING + COMMIT));
        registry.commitVotes("late");
    }

    function test_asksForTheVotersBond() public {
        vm.prank(ERIN);
        vm.expectRevert(abi.encodeWithSelector(I.VoterBondTooSmall.selector, 0, VOTER_BOND));
        registry.commitVotes("commitment");
        bondVoter(ERIN, VOTER_BOND - 1);
        vm.prank(ERIN);
        vm.expectRevert(abi.encodeWithSelector(I.VoterBondTooSmall.selector, VOTER_BOND - 1, VOTER_BOND));
        registry.commitVotes("commitment");
        bondVoter(ERIN, 1);
        vm.prank(ERIN);
        registry.commitVotes("commitment");
    }

    function test_bindsTheChainTheRegistryTheEpochAndTheVoter() public view {
        I.Ballot[] memory ballots = one(1, 500);
        bytes32 expected = keccak256(
            abi.encode(keccak256("dso.votes.v1"), block.chainid, address(registry), 3, BOB, ballots, bytes32("salt"))
        );
        assertEq(registry.hashBallots(3, BOB, ballots, "salt"), expected, "definition");
        assertTrue(registry.hashBallots(4, BOB, ballots, "salt") != expected, "epoch");
        assertTrue(registry.hashBallots(3, CAROL, ballots, "salt") != expected, "voter");
        assertTrue(registry.hashBallots(3, BOB, ballots, "pepper") != expected, "salt");
        assertTrue(registry.hashBallots(3, BOB, one(1, 501), "salt") != expected, "score");
        assertTrue(registry.hashBallots(3, BOB, one(2, 500), "salt") != expected, "id");
    }

    function test_aCopiedCommitmentCannotBeOpened() public {
        uint256 id = submitAs(ALICE, "root");
        vm.warp(VOTING);
        I.Ballot[] memory ballots = one(id, 900);
        bytes32 commitment = commitAs(BOB, ballots, "salt");
        vm.prank(CAROL);
        registry.commitVotes(commitment);
        vm.warp(VOTING + COMMIT);
        revealAs(BOB, ballots, "salt");
        bytes32 opened = registry.hashBallots(3, CAROL, ballots, "salt");
        vm.prank(CAROL);
        vm.expectRevert(abi.encodeWithSelector(I.CommitmentMismatch.selector, commitment, opened));
        registry.revealVotes(ballots, "salt");
    }
}

contract RegistryRevealTest is BatchFixture {
    uint256 private a;
    uint256 private b;

    function setUp() public override {
        super.setUp();
        a = submitAs(ALICE, "a");
        b = submitAs(ERIN, "b");
        vm.warp(VOTING);
    }

    function test_countsTheWholeList() public {
        commitAs(BOB, two(a, 900, b, 400), "salt");
        vm.warp(VOTING + COMMIT);
        vm.expectEmit();
        emit I.Voted(a, BOB, 900, WEIGHT);
        vm.expectEmit();
        emit I.Voted(b, BOB, 400, WEIGHT);
        revealAs(BOB, two(a, 900, b, 400), "salt");
        assertEq(registry.getEntry(a).quality, 900, "a");
        assertEq(registry.getEntry(b).quality, 400, "b");
        (,, bool pending) = registry.voterOf(BOB);
        assertTrue(!pending, "opened");
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(I.NoCommitment.selector, 3));
        registry.revealVotes(two(a, 900, b, 400), "salt");
    }

    function test_isAllOrNothing() public {
        commitAs(BOB, two(a, 900, b, 400), "salt");
        vm.warp(VOTING + COMMIT);
        bytes32 committed = registry.hashBallots(3, BOB, two(a, 900, b, 400), "salt");
        bytes32 part = registry.hashBallots(3, BOB, one(a, 900), "salt");
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(I.CommitmentMismatch.selector, committed, part));
        registry.revealVotes(one(a, 900), "salt");
    }

    function test_refusesOutsideItsWindow() public {
        commitAs(BOB, one(a, 900), "salt");
        bytes memory closed = abi.encodeWithSelector(I.RevealClosed.selector, VOTING + COMMIT, VOTING + COMMIT + REVEAL);
        vm.warp(VOTING + COMMIT - 1);
        expectRefusal(BOB, one(a, 900), closed);
        vm.warp(VOTING + COMMIT + REVEAL);
        expectRefusal(BOB, one(a, 900), closed);
        vm.warp(VOTING + COMMIT + REVEAL - 1);
        revealAs(BOB, one(a, 900), "salt");
    }

    function test_refusesTheCommitmentOfAnotherEpoch() public {
        commitAs(BOB, one(a, 900), "salt");
        vm.warp(VOTING + EPOCH + COMMIT);
        expectRefusal(BOB, one(a, 900), abi.encodeWithSelector(I.NoCommitment.selector, 4));
    }

    function test_refusesListsThatAreEmptyTooLongOrNotAscending() public {
        commitAs(BOB, two(b, 900, a, 400), "salt");
        commitAs(CAROL, two(a, 900, a, 400), "salt");
        vm.warp(VOTING + COMMIT);
        expectRefusal(BOB, new I.Ballot[](0), abi.encodeWithSelector(I.BallotCountInvalid.selector, 0));
        expectRefusal(BOB, new I.Ballot[](129), abi.encodeWithSelector(I.BallotCountInvalid.selector, 129));
        expectRefusal(BOB, two(b, 900, a, 400), abi.encodeWithSelector(I.BallotsNotAscending.selector, b, a));
        expectRefusal(CAROL, two(a, 900, a, 400), abi.encodeWithSelector(I.BallotsNotAscending.selector, a, a));
    }

    function test_refusesScoresIdsAndWeightsThatCannotCount() public {
        commitAs(BOB, one(a, 1001), "salt");
        commitAs(CAROL, one(99, 500), "salt");
        commitAs(DAVE, one(0, 500), "salt");
        bondVoter(ERIN, VOTER_BOND);
        commitAs(ERIN, one(a, 500), "salt");
        vm.warp(VOTING + COMMIT);
        expectRefusal(BOB, one(a, 1001), abi.encodeWithSelector(I.ScoreOutOfRange.selector, 1001));
        expectRefusal(CAROL, one(99, 500), abi.encodeWithSelector(I.EntryUnknown.selector, 99));
        expectRefusal(DAVE, one(0, 500), abi.encodeWithSelector(I.BallotsNotAscending.selector, 0, 0));
        expectRefusal(ERIN, one(a, 500), abi.encodeWithSelector(I.NoWeight.selector, a, ERIN, START + EPOCH - 1));
    }

    function test_refusesOwnEntriesAndThoseOfOtherEpochs() public {
        uint256 later = submitAs(ALICE, "later");
        lockAs(ERIN, LOCKED, 0);
        bondVoter(ERIN, VOTER_BOND);
        commitAs(ERIN, one(b, 1000), "salt");
        commitAs(BOB, one(later, 500), "salt");
        vm.warp(VOTING + COMMIT);
        expectRefusal(ERIN, one(b, 1000), abi.encodeWithSelector(I.OwnEntry.selector, b));
        expectRefusal(BOB, one(later, 500), abi.encodeWithSelector(I.NotInEpoch.selector, later, VOTING + EPOCH));
    }

    function test_passesOverWhatWasSettledSince() public {
        commitAs(BOB, two(a, 900, b, 400), "salt");
        court.uphold(a, DAVE, court.rulingOf(a).fault, "proof");
        registry.slash(a, DAVE, "proof");
        vm.warp(VOTING + COMMIT);
        revealAs(BOB, two(a, 900, b, 400), "salt");
        assertEq(registry.getEntry(b).quality, 400, "the other counts");
        assertTrue(!registry.getEntry(a).scored, "the slashed one does not");
    }

    function test_countsEntriesOfDifferentSnapshotsWithTheirOwnWeights() public {
        // Nobody opens a vote on a and b; they roll and meet an entry of a later epoch.
        vm.warp(VOTING + COMMIT + REVEAL);
        registry.tally(a);
        lockAs(BOB, LOCKED, 0);
        vm.warp(VOTING + EPOCH - 1);
        uint256 c = submitAs(ALICE, "c");
        vm.warp(VOTING + EPOCH);
        uint256 d = submitAs(ALICE, "d");
        vm.warp(VOTING + EPOCH);
        commitAs(BOB, two(a, 900, c, 800), "salt");
        vm.warp(VOTING + EPOCH + COMMIT);
        vm.expectEmit();
        emit I.Voted(a, BOB, 900, WEIGHT);
        vm.expectEmit();
        emit I.Voted(c, BOB, 800, WEIGHT);
        revealAs(BOB, two(a, 900, c, 800), "salt");
        assertEq(registry.weightOf(c, BOB), WEIGHT, "locked in the same epoch as c");
        assertEq(registry.weightOf(d, BOB), 2 * WEIGHT, "before the epoch of d");
    }

    function testFuzz_everyListCountsOnceWhateverItsLength(uint16[8] memory scores, uint8 length) public {
        uint256 n = bound(length, 1, 8);
        vm.warp(VOTING + EPOCH - 1);
        I.Ballot[] memory ballots = new I.Ballot[](n);
        for (uint256 i = 0; i < n; i++) {
            uint256 id = submitAs(ALICE, bytes32(i + 1));
            ballots[i] = I.Ballot(uint64(id), uint16(bound(scores[i], 0, 1000)));
        }
        vm.warp(VOTING + EPOCH);
        commitAs(BOB, ballots, "salt");
        commitAs(CAROL, ballots, "salt");
        vm.warp(VOTING + EPOCH + COMMIT);
        revealAs(BOB, ballots, "salt");
        revealAs(CAROL, ballots, "salt");
        vm.warp(VOTING + EPOCH + COMMIT + REVEAL);
        for (uint256 i = 0; i < n; i++) {
            vm.expectEmit();
            emit I.Scored(ballots[i].id, ballots[i].score, true, 2 * WEIGHT);
            registry.tally(ballots[i].id);
        }
    }

    function expectRefusal(address voter, I.Ballot[] memory ballots, bytes memory reason) private {
        vm.prank(voter);
        vm.expectRevert(reason);
        registry.revealVotes(ballots, "salt");
    }
}

contract RegistryVoterBondTest is BatchFixture {
    function test_isLockedInTheVotersVault() public {
        bondVoter(ERIN, 5 ether);
        assertEq(voterBonds.lockedOf(address(registry), ERIN), 5 ether, "locked");
        vm.prank(ERIN);
        vm.expectEmit();
        emit I.VoterBonded(ERIN, 3 ether);
        registry.removeVoterBond(2 ether);
        assertEq(voterBonds.freeOf(ERIN), 2 ether, "free");
        vm.prank(ERIN);
        vm.expectRevert(abi.encodeWithSelector(I.VoterBondTooSmall.selector, 3 ether, 4 ether));
        registry.removeVoterBond(4 ether);
    }

    function test_staysWhileACommitmentWaits() public {
        uint256 id = submitAs(ALICE, "root");
        vm.warp(VOTING);
        commitAs(BOB, one(id, 900), "salt");
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(I.CommitmentOpen.selector, 3));
        registry.removeVoterBond(1);
        vm.warp(VOTING + COMMIT);
        revealAs(BOB, one(id, 900), "salt");
        vm.prank(BOB);
        registry.removeVoterBond(VOTER_BOND);
        assertEq(voterBonds.freeOf(BOB), VOTER_BOND, "all of it");
    }

    function test_aMissedOpeningCostsThePenaltyOnce() public {
        vm.warp(VOTING);
        vm.prank(BOB);
        registry.commitVotes("lost");
        vm.warp(VOTING + COMMIT + REVEAL - 1);
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(I.CommitmentOpen.selector, 3));
        registry.removeVoterBond(1);
        skip(1);
        vm.prank(BOB);
        vm.expectEmit();
        emit I.CommitmentMissed(3, BOB, MISS_PENALTY);
        registry.removeVoterBond(1);
        assertEq(voterBonds.unburned(), MISS_PENALTY, "burned");
        assertEq(voterBonds.lockedOf(address(registry), BOB), VOTER_BOND - MISS_PENALTY - 1, "rest");
        vm.prank(BOB);
        registry.removeVoterBond(VOTER_BOND - MISS_PENALTY - 1);
        assertEq(voterBonds.unburned(), MISS_PENALTY, "once");
    }

    function test_aMissedOpeningIsPaidBeforeTheNextCommitment() public {
        bondVoter(BOB, MISS_PENALTY);
        vm.warp(VOTING);
        vm.prank(BOB);
        registry.commitVotes("lost");
        vm.warp(VOTING + EPOCH);
        vm.prank(BOB);
        vm.expectEmit();
        emit I.CommitmentMissed(3, BOB, MISS_PENALTY);
        registry.commitVotes("next");
        vm.warp(VOTING + 2 * EPOCH);
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(I.VoterBondTooSmall.selector, VOTER_BOND - MISS_PENALTY, VOTER_BOND));
        registry.commitVotes("third");
    }

    function test_thePenaltyIsThatOfTheCommitmentsParameters() public {
        vm.warp(VOTING);
        vm.prank(BOB);
        registry.commitVotes("lost");
        I.Parameters memory p = parameters();
        p.missPenalty = uint96(VOTER_BOND);
        setParameters(p);
        vm.warp(VOTING + EPOCH);
        vm.prank(BOB);
        registry.removeVoterBond(0);
        assertEq(voterBonds.unburned(), MISS_PENALTY, "not the later one");
    }

    function testFuzz_theVaultAlwaysHoldsWhatTheRegistryCounts(uint64 added, uint64 removed, bool commits) public {
        uint256 more = bound(added, 0, 1e18);
        bondVoter(BOB, more);
        vm.warp(VOTING);
        if (commits) {
            vm.prank(BOB);
            registry.commitVotes("lost");
        }
        vm.warp(VOTING + EPOCH);
        uint256 less = bound(removed, 0, VOTER_BOND - MISS_PENALTY);
        vm.prank(BOB);
        registry.removeVoterBond(less);
        (uint256 bonded,,) = registry.voterOf(BOB);
        assertEq(bonded, VOTER_BOND + more - less - (commits ? MISS_PENALTY : 0), "bond");
        assertEq(voterBonds.lockedOf(address(registry), BOB), bonded, "locked");
    }
}
