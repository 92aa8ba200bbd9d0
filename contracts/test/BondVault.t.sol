// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {BondVault} from "../src/BondVault.sol";
import {DsoToken} from "../src/DsoToken.sol";
import {IBondVault} from "../src/interfaces/IBondVault.sol";
import {Deploys} from "./support/Deploys.sol";
import {FeeToken, HookToken, Receiver} from "./support/HostileTokens.sol";

abstract contract BondVaultFixture is Deploys {
    uint256 internal constant PERIOD = 1000;
    address internal constant MODULE = address(0x30D);
    address internal constant OTHER = address(0x0742);

    DsoToken internal token;
    BondVault internal vault;

    function setUp() public virtual {
        vm.warp(START);
        token = deployToken("DSO AI", "AI");
        vault = new BondVault(token, PERIOD, INSURANCE, list(MODULE, OTHER));
        approveAll(token, address(vault));
    }

    function depositAs(address account, uint256 amount) internal {
        vm.prank(account);
        vault.deposit(amount);
    }

    function lockOf(address account, uint256 amount) internal {
        vm.prank(MODULE);
        vault.lock(account, amount);
    }
}

contract BondVaultDepositTest is BondVaultFixture {
    function test_addsToTheFreeDeposit() public {
        vm.expectEmit();
        emit IBondVault.Deposited(ALICE, 7);
        depositAs(ALICE, 7);
        depositAs(ALICE, 3);
        assertEq(vault.freeOf(ALICE), 10, "free");
        assertEq(token.balanceOf(address(vault)), 10, "balance");
    }

    function test_refusesZero() public {
        vm.prank(ALICE);
        vm.expectRevert(IBondVault.AmountZero.selector);
        vault.deposit(0);
    }

    function test_refusesATokenThatTakesAFee() public {
        FeeToken fee = new FeeToken();
        vault = new BondVault(fee, PERIOD, INSURANCE, list(MODULE));
        fee.mint(ALICE, 1000);
        vm.startPrank(ALICE);
        fee.approve(address(vault), 1000);
        vm.expectRevert(abi.encodeWithSelector(IBondVault.TokenTookFee.selector, 1000, 990));
        vault.deposit(1000);
        vm.stopPrank();
    }

    /// @dev Whatever comes in can go back to the free deposit of one account.
    function test_refusesMoreThanAnAccountCanHold() public {
        HookToken vast = new HookToken();
        vault = new BondVault(vast, PERIOD, INSURANCE, list(MODULE));
        vast.mint(ALICE, type(uint128).max);
        vast.mint(BOB, 1);
        vm.startPrank(ALICE);
        vast.approve(address(vault), type(uint256).max);
        vault.deposit(type(uint128).max);
        vm.stopPrank();
        vm.startPrank(BOB);
        vast.approve(address(vault), 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                SafeCast.SafeCastOverflowedUintDowncast.selector, 128, uint256(type(uint128).max) + 1
            )
        );
        vault.deposit(1);
        vm.stopPrank();
        assertEq(vault.freeOf(ALICE), type(uint128).max, "all of it");
    }

    function testFuzz_creditAndFreeDepositOfAnAccountDoNotTouchEachOther(uint96 free, uint96 locked, uint96 bounty)
        public
    {
        free = uint96(bound(free, 1, 10_000 ether));
        locked = uint96(bound(locked, 1, 10_000 ether));
        bounty = uint96(bound(bounty, 0, locked));
        depositAs(ALICE, locked);
        depositAs(BOB, free);
        lockOf(ALICE, locked);
        vm.prank(MODULE);
        vault.slash(ALICE, locked - bounty, BOB, bounty, 0);
        assertEq(vault.freeOf(BOB), free, "free");
        assertEq(vault.credits(BOB), bounty, "credit");
        vm.prank(BOB);
        vault.requestWithdrawal(free);
        assertEq(vault.credits(BOB), bounty, "the credit stays");
        if (bounty == 0) return;
        vm.prank(BOB);
        vault.claim();
        assertEq(vault.credits(BOB), 0, "claimed");
        assertEq(vault.unbondingOf(BOB).amount, free, "the deposit waits");
    }

    function test_takesAPermitInsteadOfAnApproval() public {
        (address owner, uint8 v, bytes32 r, bytes32 s) = permitted(9 ether);
        vm.prank(owner);
        vault.depositWithPermit(9 ether, block.timestamp, v, r, s);
        assertEq(vault.freeOf(owner), 9 ether, "free");
    }

    function test_aPermitThatSomebodySentBeforeIsNoObstacle() public {
        (address owner, uint8 v, bytes32 r, bytes32 s) = permitted(9 ether);
        token.permit(owner, address(vault), 9 ether, block.timestamp, v, r, s);
        vm.prank(owner);
        vault.depositWithPermit(9 ether, block.timestamp, v, r, s);
        assertEq(vault.freeOf(owner), 9 ether, "free");
    }

    function test_aForgedPermitDepositsNothing() public {
        (address owner, uint8 v, bytes32 r, bytes32 s) = permitted(9 ether);
        vm.prank(owner);
        vm.expectRevert();
        vault.depositWithPermit(10 ether, block.timestamp, v, r, s);
        assertEq(vault.freeOf(owner), 0, "free");
    }

    function permitted(uint256 amount) private returns (address owner, uint8 v, bytes32 r, bytes32 s) {
        owner = vm.addr(0xB0D);
        vm.prank(ALICE);
        token.transfer(owner, 20 ether);
        bytes32 kind = keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 hash = keccak256(abi.encode(kind, owner, address(vault), amount, 0, block.timestamp));
        (v, r, s) = vm.sign(0xB0D, keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), hash)));
    }
}

