// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {WeightHistogram} from "../src/WeightHistogram.sol";
import {TestBase} from "./support/TestBase.sol";

contract WeightHistogramTest is TestBase {
    using WeightHistogram for WeightHistogram.Tally;

    mapping(uint256 run => WeightHistogram.Tally) private tallies;

    function test_isUnscoredWithoutVotes() public view {
        (bool scored, uint256 median) = tallies[0].lowerMedian();
        assertTrue(!scored && median == 0, "unscored");
    }

    function test_everyScoreAloneIsItsOwnMedian() public {
        for (uint256 score = 0; score <= 1000; score++) {
            tallies[score].add(score, 1);
            (bool scored, uint256 median) = tallies[score].lowerMedian();
            assertTrue(scored, "scored");
            assertEq(median, score, "median");
        }
    }

    function test_anExactTieTakesTheLowerScore() public {
        tallies[0].add(1000, 5);
        tallies[0].add(0, 5);
        assertMedian(0);
        tallies[0].add(1000, 1);
        assertMedian(1000);
    }

    function test_holdsTheLargestWeightAndRefusesMore() public {
        tallies[0].add(31, type(uint128).max - 1);
        tallies[0].add(30, 1);
        assertMedian(31);
        vm.expectRevert();
        this.addOne();
    }

    function test_refusesAScoreOutOfRange() public {
        vm.expectRevert();
        this.addOutOfRange();
    }

    function testFuzz_equalsTheSortingOracle(uint16[24] memory scores, uint128[24] memory weights, uint8 count) public {
        uint256 n = bound(count, 1, 24);
        uint256[] memory s = new uint256[](n);
        uint256[] memory w = new uint256[](n);
        for (uint256 i = 0; i < n; i++) {
            // Every other case stays within a narrow range, so that lanes collide.
            s[i] = count & 1 == 0 ? bound(scores[i], 0, 1000) : bound(scores[i], 480, 520);
            w[i] = bound(weights[i], 1, type(uint96).max);
            tallies[0].add(s[i], w[i]);
        }
        assertMedian(sortedMedian(s, w));
    }

    function addOne() external {
        tallies[0].add(500, 1);
    }

    function addOutOfRange() external {
        tallies[0].add(1001, 1);
    }

    function assertMedian(uint256 expected) private view {
        (bool scored, uint256 median) = tallies[0].lowerMedian();
        assertTrue(scored, "scored");
        assertEq(median, expected, "median");
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
