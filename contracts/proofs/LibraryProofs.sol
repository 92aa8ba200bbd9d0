// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {LeafRules} from "../src/LeafRules.sol";
import {LockWeight} from "../src/LockWeight.sol";
import {RevenueSplitter} from "../src/RevenueSplitter.sol";
import {SlashingProfiles} from "../src/SlashingProfiles.sol";

/// @title What the compiler's model checker proves of the libraries, for every input and not for some.
/// @notice Each assertion is a claim; `require` says under which conditions. Also claimed: nothing divides by zero.
/// `npm run test:contracts -- --only proofs` asks the solver z3.
contract LockWeightProof {
    function weightNeverGrowsAsTimePasses(uint256 remaining, uint256 later) external pure {
        require(later <= remaining);
        assert(LockWeight.bonusOf(later) <= LockWeight.bonusOf(remaining));
    }

    function weightStaysBelowItsHighest(uint256 remaining) external pure {
        assert(LockWeight.BASE + LockWeight.bonusOf(remaining) <= LockWeight.HIGHEST);
    }

    function aLockEndsWithinAWeekOfWhatWasWanted(uint256 wanted) external pure {
        require(wanted <= type(uint64).max);
        uint256 end = LockWeight.endOf(wanted);
        assert(end >= wanted);
        assert(end < wanted + 1 weeks);
        assert(end % 1 weeks == 0);
    }
}

contract SlashingProof {
    function aLostBondIsSplitInFullAndMostlyBurned(uint256 amount) external pure {
        (uint256 burned, uint256 toWinner) = SlashingProfiles.splitLost(amount);
        assert(burned + toWinner == amount);
        assert(burned >= toWinner);
        assert(burned - toWinner <= 1);
    }

    function bothProfilesBurnHalfAndStayWithinTheWhole(uint96 bounty) external pure {
        SlashingProfiles.Profile memory a = SlashingProfiles.seed();
        assert(a.burnShare >= 500 && a.burnShare + a.bountyShare <= 1000);
        SlashingProfiles.Profile memory b = SlashingProfiles.hardened(bounty);
        assert(b.burnShare >= 500 && b.burnShare + b.bountyShare <= 1000);
    }
}

contract LeafRuleProof {
    function aLeafHoldsAllLanesAndNotMuchMore(uint16 lanes) external pure {
        uint256 signs = LeafRules.payloadBytes(LeafRules.Rule(LeafRules.Kind.Signs, 1, lanes, 0));
        assert(8 * signs >= lanes && 8 * signs < uint256(lanes) + 8);
        uint256 scores = LeafRules.payloadBytes(LeafRules.Rule(LeafRules.Kind.Scores, 1, lanes, 0));
        assert(scores == 2 * uint256(lanes));
    }
}

contract SplitProof is RevenueSplitter {
    constructor(IERC20[] memory tokens) RevenueSplitter(address(1), address(2), address(3), address(4), tokens) {}

    function theSharesOfAReceiptSumToIt(uint256 amount) external pure {
        (uint256 toTreasury, uint256 toContributors, uint256 toOperators, uint256 toResearch) = split(amount);
        assert(toTreasury + toContributors + toOperators + toResearch == amount);
        assert(toTreasury >= amount / 2);
    }
}
