// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {ExperienceRegistry as Registry} from "../src/ExperienceRegistry.sol";
import {RegistryFixture} from "./support/RegistryFixture.sol";

/// @notice Seed A's declaration of `submit`, to show that its callers work unchanged.
interface ISeedRegistry {
    struct Entry {
        bytes32 merkleRoot;
        string cid;
        uint64 schema;
        uint64 quality;
        address submitter;
        uint256 bond;
    }

    function submit(Entry calldata e) external payable returns (uint256 id);
    function voteQuality(uint256 id, uint64 score) external;
}

contract SubmitTest is RegistryFixture {
    function test_locksTheBondAndOpensTheEntry() public {
        vm.expectEmit();
        emit Registry.Submitted(1, ALICE, "root", 1, CID);
        uint256 id = submitAs(ALICE, "root");

        Registry.EntryView memory entry = registry.getEntry(id);
        assertEq(id, 1, "id");
        assertEq(entry.merkleRoot, "root", "root");
        assertEq(entry.cidHash, keccak256(bytes(CID)), "cid hash");
        assertEq(entry.schema, 1, "schema");
        assertEq(entry.submitter, ALICE, "submitter");
        assertEq(entry.bond, BOND, "bond");
        assertEq(entry.votingEndsAt, block.timestamp + WINDOW, "end");
        assertEq(entry.submittedAt, block.timestamp, "time");
        assertEq(entry.submittedBlock, block.number, "block");
        assertEq(statusOf(id), uint256(Registry.Status.Open), "status");
        assertTrue(!entry.scored, "unscored");
        assertEq(registry.idByRoot("root"), id, "id by root");
        assertEq(token.balanceOf(ALICE), FUND - BOND, "balance");
    }

    function test_acceptsTheSeedsAbiWithOwnAddressAndBond() public {
        vm.prank(ALICE);
        uint256 id = ISeedRegistry(address(registry)).submit(ISeedRegistry.Entry("root", CID, 7, 0, ALICE, BOND));
        voteAs(BOB, id, 500);
        assertEq(registry.getEntry(id).schema, 7, "schema");
    }

    function test_refusesValue() public {
        vm.deal(ALICE, 1);
        vm.prank(ALICE);
        vm.expectRevert(Registry.ValueNotAccepted.selector);
        registry.submit{value: 1}(entryOf("root"));
    }

    function test_refusesACallerSetQuality() public {
        Registry.Entry memory e = entryOf("root");
        e.quality = 1000;
        refuse(e, abi.encodeWithSelector(Registry.QualityNotZero.selector));
    }

    function test_refusesAnotherSubmitter() public {
        Registry.Entry memory e = entryOf("root");
        e.submitter = BOB;
        refuse(e, abi.encodeWithSelector(Registry.SubmitterNotSender.selector));
    }

    function test_refusesAnotherBond() public {
        Registry.Entry memory e = entryOf("root");
        e.bond = BOND - 1;
        refuse(e, abi.encodeWithSelector(Registry.WrongBond.selector, BOND));
    }

    function test_refusesAnEmptyOrLongCid() public {
        Registry.Entry memory e = entryOf("root");
        e.cid = "";
        refuse(e, abi.encodeWithSelector(Registry.CidLengthInvalid.selector, 0));
        e.cid = string(new bytes(97));
        refuse(e, abi.encodeWithSelector(Registry.CidLengthInvalid.selector, 97));
    }

    function test_acceptsTheLongestCid() public {
        Registry.Entry memory e = entryOf("root");
        e.cid = string(new bytes(96));
        vm.prank(ALICE);
        assertEq(registry.submit(e), 1, "id");
    }

    function test_refusesAZeroRoot() public {
        refuse(entryOf(0), abi.encodeWithSelector(Registry.RootZero.selector));
    }

    function test_refusesARootTwiceEvenAfterItWasSettled() public {
        uint256 id = submitAs(ALICE, "root");
        refuse(entryOf("root"), abi.encodeWithSelector(Registry.RootTaken.selector, id));
        settle(id);
        refuse(entryOf("root"), abi.encodeWithSelector(Registry.RootTaken.selector, id));
    }

    function test_refusesWhoCannotPayTheBond() public {
        vm.prank(ALICE);
        token.transfer(ERIN, FUND - BOND + 1);
        refuse(
            entryOf("root"),
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, ALICE, BOND - 1, BOND)
        );
        assertEq(registry.entryCount(), 0, "nothing registered");
    }

    function refuse(Registry.Entry memory e, bytes memory reason) private {
        vm.prank(ALICE);
        vm.expectRevert(reason);
        registry.submit(e);
    }
}

