// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDisputeCourt} from "../../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry as I} from "../../src/interfaces/IExperienceRegistry.sol";
import {RegistryFixture} from "../support/RegistryFixture.sol";

/// @notice What holds of an entry for all parameters within their bounds and all votes.
contract RegistryFuzzTest is RegistryFixture {
    /// @dev Everybody's deposits beside the insurance and what is burned.
    uint256 private constant WHOLE = 5 * DEPOSIT;

    function testFuzz_everyUnitOfASlashIsBurnedPaidOrInsured(
        uint96 bond,
        uint16 burnShare,
        uint16 bountyShare,
        uint96 cap,
        uint16 lowQualityShare,
        bool challenged
    ) public {
        I.Parameters memory p = money(bond, burnShare, bountyShare, cap, lowQualityShare);
        setParameters(p);
        uint256 id = submitAs(ALICE, "root");
        if (challenged) challengeAs(ERIN, id);
        voteAs(BOB, id, p.qMin - 1);
        settle(id);
        assertStatus(id, I.Status.Slashed);
        uint256 lost = (uint256(p.bond) * p.lowQualityShare + 999) / 1000;
        uint256 bounty = challenged ? least(lost * p.bountyShare / 1000, p.bountyCap) : 0;
        uint256 pooled = lost * (1000 - p.burnShare - p.bountyShare) / 1000;
        assertEq(bonds.freeOf(ALICE), DEPOSIT - lost, "submitter");
        assertEq(bonds.credits(ERIN), bounty, "challenger");
        assertEq(bonds.freeOf(ERIN), DEPOSIT, "whose own bond comes back");
        assertEq(bonds.credits(INSURANCE), pooled, "insurance");
        assertEq(bonds.unburned(), lost - bounty - pooled, "burned");
        assertTrue(2 * bonds.unburned() >= lost, "half at least");
    }

    function testFuzz_aRulingTakesTheWholeBondAndNoMore(
        uint96 bond,
        uint16 burnShare,
        uint16 bountyShare,
        uint96 cap,
        bool challenged
    ) public {
        I.Parameters memory p = money(bond, burnShare, bountyShare, cap, 0);
        setParameters(p);
        uint256 id = submitAs(ALICE, "root");
        if (challenged) challengeAs(ERIN, id);
        court.uphold(id, DAVE, IDisputeCourt.Fault.Schema, "proof");
        registry.slash(id, DAVE, "proof");
        uint256 bounty = least(uint256(p.bond) * p.bountyShare / 1000, p.bountyCap);
        assertEq(bonds.freeOf(ALICE), DEPOSIT - p.bond, "submitter");
        assertEq(bonds.credits(DAVE), bounty, "challenger of the case");
        assertEq(bonds.freeOf(ERIN), DEPOSIT, "challenger of the quality");
        assertConserved(bounty);
    }

    function testFuzz_aGoodEntryGetsItsBondBackAndHalfOfALostChallenge(uint96 bond, uint16 score, bool challenged)
        public
    {
        I.Parameters memory p = money(bond, 500, 0, 0, 1000);
        setParameters(p);
        uint256 id = submitAs(ALICE, "root");
        if (challenged) challengeAs(ERIN, id);
        voteAs(BOB, id, bound(score, p.qMin, 1000));
        settle(id);
        assertStatus(id, I.Status.Final);
        uint256 stake = challenged ? uint256(p.bond) - p.bond / 2 : 0;
        assertEq(bonds.freeOf(ALICE), DEPOSIT, "submitter");
        assertEq(bonds.credits(ALICE), stake / 2, "half of the challenge");
        assertEq(bonds.freeOf(ERIN), DEPOSIT - stake, "challenger");
        assertConserved(stake / 2);
    }

    function testFuzz_whatExpiresCostsNobodyAnything(uint96 bond, uint8 rolls, bool challenged) public {
        I.Parameters memory p = money(bond, 500, 500, 0, 1000);
        p.maxRolls = uint8(rolls % 4);
        setParameters(p);
        uint256 id = submitAs(ALICE, "root");
        if (challenged) challengeAs(ERIN, id);
        for (uint256 i = 0; i <= p.maxRolls; i++) {
            settle(id);
        }
        assertStatus(id, I.Status.Expired);
        assertEq(bonds.freeOf(ALICE) + bonds.freeOf(ERIN), 2 * DEPOSIT, "all back");
        assertConserved(0);
    }

    function testFuzz_anEntryKeepsTheParametersOfItsSubmission(uint96 first, uint96 second, uint16 floor) public {
        I.Parameters memory before = money(first, 500, 150, 1, 100);
        setParameters(before);
        uint256 id = submitAs(ALICE, "root");
        I.Parameters memory later = money(second, 1000, 0, 0, 1000);
        later.qMin = uint16(bound(floor, 1, 1000));
        setParameters(later);
        assertEq(keccak256(abi.encode(registry.parametersOf(id))), keccak256(abi.encode(before)), "unchanged");
        assertEq(registry.getEntry(id).bond, before.bond, "bond");
        assertEq(registry.bond(), later.bond, "of the next one");
        assertEq(registry.challengeBond(), later.bond - later.bond / 2, "half of it, rounded up");
    }

    function testFuzz_noVoteWeighsMoreThanItsCap(uint16 seed, uint32 units) public {
        I.Parameters memory p = parameters();
        p.weightCapBps = uint16(bound(seed, 100, 10_000));
        setParameters(p);
        lockAs(BOB, (1 + uint256(units)) * 1e12, 0);
        skip(1);
        uint256 id = submitAs(ALICE, "root");
        uint256 supply = locks.getPastTotalSupply(block.timestamp - 1);
        uint256 own = locks.getPastVotes(BOB, block.timestamp - 1);
        assertEq(registry.weightOf(id, BOB), least(own, supply * p.weightCapBps / 10_000), "capped");
        assertEq(registry.weightOf(id, ALICE), 0, "nothing locked");
    }

    function testFuzz_weightThatIsBoughtAfterwardsCountsForNothing(uint32 units, uint32 duration) public {
        uint256 id = submitAs(ALICE, "root");
        uint256 before = registry.weightOf(id, CAROL);
        lockAs(CAROL, (1 + uint256(units)) * 1e12, duration % 208 weeks);
        skip(1);
        assertEq(registry.weightOf(id, CAROL), before, "as before");
        voteAs(CAROL, id, 900);
        assertEq(registry.getEntry(id).quality, 900, "the only vote");
    }

    function testFuzz_theQualityIsTheMedianOfWhatWasVoted(uint16 bob, uint16 carol, uint16 dave) public {
        uint256 id = submitAs(ALICE, "root");
        (uint256 a, uint256 b, uint256 c) = (bob % 1001, carol % 1001, dave % 1001);
        voteAs(BOB, id, a);
        voteAs(CAROL, id, b);
        voteAs(DAVE, id, c);
        uint256 low = least(least(a, b), c);
        uint256 high = a + b + c - low - middle(a, b, c);
        uint256 quality = registry.getEntry(id).quality;
        assertEq(quality, middle(a, b, c), "of three equal weights");
        assertTrue(low <= quality && quality <= high, "between");
    }

    function testFuzz_aCidHasAtMost96Bytes(uint8 length) public {
        I.Entry memory e = entryOf("root");
        e.cid = string(new bytes(length));
        vm.prank(ALICE);
        if (length == 0 || length > 96) {
            vm.expectRevert(abi.encodeWithSelector(I.CidLengthInvalid.selector, uint256(length)));
        }
        registry.submit(e);
    }

    function testFuzz_theCallerNamesNothingThatTheContractDerives(uint64 quality, address submitter, uint96 bond)
        public
    {
        I.Entry memory e = entryOf("root");
        (e.quality, e.submitter, e.bond) = (quality, submitter, bond);
        bool fits = quality == 0 && (submitter == address(0) || submitter == ALICE) && (bond == 0 || bond == BOND);
        vm.prank(ALICE);
        (bool done,) = address(registry).call(abi.encodeCall(I.submit, (e)));
        assertTrue(done == fits, "refused unless it is what it would be anyway");
        assertEq(registry.entryCount(), fits ? 1 : 0, "and nothing happened");
    }

    function testFuzz_timesOfAnEntryFollowFromItsSubmission(uint24 passed, uint32 window) public {
        I.Parameters memory p = parameters();
        p.challengeWindow = uint32(bound(window, 0, 5 days));
        setParameters(p);
        skip(1 + uint256(passed));
        uint256 id = submitAs(ALICE, "root");
        I.EntryView memory entry = registry.getEntry(id);
        assertEq(entry.submittedAt, block.timestamp, "now");
        assertEq(entry.snapshot, block.timestamp - 1, "a second before");
        assertEq(entry.votingEndsAt, block.timestamp + 60, "voting");
        assertEq(entry.challengeEndsAt, block.timestamp + 60 + p.challengeWindow, "challenges");
        uint256 epoch = registry.epochAt(block.timestamp);
        assertTrue(registry.epochStart(epoch) <= block.timestamp, "epoch");
        assertTrue(registry.epochStart(epoch + 1) > block.timestamp, "and not the next");
    }

    function money(uint96 bond, uint16 burnShare, uint16 bountyShare, uint96 cap, uint16 lowQualityShare)
        private
        pure
        returns (I.Parameters memory p)
    {
        p = parameters();
        p.bond = uint96(bound(bond, 2, DEPOSIT));
        p.burnShare = uint16(bound(burnShare, 500, 1000));
        p.bountyShare = uint16(bound(bountyShare, 0, 1000 - p.burnShare));
        p.bountyCap = uint96(cap % DEPOSIT);
        p.lowQualityShare = uint16(bound(lowQualityShare, 0, 1000));
    }

    /// @dev What everybody has, is insured and is burned is what was deposited; `credited` of it are credits.
    function assertConserved(uint256 credited) private view {
        uint256 sum = bonds.unburned() + bonds.credits(INSURANCE) + credited;
        address[] memory accounts = everyone();
        for (uint256 i = 0; i < accounts.length; i++) {
            sum += bonds.freeOf(accounts[i]) + bonds.lockedOf(address(registry), accounts[i]);
        }
        assertEq(sum, WHOLE, "conserved");
    }

    function least(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }

    function middle(uint256 a, uint256 b, uint256 c) private pure returns (uint256) {
        uint256 low = least(least(a, b), c);
        uint256 high = a > b ? a : b;
        if (c > high) high = c;
        return a + b + c - low - high;
    }
}