contract BondVaultWithdrawalTest is BondVaultFixture {
    function setUp() public override {
        super.setUp();
        depositAs(ALICE, 100);
    }

    function test_paysAfterThePeriodOnly() public {
        vm.prank(ALICE);
        vm.expectEmit();
        emit IBondVault.WithdrawalRequested(ALICE, 40, START + PERIOD);
        assertEq(vault.requestWithdrawal(40), START + PERIOD, "release");
        assertEq(vault.freeOf(ALICE), 60, "free");
        assertEq(vault.unbondingOf(ALICE).amount, 40, "waiting");
        skip(PERIOD - 1);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IBondVault.StillUnbonding.selector, START + PERIOD));
        vault.withdraw();
        skip(1);
        vm.prank(ALICE);
        assertEq(vault.withdraw(), 40, "paid");
        assertEq(token.balanceOf(ALICE), FUND - 60, "balance");
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IBondVault.NothingDue.selector, ALICE));
        vault.withdraw();
    }

    function test_aSecondRequestRestartsThePeriodForTheWholeSum() public {
        vm.startPrank(ALICE);
        vault.requestWithdrawal(40);
        skip(PERIOD - 1);
        vault.requestWithdrawal(10);
        skip(PERIOD - 1);
        vm.expectRevert(abi.encodeWithSelector(IBondVault.StillUnbonding.selector, block.timestamp + 1));
        vault.withdraw();
        skip(1);
        assertEq(vault.withdraw(), 50, "paid");
        vm.stopPrank();
    }

    function test_refusesZeroAndMoreThanIsFree() public {
        vm.startPrank(ALICE);
        vm.expectRevert(IBondVault.AmountZero.selector);
        vault.requestWithdrawal(0);
        vm.expectRevert(abi.encodeWithSelector(IBondVault.FreeTooSmall.selector, ALICE, 100, 101));
        vault.requestWithdrawal(101);
        vm.stopPrank();
    }

    function test_whatIsLockedOrLeavesCannotBeWithdrawnOrLockedAgain() public {
        lockOf(ALICE, 70);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IBondVault.FreeTooSmall.selector, ALICE, 30, 31));
        vault.requestWithdrawal(31);
        vm.prank(ALICE);
        vault.requestWithdrawal(30);
        vm.prank(MODULE);
        vm.expectRevert(abi.encodeWithSelector(IBondVault.FreeTooSmall.selector, ALICE, 0, 1));
        vault.lock(ALICE, 1);
    }
}

