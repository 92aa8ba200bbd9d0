// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LockWeight} from "../../src/LockWeight.sol";
import {TestBase} from "../support/TestBase.sol";

/// @notice What holds of a lock's weight for every time that remains.
contract LockWeightFuzzTest is TestBase {
    function testFuzz_neverGrowsAsTimePasses(uint64 remaining, uint64 passed) public pure {
        uint256 later = passed < remaining ? remaining - passed : 0;
        assertTrue(LockWeight.bonusOf(later) <= LockWeight.bonusOf(remaining), "falls");
    }

    function testFuzz_isTheSumOfTheStepsThatCount(uint64 remaining) public pure {
        uint256 sum = 0;
        if (remaining >= 26 weeks) sum += 5;
        if (remaining >= 52 weeks) sum += 5;
        if (remaining >= 104 weeks) sum += 10;
        assertEq(LockWeight.bonusOf(remaining), sum, "bonus");
        assertTrue(LockWeight.BASE + sum <= LockWeight.HIGHEST, "highest");
    }

    function testFuzz_fallsAtTheFirstSecondBelowAStepOnly(uint64 seed) public pure {
        uint256 remaining = bound(seed, 1, 300 weeks);
        bool falls = LockWeight.bonusOf(remaining - 1) < LockWeight.bonusOf(remaining);
        assertTrue(falls == (remaining == 26 weeks || remaining == 52 weeks || remaining == 104 weeks), "step");
    }

    function testFuzz_endsWithTheWeekInWhichItWasWantedUntil(uint64 wanted) public pure {
        uint256 end = LockWeight.endOf(wanted);
        assertEq(end % 1 weeks, 0, "first second of a week");
        assertTrue(end >= wanted, "not earlier");
        assertTrue(end < uint256(wanted) + 1 weeks, "and not a week later");
        assertEq(LockWeight.endOf(end), end, "once");
    }

    function testFuzz_aLaterWishNeverEndsEarlier(uint64 wanted, uint32 more) public pure {
        assertTrue(LockWeight.endOf(uint256(wanted) + more) >= LockWeight.endOf(wanted), "ordered");
    }
}
