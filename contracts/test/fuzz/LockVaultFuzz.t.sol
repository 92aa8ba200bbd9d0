// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DsoToken} from "../../src/DsoToken.sol";
import {ILockVault} from "../../src/interfaces/ILockVault.sol";
import {LockVault} from "../../src/LockVault.sol";
import {Deploys} from "../support/Deploys.sol";

/// @notice What holds of voting weight for every amount, duration and time.
contract LockVaultFuzzTest is Deploys {
    uint256 private constant DELAY = 500;
    uint256 private constant UNIT = 1e12;

    DsoToken private token;
    LockVault private vault;

    function setUp() public {
        vm.warp(START);
        token = deployToken("DSO ZOO", "ZOO");
        vault = new LockVault(token, DELAY);
        approveAll(token, address(vault));
    }

    function testFuzz_aLockWeighsByWhatRemainsAtEverySecond(uint32 units, uint32 duration, uint32 passed) public {
        uint256 amount = (1 + uint256(units)) * UNIT;
        uint256 wanted = duration % (208 weeks + 1);
        uint256 end = lockAs(ALICE, amount, wanted);
        vm.warp(START + passed);
        uint256 remaining = end > block.timestamp ? end - block.timestamp : 0;
        assertEq(vault.getVotes(ALICE), amount / UNIT * vault.weightPerUnit(remaining), "weight");
        assertEq(vault.totalWeight(), vault.getVotes(ALICE), "total");
    }

    function testFuzz_aLockLastsAtLeastAsLongAsWanted(uint32 units, uint32 duration) public {
        uint256 wanted = bound(duration, 1, 208 weeks);
        uint256 end = lockAs(ALICE, (1 + uint256(units)) * UNIT, wanted);
        assertEq(end % 1 weeks, 0, "a whole week");
        assertTrue(end >= START + wanted && end < START + wanted + 1 weeks, "not longer than needed");
    }

    function testFuzz_theTotalIsTheSumAtEverySecond(uint32[3] memory units, uint32[3] memory durations, uint32 passed)
        public
    {
        address[3] memory accounts = [ALICE, BOB, CAROL];
        for (uint256 i = 0; i < 3; i++) {
            lockAs(accounts[i], (1 + uint256(units[i])) * UNIT, durations[i] % (208 weeks + 1));
            skip(durations[i] % 5 weeks);
        }
        vm.warp(block.timestamp + passed);
        uint256 sum = 0;
        for (uint256 i = 0; i < 3; i++) {
            sum += vault.getVotes(accounts[i]);
        }
        assertEq(vault.totalWeight(), sum, "total");
    }

    function testFuzz_thePastNeverChanges(uint32 units, uint32 duration, uint32 later, uint32 more) public {
        lockAs(ALICE, (1 + uint256(units)) * UNIT, duration % (208 weeks + 1));
        uint256 then = block.timestamp;
        uint256 weight = vault.getVotes(ALICE);
        vm.warp(then + 1 + later % (26 weeks - 1));
        assertEq(vault.getPastVotes(ALICE, then), weight, "as it was");
        lockAs(ALICE, (1 + uint256(more)) * UNIT, 100 weeks);
        lockAs(BOB, UNIT, 0);
        vault.checkpoint();
        assertEq(vault.getPastVotes(ALICE, then), weight, "still");
        assertEq(vault.getPastVotes(BOB, then), 0, "nothing then");
        assertEq(vault.getPastTotalSupply(then), weight, "total");
    }

    function testFuzz_theFutureAndTheLongPastAreNotKnown(uint40 seed) public {
        vm.warp(START + 100 weeks);
        uint256 asked = bound(seed, 0, START + 200 weeks);
        bool known = asked < block.timestamp && asked + 26 weeks > block.timestamp;
        if (known) {
            assertEq(vault.getPastVotes(ALICE, asked) + vault.getPastTotalSupply(asked), 0, "nothing");
            return;
        }
        bytes4 refusal = asked < block.timestamp ? ILockVault.LookupTooOld.selector : ILockVault.FutureLookup.selector;
        assertRefused(abi.encodeCall(vault.getPastVotes, (ALICE, asked)), refusal);
        assertRefused(abi.encodeCall(vault.getPastTotalSupply, (asked)), refusal);
    }

    function testFuzz_aCheckpointChangesNoWeight(uint32 units, uint32 duration, uint32 passed) public {
        lockAs(ALICE, (1 + uint256(units)) * UNIT, duration % (208 weeks + 1));
        vm.warp(START + passed);
        uint256 before = vault.totalWeight();
        vault.checkpoint();
        assertEq(vault.totalWeight(), before, "now");
        vm.warp(block.timestamp + 3 weeks);
        assertEq(vault.totalWeight(), vault.getVotes(ALICE), "and later");
    }

    function testFuzz_nothingLeavesBeforeItsLockEnded(uint32 units, uint32 duration, uint32 passed) public {
        uint256 amount = (1 + uint256(units)) * UNIT;
        uint256 end = lockAs(ALICE, amount, bound(duration, 1, 208 weeks));
        vm.warp(START + passed);
        vm.startPrank(ALICE);
        if (block.timestamp < end) {
            vm.expectRevert(abi.encodeWithSelector(ILockVault.StillLocked.selector, end));
            vault.unlock(0);
            vm.expectRevert(abi.encodeWithSelector(ILockVault.UnlockedTooSmall.selector, 0, amount));
            vault.requestWithdrawal(amount);
        } else {
            vault.unlock(0);
            assertEq(vault.unlockedOf(ALICE), amount, "unlocked");
            assertEq(vault.getVotes(ALICE), amount / UNIT * 10, "weighs once");
        }
        vm.stopPrank();
    }

    function testFuzz_whatLeavesLosesItsWeightAtOnceAndIsPaidAfterTheDelay(uint32 units, uint32 part, uint16 waited)
        public
    {
        uint256 whole = 1 + uint256(units);
        uint256 leaving = bound(part, 1, whole);
        lockAs(ALICE, whole * UNIT, 0);
        vm.startPrank(ALICE);
        uint256 releaseAt = vault.requestWithdrawal(leaving * UNIT);
        assertEq(vault.getVotes(ALICE), (whole - leaving) * 10, "weight");
        assertEq(vault.totalWeight(), (whole - leaving) * 10, "total");
        assertEq(releaseAt, START + DELAY, "release");
        vm.warp(START + waited % (2 * DELAY));
        if (block.timestamp < releaseAt) {
            vm.expectRevert(abi.encodeWithSelector(ILockVault.StillPending.selector, releaseAt));
            vault.withdraw();
        } else {
            assertEq(vault.withdraw(), leaving * UNIT, "paid");
        }
        vm.stopPrank();
    }

    function testFuzz_takesWholeUnitsOnly(uint64 seed) public {
        uint256 amount = seed % UNIT == 0 ? uint256(seed) + 1 : seed;
        bytes memory refusal = abi.encodeWithSelector(ILockVault.AmountNotWhole.selector, amount, UNIT);
        vm.startPrank(ALICE);
        vm.expectRevert(refusal);
        vault.lock(amount, 0);
        vm.expectRevert(refusal);
        vault.requestWithdrawal(amount);
        vm.stopPrank();
    }

    function testFuzz_noLockLastsLongerThanFourYears(uint64 seed) public {
        uint256 duration = bound(seed, 208 weeks + 1, type(uint64).max);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ILockVault.DurationTooLong.selector, duration, 208 weeks));
        vault.lock(UNIT, duration);
    }

    function testFuzz_weightIsNobodyElses(address delegatee) public {
        vm.expectRevert(abi.encodeWithSelector(ILockVault.DelegationNotSupported.selector, delegatee));
        vault.delegate(delegatee);
        assertEq(vault.delegates(delegatee), delegatee, "everybody counts for themselves");
    }

    function lockAs(address account, uint256 amount, uint256 duration) private returns (uint256) {
        vm.prank(account);
        return vault.lock(amount, duration);
    }

    function assertRefused(bytes memory call, bytes4 selector) private view {
        (bool done, bytes memory reason) = address(vault).staticcall(call);
        assertTrue(!done, "refused");
        assertEq(bytes32(bytes4(reason)), bytes32(selector), "by name");
    }
}
