// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {RevenueSplitter} from "../src/RevenueSplitter.sol";
import {FeeToken, HookToken, IHook} from "./support/HostileTokens.sol";
import {TestBase} from "./support/TestBase.sol";
import {TestToken} from "./support/TestToken.sol";

contract RevenueSplitterTest is TestBase {
    address internal constant TREASURY = address(0x7EA);
    address internal constant CONTRIBUTORS = address(0xC0);
    address internal constant OPERATORS = address(0x0B);
    address internal constant RESEARCH = address(0x4E5);
    address internal constant PAYER = address(0xBA1);

    TestToken internal token;
    FeeToken internal feeToken;
    HookToken internal hookToken;
    RevenueSplitter internal splitter;

    function setUp() public {
        token = new TestToken();
        feeToken = new FeeToken();
        hookToken = new HookToken();
        splitter = new RevenueSplitter(TREASURY, CONTRIBUTORS, OPERATORS, RESEARCH, tokens());
        token.mint(PAYER, type(uint128).max);
        feeToken.mint(PAYER, 1000 ether);
        hookToken.mint(PAYER, 1000 ether);
        vm.startPrank(PAYER);
        token.approve(address(splitter), type(uint256).max);
        feeToken.approve(address(splitter), type(uint256).max);
        hookToken.approve(address(splitter), type(uint256).max);
        vm.stopPrank();
    }

    function test_creditsFiftyTwentyFiveFifteenTen() public {
        vm.expectEmit();
        emit RevenueSplitter.RevenueCredited(token, PAYER, 10_000, 5_000, 2_500, 1_500, 1_000);
        assertEq(payAs(token, 10_000), 10_000, "credited");
        assertEq(splitter.due(token, TREASURY), 5_000, "treasury");
        assertEq(splitter.due(token, CONTRIBUTORS), 2_500, "contributors");
        assertEq(splitter.due(token, OPERATORS), 1_500, "operators");
        assertEq(splitter.due(token, RESEARCH), 1_000, "research");
        assertEq(splitter.totalDue(token), 10_000, "total");
    }

    function test_oneUnitGoesToTheTreasury() public {
        payAs(token, 1);
        assertEq(splitter.due(token, TREASURY), 1, "treasury");
        assertEq(splitter.due(token, CONTRIBUTORS), 0, "contributors");
    }

    function test_releasesToAPayeeWhoeverAsks() public {
        payAs(token, 10_000);
        vm.expectEmit();
        emit RevenueSplitter.RevenueReleased(token, OPERATORS, OPERATORS, 1_500);
        assertEq(splitter.release(token, OPERATORS), 1_500, "amount");
        assertEq(token.balanceOf(OPERATORS), 1_500, "balance");
        assertEq(splitter.due(token, OPERATORS), 0, "due");
        assertEq(splitter.totalDue(token), 8_500, "total");
    }

    function test_aPayeeSendsItsCreditElsewhere() public {
        payAs(token, 10_000);
        vm.prank(RESEARCH);
        splitter.releaseTo(token, PAYER);
        assertEq(splitter.due(token, RESEARCH), 0, "due");
        vm.prank(RESEARCH);
        vm.expectRevert(abi.encodeWithSelector(RevenueSplitter.NothingDue.selector, token, RESEARCH));
        splitter.releaseTo(token, PAYER);
    }

    function test_refusesNobodyAndItselfAsRecipients() public {
        payAs(token, 10_000);
        vm.startPrank(RESEARCH);
        vm.expectRevert(abi.encodeWithSelector(RevenueSplitter.RecipientInvalid.selector, address(0)));
        splitter.releaseTo(token, address(0));
        vm.expectRevert(abi.encodeWithSelector(RevenueSplitter.RecipientInvalid.selector, address(splitter)));
        splitter.releaseTo(token, address(splitter));
        vm.stopPrank();
    }

    function test_refusesToReleaseTwice() public {
        payAs(token, 10_000);
        splitter.release(token, OPERATORS);
        vm.expectRevert(abi.encodeWithSelector(RevenueSplitter.NothingDue.selector, token, OPERATORS));
        splitter.release(token, OPERATORS);
    }

    function test_refusesToReleaseToAStranger() public {
        payAs(token, 10_000);
        vm.expectRevert(abi.encodeWithSelector(RevenueSplitter.NothingDue.selector, token, PAYER));
        splitter.release(token, PAYER);
    }

    function test_syncSplitsWhatWasSentWithoutACall() public {
        vm.prank(PAYER);
        token.transfer(address(splitter), 10_000);
        assertEq(splitter.sync(token), 10_000, "credited");
        assertEq(splitter.due(token, TREASURY), 5_000, "treasury");
        vm.expectRevert(abi.encodeWithSelector(RevenueSplitter.NothingReceived.selector, token));
        splitter.sync(token);
    }

    function test_aPaymentOfNothingIsRefused() public {
        vm.prank(PAYER);
        vm.expectRevert(abi.encodeWithSelector(RevenueSplitter.NothingReceived.selector, token));
        splitter.pay(token, 0);
    }

    function test_refusesATokenThatIsNotListed() public {
        TestToken other = new TestToken();
        vm.expectRevert(abi.encodeWithSelector(RevenueSplitter.TokenNotListed.selector, other));
        splitter.pay(other, 1);
        vm.expectRevert(abi.encodeWithSelector(RevenueSplitter.TokenNotListed.selector, other));
        splitter.sync(other);
    }

    function test_aTokenWithAFeeIsCreditedWithWhatArrived() public {
        vm.prank(PAYER);
        assertEq(splitter.pay(feeToken, 10_000), 9_900, "credited");
        assertEq(splitter.due(feeToken, TREASURY), 4_950, "treasury");
        assertEq(splitter.totalDue(feeToken), feeToken.balanceOf(address(splitter)), "solvent");
    }

    function test_aPayeeThatRefusesBlocksNobody() public {
        payAs(hookToken, 10_000);
        hookToken.refuse(TREASURY);
        vm.expectRevert(bytes("refused"));
        splitter.release(hookToken, TREASURY);
        assertEq(splitter.release(hookToken, CONTRIBUTORS), 2_500, "others are paid");
        vm.prank(TREASURY);
        splitter.releaseTo(hookToken, RESEARCH);
        assertEq(hookToken.balanceOf(RESEARCH), 5_000, "and it still gets its money out");
    }

    function test_aReentrantPayeeIsPaidOnce() public {
        Reenterer payee = new Reenterer();
        splitter = new RevenueSplitter(TREASURY, address(payee), OPERATORS, RESEARCH, tokens());
        payee.aim(splitter, hookToken);
        vm.startPrank(PAYER);
        hookToken.approve(address(splitter), type(uint256).max);
        splitter.pay(hookToken, 10_000);
        vm.stopPrank();
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        splitter.release(hookToken, address(payee));
        payee.rest();
        splitter.release(hookToken, address(payee));
        assertEq(hookToken.balanceOf(address(payee)), 2_500, "once");
    }

    function test_refusesPayeesThatAreMissingOrRepeated() public {
        vm.expectRevert(abi.encodeWithSelector(RevenueSplitter.PayeeInvalid.selector, address(0)));
        new RevenueSplitter(TREASURY, address(0), OPERATORS, RESEARCH, tokens());
        vm.expectRevert(abi.encodeWithSelector(RevenueSplitter.PayeeInvalid.selector, TREASURY));
        new RevenueSplitter(TREASURY, CONTRIBUTORS, OPERATORS, TREASURY, tokens());
    }

    function test_refusesListsOfTokensThatAreEmptyLongOrWrong() public {
        vm.expectRevert(abi.encodeWithSelector(RevenueSplitter.TokenCountInvalid.selector, 0));
        new RevenueSplitter(TREASURY, CONTRIBUTORS, OPERATORS, RESEARCH, new IERC20[](0));
        vm.expectRevert(abi.encodeWithSelector(RevenueSplitter.TokenCountInvalid.selector, 17));
        new RevenueSplitter(TREASURY, CONTRIBUTORS, OPERATORS, RESEARCH, new IERC20[](17));
        IERC20[] memory list = tokens();
        list[2] = list[0];
        vm.expectRevert(abi.encodeWithSelector(RevenueSplitter.TokenInvalid.selector, list[0]));
        new RevenueSplitter(TREASURY, CONTRIBUTORS, OPERATORS, RESEARCH, list);
        list[2] = IERC20(address(0xDEAD));
        vm.expectRevert(abi.encodeWithSelector(RevenueSplitter.TokenInvalid.selector, list[2]));
        new RevenueSplitter(TREASURY, CONTRIBUTORS, OPERATORS, RESEARCH, list);
    }

    function testFuzz_theSharesSumToTheWhole(uint256 amount) public view {
        (uint256 a, uint256 b, uint256 c, uint256 d) = splitter.split(amount);
        assertEq(a + b + c + d, amount, "sum");
        assertTrue(a >= amount / 2 && b <= amount / 4, "treasury takes the remainder");
    }

    function testFuzz_sharesAreExactToOneUnit(uint128 amount) public view {
        (, uint256 b, uint256 c, uint256 d) = splitter.split(amount);
        assertEq(b, uint256(amount) * 2_500 / 10_000, "contributors");
        assertEq(c, uint256(amount) * 1_500 / 10_000, "operators");
        assertEq(d, uint256(amount) * 1_000 / 10_000, "research");
    }

    function testFuzz_everyUnitOfManyReceiptsIsPaidOut(uint64[8] memory receipts, uint8 releases) public {
        uint256 sum = 0;
        address[4] memory payees = [TREASURY, CONTRIBUTORS, OPERATORS, RESEARCH];
        for (uint256 i = 0; i < 8; i++) {
            if (receipts[i] == 0) continue;
            sum += payAs(token, receipts[i]);
            address payee = payees[i % 4];
            if (releases >> i & 1 == 1 && splitter.due(token, payee) != 0) splitter.release(token, payee);
            assertEq(token.balanceOf(address(splitter)), splitter.totalDue(token), "solvent");
        }
        for (uint256 i = 0; i < 4; i++) {
            if (splitter.due(token, payees[i]) != 0) splitter.release(token, payees[i]);
        }
        uint256 paid = token.balanceOf(TREASURY) + token.balanceOf(CONTRIBUTORS) + token.balanceOf(OPERATORS)
            + token.balanceOf(RESEARCH);
        assertEq(paid, sum, "all of it");
        assertEq(token.balanceOf(address(splitter)), 0, "nothing stays");
    }

    function testFuzz_whateverArrivesIsCreditedAndNoMore(uint96 sent, uint96 paid) public {
        uint256 before = bound(sent, 0, 100 ether);
        uint256 amount = bound(paid, 1, 100 ether);
        vm.startPrank(PAYER);
        feeToken.transfer(address(splitter), before);
        uint256 credited = splitter.pay(feeToken, amount);
        vm.stopPrank();
        assertEq(credited, before - before / 100 + amount - amount / 100, "what arrived");
        assertEq(splitter.totalDue(feeToken), feeToken.balanceOf(address(splitter)), "solvent");
    }

    function tokens() internal view returns (IERC20[] memory list) {
        list = new IERC20[](3);
        (list[0], list[1], list[2]) = (token, feeToken, hookToken);
    }

    function payAs(TestToken paid, uint256 amount) internal returns (uint256) {
        vm.prank(PAYER);
        return splitter.pay(paid, amount);
    }
}

/// @notice Tries to be paid twice while it is paid.
contract Reenterer is IHook {
    RevenueSplitter private splitter;
    IERC20 private token;

    function aim(RevenueSplitter splitter_, HookToken token_) external {
        splitter = splitter_;
        token = token_;
        token_.setHook(true);
    }

    function rest() external {
        splitter = RevenueSplitter(address(0));
    }

    function tokensReceived() external {
        if (address(splitter) != address(0)) splitter.release(token, address(this));
    }
}
