// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {DsoToken} from "../src/DsoToken.sol";
import {LockVault} from "../src/LockVault.sol";
import {ILockVault} from "../src/interfaces/ILockVault.sol";
import {Deploys} from "./support/Deploys.sol";
import {FeeToken, HookToken, Receiver} from "./support/HostileTokens.sol";

abstract contract LockVaultFixture is Deploys {
    uint256 internal constant DELAY = 500;
    /// @dev The first second of a week.
    uint256 internal constant MONDAY = 2811 weeks;
    /// @dev Weight of a whole token without a lock.
    uint256 internal constant TOKEN = 1e7;

    DsoToken internal token;
    LockVault internal vault;

    function setUp() public virtual {
        vm.warp(MONDAY);
        token = deployToken("DSO ZOO", "ZOO");
        vault = new LockVault(token, DELAY);
        approveAll(token, address(vault));
    }

    function lockAs(address account, uint256 amount, uint256 duration) internal returns (uint256) {
        vm.prank(account);
        return vault.lock(amount, duration);
    }
}

contract LockVaultWeightTest is LockVaultFixture {
    function test_weighsByTheRemainingTime() public view {
        assertEq(vault.weightPerUnit(0), 10, "no lock");
        assertEq(vault.weightPerUnit(26 weeks - 1), 10, "almost half a year");
        assertEq(vault.weightPerUnit(26 weeks), 15, "half a year");
        assertEq(vault.weightPerUnit(52 weeks - 1), 15, "almost a year");
        assertEq(vault.weightPerUnit(52 weeks), 20, "a year");
        assertEq(vault.weightPerUnit(104 weeks - 1), 20, "almost two years");
        assertEq(vault.weightPerUnit(104 weeks), 30, "two years");
        assertEq(vault.weightPerUnit(208 weeks), 30, "four years");
    }

    function test_aTokenWithoutALockWeighsOnce() public {
        vm.expectEmit();
        emit ILockVault.Locked(ALICE, 2 ether, 0, 0);
        assertEq(lockAs(ALICE, 2 ether, 0), 0, "no end");
        assertEq(vault.getVotes(ALICE), 2 * TOKEN, "weight");
        assertEq(vault.totalWeight(), 2 * TOKEN, "total");
        assertEq(vault.unlockedOf(ALICE), 2 ether, "unlocked");
        assertEq(vault.locksOf(ALICE).length, 0, "no lock");
    }

    function test_aLockLosesWeightAtWeekBoundaries() public {
        vm.expectEmit();
        emit ILockVault.Locked(ALICE, 1 ether, MONDAY + 208 weeks, 0);
        lockAs(ALICE, 1 ether, 208 weeks);
        assertWeight(3 * TOKEN);
        vm.warp(MONDAY + 104 weeks);
        assertWeight(3 * TOKEN);
        skip(1);
        assertWeight(2 * TOKEN);
        vm.warp(MONDAY + 156 weeks);
        assertWeight(2 * TOKEN);
        skip(1);
        assertWeight(15 * TOKEN / 10);
        vm.warp(MONDAY + 182 weeks);
        assertWeight(15 * TOKEN / 10);
        skip(1);
        assertWeight(TOKEN);
        vm.warp(MONDAY + 300 weeks);
        assertWeight(TOKEN);
    }

    function test_theEndIsRoundedUpToAWeek() public {
        skip(1);
        assertEq(lockAs(ALICE, 1 ether, 104 weeks), MONDAY + 105 weeks, "rounded");
        assertEq(vault.getVotes(ALICE), 3 * TOKEN, "the whole duration counts at once");
        assertEq(lockAs(ALICE, 1 ether, 1), MONDAY + 1 weeks, "a second becomes a week");
        assertEq(lockAs(ALICE, 1 ether, 1 weeks - 1), MONDAY + 1 weeks, "already whole");
        assertEq(lockAs(ALICE, 1 ether, 1 weeks), MONDAY + 2 weeks, "one more");
    }

    function test_locksAdd() public {
        lockAs(ALICE, 1 ether, 104 weeks);
        lockAs(ALICE, 2 ether, 52 weeks);
        lockAs(ALICE, 4 ether, 26 weeks);
        lockAs(ALICE, 8 ether, 0);
        lockAs(BOB, 1 ether, 26 weeks);
        assertEq(vault.getVotes(ALICE), (30 + 40 + 60 + 80) * TOKEN / 10, "weight");
        assertEq(vault.totalWeight(), (30 + 40 + 60 + 80 + 15) * TOKEN / 10, "total");
        assertEq(vault.depositOf(ALICE), 15 ether, "deposit");
        assertEq(vault.unlockedOf(ALICE), 8 ether, "unlocked");
    }

    function test_aLockThatEndsTomorrowDoesNotCountThreeTimes() public {
        lockAs(ALICE, 1 ether, 208 weeks);
        vm.warp(MONDAY + 208 weeks - 1 days);
        assertEq(vault.getVotes(ALICE), TOKEN, "once");
    }

    function assertWeight(uint256 expected) private view {
        assertEq(vault.getVotes(ALICE), expected, "weight");
        assertEq(vault.totalWeight(), expected, "total");
    }
}

