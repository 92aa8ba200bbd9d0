// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Weights of scores 0…1000 for an exact weighted lower median, without sorting and without a loop over voters.
/// @notice 32 coarse lanes of 32 scores each, and one fine lane a score. A vote touches two lanes; the median reads all
/// coarse lanes and at most 32 fine ones, however many votes there are. Four 64-bit lanes share a storage slot.
library WeightHistogram {
    /// @notice Votes of one entry in one round: slots 0…7 hold the coarse lanes, the fine ones follow.
    struct Tally {
        uint256[259] slots;
    }

    /// @notice The score is above 1000.
    error ScoreAboveMaximum(uint256 score);
    /// @notice A lane cannot hold the weight.
    error LaneOverflow(uint256 lane, uint256 weight);

    /// @notice Largest score.
    uint256 internal constant MAX_SCORE = 1000;
    /// @notice Scores of a coarse lane.
    uint256 internal constant LANE_SCORES = 32;

    uint256 private constant COARSE_SLOTS = 8;
    uint256 private constant LANES_PER_SLOT = 4;
    uint256 private constant LANE_BITS = 64;

    /// @notice Adds `weight` at `score`.
    /// @param tally Where to.
    /// @param score 0…1000.
    /// @param weight A coarse lane holds up to 2^64 − 1.
    function add(Tally storage tally, uint256 score, uint256 weight) internal {
        if (score > MAX_SCORE) revert ScoreAboveMaximum(score);
        _addToLane(tally, score / LANE_SCORES, weight);
        _addToLane(tally, COARSE_SLOTS * LANES_PER_SLOT + score, weight);
    }

    /// @notice The coarse lanes, each read once.
    /// @param tally Votes.
    /// @return lanes Weight of the scores 32i … 32i + 31 at i.
    /// @return total Sum of all weights.
    function coarse(Tally storage tally) internal view returns (uint256[32] memory lanes, uint256 total) {
        // 32 numbers of 64 bits: their sum fits.
        unchecked {
            for (uint256 slot = 0; slot < COARSE_SLOTS; slot++) {
                uint256 packed = tally.slots[slot];
                for (uint256 lane = slot * LANES_PER_SLOT; packed != 0; packed >>= LANE_BITS) {
                    uint256 weight = uint64(packed);
                    lanes[lane++] = weight;
                    total += weight;
                }
            }
        }
    }

    /// @notice The smallest score whose cumulative weight reaches half of the total (seed A eq. 5). At an exact tie the
    /// lower score wins.
    /// @param tally Votes.
    /// @param lanes Their coarse lanes.
    /// @param total Their sum, above 0.
    /// @return median 0…1000.
    function lowerMedian(Tally storage tally, uint256[32] memory lanes, uint256 total)
        internal
        view
        returns (uint256 median)
    {
        // Sums of parts of the total; below the first lane there is nothing, which is less than the half.
        unchecked {
            uint256 half = (total + 1) / 2;
            // From the top, because most entries that are worth their bond are scored high.
            uint256 below = total;
            uint256 lane = MAX_SCORE / LANE_SCORES + 1;
            do {
                below -= lanes[--lane];
            } while (below >= half);
            uint256 slot = COARSE_SLOTS + lane * (LANE_SCORES / LANES_PER_SLOT);
            for (median = lane * LANE_SCORES;; median += LANES_PER_SLOT) {
                uint256 packed = tally.slots[slot++];
                for (uint256 score = median; packed != 0; score++) {
                    below += uint64(packed);
                    if (below >= half) return score;
                    packed >>= LANE_BITS;
                }
            }
        }
    }

    function _addToLane(Tally storage tally, uint256 lane, uint256 weight) private {
        uint256 slot = lane / LANES_PER_SLOT;
        uint256 shift = (lane % LANES_PER_SLOT) * LANE_BITS;
        uint256 packed = tally.slots[slot];
        if (weight > type(uint64).max - uint64(packed >> shift)) revert LaneOverflow(lane, weight);
        tally.slots[slot] = packed + (weight << shift);
    }
}
