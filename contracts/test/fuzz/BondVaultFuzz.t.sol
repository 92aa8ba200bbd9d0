// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BondVault} from "../../src/BondVault.sol";
import {DsoToken} from "../../src/DsoToken.sol";
import {IBondVault} from "../../src/interfaces/IBondVault.sol";
import {Deploys} from "../support/Deploys.sol";

/// @notice What holds of the ledger of bonds for every amount.
contract BondVaultFuzzTest is Deploys {
    uint256 private constant PERIOD = 1000;
    address private constant MODULE = address(0x30D);
    address private constant OTHER = address(0x0742);

    DsoToken private token;
    BondVault private vault;

    function setUp() public {
        vm.warp(START);
        token = deployToken("DSO AI", "AI");
        vault = new BondVault(token, PERIOD, INSURANCE, list(MODULE, OTHER));
        approveAll(token, address(vault));
    }

    function testFuzz_depositsAddUp(uint64 first, uint64 second, uint64 others) public {
        uint256 sum = 2 + uint256(first) + second;
        depositAs(ALICE, 1 + uint256(first));
        depositAs(BOB, 1 + uint256(others));
        depositAs(ALICE, 1 + uint256(second));
        assertEq(vault.freeOf(ALICE), sum, "free");
        assertEq(vault.freeOf(BOB), 1 + uint256(others), "of the other");
        assertEq(token.balanceOf(address(vault)), sum + 1 + others, "held");
    }

    function testFuzz_aLockTakesFromTheFreeDepositAndNoMoreThanThereIs(uint64 deposited, uint64 wanted) public {
        uint256 free = 1 + uint256(deposited);
        depositAs(ALICE, free);
        if (wanted > free) {
            vm.expectRevert(abi.encodeWithSelector(IBondVault.FreeTooSmall.selector, ALICE, free, uint256(wanted)));
            lockAs(MODULE, ALICE, wanted);
            return;
        }
        lockAs(MODULE, ALICE, wanted);
        assertEq(vault.freeOf(ALICE), free - wanted, "free");
        assertEq(vault.lockedOf(MODULE, ALICE), wanted, "locked");
        assertEq(vault.lockedOf(OTHER, ALICE), 0, "not for the other module");
    }

    function testFuzz_aReleaseGivesBackWhatTheModuleLockedAndNoMore(uint64 locked, uint64 released) public {
        uint256 amount = 1 + uint256(locked);
        depositAs(ALICE, amount);
        lockAs(MODULE, ALICE, amount);
        vm.prank(MODULE);
        if (released > amount) {
            vm.expectRevert(
                abi.encodeWithSelector(IBondVault.LockedTooSmall.selector, MODULE, ALICE, amount, uint256(released))
            );
            vault.release(ALICE, released);
            return;
        }
        vault.release(ALICE, released);
        assertEq(vault.freeOf(ALICE), released, "free");
        assertEq(vault.lockedOf(MODULE, ALICE), amount - released, "locked");
    }

    function testFuzz_aModuleNeverReachesWhatAnotherLocked(uint64 mine, uint64 theirs, uint64 more) public {
        uint256 first = 1 + uint256(mine);
        uint256 second = 1 + uint256(theirs);
        depositAs(ALICE, first + second);
        lockAs(MODULE, ALICE, first);
        lockAs(OTHER, ALICE, second);
        uint256 wanted = first + 1 + more;
        bytes memory refusal = abi.encodeWithSelector(IBondVault.LockedTooSmall.selector, MODULE, ALICE, first, wanted);
        vm.startPrank(MODULE);
        vm.expectRevert(refusal);
        vault.release(ALICE, wanted);
        vm.expectRevert(refusal);
        vault.slash(ALICE, wanted, BOB, 0, 0);
        vm.stopPrank();
    }

    function testFuzz_aSlashGoesWhereItSaysToTheLastUnit(uint64 burned, uint64 bounty, uint64 pooled, uint64 rest)
        public
    {
        uint256 lost = uint256(burned) + bounty + pooled;
        depositAs(ALICE, lost + rest + 1);
        lockAs(MODULE, ALICE, lost + rest);
        vm.prank(MODULE);
        vault.slash(ALICE, burned, BOB, bounty, pooled);
        assertEq(vault.lockedOf(MODULE, ALICE), rest, "rest");
        assertEq(vault.unburned(), burned, "burned");
        assertEq(vault.credits(BOB), bounty, "bounty");
        assertEq(vault.credits(INSURANCE), pooled, "insurance");
        assertEq(vault.freeOf(ALICE), 1, "free deposit untouched");
    }

    function testFuzz_whoWinsWhatOthersLostCanTakeIt(uint64 burned, uint64 bounty, uint64 pooled) public {
        uint256 lost = 3 + uint256(burned) + bounty + pooled;
        depositAs(ALICE, lost);
        lockAs(MODULE, ALICE, lost);
        vm.prank(MODULE);
        vault.slash(ALICE, 1 + uint256(burned), ERIN, 1 + uint256(bounty), 1 + uint256(pooled));
        uint256 supply = token.totalSupply();
        vm.prank(ERIN);
        assertEq(vault.claim(), 1 + uint256(bounty), "bounty");
        vm.prank(INSURANCE);
        assertEq(vault.claim(), 1 + uint256(pooled), "insurance");
        assertEq(vault.burnSlashed(), 1 + uint256(burned), "burned");
        assertEq(token.totalSupply(), supply - 1 - burned, "supply");
        assertEq(token.balanceOf(address(vault)), 0, "nothing left");
    }

    function testFuzz_onlyModulesMoveDeposits(address caller, uint64 amount) public {
        if (caller == MODULE || caller == OTHER) return;
        depositAs(ALICE, 1 + uint256(amount));
        bytes memory refusal = abi.encodeWithSelector(IBondVault.NotModule.selector, caller);
        vm.startPrank(caller);
        vm.expectRevert(refusal);
        vault.lock(ALICE, amount);
        vm.expectRevert(refusal);
        vault.release(ALICE, amount);
        vm.expectRevert(refusal);
        vault.slash(ALICE, 0, caller, amount, 0);
        vm.stopPrank();
        assertTrue(!vault.isModule(caller), "no module");
    }

    function testFuzz_aWithdrawalWaitsItsWholePeriod(uint64 amount, uint32 waited) public {
        uint256 deposited = 1 + uint256(amount);
        depositAs(ALICE, deposited);
        vm.startPrank(ALICE);
        uint256 releaseAt = vault.requestWithdrawal(deposited);
        assertEq(releaseAt, START + PERIOD, "release");
        vm.warp(START + waited % (2 * PERIOD));
        if (block.timestamp < releaseAt) {
            vm.expectRevert(abi.encodeWithSelector(IBondVault.StillUnbonding.selector, releaseAt));
            vault.withdraw();
        } else {
            assertEq(vault.withdraw(), deposited, "paid");
            assertEq(token.balanceOf(ALICE), FUND, "all back");
        }
        vm.stopPrank();
    }

    function testFuzz_aSecondRequestRestartsTheWaitForTheWholeSum(uint64 first, uint64 second, uint32 between) public {
        uint256 sum = 2 + uint256(first) + second;
        depositAs(ALICE, sum);
        vm.startPrank(ALICE);
        vault.requestWithdrawal(1 + uint256(first));
        vm.warp(START + between);
        vault.requestWithdrawal(1 + uint256(second));
        IBondVault.Unbonding memory waiting = vault.unbondingOf(ALICE);
        vm.stopPrank();
        assertEq(waiting.amount, sum, "sum");
        assertEq(waiting.releaseAt, START + between + PERIOD, "wait");
        assertEq(vault.freeOf(ALICE), 0, "free");
    }

    function testFuzz_whatWaitsCanNeitherBeLockedNorSlashed(uint64 amount, uint64 kept) public {
        uint256 leaving = 1 + uint256(amount);
        depositAs(ALICE, leaving + kept);
        vm.prank(ALICE);
        vault.requestWithdrawal(leaving);
        uint256 wanted = uint256(kept) + 1;
        vm.expectRevert(abi.encodeWithSelector(IBondVault.FreeTooSmall.selector, ALICE, uint256(kept), wanted));
        lockAs(MODULE, ALICE, wanted);
        vm.warp(START + PERIOD);
        vm.prank(ALICE);
        assertEq(vault.withdraw(), leaving, "paid");
    }

    function depositAs(address account, uint256 amount) private {
        vm.prank(account);
        vault.deposit(amount);
    }

    function lockAs(address module, address account, uint256 amount) private {
        vm.prank(module);
        vault.lock(account, amount);
    }
}