contract LockVaultHistoryTest is LockVaultFixture {
    function test_weightOfAPastSecondIgnoresWhatCameLater() public {
        lockAs(ALICE, 1 ether, 104 weeks);
        skip(10);
        lockAs(ALICE, 5 ether, 208 weeks);
        lockAs(ALICE, 5 ether, 0);
        skip(10);
        vm.prank(ALICE);
        vault.requestWithdrawal(5 ether);
        skip(10);
        assertEq(vault.getPastVotes(ALICE, MONDAY), 3 * TOKEN, "first");
        assertEq(vault.getPastVotes(ALICE, MONDAY + 9), 2 * TOKEN, "a step later");
        assertEq(vault.getPastVotes(ALICE, MONDAY + 10), (2 + 15 + 5) * TOKEN, "second");
        assertEq(vault.getPastVotes(ALICE, MONDAY + 20), (2 + 15) * TOKEN, "third");
        assertEq(vault.getPastVotes(ALICE, MONDAY - 1), 0, "before");
        assertEq(vault.getPastTotalSupply(MONDAY), 3 * TOKEN, "first total");
        assertEq(vault.getPastTotalSupply(MONDAY + 10), (2 + 15 + 5) * TOKEN, "second total");
        assertEq(vault.getPastTotalSupply(MONDAY - 1), 0, "total before");
    }

    function test_aLockThatEndedAndWasUnlockedStillGaveNoBonusInTheLastHalfYear() public {
        lockAs(ALICE, 1 ether, 52 weeks);
        vm.warp(MONDAY + 52 weeks);
        uint256 oldest = block.timestamp - 26 weeks + 1;
        uint256 before = vault.getPastVotes(ALICE, oldest);
        vm.prank(ALICE);
        vault.unlock(0);
        assertEq(vault.getPastVotes(ALICE, oldest), before, "the same with and without the lock");
        assertEq(vault.getPastTotalSupply(oldest), before, "total");
    }

    function test_refusesThePresentTheFutureAndWhatIsTooLongAgo() public {
        uint256 present = block.timestamp;
        for (uint256 i = 0; i < 2; i++) {
            bytes memory future = abi.encodeWithSelector(ILockVault.FutureLookup.selector, present + i, present);
            vm.expectRevert(future);
            vault.getPastVotes(ALICE, present + i);
            vm.expectRevert(future);
            vault.getPastTotalSupply(present + i);
        }
        uint256 oldest = present - 26 weeks + 1;
        vault.getPastVotes(ALICE, oldest);
        vault.getPastTotalSupply(oldest);
        bytes memory tooOld = abi.encodeWithSelector(ILockVault.LookupTooOld.selector, oldest - 1, oldest);
        vm.expectRevert(tooOld);
        vault.getPastVotes(ALICE, oldest - 1);
        vm.expectRevert(tooOld);
        vault.getPastTotalSupply(oldest - 1);
    }

    function test_aCheckpointChangesNoWeight() public {
        lockAs(ALICE, 1 ether, 104 weeks);
        vm.warp(MONDAY + 60 weeks);
        uint256 total = vault.totalWeight();
        vault.checkpoint();
        assertEq(vault.totalWeight(), total, "now");
        skip(1);
        assertEq(vault.getPastTotalSupply(MONDAY + 60 weeks), total, "then");
        assertEq(vault.getPastTotalSupply(MONDAY + 60 weeks - 1), total, "before");
    }

    function test_theTotalIsRightAfterYearsWithoutACall() public {
        lockAs(ALICE, 1 ether, 208 weeks);
        lockAs(BOB, 2 ether, 30 weeks);
        vm.warp(MONDAY + 2000 weeks);
        assertEq(vault.totalWeight(), 3 * TOKEN, "only the deposits");
        lockAs(CAROL, 1 ether, 104 weeks);
        assertEq(vault.totalWeight(), 6 * TOKEN, "and a new lock");
    }

    function testFuzz_theTotalIsTheSumOfTheAccounts(
        uint32[8] memory amounts,
        uint32[8] memory durations,
        uint24[8] memory waits,
        uint32 look
    ) public {
        address[] memory accounts = everyone();
        for (uint256 i = 0; i < 8; i++) {
            uint256 amount = (uint256(amounts[i]) + 1) * 1e12;
            lockAs(accounts[i % 5], amount, bound(durations[i], 0, 208 weeks));
            vm.warp(block.timestamp + bound(waits[i], 0, 60 days));
            if (waits[i] & 7 == 0) vault.checkpoint();
        }
        vm.warp(block.timestamp + 1 + bound(look, 0, 26 weeks));
        assertSums(accounts, block.timestamp - 1 - bound(look, 0, 26 weeks - 2));
        assertSums(accounts, block.timestamp / 1 weeks * 1 weeks - 1);
        uint256 sum = 0;
        for (uint256 i = 0; i < 5; i++) {
            sum += vault.getVotes(accounts[i]);
        }
        assertEq(vault.totalWeight(), sum, "present total");
    }

    function testFuzz_thePastNeverChanges(uint32 amount, uint32 duration, uint32 wait, uint32 later) public {
        lockAs(ALICE, 1 ether, bound(later, 0, 208 weeks));
        vm.warp(block.timestamp + bound(wait, 1, 25 weeks));
        uint256 then = block.timestamp - 1;
        uint256 weight = vault.getPastVotes(ALICE, then);
        uint256 total = vault.getPastTotalSupply(then);
        lockAs(ALICE, (uint256(amount) + 1) * 1e12, bound(duration, 0, 208 weeks));
        vm.warp(block.timestamp + bound(later, 0, 1 weeks - 2));
        if (vault.unlockedOf(ALICE) != 0) {
            vm.prank(ALICE);
            vault.requestWithdrawal(1e12);
        }
        vault.checkpoint();
        assertEq(vault.getPastVotes(ALICE, then), weight, "weight");
        assertEq(vault.getPastTotalSupply(then), total, "total");
    }

    function testFuzz_theWeightIsTheSumOverTheLocks(uint32[4] memory amounts, uint32[4] memory durations, uint32 wait)
        public
    {
        for (uint256 i = 0; i < 4; i++) {
            lockAs(ALICE, (uint256(amounts[i]) + 1) * 1e12, bound(durations[i], 1, 208 weeks));
        }
        vm.warp(block.timestamp + bound(wait, 0, 209 weeks));
        ILockVault.Lock[] memory locks = vault.locksOf(ALICE);
        uint256 expected = 0;
        for (uint256 i = 0; i < 4; i++) {
            uint256 left = locks[i].end > block.timestamp ? locks[i].end - block.timestamp : 0;
            expected += locks[i].amount / 1e12 * vault.weightPerUnit(left);
        }
        assertEq(vault.getVotes(ALICE), expected, "weight");
        assertEq(vault.totalWeight(), expected, "total");
    }

    function assertSums(address[] memory accounts, uint256 then) private view {
        uint256 sum = 0;
        for (uint256 i = 0; i < accounts.length; i++) {
            sum += vault.getPastVotes(accounts[i], then);
        }
        assertEq(vault.getPastTotalSupply(then), sum, "past total");
    }
}

