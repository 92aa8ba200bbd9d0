// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {WeightHistogram} from "../src/WeightHistogram.sol";
import {TestBase} from "./support/TestBase.sol";

contract WeightHistogramTest is TestBase {
    using WeightHistogram for WeightHistogram.Tally;

    mapping(uint256 run => WeightHistogram.Tally) private tallies;

    function test_isEmptyWithoutVotes() public view {
        (, uint256 total) = tallies[0].coarse();
        assertEq(total, 0, "total");
    }

    function test_everyScoreAloneIsItsOwnMedian() public {
        for (uint256 score = 0; score <= 1000; score++) {
            tallies[score].add(score, 1);
            assertEq(medianOf(score), score, "median");
        }
    }

    function test_anExactTieTakesTheLowerScore() public {
        tallies[0].add(1000, 5);
        tallies[0].add(0, 5);
        assertEq(medianOf(0), 0, "tie");
        tallies[0].add(1000, 1);
        assertEq(medianOf(0), 1000, "majority");
    }

    function test_aTieWithinALaneTakesTheLowerScoreToo() public {
        tallies[0].add(33, 7);
        tallies[0].add(40, 7);
        assertEq(medianOf(0), 33, "tie");
        tallies[0].add(40, 1);
        assertEq(medianOf(0), 40, "majority");
    }

    function test_coarseLanesHoldTheSumOfTheirScores() public {
        tallies[0].add(0, 1);
        tallies[0].add(31, 2);
        tallies[0].add(32, 4);
        tallies[0].add(1000, 8);
        (uint256[32] memory lanes, uint256 total) = tallies[0].coarse();
        assertEq(lanes[0], 3, "first lane");
        assertEq(lanes[1], 4, "second lane");
        assertEq(lanes[31], 8, "last lane");
        assertEq(total, 15, "total");
    }

    function test_holdsTheLargestWeightAndRefusesMore() public {
        uint256 largest = type(uint64).max;
        tallies[0].add(31, largest - 1);
        tallies[0].add(30, 1);
        assertEq(medianOf(0), 31, "median");
        vm.expectRevert(abi.encodeWithSelector(WeightHistogram.LaneOverflow.selector, 0, 1));
        this.add(29, 1);
        this.add(500, largest);
        assertEq(medianOf(0), 31, "a full lane leaves its neighbours alone");
        vm.expectRevert(abi.encodeWithSelector(WeightHistogram.LaneOverflow.selector, 20, largest + 1));
        this.add(640, largest + 1);
        vm.expectRevert(abi.encodeWithSelector(WeightHistogram.LaneOverflow.selector, 20, type(uint256).max));
        this.add(640, type(uint256).max);
    }

    function test_refusesAScoreOutOfRange() public {
        vm.expectRevert(abi.encodeWithSelector(WeightHistogram.ScoreAboveMaximum.selector, 1001));
        this.add(1001, 1);
    }

    function testFuzz_equalsTheSortingOracle(uint16[24] memory scores, uint64[24] memory weights, uint8 count) public {
        uint256 n = bound(count, 1, 24);
        uint256[] memory s = new uint256[](n);
        uint256[] memory w = new uint256[](n);
        for (uint256 i = 0; i < n; i++) {
            // Every other case stays within a narrow range, so that lanes collide.
            s[i] = count & 1 == 0 ? bound(scores[i], 0, 1000) : bound(scores[i], 480, 520);
            w[i] = bound(weights[i], 1, type(uint64).max / 24);
            tallies[0].add(s[i], w[i]);
        }
        assertEq(medianOf(0), sortedMedian(s, w), "median");
    }

    function testFuzz_theTotalIsTheSumOfTheWeights(uint16[16] memory scores, uint32[16] memory weights) public {
        uint256 expected = 0;
        for (uint256 i = 0; i < 16; i++) {
            tallies[0].add(bound(scores[i], 0, 1000), weights[i]);
            expected += weights[i];
        }
        (, uint256 total) = tallies[0].coarse();
        assertEq(total, expected, "total");
    }

    function add(uint256 score, uint256 weight) external {
        tallies[0].add(score, weight);
    }

    function medianOf(uint256 run) private view returns (uint256) {
        (uint256[32] memory lanes, uint256 total) = tallies[run].coarse();
        return tallies[run].lowerMedian(lanes, total);
    }

    function sortedMedian(uint256[] memory s, uint256[] memory w) private pure returns (uint256 median) {
        uint256 total = 0;
        for (uint256 i = 0; i < s.length; i++) {
            total += w[i];
            for (uint256 j = i; j > 0 && s[j] < s[j - 1]; j--) {
                (s[j], s[j - 1]) = (s[j - 1], s[j]);
                (w[j], w[j - 1]) = (w[j - 1], w[j]);
            }
        }
        uint256 below = 0;
        for (uint256 i = 0; 2 * below < total; i++) {
            below += w[i];
            median = s[i];
        }
    }
}
