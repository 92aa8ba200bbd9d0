// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Weight of a lock by the time that remains, in tenths: 30, 20, 15 or 10.
/// @notice Each step is a bonus of its own, so that a total can fall step by step.
library LockWeight {
    /// @notice Weight of a unit whatever remains.
    uint256 internal constant BASE = 10;
    /// @notice Largest weight of a unit.
    uint256 internal constant HIGHEST = 30;
    /// @notice Remaining time from which the first step counts.
    uint256 internal constant SHORT = 26 weeks;
    /// @notice Remaining time from which the second step counts.
    uint256 internal constant MIDDLE = 52 weeks;
    /// @notice Remaining time from which the third step counts.
    uint256 internal constant LONG = 104 weeks;
    /// @notice First step: 10 → 15.
    uint256 internal constant SHORT_STEP = 5;
    /// @notice Second step: 15 → 20.
    uint256 internal constant MIDDLE_STEP = 5;
    /// @notice Third step: 20 → 30.
    uint256 internal constant LONG_STEP = 10;

    /// @notice What a unit weighs beyond {BASE}.
    /// @param remaining Seconds to the end of the lock.
    /// @return Sum of the steps that count.
    function bonusOf(uint256 remaining) internal pure returns (uint256) {
        if (remaining < SHORT) return 0;
        if (remaining < MIDDLE) return SHORT_STEP;
        if (remaining < LONG) return SHORT_STEP + MIDDLE_STEP;
        return SHORT_STEP + MIDDLE_STEP + LONG_STEP;
    }

    /// @notice End of a lock that is wanted until `wanted`: the first second of a week, not earlier.
    /// @param wanted Unix second.
    /// @return Unix second, a multiple of a week.
    function endOf(uint256 wanted) internal pure returns (uint256) {
        return (wanted + 1 weeks - 1) / 1 weeks * 1 weeks;
    }
}