contract VoteTest is RegistryFixture {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = submitAs(ALICE, "root");
    }

    function test_countsWithTheStakeBeforeTheSubmission() public {
        skip(1);
        stakeAs(BOB, 300 ether);
        vm.expectEmit();
        emit Registry.Voted(id, BOB, 900, 100 ether);
        voteAs(BOB, id, 900);
        assertTrue(registry.hasVoted(id, BOB), "voted");
        assertEq(registry.getEntry(id).quality, 900, "median so far");
    }

    function test_refusesStakeOfTheSubmissionsOwnBlockAndLater() public {
        stakeAs(ERIN, 100 ether);
        skip(1);
        vm.prank(ERIN);
        vm.expectRevert(Registry.NoWeight.selector);
        registry.voteQuality(id, 0);
    }

    function test_stakeThatLeavesAfterTheSubmissionStillCounts() public {
        skip(1);
        vm.prank(BOB);
        registry.requestUnstake(100 ether);
        assertEq(registry.weightOf(id, BOB), 100 ether, "weight");
        voteAs(BOB, id, 900);
    }

    function test_refusesTheSubmitter() public {
        stakeAs(ALICE, 100 ether);
        skip(1);
        uint256 second = submitAs(ALICE, "second");
        vm.prank(ALICE);
        vm.expectRevert(Registry.OwnEntry.selector);
        registry.voteQuality(second, 1000);
    }

    function test_refusesASecondVote() public {
        voteAs(BOB, id, 900);
        vm.prank(BOB);
        vm.expectRevert(Registry.AlreadyVoted.selector);
        registry.voteQuality(id, 100);
    }

    function test_refusesAScoreAbove1000() public {
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(Registry.ScoreOutOfRange.selector, 1001));
        registry.voteQuality(id, 1001);
    }

    function test_takesVotesUntilTheLastSecondOnly() public {
        skip(WINDOW - 1);
        voteAs(BOB, id, 900);
        skip(1);
        vm.prank(CAROL);
        vm.expectRevert(Registry.VotingClosed.selector);
        registry.voteQuality(id, 900);
    }

    function test_refusesVotesOnSettledAndUnknownEntries() public {
        settle(id);
        vm.prank(BOB);
        vm.expectRevert(Registry.VotingClosed.selector);
        registry.voteQuality(id, 900);
        vm.prank(BOB);
        vm.expectRevert(Registry.EntryUnknown.selector);
        registry.voteQuality(99, 900);
    }
}

contract ChallengeTest is RegistryFixture {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = submitAs(ALICE, "root");
    }

    function test_locksHalfABondForTheFirst() public {
        vm.expectEmit();
        emit Registry.Challenged(id, ERIN);
        challengeAs(ERIN, id);
        assertEq(token.balanceOf(ERIN), FUND - BOND / 2, "balance");
        assertEq(registry.getEntry(id).challenger, ERIN, "challenger");

        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(Registry.AlreadyChallenged.selector, ERIN));
        registry.challenge(id);
    }

    function test_refusesTheSubmitter() public {
        vm.prank(ALICE);
        vm.expectRevert(Registry.OwnEntry.selector);
        registry.challenge(id);
    }

    function test_refusesALateOne() public {
        skip(WINDOW);
        vm.prank(ERIN);
        vm.expectRevert(Registry.VotingClosed.selector);
        registry.challenge(id);
    }

    function test_refusesAnUnknownEntry() public {
        vm.prank(ERIN);
        vm.expectRevert(Registry.EntryUnknown.selector);
        registry.challenge(2);
    }
}

