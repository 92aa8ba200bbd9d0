// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {RevenueSplitter} from "../src/RevenueSplitter.sol";
import {RewardDistributor} from "../src/RewardDistributor.sol";
import {HookToken, Receiver} from "./support/HostileTokens.sol";
import {MoneyPlayer} from "./support/MoneyPlayer.sol";
import {TestBase} from "./support/TestBase.sol";

/// @notice What holds of rewards and fees whatever anybody does, in which order and when. The token calls
/// its receivers, one of them calls back and one refuses.
contract MoneyInvariantsTest is TestBase {
    address private constant DISPUTER = address(0xD15);
    uint256 private constant BOND = 101;

    HookToken private token;
    RewardDistributor private distributor;
    RevenueSplitter private splitter;
    MoneyPlayer private player;
    address[4] private payees;

    function setUp() public {
        vm.warp(1_700_000_000);
        token = new HookToken();
        AccessManager manager = new AccessManager(address(this));
        distributor = new RewardDistributor(address(manager), token, 1 days, 1 days, BOND);
        Receiver refuser = new Receiver();
        refuser.listen(token, address(0), "", true);
        payees = [address(0x9A1), address(0x9A2), address(new Receiver()), address(refuser)];
        IERC20[] memory tokens = new IERC20[](1);
        tokens[0] = token;
        splitter = new RevenueSplitter(payees[0], payees[1], payees[2], payees[3], tokens);
        player = new MoneyPlayer(token, distributor, splitter, DISPUTER, payees);
        manager.grantRole(manager.ADMIN_ROLE(), address(player), 0);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(player);
    }

    function invariant_theDistributorCanPayAllBondsAndAllThatIsLeftToClaim() public view {
        (, uint128 total,) = distributor.active();
        uint256 owed = distributor.bondsHeld() + total - distributor.totalClaimed();
        assertTrue(token.balanceOf(address(distributor)) >= owed, "solvent");
    }

    function invariant_claimsNeverExceedWhatIsFundedNorWhatTheRootSays() public view {
        (, uint128 total,) = distributor.active();
        assertTrue(distributor.totalClaimed() <= total, "root");
        assertTrue(total <= player.funded(), "funds");
        assertEq(distributor.funded(), player.funded(), "bonds are no funds");
    }

    function invariant_whatWasClaimedIsWhatWasPaid() public view {
        uint256 sum = 0;
        for (uint256 i = 0; i < 4; i++) {
            assertEq(distributor.claimed(payees[i]), player.claimed(i), "claimed");
            assertEq(token.balanceOf(payees[i]), player.claimed(i) + paidBySplitter(i), "balance");
            sum += player.claimed(i);
        }
        assertEq(distributor.totalClaimed(), sum, "sum");
    }

    function invariant_bondsHeldAreThoseOfTheProposalAndTheCredits() public view {
        (,,,, RewardDistributor.Phase phase,,,) = distributor.proposal();
        uint256 open = phase == RewardDistributor.Phase.None ? 0 : phase == RewardDistributor.Phase.Pending ? 1 : 2;
        uint256 credits = distributor.bondCredits(address(player)) + distributor.bondCredits(DISPUTER);
        assertEq(distributor.bondsHeld(), credits + open * BOND, "bonds");
    }

    function invariant_noRootIsActiveBeforeItsPeriodOrTakesBackWhatWasEarned() public view {
        assertTrue(!player.activatedEarly(), "early");
        assertTrue(!player.totalShrank(), "shrank");
    }

    function invariant_theSplitterHoldsExactlyWhatIsDueOrNotYetSplit() public view {
        uint256 due = 0;
        for (uint256 i = 0; i < 4; i++) {
            due += splitter.due(token, payees[i]);
        }
        assertEq(splitter.totalDue(token), due, "sum");
        assertEq(token.balanceOf(address(splitter)), due, "balance");
    }

    function invariant_theSharesSumToWhatCameIn() public view {
        uint256 sum = 0;
        for (uint256 i = 0; i < 4; i++) {
            assertEq(splitter.due(token, payees[i]) + player.released(i), player.shares(i), "share");
            sum += player.shares(i);
        }
        assertEq(sum, player.credited(), "sum");
        assertTrue(2 * player.shares(0) >= sum, "the treasury has half and the remainders");
    }

    function invariant_callingBackPaysNothingTwice() public view {
        assertTrue(!Receiver(payees[2]).succeeded(), "called back");
        assertEq(token.balanceOf(payees[3]), 0, "refuses");
    }

    /// @dev Every invariant above after every call of one game: what the long profile plays.
    function statefulFuzz_allTogether() public view {
        invariant_theDistributorCanPayAllBondsAndAllThatIsLeftToClaim();
        invariant_claimsNeverExceedWhatIsFundedNorWhatTheRootSays();
        invariant_whatWasClaimedIsWhatWasPaid();
        invariant_bondsHeldAreThoseOfTheProposalAndTheCredits();
        invariant_noRootIsActiveBeforeItsPeriodOrTakesBackWhatWasEarned();
        invariant_theSplitterHoldsExactlyWhatIsDueOrNotYetSplit();
        invariant_theSharesSumToWhatCameIn();
        invariant_callingBackPaysNothingTwice();
    }

    /// @dev Runs once at the end of every sequence: nobody is needed to get one's money out.
    function afterInvariant() public {
        for (uint256 i = 0; i < 3; i++) {
            if (splitter.due(token, payees[i]) != 0) splitter.release(token, payees[i]);
        }
        vm.startPrank(payees[3]);
        if (splitter.due(token, payees[3]) != 0) splitter.releaseTo(token, address(0xE15E));
        vm.stopPrank();
        assertEq(token.balanceOf(address(splitter)), 0, "stranded");
    }

    function paidBySplitter(uint256 i) private view returns (uint256) {
        return i == 3 ? 0 : player.released(i);
    }
}