contract BondVaultModuleTest is BondVaultFixture {
    function setUp() public override {
        super.setUp();
        depositAs(ALICE, 100);
    }

    function test_onlyModulesLockReleaseAndSlash() public {
        assertTrue(vault.isModule(MODULE) && vault.isModule(OTHER), "modules");
        assertTrue(!vault.isModule(ALICE) && !vault.isModule(address(0)), "nobody else");
        bytes memory refusal = abi.encodeWithSelector(IBondVault.NotModule.selector, ALICE);
        vm.startPrank(ALICE);
        vm.expectRevert(refusal);
        vault.lock(ALICE, 1);
        vm.expectRevert(refusal);
        vault.release(ALICE, 1);
        vm.expectRevert(refusal);
        vault.slash(ALICE, 1, address(0), 0, 0);
        vm.stopPrank();
    }

    function test_aLockComesBackWhole() public {
        vm.expectEmit();
        emit IBondVault.BondLocked(MODULE, ALICE, 60);
        lockOf(ALICE, 60);
        assertEq(vault.freeOf(ALICE), 40, "free");
        assertEq(vault.lockedOf(MODULE, ALICE), 60, "locked");
        vm.prank(MODULE);
        vm.expectEmit();
        emit IBondVault.BondReleased(MODULE, ALICE, 60);
        vault.release(ALICE, 60);
        assertEq(vault.freeOf(ALICE), 100, "free again");
        assertEq(vault.lockedOf(MODULE, ALICE), 0, "nothing locked");
    }

    function test_noModuleTouchesTheLockOfAnother() public {
        lockOf(ALICE, 60);
        vm.startPrank(OTHER);
        vm.expectRevert(abi.encodeWithSelector(IBondVault.LockedTooSmall.selector, OTHER, ALICE, 0, 1));
        vault.release(ALICE, 1);
        vm.expectRevert(abi.encodeWithSelector(IBondVault.LockedTooSmall.selector, OTHER, ALICE, 0, 1));
        vault.slash(ALICE, 1, address(0), 0, 0);
        vm.stopPrank();
    }

    function test_aSlashIsBurnedPaidAndPooled() public {
        lockOf(ALICE, 60);
        vm.prank(MODULE);
        vm.expectEmit();
        emit IBondVault.BondSlashed(MODULE, ALICE, BOB, 30, 8, 7);
        vault.slash(ALICE, 30, BOB, 8, 7);
        assertEq(vault.lockedOf(MODULE, ALICE), 15, "locked");
        assertEq(vault.credits(BOB), 8, "bounty");
        assertEq(vault.credits(INSURANCE), 7, "pooled");
        assertEq(vault.unburned(), 30, "unburned");

        uint256 supply = token.totalSupply();
        vm.expectEmit();
        emit IBondVault.SlashedBurned(30);
        assertEq(vault.burnSlashed(), 30, "burned");
        assertEq(supply - token.totalSupply(), 30, "supply");
        vm.expectRevert(abi.encodeWithSelector(IBondVault.NothingDue.selector, address(0)));
        vault.burnSlashed();

        vm.prank(BOB);
        assertEq(vault.claim(), 8, "claimed");
        assertEq(token.balanceOf(BOB), FUND + 8, "balance");
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IBondVault.NothingDue.selector, BOB));
        vault.claim();
    }

    function test_aSlashNeverExceedsTheLock() public {
        lockOf(ALICE, 60);
        vm.startPrank(MODULE);
        vm.expectRevert(abi.encodeWithSelector(IBondVault.LockedTooSmall.selector, MODULE, ALICE, 60, 61));
        vault.slash(ALICE, 30, BOB, 20, 11);
        vm.expectRevert(IBondVault.BeneficiaryZero.selector);
        vault.slash(ALICE, 30, address(0), 1, 0);
        vm.stopPrank();
        assertEq(vault.lockedOf(MODULE, ALICE), 60, "nothing changed");
    }

    function test_theBeneficiaryMayBeTheInsurance() public {
        lockOf(ALICE, 60);
        vm.prank(MODULE);
        vault.slash(ALICE, 0, INSURANCE, 20, 40);
        assertEq(vault.credits(INSURANCE), 60, "both");
        assertEq(vault.unburned(), 0, "nothing to burn");
    }

    function testFuzz_slashesConserve(uint256 locked, uint256 burned, uint256 bounty, uint256 pooled) public {
        locked = bound(locked, 0, 100);
        burned = bound(burned, 0, 60);
        bounty = bound(bounty, 0, 60);
        pooled = bound(pooled, 0, 60);
        lockOf(ALICE, locked);
        vm.prank(MODULE);
        if (burned + bounty + pooled > locked) {
            vm.expectRevert(
                abi.encodeWithSelector(
                    IBondVault.LockedTooSmall.selector, MODULE, ALICE, locked, burned + bounty + pooled
                )
            );
        }
        vault.slash(ALICE, burned, BOB, bounty, pooled);
        uint256 held = vault.freeOf(ALICE) + vault.lockedOf(MODULE, ALICE) + vault.credits(BOB);
        assertEq(held + vault.credits(INSURANCE) + vault.unburned(), 100, "all of it accounted for");
    }

    function testFuzz_locksAndReleasesConserve(uint256 a, uint256 b, uint256 c) public {
        a = bound(a, 0, 100);
        b = bound(b, 0, 100 - a);
        c = bound(c, 0, a);
        lockOf(ALICE, a);
        vm.prank(OTHER);
        vault.lock(ALICE, b);
        vm.prank(MODULE);
        vault.release(ALICE, c);
        assertEq(vault.lockedOf(MODULE, ALICE), a - c, "first module");
        assertEq(vault.lockedOf(OTHER, ALICE), b, "second module");
        assertEq(vault.freeOf(ALICE), 100 - a - b + c, "free");
    }
}

