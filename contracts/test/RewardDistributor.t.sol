// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {RewardDistributor} from "../src/RewardDistributor.sol";
import {TestBase} from "./support/TestBase.sol";
import {TestToken} from "./support/TestToken.sol";
import {Trees} from "./support/Trees.sol";

/// @notice A distributor of which this contract is committee, governance and guardian in one.
abstract contract DistributorFixture is TestBase {
    address internal constant ALICE = address(0xA11CE);
    address internal constant BOB = address(0xB0B);
    address internal constant CAROL = address(0xCA201);
    address internal constant DISPUTER = address(0xD15);
    uint256 internal constant BOND = 101;
    uint256 internal constant PERIOD = 1 days;
    uint256 internal constant START = 1_700_000_000;

    TestToken internal token;
    RewardDistributor internal distributor;

    function setUp() public virtual {
        vm.warp(START);
        token = new TestToken();
        AccessManager manager = new AccessManager(address(this));
        distributor = new RewardDistributor(address(manager), token, PERIOD, PERIOD, BOND);
        token.mint(address(this), 1_000_000);
        token.mint(DISPUTER, 1_000_000);
        token.approve(address(distributor), type(uint256).max);
        vm.prank(DISPUTER);
        token.approve(address(distributor), type(uint256).max);
    }

    function fund(uint256 amount) internal {
        token.mint(address(distributor), amount);
    }

    function leavesOf(uint256 alice, uint256 bob, uint256 carol) internal view returns (bytes32[] memory leaves) {
        leaves = new bytes32[](3);
        leaves[0] = distributor.leafOf(0, ALICE, alice);
        leaves[1] = distributor.leafOf(1, BOB, bob);
        leaves[2] = distributor.leafOf(2, CAROL, carol);
    }

    function propose(bytes32[] memory leaves, uint256 total) internal returns (bytes32 root) {
        root = Trees.root(leaves);
        distributor.proposeRoot(root, uint32(leaves.length), uint128(total), "ipfs://leaves");
    }

    function activate(bytes32[] memory leaves, uint256 total) internal {
        bytes32 root = propose(leaves, total);
        vm.warp(block.timestamp + PERIOD);
        distributor.activateRoot(root);
    }

    function dispute(bytes32 root) internal {
        vm.prank(DISPUTER);
        distributor.disputeRoot(root, "wrong");
    }

    function claim(bytes32[] memory leaves, uint32 index, address account, uint256 cumulative)
        internal
        returns (uint256)
    {
        return distributor.claim(account, cumulative, index, Trees.path(leaves, index));
    }

    function phase() internal view returns (RewardDistributor.Phase p) {
        (,,,, p,,,) = distributor.proposal();
    }
}

