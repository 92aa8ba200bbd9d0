// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AggregateRefutation} from "../src/AggregateRefutation.sol";
import {AggregateWeights} from "../src/AggregateWeights.sol";
import {IExperienceRegistry} from "../src/interfaces/IExperienceRegistry.sol";
import {LeafRules} from "../src/LeafRules.sol";
import {TestBase} from "./support/TestBase.sol";
import {Trees} from "./support/Trees.sol";

/// @notice Takes the library's calldata.
contract Refuter {
    function refute(
        LeafRules.Rule calldata rule,
        AggregateRefutation.Claim calldata claim,
        bytes32[] calldata roots,
        uint64[] calldata weights,
        uint256 total,
        AggregateRefutation.Opening[] calldata openings
    ) external pure returns (uint256) {
        return AggregateRefutation.checkRefuted(rule, claim, roots, weights, total, openings);
    }

    function freeze(AggregateWeights.Scale calldata scale, IExperienceRegistry.Member[] calldata members)
        external
        pure
        returns (AggregateWeights.Frozen memory)
    {
        return AggregateWeights.freeze(scale, members);
    }
}

/// @notice Entries of one leaf with one score each.
contract AggregateRefutationTest is TestBase {
    Refuter private refuter;
    LeafRules.Rule private rule = LeafRules.Rule(LeafRules.Kind.Scores, 1, 1, 0);

    uint256[] private values;
    uint64[] private weights;
    bytes32[] private roots;
    uint256 private total;

    function setUp() public {
        refuter = new Refuter();
    }

    function test_entriesAboveRefuteWhatIsTooLow() public {
        add(100, 5);
        add(900, 6);
        assertEq(refute(100, true), 6, "opened");
    }

    function test_entriesBelowRefuteWhatIsTooHigh() public {
        add(100, 6);
        add(900, 5);
        assertEq(refute(900, false), 6, "opened");
    }

    function test_anExactTieRefutesTheHigherValueOnly() public {
        add(100, 5);
        add(900, 5);
        assertEq(refute(900, false), 5, "half below is enough");
        refuse(100, true, abi.encodeWithSelector(AggregateRefutation.WeightTooSmall.selector, 5, 10));
    }

    function test_oneEntryIsItsOwnMedian() public {
        add(500, 1);
        refuse(500, true, abi.encodeWithSelector(AggregateRefutation.WeightTooSmall.selector, 0, 1));
        refuse(500, false, abi.encodeWithSelector(AggregateRefutation.WeightTooSmall.selector, 0, 1));
        assertEq(refute(499, true), 1, "too low");
        assertEq(refute(501, false), 1, "too high");
    }

    function test_valuesThatAreAllEqualAreTheMedian() public {
        add(7, 3);
        add(7, 3);
        add(7, 4);
        refuse(7, true, abi.encodeWithSelector(AggregateRefutation.WeightTooSmall.selector, 0, 10));
        assertEq(refute(8, false), 10, "all of them");
    }

    function test_anOddTotalNeedsMoreThanHalf() public {
        add(1, 4);
        add(2, 1);
        add(3, 4);
        refuse(2, true, abi.encodeWithSelector(AggregateRefutation.WeightTooSmall.selector, 4, 9));
        refuse(2, false, abi.encodeWithSelector(AggregateRefutation.WeightTooSmall.selector, 4, 9));
    }

    function test_refusesAMemberTwice() public {
        add(100, 5);
        add(900, 4);
        AggregateRefutation.Opening[] memory list = new AggregateRefutation.Opening[](2);
        (list[0], list[1]) = (openingOf(1), openingOf(1));
        refuseList(100, true, list, abi.encodeWithSelector(AggregateRefutation.OpeningOutOfOrder.selector, 1, 1));
    }

    function test_refusesMembersOutOfOrderOrBeyondTheSet() public {
        add(100, 5);
        add(900, 4);
        add(900, 4);
        AggregateRefutation.Opening[] memory list = new AggregateRefutation.Opening[](2);
        (list[0], list[1]) = (openingOf(2), openingOf(1));
        refuseList(100, true, list, abi.encodeWithSelector(AggregateRefutation.OpeningOutOfOrder.selector, 1, 1));
        list[0].member = 3;
        refuseList(100, true, list, abi.encodeWithSelector(AggregateRefutation.OpeningOutOfOrder.selector, 0, 3));
    }

    function test_refusesAnOpeningOnTheOtherSide() public {
        add(100, 5);
        add(900, 6);
        AggregateRefutation.Opening[] memory list = new AggregateRefutation.Opening[](1);
        list[0] = openingOf(0);
        refuseList(100, true, list, abi.encodeWithSelector(AggregateRefutation.OpeningOnWrongSide.selector, 0, 100));
        list[0] = openingOf(1);
        refuseList(500, false, list, abi.encodeWithSelector(AggregateRefutation.OpeningOnWrongSide.selector, 1, 900));
    }

    function test_refusesBytesThatAreNotUnderTheEntrysRoot() public {
        add(100, 5);
        add(900, 6);
        AggregateRefutation.Opening[] memory list = new AggregateRefutation.Opening[](1);
        list[0] = openingOf(1);
        list[0].payload = abi.encodePacked(uint16(901));
        refuseList(100, true, list, abi.encodeWithSelector(AggregateRefutation.OpeningInvalid.selector, 1));
        list[0] = openingOf(1);
        list[0].proof = new bytes32[](1);
        refuseList(100, true, list, abi.encodeWithSelector(AggregateRefutation.OpeningInvalid.selector, 1));
    }

    function test_refusesALeafThatBreaksItsSchema() public {
        add(100, 5);
        add(1001, 6);
        AggregateRefutation.Opening[] memory list = new AggregateRefutation.Opening[](1);
        list[0] = openingOf(1);
        refuseList(
            100,
            true,
            list,
            abi.encodeWithSelector(AggregateRefutation.OpeningDefective.selector, 1, LeafRules.Defect.Range)
        );
    }

    /// @dev The law of the whole scheme: a claim can be refuted exactly where it is not the lower weighted median.
    function testFuzz_everyClaimButTheMedianCanBeRefuted(
        uint16[9] memory scores,
        uint64[9] memory given,
        uint256 count,
        uint256 claimed,
        bool narrow
    ) public {
        uint256 members = bound(count, 1, 9);
        for (uint256 i = 0; i < members; i++) {
            // Half of the runs have few values and small weights, so that ties occur.
            add(scores[i] % (narrow ? 4 : 1001), narrow ? uint64(1 + given[i] % 3) : uint64(1 + given[i] % 2 ** 56));
        }
        uint256 median = lowerMedian();
        uint256 claim = narrow ? claimed % 5 : claimed % 1001;
        refutable(claim, true, claim < median);
        refutable(claim, false, claim > median);
    }

    /// @dev Openings that leave members out refute nothing more than all of them do.
    function testFuzz_aPartOfTheOpeningsNeverRefutesTheMedian(
        uint16[9] memory scores,
        uint64[9] memory given,
        uint16 mask,
        bool above
    ) public {
        for (uint256 i = 0; i < 9; i++) {
            add(scores[i] % 6, uint64(1 + given[i] % 5));
        }
        uint256 median = lowerMedian();
        AggregateRefutation.Opening[] memory all = sideOf(median, above);
        uint256 kept = 0;
        for (uint256 i = 0; i < all.length; i++) {
            if (mask >> i & 1 == 1) all[kept++] = all[i];
        }
        AggregateRefutation.Opening[] memory part = new AggregateRefutation.Opening[](kept);
        for (uint256 i = 0; i < kept; i++) {
            part[i] = all[i];
        }
        vm.expectRevert();
        refuter.refute(rule, AggregateRefutation.Claim(0, 0, median, above), roots, weights, total, part);
    }

    function refutable(uint256 claim, bool above, bool expected) private {
        AggregateRefutation.Opening[] memory list = sideOf(claim, above);
        if (!expected) vm.expectRevert();
        refuter.refute(rule, AggregateRefutation.Claim(0, 0, claim, above), roots, weights, total, list);
    }

    function add(uint256 value, uint64 weight) private {
        values.push(value);
        weights.push(weight);
        total += weight;
        bytes[] memory payloads = new bytes[](1);
        payloads[0] = abi.encodePacked(uint16(value));
        roots.push(Trees.rawRoot(payloads));
    }

    function openingOf(uint256 member) private view returns (AggregateRefutation.Opening memory) {
        return AggregateRefutation.Opening(member, abi.encodePacked(uint16(values[member])), new bytes32[](0));
    }

    /// @dev All members on one side of a claim.
    function sideOf(uint256 claim, bool above) private view returns (AggregateRefutation.Opening[] memory list) {
        AggregateRefutation.Opening[] memory found = new AggregateRefutation.Opening[](values.length);
        uint256 used = 0;
        for (uint256 i = 0; i < values.length; i++) {
            if (above ? values[i] > claim : values[i] < claim) found[used++] = openingOf(i);
        }
        list = new AggregateRefutation.Opening[](used);
        for (uint256 i = 0; i < used; i++) {
            list[i] = found[i];
        }
    }

    function refute(uint256 claim, bool above) private view returns (uint256) {
        return refuter.refute(
            rule, AggregateRefutation.Claim(0, 0, claim, above), roots, weights, total, sideOf(claim, above)
        );
    }

    function refuse(uint256 claim, bool above, bytes memory reason) private {
        refuseList(claim, above, sideOf(claim, above), reason);
    }

    function refuseList(uint256 claim, bool above, AggregateRefutation.Opening[] memory list, bytes memory reason)
        private
    {
        vm.expectRevert(reason);
        refuter.refute(rule, AggregateRefutation.Claim(0, 0, claim, above), roots, weights, total, list);
    }

    /// @dev Smallest value whose cumulative weight reaches half of the total, by trying all of them.
    function lowerMedian() private view returns (uint256 median) {
        for (;; median++) {
            uint256 below = 0;
            for (uint256 i = 0; i < values.length; i++) {
                if (values[i] <= median) below += weights[i];
            }
            if (2 * below >= total) return median;
        }
    }
}

