// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBondVault} from "../src/interfaces/IBondVault.sol";
import {IExperienceRegistry as I} from "../src/interfaces/IExperienceRegistry.sol";
import {ILockVault} from "../src/interfaces/ILockVault.sol";
import {CoreFixture} from "./support/CoreFixture.sol";

/// @notice What holds of registry and vaults whatever anybody does, in which order and when.
abstract contract CoreInvariants is CoreFixture {
    // The vault of bonds

    function invariant_theVaultHoldsExactlyWhatItOwes() public view {
        uint256 owed = bonds.unburned() + bonds.credits(INSURANCE);
        for (uint256 i = 0; i < accounts.length; i++) {
            address a = accounts[i];
            owed += bonds.freeOf(a) + bonds.lockedOf(address(registry), a);
            owed += bonds.unbondingOf(a).amount + bonds.credits(a);
        }
        assertEq(ai.balanceOf(address(bonds)), owed, "solvent to the wei");
    }

    function invariant_tokensAreOnlyEverBurned() public view {
        uint256 held = ai.balanceOf(address(bonds));
        for (uint256 i = 0; i < accounts.length; i++) {
            held += ai.balanceOf(accounts[i]);
        }
        assertEq(held, ai.totalSupply(), "nobody else holds any");
        assertTrue(ai.totalSupply() <= accounts.length * EACH, "none is minted");
    }

    function invariant_everyLockIsABondOfAnUnsettledEntry() public view {
        for (uint256 i = 0; i < accounts.length; i++) {
            uint256 expected = 0;
            for (uint256 id = 1; id <= registry.entryCount(); id++) {
                I.EntryView memory entry = registry.getEntry(id);
                if (entry.status >= I.Status.Final) continue;
                if (entry.submitter == accounts[i]) expected += entry.bond;
                if (entry.challenger == accounts[i]) expected += entry.bond - entry.bond / 2;
            }
            assertEq(bonds.lockedOf(address(registry), accounts[i]), expected, "locked");
        }
    }

    function invariant_noMoreIsLostThanTheBondsOfTheLosers() public view {
        uint256 lost = accounts.length * EACH - ai.totalSupply() + bonds.unburned() + bonds.credits(INSURANCE);
        uint256 most = 0;
        for (uint256 id = 1; id <= registry.entryCount(); id++) {
            I.EntryView memory entry = registry.getEntry(id);
            if (entry.status == I.Status.Slashed) most += entry.bond;
            if (entry.status == I.Status.Final && entry.challenger != address(0)) most += entry.bond - entry.bond / 2;
        }
        assertTrue(lost <= most, "slashes stay within the bonds");
    }

    function invariant_nobodySlashesButAModule() public view {
        assertTrue(!player.usurped(), "only modules");
    }

    function invariant_aSettledEntryStaysAsItIs() public view {
        assertTrue(!player.resettled(), "settled once");
    }

    function invariant_noVerdictOfTheVotesComesBeforeItsWindowsEnd() public view {
        assertTrue(!player.settledEarly(), "after every window");
    }

    function invariant_noSlashTakesMoreThanTheBond() public view {
        assertTrue(!player.overslashed(), "at most the bond");
    }

    function invariant_theVotersVaultHoldsExactlyWhatItOwes() public view {
        uint256 owed = voterBonds.unburned();
        for (uint256 i = 0; i < accounts.length; i++) {
            address a = accounts[i];
            (uint256 bonded,,) = registry.voterOf(a);
            assertEq(voterBonds.lockedOf(address(registry), a), bonded, "locked is bonded");
            assertEq(voterBonds.credits(a), 0, "nobody earns a missed vote");
            owed += voterBonds.freeOf(a) + bonded + voterBonds.unbondingOf(a).amount;
        }
        assertEq(zoo.balanceOf(address(voterBonds)), owed, "solvent to the wei");
    }

    // Votes

    function invariant_everyVoterCountsOnceAnEntryAndRound() public view {
        assertTrue(!player.votedTwice(), "one weight");
    }

    function invariant_theHistogramHoldsTheWeightOfTheVotes() public view {
        assertTrue(!player.miscounted(), "total and median of every tally");
    }

    function invariant_theQualityIsTheMedianOfTheVotes() public view {
        for (uint256 id = 1; id <= registry.entryCount(); id++) {
            I.EntryView memory entry = registry.getEntry(id);
            (uint256 total, uint256 median) = player.expected(id);
            if (entry.scored) assertTrue(total != 0, "scored by somebody");
            assertEq(entry.quality, median, "median");
        }
    }

    function invariant_theOutcomeFollowsFromQualityAndFloor() public view {
        for (uint256 id = 1; id <= registry.entryCount(); id++) {
            I.EntryView memory entry = registry.getEntry(id);
            uint256 floor = registry.parametersOf(id).qMin;
            if (entry.status == I.Status.Final) assertTrue(entry.scored && entry.quality >= floor, "final");
            if (entry.status == I.Status.Expired) assertTrue(!entry.scored, "expired");
            if (entry.status == I.Status.Slashed && !court.rulingOf(id).upheld) {
                assertTrue(entry.scored && entry.quality < floor, "slashed");
            }
        }
    }

    // Entries and sets

    function invariant_roundsAreBoundedAndTimesInOrder() public view {
        for (uint256 id = 1; id <= registry.entryCount(); id++) {
            I.EntryView memory entry = registry.getEntry(id);
            I.Parameters memory p = registry.parametersOf(id);
            assertTrue(entry.round <= p.maxRolls, "rounds");
            assertTrue(entry.snapshot < entry.submittedAt, "snapshot");
            assertTrue(entry.submittedAt <= entry.revealStartsAt, "start");
            assertTrue(entry.revealStartsAt < entry.votingEndsAt, "end");
            assertEq(entry.challengeEndsAt, entry.votingEndsAt + p.challengeWindow, "challenges");
            assertTrue(entry.disputeDeadline <= block.timestamp + p.disputeTime, "disputes end");
        }
    }

    function invariant_aSubmitterHoldsARootOnceWhoeverElseHoldsIt() public view {
        assertTrue(!player.registeredTwice(), "once");
        for (uint256 id = 1; id <= registry.entryCount(); id++) {
            I.EntryView memory entry = registry.getEntry(id);
            assertEq(registry.idOf(entry.submitter, entry.merkleRoot), id, "found by submitter and root");
        }
    }

    function invariant_everyPageIsTheChainOfItsFinalEntries() public view {
        (uint256[] memory ids, uint256[] memory epochs) = player.finalEntries();
        bytes32 hash = 0;
        uint256 count = 0;
        for (uint256 i = 0; i < ids.length; i++) {
            hash = registry.hashMember(hash, registry.memberOf(ids[i]));
            count++;
            if (i + 1 < ids.length && epochs[i + 1] == epochs[i]) continue;
            (bytes32 found, uint256 size, bool closed) = registry.finalSet(1, epochs[i], 0);
            assertEq(found, hash, "hash");
            assertEq(size, count, "count");
            assertTrue(closed == (epochs[i] < registry.epochAt(block.timestamp)), "closed with its epoch");
            (hash, count) = (0, 0);
        }
    }

    function invariant_theParametersStayWithinTheirBounds() public view {
        uint256 version = registry.parameterVersion();
        I.Parameters memory p = registry.parametersAt(version);
        assertTrue(p.bond >= 2 && p.qMin >= 1 && p.qMin <= 1000, "bond and floor");
        assertTrue(p.burnShare >= 500 && p.burnShare + p.bountyShare <= 1000, "shares");
        assertTrue(p.weightCapBps >= 100 && p.weightCapBps <= 10_000, "cap");
        uint256 path = registry.epochLength() + commitSeconds() + registry.revealWindow();
        if (commitSeconds() == 0) path = registry.revealWindow();
        assertTrue(path + p.challengeWindow + p.disputeTime < bonds.unbondingPeriod(), "unbonding");
        assertTrue(p.missPenalty <= p.voterBond && registry.bond() == p.bond, "of what is bonded");
    }

    // The vault of locks

    function invariant_theLockVaultHoldsExactlyWhatItOwes() public view {
        uint256 owed = 0;
        for (uint256 i = 0; i < accounts.length; i++) {
            owed += locks.depositOf(accounts[i]) + locks.pendingOf(accounts[i]).amount;
        }
        assertEq(zoo.balanceOf(address(locks)), owed, "solvent to the wei");
    }

    function invariant_theTotalWeightIsTheSumOfAll() public view {
        uint256 sum = 0;
        uint256 past = 0;
        uint256 then = block.timestamp - 1;
        for (uint256 i = 0; i < accounts.length; i++) {
            sum += locks.getVotes(accounts[i]);
            past += locks.getPastVotes(accounts[i], then);
            assertTrue(locks.locksOf(accounts[i]).length <= 16, "locks");
        }
        assertEq(locks.totalWeight(), sum, "now");
        assertEq(locks.getPastTotalSupply(then), past, "a second ago");
        assertTrue(sum <= type(uint64).max, "fits");
    }

    /// @dev Every invariant above after every call of one game: what the long profile plays.
    function statefulFuzz_allTogether() public view virtual {
        invariant_theVaultHoldsExactlyWhatItOwes();
        invariant_tokensAreOnlyEverBurned();
        invariant_everyLockIsABondOfAnUnsettledEntry();
        invariant_noMoreIsLostThanTheBondsOfTheLosers();
        invariant_nobodySlashesButAModule();
        invariant_aSettledEntryStaysAsItIs();
        invariant_noVerdictOfTheVotesComesBeforeItsWindowsEnd();
        invariant_noSlashTakesMoreThanTheBond();
        invariant_theVotersVaultHoldsExactlyWhatItOwes();
        invariant_everyVoterCountsOnceAnEntryAndRound();
        invariant_theHistogramHoldsTheWeightOfTheVotes();
        invariant_theQualityIsTheMedianOfTheVotes();
        invariant_theOutcomeFollowsFromQualityAndFloor();
        invariant_roundsAreBoundedAndTimesInOrder();
        invariant_aSubmitterHoldsARootOnceWhoeverElseHoldsIt();
        invariant_everyPageIsTheChainOfItsFinalEntries();
        invariant_theParametersStayWithinTheirBounds();
        invariant_theLockVaultHoldsExactlyWhatItOwes();
        invariant_theTotalWeightIsTheSumOfAll();
    }

    /// @dev Runs once at the end of every sequence: whatever happened, everybody gets out and nothing stays behind but
    /// what nobody wants to take.
    function afterInvariant() public {
        player.settleAll();
        player.leaveVotes();
        for (uint256 id = 1; id <= registry.entryCount(); id++) {
            assertTrue(registry.status(id) >= I.Status.Final, "every entry ends");
        }
        vm.warp(block.timestamp + 300 weeks);
        for (uint256 i = 0; i < accounts.length; i++) {
            leave(accounts[i]);
        }
        vm.warp(block.timestamp + UNBONDING);
        for (uint256 i = 0; i < accounts.length; i++) {
            player.payOut(i);
            assertEq(locks.depositOf(accounts[i]), 0, "no weight left");
        }
        player.burn();
        address refuser = accounts[5];
        uint256 left = bonds.unbondingOf(refuser).amount + bonds.credits(refuser) + bonds.credits(INSURANCE);
        assertEq(ai.balanceOf(address(bonds)), left, "nothing else left behind");
        assertEq(zoo.balanceOf(address(locks)), 0, "no lock left behind");
        assertEq(zoo.balanceOf(address(voterBonds)), player.penalties(), "of the voters' bonds what they missed");
    }

    function leave(address a) private {
        uint256 free = bonds.freeOf(a);
        if (free != 0) player.play(a, address(bonds), abi.encodeCall(IBondVault.requestWithdrawal, (free)));
        for (uint256 n = locks.locksOf(a).length; n != 0; n--) {
            player.play(a, address(locks), abi.encodeCall(ILockVault.unlock, (n - 1)));
        }
        uint256 unlocked = locks.unlockedOf(a);
        if (unlocked != 0) player.play(a, address(locks), abi.encodeCall(ILockVault.requestWithdrawal, (unlocked)));
    }
}