contract BondVaultHostileTest is BondVaultFixture {
    HookToken private hook;
    Receiver private receiver;

    function setUp() public override {
        super.setUp();
        hook = new HookToken();
        vault = new BondVault(hook, PERIOD, INSURANCE, list(MODULE));
        receiver = new Receiver();
        hook.mint(address(receiver), 100);
        hook.mint(ALICE, 100);
        receiver.act(address(hook), abi.encodeCall(IERC20.approve, (address(vault), 100)));
        receiver.act(address(vault), abi.encodeCall(IBondVault.deposit, (100)));
        vm.startPrank(ALICE);
        hook.approve(address(vault), 100);
        vault.deposit(100);
        vm.stopPrank();
    }

    function test_aReceiverThatCallsBackIsPaidOnce() public {
        credit(address(receiver), 50);
        receiver.listen(hook, address(vault), abi.encodeCall(IBondVault.claim, ()), false);
        receiver.act(address(vault), abi.encodeCall(IBondVault.claim, ()));
        assertEq(receiver.attempts(), 1, "it tried");
        assertTrue(!receiver.succeeded(), "and failed");
        assertEq(hook.balanceOf(address(receiver)), 50, "paid once");
    }

    function test_aReceiverCannotDepositWhileItIsPaid() public {
        receiver.act(address(vault), abi.encodeCall(IBondVault.requestWithdrawal, (60)));
        receiver.act(address(hook), abi.encodeCall(IERC20.approve, (address(vault), 100)));
        receiver.listen(hook, address(vault), abi.encodeCall(IBondVault.deposit, (10)), false);
        skip(PERIOD);
        receiver.act(address(vault), abi.encodeCall(IBondVault.withdraw, ()));
        assertTrue(receiver.attempts() == 1 && !receiver.succeeded(), "refused");
        assertEq(vault.freeOf(address(receiver)), 40, "free");
    }

    function test_aReceiverThatRefusesHarmsItselfAlone() public {
        credit(address(receiver), 50);
        receiver.listen(hook, address(vault), "", true);
        vm.expectRevert(Receiver.Refused.selector);
        receiver.act(address(vault), abi.encodeCall(IBondVault.claim, ()));
        assertEq(vault.credits(address(receiver)), 50, "its credit stays");
        vm.prank(ALICE);
        vault.requestWithdrawal(50);
        skip(PERIOD);
        vm.prank(ALICE);
        assertEq(vault.withdraw(), 50, "the others get out");
    }

    function credit(address to, uint256 amount) private {
        vm.startPrank(MODULE);
        vault.lock(ALICE, amount);
        vault.slash(ALICE, 0, to, amount, 0);
        vm.stopPrank();
    }
}

contract BondVaultParameterTest is BondVaultFixture {
    function test_refusesParametersOutOfBounds() public {
        refuse(IERC20(address(1)), PERIOD, INSURANCE, list(MODULE), "token", 0);
        refuse(token, 0, INSURANCE, list(MODULE), "unbondingPeriod", 0);
        refuse(token, 180 days + 1, INSURANCE, list(MODULE), "unbondingPeriod", 180 days + 1);
        refuse(token, PERIOD, address(0), list(MODULE), "insurance", 0);
        refuse(token, PERIOD, INSURANCE, new address[](0), "modules", 0);
        refuse(token, PERIOD, INSURANCE, new address[](7), "modules", 7);
        refuse(token, PERIOD, INSURANCE, list(MODULE, address(0)), "module", 1);
    }

    function test_acceptsSixModulesAndTheLongestPeriod() public {
        address[] memory modules = new address[](6);
        for (uint256 i = 0; i < 6; i++) {
            modules[i] = address(uint160(0x100 + i));
        }
        vault = new BondVault(token, 180 days, INSURANCE, modules);
        for (uint256 i = 0; i < 6; i++) {
            assertTrue(vault.isModule(modules[i]), "module");
        }
        assertTrue(!vault.isModule(address(0x106)), "not a seventh");
        assertEq(vault.unbondingPeriod(), 180 days, "period");
        assertEq(vault.insurance(), INSURANCE, "insurance");
        assertEq(address(vault.token()), address(token), "token");
    }

    function refuse(IERC20 t, uint256 p, address i, address[] memory m, string memory name, uint256 value) private {
        vm.expectRevert(abi.encodeWithSelector(IBondVault.ParameterOutOfRange.selector, name, value));
        new BondVault(t, p, i, m);
    }
}
