// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {WeightHistogram} from "../../src/WeightHistogram.sol";
import {TestBase} from "../support/TestBase.sol";

/// @notice Takes calls, so that a refusal is one of an outer call.
contract HistogramHolder {
    using WeightHistogram for WeightHistogram.Tally;

    mapping(uint256 run => WeightHistogram.Tally) private _tallies;

    function add(uint256 run, uint256 score, uint256 weight) external {
        _tallies[run].add(score, weight);
    }

    function coarse(uint256 run) external view returns (uint256[32] memory lanes, uint256 total) {
        return _tallies[run].coarse();
    }

    function median(uint256 run) external view returns (uint256) {
        (uint256[32] memory lanes, uint256 total) = _tallies[run].coarse();
        return _tallies[run].lowerMedian(lanes, total);
    }
}

/// @notice What holds of the histogram whatever the votes are.
contract WeightHistogramFuzzTest is TestBase {
    HistogramHolder private holder;

    function setUp() public {
        holder = new HistogramHolder();
    }

    function testFuzz_theTotalIsTheSumOfTheWeights(uint16[8] memory scores, uint32[8] memory weights) public {
        uint256 sum = addAll(0, scores, weights);
        (uint256[32] memory lanes, uint256 total) = holder.coarse(0);
        uint256 ofLanes = 0;
        for (uint256 i = 0; i < 32; i++) {
            ofLanes += lanes[i];
        }
        assertEq(total, sum, "total");
        assertEq(ofLanes, sum, "lanes");
    }

    function testFuzz_aLaneHoldsTheWeightOfItsScoresOnly(uint16 seed, uint32 weight) public {
        uint256 score = bound(seed, 0, 1000);
        holder.add(0, score, weight);
        (uint256[32] memory lanes,) = holder.coarse(0);
        for (uint256 i = 0; i < 32; i++) {
            assertEq(lanes[i], i == score / 32 ? weight : 0, "lane");
        }
    }

    function testFuzz_theOrderOfVotesDoesNotMatter(uint16[8] memory scores, uint32[8] memory weights) public {
        addAll(0, scores, weights);
        for (uint256 i = 8; i > 0; i--) {
            holder.add(1, scores[i - 1] % 1001, weights[i - 1]);
        }
        (, uint256 total) = holder.coarse(0);
        if (total != 0) assertEq(holder.median(0), holder.median(1), "median");
    }

    function testFuzz_oneVoteInTwoPartsIsOneVote(uint16 seed, uint32 first, uint32 second, uint32 other) public {
        uint256 score = bound(seed, 0, 1000);
        holder.add(0, score, first);
        holder.add(0, score, second);
        holder.add(1, score, uint256(first) + second);
        holder.add(0, 500, uint256(other) + 1);
        holder.add(1, 500, uint256(other) + 1);
        assertEq(holder.median(0), holder.median(1), "median");
    }

    function testFuzz_theMedianIsAScoreThatSomebodyGave(uint16[8] memory scores, uint32[8] memory weights) public {
        if (addAll(0, scores, weights) == 0) return;
        uint256 median = holder.median(0);
        bool given = false;
        for (uint256 i = 0; i < 8; i++) {
            given = given || (weights[i] != 0 && scores[i] % 1001 == median);
        }
        assertTrue(given, "given");
    }

    function testFuzz_halfOfTheWeightLiesAtOrBelowTheMedianAndLessBelowIt(
        uint16[8] memory scores,
        uint32[8] memory weights
    ) public {
        uint256 total = addAll(0, scores, weights);
        if (total == 0) return;
        uint256 median = holder.median(0);
        uint256 below = 0;
        uint256 upTo = 0;
        for (uint256 i = 0; i < 8; i++) {
            uint256 score = scores[i] % 1001;
            if (score < median) below += weights[i];
            if (score <= median) upTo += weights[i];
        }
        assertTrue(2 * upTo >= total, "reached");
        assertTrue(2 * below < total, "not reached before");
    }

    function testFuzz_aMajorityKeepsTheMedianAmongItsScores(
        uint16[4] memory honest,
        uint16[4] memory hostile,
        uint32 weight
    ) public {
        uint256 low = 1000;
        uint256 high = 0;
        for (uint256 i = 0; i < 4; i++) {
            uint256 score = honest[i] % 1001;
            holder.add(0, score, uint256(weight) + 1);
            holder.add(0, hostile[i] % 1001, weight);
            if (score < low) low = score;
            if (score > high) high = score;
        }
        uint256 median = holder.median(0);
        assertTrue(median >= low && median <= high, "within the honest range");
    }

    function testFuzz_moreWeightAboveNeverLowersTheMedian(
        uint16[8] memory scores,
        uint32[8] memory weights,
        uint16 seed,
        uint32 more
    ) public {
        if (addAll(0, scores, weights) == 0) return;
        uint256 before = holder.median(0);
        holder.add(0, bound(seed, before, 1000), more);
        assertTrue(holder.median(0) >= before, "not lower");
    }

    function testFuzz_moreWeightBelowNeverRaisesTheMedian(
        uint16[8] memory scores,
        uint32[8] memory weights,
        uint16 seed,
        uint32 more
    ) public {
        if (addAll(0, scores, weights) == 0) return;
        uint256 before = holder.median(0);
        holder.add(0, bound(seed, 0, before), more);
        assertTrue(holder.median(0) <= before, "not higher");
    }

    function testFuzz_aFullLaneRefusesTheNextUnitAndKeepsItsNeighbours(uint16 seed, uint64 first) public {
        uint256 score = bound(seed, 0, 1000);
        uint256 neighbour = score < 1000 ? score + 1 : score - 1;
        holder.add(0, neighbour, 0);
        holder.add(0, score, first);
        uint256 rest = type(uint64).max - first;
        vm.expectRevert(abi.encodeWithSelector(WeightHistogram.LaneOverflow.selector, score / 32, rest + 1));
        holder.add(0, score, rest + 1);
        holder.add(0, score, rest);
        (uint256[32] memory lanes, uint256 total) = holder.coarse(0);
        assertEq(total, type(uint64).max, "total");
        assertEq(lanes[score / 32], type(uint64).max, "lane");
        assertEq(holder.median(0), score, "median");
    }

    function testFuzz_refusesEveryScoreAboveAThousand(uint256 seed, uint64 weight) public {
        uint256 score = bound(seed, 1001, type(uint256).max - 1);
        vm.expectRevert(abi.encodeWithSelector(WeightHistogram.ScoreAboveMaximum.selector, score));
        holder.add(0, score, weight);
    }

    function addAll(uint256 run, uint16[8] memory scores, uint32[8] memory weights) private returns (uint256 sum) {
        for (uint256 i = 0; i < 8; i++) {
            holder.add(run, scores[i] % 1001, weights[i]);
            sum += weights[i];
        }
    }
}
