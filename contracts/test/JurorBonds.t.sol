// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {JurorBonds} from "../src/JurorBonds.sol";
import {TestBase} from "./support/TestBase.sol";
import {TestToken} from "./support/TestToken.sol";

contract JurorBondsTest is TestBase {
    address internal constant JUROR = address(0x1);
    address internal constant OTHER = address(0x2);
    uint256 internal constant MIN = 10_000 ether;
    uint256 internal constant INTERVAL = 10 days;
    uint256 internal constant UNBONDING = 20 days;

    TestToken internal zoo;
    JurorBonds internal jurors;

    function setUp() public {
        vm.warp(1_700_000_000);
        zoo = new TestToken();
        jurors = new JurorBonds(zoo, MIN, INTERVAL, UNBONDING);
        fund(JUROR);
        fund(OTHER);
    }

    function test_aBondWeighsFromItsSecondOn() public {
        vm.expectEmit();
        emit JurorBonds.JurorWeightChanged(JUROR, 10_000 * 10 ** 6, 10_000 * 10 ** 6);
        vm.prank(JUROR);
        jurors.addBond(MIN);
        uint256 since = block.timestamp;
        vm.warp(since + 1);
        assertEq(jurors.weightAt(JUROR, since), 10_000 * 10 ** 6, "since");
        assertEq(jurors.weightAt(JUROR, since - 1), 0, "before");
        assertEq(jurors.totalWeightAt(since), 10_000 * 10 ** 6, "total");
        assertEq(jurors.totalWeightAt(since - 1), 0, "total before");
        assertEq(jurors.bondOf(JUROR), MIN, "bond");
        assertEq(zoo.balanceOf(address(jurors)), MIN, "held");
    }

    function test_refusesTheFutureAndWhatIsForgotten() public {
        addAs(JUROR, MIN);
        vm.expectRevert(abi.encodeWithSelector(JurorBonds.FutureLookup.selector, block.timestamp));
        jurors.weightAt(JUROR, block.timestamp);
        vm.expectRevert(abi.encodeWithSelector(JurorBonds.FutureLookup.selector, block.timestamp));
        jurors.totalWeightAt(block.timestamp);
        uint256 old = block.timestamp - INTERVAL - 1;
        vm.expectRevert(abi.encodeWithSelector(JurorBonds.LookupTooOld.selector, old));
        jurors.weightAt(JUROR, old);
        assertEq(jurors.weightAt(JUROR, old + 1), 0, "the oldest that is known");
    }

    function test_aJurorChangesOnceInAnInterval() public {
        addAs(JUROR, MIN);
        uint256 until = block.timestamp + INTERVAL;
        vm.warp(until - 1);
        vm.startPrank(JUROR);
        vm.expectRevert(abi.encodeWithSelector(JurorBonds.ChangedRecently.selector, until));
        jurors.addBond(MIN);
        vm.expectRevert(abi.encodeWithSelector(JurorBonds.ChangedRecently.selector, until));
        jurors.reduceBond(MIN);
        vm.warp(until);
        jurors.addBond(MIN);
        vm.stopPrank();
        vm.warp(until + 1);
        assertEq(jurors.weightAt(JUROR, until), 20_000 * 10 ** 6, "after");
        assertEq(jurors.weightAt(JUROR, until - 1), 10_000 * 10 ** 6, "before");
    }

    function test_whatLeavesLosesItsWeightAtOnceAndIsPaidLater() public {
        addAs(JUROR, 3 * MIN);
        vm.warp(block.timestamp + INTERVAL);
        uint256 releaseAt = block.timestamp + UNBONDING;
        vm.startPrank(JUROR);
        jurors.reduceBond(MIN);
        assertEq(jurors.bondOf(JUROR), 2 * MIN, "rest");
        assertEq(jurors.totalWeight(), 20_000 * 10 ** 6, "total");
        vm.expectRevert(abi.encodeWithSelector(JurorBonds.StillUnbonding.selector, releaseAt));
        jurors.withdraw();
        vm.warp(releaseAt);
        vm.expectEmit();
        emit JurorBonds.JurorWithdrew(JUROR, MIN);
        jurors.withdraw();
        vm.expectRevert(abi.encodeWithSelector(JurorBonds.NothingDue.selector, JUROR));
        jurors.withdraw();
        vm.stopPrank();
        assertEq(zoo.balanceOf(JUROR), 98 * MIN, "paid");
    }

    function test_aSecondRequestWaitsWithTheFirst() public {
        addAs(JUROR, 3 * MIN);
        vm.warp(block.timestamp + INTERVAL);
        reduceAs(JUROR, MIN);
        vm.warp(block.timestamp + INTERVAL);
        reduceAs(JUROR, 2 * MIN);
        (uint128 amount, uint48 releaseAt) = jurors.pendingOf(JUROR);
        assertEq(amount, 3 * MIN, "both");
        assertEq(releaseAt, block.timestamp + UNBONDING, "from now on");
    }

    function test_refusesAmountsThatAreNothingOrNotWhole() public {
        refuseAdd(0, abi.encodeWithSelector(JurorBonds.AmountInvalid.selector, 0));
        refuseAdd(MIN + 1, abi.encodeWithSelector(JurorBonds.AmountInvalid.selector, MIN + 1));
        vm.prank(JUROR);
        vm.expectRevert(abi.encodeWithSelector(JurorBonds.AmountInvalid.selector, 0));
        jurors.reduceBond(0);
    }

    function test_refusesBondsBelowTheSmallest() public {
        uint256 small = MIN - 10 ** 12;
        refuseAdd(small, abi.encodeWithSelector(JurorBonds.BondTooSmall.selector, small, MIN));
        addAs(JUROR, MIN + 10 ** 12);
        vm.warp(block.timestamp + INTERVAL);
        vm.startPrank(JUROR);
        vm.expectRevert(abi.encodeWithSelector(JurorBonds.BondTooSmall.selector, small, MIN));
        jurors.reduceBond(2 * 10 ** 12);
        vm.expectRevert(abi.encodeWithSelector(JurorBonds.BondExceeded.selector, MIN + 10 ** 12, 2 * MIN));
        jurors.reduceBond(2 * MIN);
        jurors.reduceBond(MIN + 10 ** 12);
        vm.stopPrank();
        assertEq(jurors.bondOf(JUROR), 0, "all of it may leave");
    }

    function test_refusesMoreThanTheLargestTotal() public {
        uint256 amount = (jurors.MAX_TOTAL() + 1) * jurors.UNIT();
        zoo.mint(JUROR, amount);
        refuseAdd(amount, abi.encodeWithSelector(JurorBonds.TotalTooLarge.selector, jurors.MAX_TOTAL() + 1));
    }

    function test_refusesParametersOutOfBounds() public {
        refuseParameters(IERC20(address(9)), MIN, INTERVAL, UNBONDING, "token", 9);
        refuseParameters(zoo, 0, INTERVAL, UNBONDING, "minBond", 0);
        refuseParameters(zoo, 10 ** 12 + 1, INTERVAL, UNBONDING, "minBond", 10 ** 12 + 1);
        refuseParameters(zoo, MIN, 0, UNBONDING, "lookback", 0);
        refuseParameters(zoo, MIN, 181 days, 181 days, "lookback", 181 days);
        refuseParameters(zoo, MIN, INTERVAL, INTERVAL - 1, "unbondingPeriod", INTERVAL - 1);
        refuseParameters(zoo, MIN, INTERVAL, 181 days, "unbondingPeriod", 181 days);
    }

    /// @dev Random changes of two jurors: every weight that may be asked for equals the one of the books kept here,
    /// the total is their sum, and the tokens are all there.
    function testFuzz_weightsAreThoseOfTheBooks(uint32[12] memory gaps, uint16[12] memory amounts) public {
        address[2] memory who = [JUROR, OTHER];
        uint256[] memory times = new uint256[](13);
        uint256[2][] memory weights = new uint256[2][](13);
        times[0] = block.timestamp;
        for (uint256 i = 0; i < 12; i++) {
            vm.warp(block.timestamp + bound(gaps[i], 1, INTERVAL));
            change(who[i % 2], amounts[i]);
            times[i + 1] = block.timestamp;
            weights[i + 1] = [jurors.bondOf(JUROR) / 10 ** 12, jurors.bondOf(OTHER) / 10 ** 12];
        }
        vm.warp(block.timestamp + 1);
        for (uint256 i = 0; i <= 12; i++) {
            if (times[i] + INTERVAL < block.timestamp) continue;
            assertEq(jurors.weightAt(JUROR, times[i]), weights[i][0], "juror");
            assertEq(jurors.weightAt(OTHER, times[i]), weights[i][1], "other");
            assertEq(jurors.totalWeightAt(times[i]), weights[i][0] + weights[i][1], "total");
        }
        (uint256 a,) = jurors.pendingOf(JUROR);
        (uint256 b,) = jurors.pendingOf(OTHER);
        assertEq(zoo.balanceOf(address(jurors)), a + b + jurors.totalWeight() * 10 ** 12, "solvent");
    }

    /// @dev Two jurors, one of them a party or not, and a stranger among them or not.
    function testFuzz_weighsSignersAndAllWithoutTheParties(
        uint16[3] memory amounts,
        uint32 gap,
        uint32 back,
        bool party,
        bool strange
    ) public {
        for (uint256 i = 0; i < 3; i++) {
            change(i % 2 == 0 ? JUROR : OTHER, 3 * uint256(amounts[i]) + 1);
            vm.warp(block.timestamp + bound(gap, 1, 2 * INTERVAL));
        }
        uint256 timepoint = block.timestamp - bound(back, 1, INTERVAL);
        address[] memory signers = new address[](strange ? 2 : 1);
        signers[0] = JUROR;
        if (strange) signers[1] = address(0x3);
        (uint256 signed, uint256 total, address stranger) =
            jurors.weigh(signers, party ? OTHER : address(0x4), address(0), timepoint);
        (uint256 mine, uint256 others) = (jurors.weightAt(JUROR, timepoint), jurors.weightAt(OTHER, timepoint));
        if (stranger == address(0)) assertEq(signed, mine, "signed");
        assertEq(total, jurors.totalWeightAt(timepoint) - (party ? others : 0), "total");
        assertEq(stranger, mine == 0 ? JUROR : strange ? address(0x3) : address(0), "stranger");
    }

    function test_weighsNoParty() public {
        addAs(JUROR, MIN);
        addAs(OTHER, MIN);
        vm.warp(block.timestamp + 1);
        address[] memory signers = new address[](2);
        (signers[0], signers[1]) = (JUROR, OTHER);
        (,, address stranger) = jurors.weigh(signers, OTHER, address(0), block.timestamp - 1);
        assertEq(stranger, OTHER, "accused");
        (,, stranger) = jurors.weigh(signers, address(0), JUROR, block.timestamp - 1);
        assertEq(stranger, JUROR, "challenger");
        uint256 signed;
        (signed,, stranger) = jurors.weigh(signers, address(0), address(0), block.timestamp - 1);
        assertEq(stranger, address(0), "nobody");
        assertEq(signed, 20_000 * 10 ** 6, "both");
    }

    function test_weighsNothingInTheFutureOrOfWhatIsForgotten() public {
        address[] memory signers = new address[](1);
        vm.expectRevert(abi.encodeWithSelector(JurorBonds.FutureLookup.selector, block.timestamp));
        jurors.weigh(signers, JUROR, OTHER, block.timestamp);
        uint256 old = block.timestamp - INTERVAL - 1;
        vm.expectRevert(abi.encodeWithSelector(JurorBonds.LookupTooOld.selector, old));
        jurors.weigh(signers, JUROR, OTHER, old);
    }

    /// @dev Adds, leaves, or does nothing where that is refused.
    function change(address who, uint256 seed) private {
        uint256 bonded = jurors.bondOf(who);
        vm.startPrank(who);
        if (seed % 3 == 0 && bonded != 0) {
            try jurors.reduceBond(bonded) {} catch {}
        } else {
            try jurors.addBond(MIN + seed * 10 ** 12) {} catch {}
        }
        vm.stopPrank();
    }

    function refuseParameters(
        IERC20 token,
        uint256 minBond,
        uint256 interval,
        uint256 unbonding,
        string memory name,
        uint256 value
    ) private {
        vm.expectRevert(abi.encodeWithSelector(JurorBonds.ParameterOutOfRange.selector, name, value));
        new JurorBonds(token, minBond, interval, unbonding);
    }

    function refuseAdd(uint256 amount, bytes memory reason) private {
        vm.prank(JUROR);
        vm.expectRevert(reason);
        jurors.addBond(amount);
    }

    function addAs(address who, uint256 amount) private {
        vm.prank(who);
        jurors.addBond(amount);
    }

    function reduceAs(address who, uint256 amount) private {
        vm.prank(who);
        jurors.reduceBond(amount);
    }

    function fund(address who) private {
        zoo.mint(who, 100 * MIN);
        vm.prank(who);
        zoo.approve(address(jurors), type(uint256).max);
    }
}
