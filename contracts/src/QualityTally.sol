// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {WeightHistogram} from "./WeightHistogram.sol";

/// @title When a weighted median counts: enough weight took part, and enough of it agrees.
/// @notice Participation: total · 10000 ≥ supply · participationBps, and the total is not 0. Agreement: the weight of the
/// lanes of 32 scores that the range median ± delta touches · 10000 ≥ total · agreementBps. Whole lanes, because they are
/// known without reading another slot; the range is thereby up to 31 scores wider at each side.
library QualityTally {
    using WeightHistogram for WeightHistogram.Tally;

    /// @notice What the votes say.
    struct Result {
        /// Whether any weight voted; the median means nothing otherwise.
        bool voted;
        /// Whether both floors are reached.
        bool decided;
        /// Lower weighted median, 0…1000.
        uint256 median;
        /// Weight that voted.
        uint256 total;
        /// Weight that agrees with the median.
        uint256 agreeing;
    }

    uint256 private constant BPS = 10_000;

    /// @notice Median of the votes, and whether it counts.
    /// @param tally Votes.
    /// @param supply Total weight that could have voted.
    /// @param participationBps Floor in 1/10000 of `supply`.
    /// @param delta At most 65,535; scores up to this far from the median agree with it.
    /// @param agreementBps Floor in 1/10000 of what voted.
    /// @return result See {Result}.
    function decide(
        WeightHistogram.Tally storage tally,
        uint256 supply,
        uint256 participationBps,
        uint256 delta,
        uint256 agreementBps
    ) internal view returns (Result memory result) {
        (uint256[32] memory lanes, uint256 total) = tally.coarse();
        if (total == 0) return result;
        uint256 median = tally.lowerMedian(lanes, total);
        uint256 agreeing = _around(lanes, median, delta);
        bool decided = total * BPS >= supply * participationBps && agreeing * BPS >= total * agreementBps;
        return Result(true, decided, median, total, agreeing);
    }

    function _around(uint256[32] memory lanes, uint256 median, uint256 delta) private pure returns (uint256 sum) {
        // 0…1000 plus at most 65,535, and a sum of parts of the total.
        unchecked {
            uint256 high = median + delta;
            if (high > WeightHistogram.MAX_SCORE) high = WeightHistogram.MAX_SCORE;
            uint256 last = high / WeightHistogram.LANE_SCORES;
            uint256 lane = median > delta ? (median - delta) / WeightHistogram.LANE_SCORES : 0;
            for (; lane <= last; lane++) {
                sum += lanes[lane];
            }
        }
    }
}