/// @notice Votes that count at once.
/// forge-config: default.invariant.runs = 6
/// forge-config: long.invariant.runs = 256
contract CoreInvariantsTest is CoreInvariants {
    function commitSeconds() internal pure override returns (uint256) {
        return 0;
    }
}

/// @notice Votes by commitments.
/// forge-config: default.invariant.runs = 6
/// forge-config: long.invariant.runs = 256
contract CoreBatchInvariantsTest is CoreInvariants {
    function commitSeconds() internal pure override returns (uint256) {
        return 600;
    }

    function invariant_onlyWhatWasCommittedIsOpenedAndInItsEpoch() public view {
        assertTrue(!player.openedAnother(), "as committed");
    }

    function invariant_noVoterLeavesWhileACommitmentWaits() public view {
        assertTrue(!player.leftDuringItsVote(), "stays");
    }

    function invariant_noVoteIsSeenBeforeChallengesEndAndAllWeighAsBeforeTheEpoch() public view {
        for (uint256 id = 1; id <= registry.entryCount(); id++) {
            I.EntryView memory entry = registry.getEntry(id);
            (uint256 total,) = player.expected(id);
            if (total != 0) assertTrue(block.timestamp > entry.revealStartsAt, "hidden until then");
            uint256 since = registry.epochStart(registry.epochAt(entry.submittedAt));
            assertEq(entry.snapshot, since - 1, "before the entry's epoch");
        }
    }

    /// @dev Every invariant above after every call of one game: what the long profile plays.
    function statefulFuzz_allTogether() public view override {
        super.statefulFuzz_allTogether();
        invariant_onlyWhatWasCommittedIsOpenedAndInItsEpoch();
        invariant_noVoterLeavesWhileACommitmentWaits();
        invariant_noVoteIsSeenBeforeChallengesEndAndAllWeighAsBeforeTheEpoch();
    }
}