contract RewardRootTest is DistributorFixture {
    function test_aRootBecomesActiveAfterItsPeriod() public {
        fund(600);
        bytes32 root = propose(leavesOf(100, 200, 300), 600);
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.TooEarly.selector, block.timestamp + PERIOD));
        distributor.activateRoot(root);
        vm.warp(block.timestamp + PERIOD);
        vm.expectEmit();
        emit RewardDistributor.RootActivated(root, 600, 3);
        distributor.activateRoot(root);
        (bytes32 active, uint128 total, uint32 count) = distributor.active();
        assertEq(active, root, "root");
        assertEq(total, 600, "total");
        assertEq(count, 3, "count");
        assertEq(distributor.bondCredits(address(this)), BOND, "bond back");
    }

    function test_refusesAStrangerAsProposer() public {
        fund(10);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, ALICE));
        distributor.proposeRoot("root", 1, 10, "");
    }

    function test_refusesASecondProposal() public {
        fund(10);
        distributor.proposeRoot("root", 1, 10, "");
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.ProposalInTheWay.selector, bytes32("root")));
        distributor.proposeRoot("other", 1, 10, "");
    }

    function test_refusesAZeroRootAndAnEmptyTree() public {
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.RootInvalid.selector, bytes32(0), 1));
        distributor.proposeRoot(0, 1, 0, "");
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.RootInvalid.selector, bytes32("root"), 0));
        distributor.proposeRoot("root", 0, 0, "");
    }

    function test_refusesATotalThatIsNotFunded() public {
        fund(599);
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.NotFunded.selector, 599, 600));
        distributor.proposeRoot("root", 1, 600, "");
    }

    function test_bondsAreNoFunds() public {
        fund(100);
        bytes32 root = propose(leavesOf(100, 0, 0), 100);
        dispute(root);
        assertEq(distributor.funded(), 100, "funded");
        distributor.ruleDispute(root, false);
        assertEq(distributor.funded(), 100, "after the ruling");
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.NotFunded.selector, 100, 101));
        distributor.proposeRoot("root", 1, 101, "");
    }

    function test_refusesATotalThatShrinks() public {
        fund(600);
        activate(leavesOf(100, 200, 300), 600);
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.TotalShrinks.selector, 600, 599));
        distributor.proposeRoot("root", 1, 599, "");
    }

    function test_refusesToActivateADisputedOrAnotherRoot() public {
        fund(10);
        bytes32 root = propose(leavesOf(1, 2, 3), 6);
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.WrongPhase.selector, RewardDistributor.Phase.Pending));
        distributor.activateRoot("other");
        dispute(root);
        vm.warp(block.timestamp + PERIOD);
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.WrongPhase.selector, RewardDistributor.Phase.Disputed));
        distributor.activateRoot(root);
    }

    function test_refusesParametersOutOfBounds() public {
        refuseParameters(ERC20Burnable(address(1)), PERIOD, PERIOD, BOND, "token", 1);
        refuseParameters(token, 1 hours - 1, PERIOD, BOND, "disputePeriod", 1 hours - 1);
        refuseParameters(token, 30 days + 1, PERIOD, BOND, "disputePeriod", 30 days + 1);
        refuseParameters(token, PERIOD, 0, BOND, "rulingPeriod", 0);
        refuseParameters(token, PERIOD, PERIOD, 1, "bond", 1);
        refuseParameters(token, PERIOD, PERIOD, 2 ** 96, "bond", 2 ** 96);
    }

    function refuseParameters(
        ERC20Burnable paid,
        uint256 period,
        uint256 ruling,
        uint256 bond,
        string memory name,
        uint256 value
    ) private {
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.ParameterOutOfRange.selector, name, value));
        new RewardDistributor(address(this), paid, period, ruling, bond);
    }
}