contract FinaliseTest is RegistryFixture {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = submitAs(ALICE, "root");
    }

    function test_refusesWhileTheWindowIsOpen() public {
        skip(WINDOW - 1);
        vm.expectRevert(abi.encodeWithSelector(Registry.VotingOpen.selector, block.timestamp + 1));
        registry.finalise(id);
    }

    function test_refusesASecondTimeAndUnknownEntries() public {
        settle(id);
        vm.expectRevert(Registry.EntrySettled.selector);
        registry.finalise(id);
        vm.expectRevert(Registry.EntryUnknown.selector);
        registry.finalise(2);
    }

    function test_withoutVotesBothBondsComeBack() public {
        challengeAs(ERIN, id);
        skip(WINDOW);
        vm.expectEmit();
        emit Registry.Finalised(id, 0, false);
        registry.finalise(id);
        claimAs(ALICE);
        claimAs(ERIN);
        assertEq(token.balanceOf(ALICE), FUND, "submitter");
        assertEq(token.balanceOf(ERIN), FUND, "challenger");
        assertEq(statusOf(id), uint256(Registry.Status.Final), "status");
        assertTrue(!registry.getEntry(id).scored, "unscored");
    }

    function test_atTheFloorTheBondComesBack() public {
        voteAs(BOB, id, uint64(Q_MIN));
        skip(WINDOW);
        vm.expectEmit();
        emit Registry.Finalised(id, uint64(Q_MIN), true);
        registry.finalise(id);
        assertEq(registry.credits(ALICE), BOND, "credit");
        claimAs(ALICE);
        assertEq(token.balanceOf(ALICE), FUND, "balance");
        vm.prank(ALICE);
        vm.expectRevert(Registry.NothingDue.selector);
        registry.claim();
    }

    function test_aLosingChallengePaysTheSubmitterAndBurns() public {
        challengeAs(ERIN, id);
        voteAs(BOB, id, 900);
        uint256 supply = token.totalSupply();
        settle(id);
        assertEq(registry.credits(ALICE), BOND + BOND / 4, "submitter");
        assertEq(registry.credits(ERIN), 0, "challenger");
        assertEq(supply - token.totalSupply(), BOND / 4, "burned");
    }

    function test_belowTheFloorTheChallengerEarnsTheRest() public {
        challengeAs(ERIN, id);
        voteAs(BOB, id, uint64(Q_MIN - 1));
        uint256 supply = token.totalSupply();
        skip(WINDOW);
        vm.expectEmit();
        emit Registry.Slashed(id, uint64(Q_MIN - 1), ERIN, BOND / 2, BOND / 2);
        registry.finalise(id);
        assertEq(statusOf(id), uint256(Registry.Status.Slashed), "status");
        assertEq(registry.credits(ALICE), 0, "submitter");
        assertEq(registry.credits(ERIN), BOND / 2 + BOND / 2, "bounty and bond of the challenge");
        assertEq(supply - token.totalSupply(), BOND / 2, "burned");
    }

    function test_belowTheFloorWithoutAChallengerAllIsBurned() public {
        voteAs(BOB, id, 0);
        uint256 supply = token.totalSupply();
        skip(WINDOW);
        vm.expectEmit();
        emit Registry.Slashed(id, 0, address(0), BOND, 0);
        registry.finalise(id);
        assertEq(supply - token.totalSupply(), BOND, "burned");
    }

    function test_slashingOneselfThroughASecondAccountLosesTheBurnedHalf() public {
        challengeAs(ERIN, id);
        voteAs(BOB, id, 0);
        settle(id);
        claimAs(ERIN);
        assertEq(2 * FUND - token.balanceOf(ALICE) - token.balanceOf(ERIN), BOND * SIGMA / 1000, "loss");
    }

    function test_halfTheWeightOnEachSideTakesTheLowerScore() public {
        voteAs(BOB, id, 900);
        voteAs(CAROL, id, 100);
        settle(id);
        assertEq(registry.getEntry(id).quality, 100, "median");
    }
}