contract LockVaultMoveTest is LockVaultFixture {
    function test_refusesAmountsThatAreNotWhole() public {
        vm.startPrank(ALICE);
        vm.expectRevert(ILockVault.AmountZero.selector);
        vault.lock(0, 0);
        vm.expectRevert(abi.encodeWithSelector(ILockVault.AmountNotWhole.selector, 1e12 + 1, 1e12));
        vault.lock(1e12 + 1, 0);
        vault.lock(1e12, 0);
        vm.expectRevert(ILockVault.AmountZero.selector);
        vault.requestWithdrawal(0);
        vm.expectRevert(abi.encodeWithSelector(ILockVault.AmountNotWhole.selector, 1e11, 1e12));
        vault.requestWithdrawal(1e11);
        vm.stopPrank();
    }

    function test_refusesAFifthYearAndASeventeenthLock() public {
        vm.startPrank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ILockVault.DurationTooLong.selector, 208 weeks + 1, 208 weeks));
        vault.lock(1 ether, 208 weeks + 1);
        for (uint256 i = 0; i < 16; i++) {
            vault.lock(1 ether, 1 weeks);
        }
        vm.expectRevert(abi.encodeWithSelector(ILockVault.TooManyLocks.selector, 16));
        vault.lock(1 ether, 1 weeks);
        vault.lock(1 ether, 0);
        vm.stopPrank();
        assertEq(vault.locksOf(ALICE).length, 16, "locks");
        assertEq(vault.depositOf(ALICE), 17 ether, "deposit");
    }

    function test_refusesATotalThatWeightsCannotHold() public {
        HookToken big = new HookToken();
        vault = new LockVault(big, DELAY);
        uint256 largest = uint256(type(uint64).max) / 30 * 1e12;
        assertEq(vault.MAX_TOTAL(), largest, "largest");
        big.mint(ALICE, largest + 1e12);
        vm.startPrank(ALICE);
        big.approve(address(vault), largest + 1e12);
        vault.lock(largest, 208 weeks);
        assertTrue(vault.totalWeight() <= type(uint64).max, "fits");
        vm.expectRevert(abi.encodeWithSelector(ILockVault.TotalTooLarge.selector, largest + 1e12, largest));
        vault.lock(1e12, 0);
        vm.stopPrank();
    }

    function test_anEndedLockIsUnlockedByItsOwnerAlone() public {
        lockAs(ALICE, 1 ether, 1 weeks);
        lockAs(ALICE, 2 ether, 2 weeks);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ILockVault.StillLocked.selector, MONDAY + 1 weeks));
        vault.unlock(0);
        vm.warp(MONDAY + 1 weeks);
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(ILockVault.LockUnknown.selector, 0, 0));
        vault.unlock(0);
        vm.prank(ALICE);
        vm.expectEmit();
        emit ILockVault.Unlocked(ALICE, 1 ether, MONDAY + 1 weeks);
        vault.unlock(0);
        assertEq(vault.locksOf(ALICE).length, 1, "one left");
        assertEq(vault.locksOf(ALICE)[0].amount, 2 ether, "the other took its place");
        assertEq(vault.unlockedOf(ALICE), 1 ether, "unlocked");
        assertEq(vault.getVotes(ALICE), 3 * TOKEN, "weight stays");
    }

    function test_withdrawalsWaitAndLeaveTheWeightAtOnce() public {
        lockAs(ALICE, 3 ether, 0);
        lockAs(ALICE, 1 ether, 10 weeks);
        vm.startPrank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ILockVault.UnlockedTooSmall.selector, 3 ether, 4 ether));
        vault.requestWithdrawal(4 ether);
        vm.expectEmit();
        emit ILockVault.WithdrawalRequested(ALICE, 2 ether, MONDAY + DELAY);
        vault.requestWithdrawal(2 ether);
        assertEq(vault.getVotes(ALICE), 2 * TOKEN, "weight");
        assertEq(vault.totalWeight(), 2 * TOKEN, "total");
        skip(DELAY - 1);
        vault.requestWithdrawal(1 ether);
        skip(1);
        vm.expectRevert(abi.encodeWithSelector(ILockVault.StillPending.selector, block.timestamp + DELAY - 1));
        vault.withdraw();
        skip(DELAY - 1);
        assertEq(vault.withdraw(), 3 ether, "both sums");
        vm.expectRevert(abi.encodeWithSelector(ILockVault.NothingDue.selector, ALICE));
        vault.withdraw();
        vm.stopPrank();
        assertEq(token.balanceOf(ALICE), FUND - 1 ether, "balance");
        assertEq(vault.pendingOf(ALICE).amount, 0, "nothing waits");
    }

    function test_weightIsNeverDelegated() public {
        assertEq(vault.delegates(ALICE), ALICE, "own");
        vm.expectRevert(abi.encodeWithSelector(ILockVault.DelegationNotSupported.selector, BOB));
        vault.delegate(BOB);
        vm.expectRevert(abi.encodeWithSelector(ILockVault.DelegationNotSupported.selector, BOB));
        vault.delegateBySig(BOB, 0, 0, 0, 0, 0);
    }

    function test_tellsItsClock() public view {
        assertEq(vault.clock(), block.timestamp, "clock");
        assertEq(keccak256(bytes(vault.CLOCK_MODE())), keccak256("mode=timestamp"), "mode");
        assertEq(vault.UNIT(), 1e12, "unit");
        assertEq(vault.WEIGHT_PER_UNIT(), 10, "weight");
        assertEq(vault.MAX_LOCKS(), 16, "locks");
        assertEq(vault.MAX_DURATION(), 208 weeks, "duration");
        assertEq(vault.HISTORY(), 26 weeks, "history");
    }

    function test_refusesATokenThatTakesAFee() public {
        FeeToken fee = new FeeToken();
        vault = new LockVault(fee, DELAY);
        fee.mint(ALICE, 1 ether);
        vm.startPrank(ALICE);
        fee.approve(address(vault), 1 ether);
        vm.expectRevert(abi.encodeWithSelector(ILockVault.TokenTookFee.selector, 1 ether, 0.99 ether));
        vault.lock(1 ether, 0);
        vm.stopPrank();
    }

    function test_aReceiverThatCallsBackIsPaidOnce() public {
        HookToken hook = new HookToken();
        Receiver receiver = new Receiver();
        vault = new LockVault(hook, DELAY);
        hook.mint(address(receiver), 2 ether);
        receiver.act(address(hook), abi.encodeCall(IERC20.approve, (address(vault), 2 ether)));
        receiver.act(address(vault), abi.encodeCall(ILockVault.lock, (2 ether, 0)));
        receiver.act(address(vault), abi.encodeCall(ILockVault.requestWithdrawal, (1 ether)));
        receiver.listen(hook, address(vault), abi.encodeCall(ILockVault.withdraw, ()), false);
        skip(DELAY);
        receiver.act(address(vault), abi.encodeCall(ILockVault.withdraw, ()));
        assertTrue(receiver.attempts() == 1 && !receiver.succeeded(), "refused");
        assertEq(hook.balanceOf(address(receiver)), 1 ether, "paid once");
    }

    function test_refusesParametersOutOfBounds() public {
        vm.expectRevert(abi.encodeWithSelector(ILockVault.ParameterOutOfRange.selector, "token", 0));
        new LockVault(IERC20(address(1)), DELAY);
        vm.expectRevert(abi.encodeWithSelector(ILockVault.ParameterOutOfRange.selector, "withdrawalDelay", 0));
        new LockVault(token, 0);
        vm.expectRevert(abi.encodeWithSelector(ILockVault.ParameterOutOfRange.selector, "withdrawalDelay", 60 days + 1));
        new LockVault(token, 60 days + 1);
        vault = new LockVault(token, 60 days);
        assertEq(vault.withdrawalDelay(), 60 days, "the bound is accepted");
        assertEq(address(vault.token()), address(token), "token");
    }

    function testFuzz_whatComesInGoesOut(uint64 a, uint64 b, uint32 duration) public {
        uint256 free = (uint256(bound(a, 1, 1e9))) * 1e12;
        uint256 locked = (uint256(bound(b, 1, 1e9))) * 1e12;
        lockAs(ALICE, free, 0);
        uint256 end = lockAs(ALICE, locked, bound(duration, 1, 208 weeks));
        vm.warp(end);
        vm.startPrank(ALICE);
        vault.unlock(0);
        vault.requestWithdrawal(free + locked);
        skip(DELAY);
        vault.withdraw();
        vm.stopPrank();
        assertEq(token.balanceOf(ALICE), FUND, "all of it");
        assertEq(vault.totalWeight(), 0, "no weight");
        assertEq(token.balanceOf(address(vault)), 0, "nothing left");
    }
}
