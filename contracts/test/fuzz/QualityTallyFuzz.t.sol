// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {QualityTally} from "../../src/QualityTally.sol";
import {WeightHistogram} from "../../src/WeightHistogram.sol";
import {TestBase} from "../support/TestBase.sol";

/// @notice What holds of the two floors whatever the votes are.
contract QualityTallyFuzzTest is TestBase {
    using QualityTally for WeightHistogram.Tally;
    using WeightHistogram for WeightHistogram.Tally;

    WeightHistogram.Tally private tally;
    uint256[6] private given;
    uint256[6] private weighed;

    function testFuzz_whoIsNearAgreesAndWhoIsFarDoesNot(uint16[6] memory scores, uint32[6] memory weights, uint16 seed)
        public
    {
        uint256 delta = bound(seed, 0, 1000);
        QualityTally.Result memory result = decide(scores, weights, 0, 0, delta, 0);
        if (!result.voted) return;
        uint256 near = 0;
        uint256 nearby = 0;
        for (uint256 i = 0; i < 6; i++) {
            uint256 away = given[i] < result.median ? result.median - given[i] : given[i] - result.median;
            if (away <= delta) near += weighed[i];
            if (away <= delta + 31) nearby += weighed[i];
        }
        assertTrue(result.agreeing >= near, "all that are near");
        assertTrue(result.agreeing <= nearby, "nobody beyond a lane");
    }

    function testFuzz_theWholeRangeAgreesWithEverything(uint16[6] memory scores, uint32[6] memory weights) public {
        QualityTally.Result memory result = decide(scores, weights, 0, 0, 1000, 10_000);
        assertEq(result.agreeing, result.total, "all");
        assertTrue(result.decided == result.voted, "decided");
    }

    function testFuzz_aWiderRangeNeverAgreesLess(
        uint16[6] memory scores,
        uint32[6] memory weights,
        uint16 first,
        uint16 second
    ) public {
        uint256 narrow = first % 1001;
        uint256 wide = bound(second, narrow, 1000);
        uint256 before = decide(scores, weights, 0, 0, narrow, 0).agreeing;
        assertTrue(tally.decide(0, 0, wide, 0).agreeing >= before, "grows");
    }

    function testFuzz_decidesExactlyWhereBothFloorsAreReached(
        uint16[6] memory scores,
        uint32[6] memory weights,
        uint40 supply,
        uint16 participation,
        uint16 agreement
    ) public {
        uint256 participationBps = participation % 10_001;
        uint256 agreementBps = agreement % 10_001;
        QualityTally.Result memory result = decide(scores, weights, supply, participationBps, 100, agreementBps);
        bool takesPart = result.total * 10_000 >= uint256(supply) * participationBps;
        bool agrees = result.agreeing * 10_000 >= result.total * agreementBps;
        assertTrue(result.decided == (result.voted && takesPart && agrees), "decided");
    }

    function testFuzz_oneUnitLessThanTheFloorDecidesNothing(uint32 seed, uint16 bps) public {
        uint256 supply = bound(seed, 1, type(uint32).max);
        uint256 floorBps = bound(bps, 1, 5000);
        uint256 least = (supply * floorBps + 9_999) / 10_000;
        if (least > 1) tally.add(700, least - 1);
        assertTrue(!tally.decide(supply, floorBps, 100, 0).decided, "too few");
        tally.add(700, 1);
        assertTrue(tally.decide(supply, floorBps, 100, 0).decided, "enough");
    }

    function testFuzz_votesWithoutWeightAreNone(uint16 score, uint40 supply) public {
        tally.add(score % 1001, 0);
        QualityTally.Result memory result = tally.decide(supply, 0, 1000, 0);
        assertTrue(!result.voted && !result.decided, "nobody voted");
    }

    function decide(
        uint16[6] memory scores,
        uint32[6] memory weights,
        uint256 supply,
        uint256 participationBps,
        uint256 delta,
        uint256 agreementBps
    ) private returns (QualityTally.Result memory) {
        for (uint256 i = 0; i < 6; i++) {
            (given[i], weighed[i]) = (scores[i] % 1001, weights[i]);
            tally.add(given[i], weighed[i]);
        }
        return tally.decide(supply, participationBps, delta, agreementBps);
    }
}