contract RewardDisputeTest is DistributorFixture {
    bytes32 private root;

    function setUp() public override {
        super.setUp();
        fund(600);
        root = propose(leavesOf(100, 200, 300), 600);
    }

    function test_aWrongRootCostsTheProposerItsBond() public {
        dispute(root);
        vm.expectEmit();
        emit RewardDistributor.DisputeRuled(root, false, DISPUTER, 50, 51);
        distributor.ruleDispute(root, false);
        assertEq(distributor.bondCredits(DISPUTER), BOND + 50, "own bond and half of the other");
        assertEq(distributor.bondCredits(address(this)), 0, "nothing for the proposer");
        assertTrue(phase() == RewardDistributor.Phase.None, "gone");
        assertSettled();
    }

    function test_aRightRootCostsTheDisputerItsBond() public {
        dispute(root);
        distributor.ruleDispute(root, true);
        (,,,,, address disputer,,) = distributor.proposal();
        assertEq(disputer, address(0), "nobody disputes it any more");
        assertEq(distributor.bondCredits(address(this)), 50, "half of the disputer's");
        vm.warp(block.timestamp + PERIOD);
        distributor.activateRoot(root);
        assertEq(distributor.bondCredits(address(this)), BOND + 50, "and the own one");
        assertSettled();
    }

    function test_aRightRootCanBeDisputedAgainInItsPeriodOnly() public {
        dispute(root);
        distributor.ruleDispute(root, true);
        dispute(root);
        distributor.ruleDispute(root, true);
        vm.warp(block.timestamp + PERIOD);
        vm.prank(DISPUTER);
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.TooLate.selector, block.timestamp));
        distributor.disputeRoot(root, "late");
    }

    function test_withoutARulingAllBondsComeBackAndTheRootIsGone() public {
        dispute(root);
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.TooEarly.selector, block.timestamp + PERIOD));
        distributor.dropUnruled(root);
        vm.warp(block.timestamp + PERIOD);
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.TooLate.selector, block.timestamp));
        distributor.ruleDispute(root, true);
        distributor.dropUnruled(root);
        assertEq(distributor.bondCredits(DISPUTER), BOND, "disputer");
        assertEq(distributor.bondCredits(address(this)), BOND, "proposer");
        assertSettled();
    }

    function test_theGuardianDisablesAWaitingRootAndNeverAnActiveOne() public {
        vm.expectEmit();
        emit RewardDistributor.RootDropped(root, address(this));
        distributor.disableRoot(root);
        assertEq(distributor.bondCredits(address(this)), BOND, "bond back");
        activate(leavesOf(100, 200, 300), 600);
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.WrongPhase.selector, RewardDistributor.Phase.None));
        distributor.disableRoot(root);
        assertEq(claim(leavesOf(100, 200, 300), 0, ALICE, 100), 100, "claims go on");
    }

    function test_theGuardianDisablesADisputedRoot() public {
        dispute(root);
        distributor.disableRoot(root);
        assertEq(distributor.bondCredits(DISPUTER), BOND, "disputer");
        assertSettled();
    }

    function test_refusesStrangersAsJudgeAndGuardian() public {
        dispute(root);
        vm.startPrank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, ALICE));
        distributor.ruleDispute(root, false);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, ALICE));
        distributor.disableRoot(root);
        vm.stopPrank();
    }

    function test_refusesASecondDisputeAndARulingWithoutOne() public {
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.WrongPhase.selector, RewardDistributor.Phase.Pending));
        distributor.ruleDispute(root, true);
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.WrongPhase.selector, RewardDistributor.Phase.Pending));
        distributor.dropUnruled(root);
        dispute(root);
        vm.prank(DISPUTER);
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.WrongPhase.selector, RewardDistributor.Phase.Disputed));
        distributor.disputeRoot(root, "again");
    }

    function test_paysCreditsOfBondsOnce() public {
        dispute(root);
        distributor.ruleDispute(root, false);
        uint256 before = token.balanceOf(DISPUTER);
        vm.startPrank(DISPUTER);
        vm.expectEmit();
        emit RewardDistributor.BondWithdrawn(DISPUTER, BOND + 50);
        distributor.withdrawBond();
        assertEq(token.balanceOf(DISPUTER), before + BOND + 50, "paid");
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.NothingDue.selector, DISPUTER));
        distributor.withdrawBond();
        vm.stopPrank();
    }

    function testFuzz_aRulingMovesBondsAndNothingElse(uint96 amount, bool valid) public {
        uint256 bond = bound(amount, 2, type(uint96).max);
        AccessManager manager = new AccessManager(address(this));
        distributor = new RewardDistributor(address(manager), token, PERIOD, PERIOD, bond);
        token.mint(address(this), bond);
        token.mint(DISPUTER, bond);
        token.approve(address(distributor), bond);
        vm.prank(DISPUTER);
        token.approve(address(distributor), bond);
        fund(600);
        root = propose(leavesOf(100, 200, 300), 600);
        dispute(root);
        uint256 supply = token.totalSupply();
        distributor.ruleDispute(root, valid);
        uint256 burned = supply - token.totalSupply();
        assertEq(burned, bond - bond / 2, "half, rounded up");
        if (valid) distributor.disableRoot(root);
        assertEq(distributor.bondCredits(address(this)), valid ? bond + bond / 2 : 0, "proposer");
        assertEq(distributor.bondCredits(DISPUTER), valid ? 0 : bond + bond / 2, "disputer");
        assertSettled();
    }

    function testFuzz_aRootIsDisputedBeforeAndActiveAfterItsPeriod(uint32 passed) public {
        uint256 waited = bound(passed, 0, 2 * PERIOD);
        vm.warp(block.timestamp + waited);
        if (waited < PERIOD) {
            vm.expectRevert(abi.encodeWithSelector(RewardDistributor.TooEarly.selector, START + PERIOD));
        }
        distributor.activateRoot(root);
        vm.prank(DISPUTER);
        if (waited >= PERIOD) vm.expectRevert();
        distributor.disputeRoot(root, "late");
    }

    /// @dev No bond is locked any more: what is held is what is credited.
    function assertSettled() private view {
        assertEq(
            distributor.bondsHeld(),
            distributor.bondCredits(address(this)) + distributor.bondCredits(DISPUTER),
            "held = credited"
        );
        assertEq(token.balanceOf(address(distributor)), 600 + distributor.bondsHeld(), "balance");
    }
}

