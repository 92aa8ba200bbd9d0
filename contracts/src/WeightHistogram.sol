// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @title Exact weighted lower median of scores 0…1000, without sorting and without a loop over voters.
/// @notice 32 coarse lanes of 32 scores each, and one fine lane a score. A vote touches two lanes; the median walks at
/// most 32 coarse and 32 fine lanes however many votes there are. Two 128-bit lanes share a storage slot.
library WeightHistogram {
    /// @notice Votes of one entry.
    struct Tally {
        uint128 total;
        mapping(uint256 slot => uint256 lanes) slots;
    }

    /// @notice Largest score.
    uint256 internal constant MAX_SCORE = 1000;
    uint256 private constant LANES = 32;

    /// @notice Adds `weight` at `score`.
    /// @dev No lane can overflow, because each holds at most `total`, which is checked.
    function add(Tally storage tally, uint256 score, uint256 weight) internal {
        assert(score <= MAX_SCORE);
        tally.total = SafeCast.toUint128(uint256(tally.total) + weight);
        _addToLane(tally, score / LANES, weight);
        _addToLane(tally, LANES + score, weight);
    }

    /// @notice The smallest score whose cumulative weight reaches half of the total (seed A eq. 5).
    /// @return scored False while the total is zero; `median` is then 0 and means nothing.
    /// @return median In 0…1000. At an exact tie the lower score wins.
    function lowerMedian(Tally storage tally) internal view returns (bool scored, uint256 median) {
        uint256 total = tally.total;
        if (total == 0) return (false, 0);
        uint256 below = 0;
        uint256 coarse = 0;
        for (;; coarse++) {
            uint256 weight = _lane(tally, coarse);
            if (2 * (below + weight) >= total) break;
            below += weight;
        }
        for (median = coarse * LANES;; median++) {
            below += _lane(tally, LANES + median);
            if (2 * below >= total) return (true, median);
        }
    }

    function _lane(Tally storage tally, uint256 lane) private view returns (uint256) {
        return uint128(tally.slots[lane >> 1] >> ((lane & 1) << 7));
    }

    function _addToLane(Tally storage tally, uint256 lane, uint256 weight) private {
        tally.slots[lane >> 1] += weight << ((lane & 1) << 7);
    }
}
