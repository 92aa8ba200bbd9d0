// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {QualityTally} from "../src/QualityTally.sol";
import {WeightHistogram} from "../src/WeightHistogram.sol";
import {TestBase} from "./support/TestBase.sol";

contract QualityTallyTest is TestBase {
    using QualityTally for WeightHistogram.Tally;
    using WeightHistogram for WeightHistogram.Tally;

    WeightHistogram.Tally private tally;

    function test_withoutVotesNothingIsDecidedWhateverTheFloors() public view {
        QualityTally.Result memory result = tally.decide(0, 0, 1000, 0);
        assertTrue(!result.voted && !result.decided, "undecided");
        assertEq(result.median, 0, "median");
    }

    function test_participationIsReachedAtTheFloorExactly() public {
        tally.add(700, 10);
        assertTrue(tally.decide(100, 1000, 1000, 0).decided, "a tenth of a hundred");
        assertTrue(!tally.decide(101, 1000, 1000, 0).decided, "less than a tenth");
        assertTrue(tally.decide(101, 1000, 1000, 0).voted, "yet it was voted on");
    }

    function test_agreementIsReachedAtTheFloorExactly() public {
        tally.add(0, 3);
        tally.add(500, 4);
        tally.add(1000, 3);
        QualityTally.Result memory result = tally.decide(10, 0, 100, 4000);
        assertEq(result.median, 500, "median");
        assertEq(result.agreeing, 4, "agreeing");
        assertTrue(result.decided, "four tenths agree");
        assertTrue(!tally.decide(10, 0, 100, 4001).decided, "and no more");
    }

    function test_agreementTakesWholeLanes() public {
        // The median lies in the lane 480…511; with delta 0 all of that lane agrees and nothing else.
        tally.add(479, 1);
        tally.add(480, 2);
        tally.add(500, 10);
        tally.add(511, 4);
        tally.add(512, 1);
        assertEq(tally.decide(0, 0, 0, 0).agreeing, 16, "the lane of the median");
        assertEq(tally.decide(0, 0, 11, 0).agreeing, 16, "not beyond");
        assertEq(tally.decide(0, 0, 12, 0).agreeing, 17, "touching the next");
        assertEq(tally.decide(0, 0, 21, 0).agreeing, 18, "touching both neighbours");
    }

    function test_theRangeEndsAtTheEndsOfTheScale() public {
        tally.add(1000, 2);
        tally.add(0, 1);
        assertEq(tally.decide(0, 0, 1000, 0).agreeing, 3, "whole scale from the top");
        tally.add(0, 5);
        assertEq(tally.decide(0, 0, 1000, 0).agreeing, 8, "whole scale from the bottom");
    }

    function testFuzz_equalsTheCountingOracle(uint16[12] memory scores, uint32[12] memory weights, uint16 delta)
        public
    {
        uint256 reach = bound(delta, 0, 1000);
        uint256 total = 0;
        for (uint256 i = 0; i < 12; i++) {
            scores[i] = uint16(bound(scores[i], 0, 1000));
            tally.add(scores[i], weights[i]);
            total += weights[i];
        }
        QualityTally.Result memory result = tally.decide(total, 10_000, reach, 5000);
        assertEq(result.total, total, "total");
        if (total == 0) return;
        uint256 low = result.median > reach ? result.median - reach : 0;
        uint256 high = result.median + reach > 1000 ? 1000 : result.median + reach;
        uint256 agreeing = 0;
        for (uint256 i = 0; i < 12; i++) {
            if (scores[i] / 32 >= low / 32 && scores[i] / 32 <= high / 32) agreeing += weights[i];
        }
        assertEq(result.agreeing, agreeing, "agreeing");
        assertTrue(result.decided == (agreeing * 2 >= total), "half agree");
    }
}