contract RewardClaimTest is DistributorFixture {
    function test_paysTheDifferenceToWhatWasPaid() public {
        fund(600);
        bytes32[] memory leaves = leavesOf(100, 200, 300);
        activate(leaves, 600);
        vm.expectEmit();
        emit RewardDistributor.RewardClaimed(ALICE, 100, 100);
        assertEq(claim(leaves, 0, ALICE, 100), 100, "first");
        assertEq(token.balanceOf(ALICE), 100, "balance");
        fund(50);
        leaves = leavesOf(150, 200, 300);
        activate(leaves, 650);
        assertEq(claim(leaves, 0, ALICE, 150), 50, "second");
        assertEq(claim(leaves, 2, CAROL, 300), 300, "never claimed before");
    }

    function test_refusesToPayTwice() public {
        fund(600);
        bytes32[] memory leaves = leavesOf(100, 200, 300);
        activate(leaves, 600);
        claim(leaves, 1, BOB, 200);
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.NothingDue.selector, BOB));
        this.claimAgain(leaves);
    }

    function claimAgain(bytes32[] memory leaves) external {
        claim(leaves, 1, BOB, 200);
    }

    function test_refusesAnotherAccountAmountIndexOrProof() public {
        fund(600);
        bytes32[] memory leaves = leavesOf(100, 200, 300);
        activate(leaves, 600);
        refuse(ALICE, 101, 0, Trees.path(leaves, 0));
        refuse(BOB, 100, 0, Trees.path(leaves, 0));
        refuse(ALICE, 100, 1, Trees.path(leaves, 0));
        refuse(ALICE, 100, 0, Trees.path(leaves, 1));
        refuse(ALICE, 100, 0, new bytes32[](0));
    }

    function test_refusesClaimsBeforeTheFirstRoot() public {
        fund(600);
        refuse(ALICE, 100, 0, new bytes32[](0));
    }

    function test_theLeavesOfOneDistributorAreWorthlessInAnother() public {
        RewardDistributor other = new RewardDistributor(address(this), token, PERIOD, PERIOD, BOND);
        assertTrue(other.leafOf(0, ALICE, 100) != distributor.leafOf(0, ALICE, 100), "bound to the contract");
    }

    function test_aTreeThatSumsToMoreThanItSaysPaysNoMoreThanItSays() public {
        fund(1000);
        bytes32[] memory leaves = leavesOf(100, 200, 300);
        activate(leaves, 350);
        claim(leaves, 0, ALICE, 100);
        claim(leaves, 1, BOB, 200);
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.TotalExceeded.selector, 350, 600));
        this.claimCarol(leaves);
    }

    function claimCarol(bytes32[] memory leaves) external {
        claim(leaves, 2, CAROL, 300);
    }

    /// @dev Any leaves, any declared total that is funded: payments stay within funds, and bonds stay whole.
    function testFuzz_claimsNeverExceedWhatIsFunded(uint64[3] memory earned, uint64 funds, uint64 total) public {
        fund(funds);
        uint256 declared = funds == 0 ? 0 : total % (uint256(funds) + 1);
        bytes32[] memory leaves = leavesOf(earned[0], earned[1], earned[2]);
        activate(leaves, declared);
        address[3] memory accounts = [ALICE, BOB, CAROL];
        uint256 paid = 0;
        for (uint32 i = 0; i < 3; i++) {
            try this.tryClaim(leaves, i, accounts[i], earned[i]) returns (uint256 amount) {
                paid += amount;
            } catch {}
        }
        assertEq(paid, distributor.totalClaimed(), "books");
        assertTrue(paid <= declared && declared <= funds, "bounded twice");
        distributor.withdrawBond();
        assertEq(token.balanceOf(address(distributor)), funds - paid, "the rest is still there");
    }

    /// @dev With honest leaves everybody gets exactly the cumulative sum over two epochs, in any order.
    function testFuzz_everybodyGetsExactlyWhatWasEarned(uint64[3] memory first, uint64[3] memory second, bool skipOne)
        public
    {
        address[3] memory accounts = [ALICE, BOB, CAROL];
        uint256 total = uint256(first[0]) + first[1] + first[2];
        fund(total);
        bytes32[] memory leaves = leavesOf(first[0], first[1], first[2]);
        activate(leaves, total);
        for (uint32 i = skipOne ? 1 : 0; i < 3; i++) {
            if (first[i] != 0) claim(leaves, i, accounts[i], first[i]);
        }
        uint256 added = uint256(second[0]) + second[1] + second[2];
        fund(added);
        uint256[3] memory sums;
        for (uint256 i = 0; i < 3; i++) {
            sums[i] = uint256(first[i]) + second[i];
        }
        leaves = leavesOf(sums[0], sums[1], sums[2]);
        activate(leaves, total + added);
        for (uint32 i = 0; i < 3; i++) {
            if (sums[i] > distributor.claimed(accounts[i])) claim(leaves, i, accounts[i], sums[i]);
            assertEq(token.balanceOf(accounts[i]), sums[i], "exactly");
        }
    }

    function testFuzz_noOtherLeafIsPaid(address account, uint256 cumulative, uint32 index, uint8 place) public {
        fund(600);
        bytes32[] memory leaves = leavesOf(100, 200, 300);
        activate(leaves, 600);
        if (account == ALICE && cumulative == 100 && index == 0) return;
        if (account == BOB && cumulative == 200 && index == 1) return;
        if (account == CAROL && cumulative == 300 && index == 2) return;
        refuse(account, cumulative, index, Trees.path(leaves, place % 3));
    }

    function testFuzz_totalsAreFundedAndNeverShrink(uint64 funds, uint64 first, uint64 second) public {
        fund(funds);
        uint256 before = bound(first, 0, funds);
        activate(leavesOf(before, 0, 0), before);
        bool fits = second >= before && second <= funds;
        if (!fits) vm.expectRevert();
        distributor.proposeRoot("next", 1, second, "");
    }

    function tryClaim(bytes32[] memory leaves, uint32 index, address account, uint256 cumulative)
        external
        returns (uint256)
    {
        return claim(leaves, index, account, cumulative);
    }

    function refuse(address account, uint256 cumulative, uint32 index, bytes32[] memory proof) private {
        vm.expectRevert(abi.encodeWithSelector(RewardDistributor.ProofInvalid.selector, account, cumulative));
        distributor.claim(account, cumulative, index, proof);
    }
}