contract StakeTest is RegistryFixture {
    function test_leavesAfterTwoWindowsOnly() public {
        vm.prank(BOB);
        registry.requestUnstake(40 ether);
        assertEq(registry.stakeOf(BOB), 60 ether, "rest");
        skip(2 * WINDOW - 1);
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(Registry.StillBonded.selector, block.timestamp + 1));
        registry.withdraw();
        skip(1);
        vm.prank(BOB);
        registry.withdraw();
        assertEq(token.balanceOf(BOB), FUND - 60 ether, "paid");
        vm.prank(BOB);
        vm.expectRevert(Registry.NothingDue.selector);
        registry.withdraw();
    }

    function test_aSecondRequestRestartsThePeriod() public {
        vm.startPrank(BOB);
        registry.requestUnstake(1 ether);
        skip(WINDOW);
        registry.requestUnstake(2 ether);
        skip(WINDOW);
        vm.expectRevert(abi.encodeWithSelector(Registry.StillBonded.selector, block.timestamp + WINDOW));
        registry.withdraw();
        skip(WINDOW);
        registry.withdraw();
        vm.stopPrank();
        assertEq(token.balanceOf(BOB), FUND - 97 ether, "both sums");
    }

    function test_refusesZeroAndMoreThanThereIs() public {
        vm.startPrank(BOB);
        vm.expectRevert(Registry.AmountZero.selector);
        registry.stake(0);
        vm.expectRevert(Registry.AmountZero.selector);
        registry.requestUnstake(0);
        vm.expectRevert(abi.encodeWithSelector(Registry.StakeTooSmall.selector, 100 ether));
        registry.requestUnstake(100 ether + 1);
        vm.stopPrank();
    }

    function test_theSameTokensCannotVoteTwiceThroughAnotherAccount() public {
        uint256 id = submitAs(ALICE, "root");
        voteAs(BOB, id, 900);
        vm.startPrank(BOB);
        registry.requestUnstake(100 ether);
        token.transfer(ERIN, 100 ether);
        vm.stopPrank();
        stakeAs(ERIN, 100 ether);
        vm.prank(ERIN);
        vm.expectRevert(Registry.NoWeight.selector);
        registry.voteQuality(id, 900);
    }
}

contract ParameterTest is RegistryFixture {
    function test_refusesParametersOutOfBounds() public {
        refuse(ERC20Burnable(address(1)), BOND, WINDOW, Q_MIN, SIGMA, "token");
        refuse(token, 1, WINDOW, Q_MIN, SIGMA, "bond");
        refuse(token, 2 ** 96, WINDOW, Q_MIN, SIGMA, "bond");
        refuse(token, BOND, 0, Q_MIN, SIGMA, "votingWindow");
        refuse(token, BOND, 30 days + 1, Q_MIN, SIGMA, "votingWindow");
        refuse(token, BOND, WINDOW, 0, SIGMA, "qMin");
        refuse(token, BOND, WINDOW, 1001, SIGMA, "qMin");
        refuse(token, BOND, WINDOW, Q_MIN, 499, "sigma");
        refuse(token, BOND, WINDOW, Q_MIN, 1001, "sigma");
    }

    function test_acceptsTheBounds() public {
        new Registry(token, 2, 1, 1, 500);
        new Registry(token, 2 ** 96 - 1, 30 days, 1000, 1000);
    }

    function testFuzz_aSlashNeverExceedsTheBond(uint256 bond, uint256 sigma) public {
        bond = bound(bond, 2, 900 ether);
        sigma = bound(sigma, 500, 1000);
        registry = new Registry(token, bond, WINDOW, Q_MIN, sigma);
        vm.startPrank(ERIN);
        token.approve(address(registry), type(uint256).max);
        token.transfer(ALICE, FUND / 2);
        vm.stopPrank();
        vm.prank(ALICE);
        token.approve(address(registry), type(uint256).max);
        vm.prank(BOB);
        token.approve(address(registry), type(uint256).max);
        stakeAs(BOB, 1);
        skip(1);
        uint256 id = submitAs(ALICE, "root");
        challengeAs(ERIN, id);
        voteAs(BOB, id, 0);
        uint256 supply = token.totalSupply();
        settle(id);
        uint256 burned = supply - token.totalSupply();
        assertEq(burned + registry.credits(ERIN), bond + registry.challengeBond(), "all of it accounted for");
        assertTrue(burned * 1000 >= bond * sigma && burned <= bond, "rounded against the slashed");
    }

    function refuse(ERC20Burnable t, uint256 b, uint256 w, uint256 q, uint256 s, string memory name) private {
        vm.expectRevert(abi.encodeWithSelector(Registry.ParameterOutOfRange.selector, name));
        new Registry(t, b, w, q, s);
    }
}