contract AggregateWeightsTest is TestBase {
    Refuter private refuter = new Refuter();

    function test_weighsByCappedBondAndClampedQuality() public pure {
        AggregateWeights.Scale memory scale = AggregateWeights.Scale(30 * 10 ** 9, 500);
        assertEq(AggregateWeights.weigh(scale, 25 ether, 1000), 25 * 10 ** 9, "all of it");
        assertEq(AggregateWeights.weigh(scale, 25 ether, 800), 20 * 10 ** 9, "by quality");
        assertEq(AggregateWeights.weigh(scale, 25 ether, 0), 12.5 * 10 ** 9, "not below half");
        assertEq(AggregateWeights.weigh(scale, 100 ether, 1000), 30 * 10 ** 9, "capped");
        assertEq(AggregateWeights.weigh(scale, 10 ** 9 - 1, 1000), 0, "dust");
    }

    function test_anEmptySetHasNoWeight() public view {
        AggregateWeights.Frozen memory frozen =
            refuter.freeze(AggregateWeights.Scale(1, 500), new IExperienceRegistry.Member[](0));
        assertEq(frozen.total, 0, "total");
        assertEq(frozen.setHash, 0, "hash");
    }

    /// @dev Quality shifts a weight by at most 1000 / qLow, and no weight exceeds the cap.
    function testFuzz_qualityShiftsAWeightByABoundedFactor(uint96 bond, uint16 a, uint16 b, uint64 cap) public pure {
        AggregateWeights.Scale memory scale = AggregateWeights.Scale(uint64(1 + cap % 2 ** 56), 500);
        uint256 low = AggregateWeights.weigh(scale, bond, a % 1001);
        uint256 high = AggregateWeights.weigh(scale, bond, b % 1001);
        if (low > high) (low, high) = (high, low);
        assertTrue(high <= 2 * low + 1, "factor");
        assertTrue(high <= scale.cap, "cap");
    }

    /// @dev A set of 128 at the largest cap does not overflow, and its total is the sum.
    function testFuzz_totalsNeverOverflow(uint96 bond, uint16 quality) public view {
        AggregateWeights.Scale memory scale = AggregateWeights.Scale(2 ** 56, 500);
        IExperienceRegistry.Member[] memory members = new IExperienceRegistry.Member[](128);
        for (uint64 i = 0; i < 128; i++) {
            members[i] = IExperienceRegistry.Member(i, keccak256(abi.encode(i)), bond, quality % 1001);
        }
        AggregateWeights.Frozen memory frozen = refuter.freeze(scale, members);
        assertEq(frozen.total, 128 * uint256(AggregateWeights.weigh(scale, bond, quality % 1001)), "sum");
        assertEq(frozen.largestBond, bond, "largest");
    }

    function testFuzz_anyChangeOfASetChangesItsHashes(uint96 bond, uint16 quality, uint8 field) public view {
        AggregateWeights.Scale memory scale = AggregateWeights.Scale(2 ** 56, 500);
        IExperienceRegistry.Member[] memory members = new IExperienceRegistry.Member[](2);
        members[0] = IExperienceRegistry.Member(1, "one", bond, quality % 1000);
        members[1] = IExperienceRegistry.Member(2, "two", bond, quality % 1000);
        AggregateWeights.Frozen memory before = refuter.freeze(scale, members);
        if (field % 5 == 0) members[0].id = 3;
        else if (field % 5 == 1) members[0].merkleRoot = "other";
        else if (field % 5 == 2) members[0].bond = bond / 2 + 1 + bond % 2 * 7;
        else if (field % 5 == 3) members[0].quality += 1;
        else (members[0], members[1]) = (members[1], members[0]);
        if (field % 5 == 2 && members[0].bond == bond) return;
        assertTrue(refuter.freeze(scale, members).setHash != before.setHash, "set hash");
    }
}
