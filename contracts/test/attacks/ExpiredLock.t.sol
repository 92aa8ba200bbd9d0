// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILockVault} from "../../src/interfaces/ILockVault.sol";
import {PlainToken} from "../victims/PlainToken.sol";
import {ZooVoting} from "../victims/ZooVoting.sol";
import {OursBase} from "./support/OursBase.sol";

/// @notice Seed B, eq. 24: the multiplier goes by the duration a lock was made for, not by what is left of it.
contract ExpiredLockTest is OursBase {
    bytes32 internal constant HASH = keccak256("poisoned experience");

    function test_onTheVictim_anExpiredLockCountsThreefoldAndLeavesAfterTheVote() public {
        PlainToken coin = new PlainToken("ZOO");
        ZooVoting victim = new ZooVoting(coin, 660_000 ether);
        coin.mint(MALLORY, 220_000 ether);
        vm.startPrank(MALLORY);
        coin.approve(address(victim), type(uint256).max);
        victim.lock(220_000 ether, 730 days);
        vm.warp(block.timestamp + 731 days);

        victim.submitExperience(HASH, "root");
        victim.voteExperience(HASH, 660_000 ether);
        victim.unlock();
        vm.stopPrank();

        (,,,, bool approved) = victim.experiences(HASH);
        assertTrue(approved, "a third of the threshold in tokens is enough");
        assertEq(coin.balanceOf(MALLORY), 220_000 ether, "and nothing of it is bound to the vote's outcome");
    }

    function test_onOurs_aLockWeighsByWhatIsLeftOfItAndOnceWhenItEnded() public {
        vm.startPrank(WHALE);
        zoo.approve(address(locks), type(uint256).max);
        uint256 end = locks.lock(220_000 ether, 730 days);
        vm.stopPrank();
        assertEq(locks.getVotes(WHALE), 3 * 220_000 * VOTE, "three times while two years are left");

        vm.warp(end - 364 days + 1);
        assertEq(locks.getVotes(WHALE), 15 * 220_000 * VOTE / 10, "less than a year left");
        vm.warp(end - 1);
        assertEq(locks.getVotes(WHALE), 220_000 * VOTE, "a lock that ends in a second counts once");
        vm.warp(end);
        assertEq(locks.getVotes(WHALE), 220_000 * VOTE, "an expired one too");

        // The weight that a vote has is that at the entry's snapshot, and it cannot leave with the vote.
        skip(1);
        uint256 id = submitAs(AUTHOR, "root");
        assertEq(registry.weightOf(id, WHALE), 220_000 * VOTE, "in the vote as well");
        vm.startPrank(WHALE);
        registry.voteQuality(id, 1000);
        locks.unlock(0);
        locks.requestWithdrawal(220_000 ether);
        vm.expectRevert(
            abi.encodeWithSelector(ILockVault.StillPending.selector, block.timestamp + locks.withdrawalDelay())
        );
        locks.withdraw();
        vm.stopPrank();
    }
}
