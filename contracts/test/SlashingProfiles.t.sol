// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SlashingProfiles} from "../src/SlashingProfiles.sol";
import {TestBase} from "./support/TestBase.sol";

contract SlashingProfilesTest is TestBase {
    function test_theSeedsSplitIsHalfAndHalf() public pure {
        SlashingProfiles.Profile memory p = SlashingProfiles.seed();
        assertEq(p.burnShare, 500, "burned");
        assertEq(p.bountyShare, 500, "bounty");
        assertEq(p.bountyCap, type(uint96).max, "no cap");
    }

    function test_theHardenedSplitHasAFixedBounty() public pure {
        SlashingProfiles.Profile memory p = SlashingProfiles.hardened(2 ether);
        assertEq(p.burnShare, 500, "burned");
        assertEq(p.bountyShare, 150, "bounty");
        assertEq(p.bountyCap, 2 ether, "cap");
    }

    /// @dev Whoever slashes itself through a friend loses at least the burned share under either profile.
    function testFuzz_slashingOneselfLosesAtLeastTheBurnedShare(uint96 amount, uint96 fixedBounty, bool hardened)
        public
        pure
    {
        SlashingProfiles.Profile memory p = hardened ? SlashingProfiles.hardened(fixedBounty) : SlashingProfiles.seed();
        uint256 bounty = uint256(amount) * p.bountyShare / 1000;
        if (bounty > p.bountyCap) bounty = p.bountyCap;
        assertTrue((amount - bounty) * 1000 >= uint256(amount) * p.burnShare, "loss");
        if (hardened) assertTrue((amount - bounty) * 100 >= uint256(amount) * 85, "hardened");
    }

    function testFuzz_whatIsLostIsSplitWithoutARemainder(uint128 amount) public pure {
        (uint256 burned, uint256 toWinner) = SlashingProfiles.splitLost(amount);
        assertEq(burned + toWinner, amount, "sum");
        assertTrue(burned >= toWinner && burned - toWinner <= 1, "against the loser");
    }
}
