// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {IERC5805} from "@openzeppelin/contracts/interfaces/IERC5805.sol";
import {DsoGovernor} from "../src/DsoGovernor.sol";
import {TestBase} from "./support/TestBase.sol";

/// @notice Weights that the tests set, by the clock of seconds.
contract FixedVotes {
    mapping(address account => uint256) public weights;
    uint256 public total;

    function set(address account, uint256 weight) external {
        total = total - weights[account] + weight;
        weights[account] = weight;
    }

    function clock() external view returns (uint48) {
        return uint48(block.timestamp);
    }

    function CLOCK_MODE() external pure returns (string memory) {
        return "mode=timestamp";
    }

    function getPastVotes(address account, uint256) external view returns (uint256) {
        return weights[account];
    }

    function getPastTotalSupply(uint256) external view returns (uint256) {
        return total;
    }
}

contract DsoGovernorTest is TestBase {
    /// @notice What a proposal does.
    struct Action {
        address[] targets;
        uint256[] values;
        bytes[] datas;
    }

    address internal constant ALICE = address(0xA11CE);
    address internal constant BOB = address(0xB0B);
    address internal constant CAROL = address(0xCA201);

    FixedVotes internal votes;
    TimelockController internal timelock;
    DsoGovernor internal governor;
    uint256 internal called;

    function setUp() public {
        vm.warp(1_700_000_000);
        votes = new FixedVotes();
        votes.set(ALICE, 660);
        votes.set(BOB, 340);
        votes.set(CAROL, 9_000);
        timelock = new TimelockController(2 days, new address[](0), new address[](1), address(this));
        governor = build(settings());
        timelock.grantRole(timelock.PROPOSER_ROLE(), address(governor));
    }

    function test_sixtySixPercentPass() public {
        uint256 id = propose(call());
        vote(id, ALICE, 1);
        vote(id, BOB, 0);
        assertState(id, IGovernor.ProposalState.Succeeded);
        run(call());
        assertEq(called, 7, "executed");
        assertState(id, IGovernor.ProposalState.Executed);
    }

    function test_lessThanSixtySixPercentFail() public {
        votes.set(ALICE, 659);
        votes.set(BOB, 341);
        uint256 id = propose(call());
        vote(id, ALICE, 1);
        vote(id, BOB, 0);
        assertState(id, IGovernor.ProposalState.Defeated);
    }

    function test_withoutAQuorumNothingPasses() public {
        votes.set(ALICE, 399);
        votes.set(CAROL, 9_261);
        uint256 id = propose(call());
        vote(id, ALICE, 1);
        assertState(id, IGovernor.ProposalState.Defeated);
    }

    function test_abstentionsCountForTheQuorumOnly() public {
        votes.set(ALICE, 100);
        uint256 id = propose(call());
        vote(id, ALICE, 1);
        vote(id, CAROL, 2);
        assertState(id, IGovernor.ProposalState.Succeeded);
    }

    function test_abstentionsAloneDecideNothing() public {
        uint256 id = propose(call());
        vote(id, CAROL, 2);
        assertState(id, IGovernor.ProposalState.Defeated);
    }

    function test_aQuorumThatIsReachedLateExtendsTheVote() public {
        uint256 id = propose(call());
        uint256 deadline = governor.proposalDeadline(id);
        vm.warp(deadline - 1);
        vm.prank(CAROL);
        governor.castVote(id, 1);
        assertEq(governor.proposalDeadline(id), deadline - 1 + 1 days, "extended");
    }

    function test_whatPassedWaitsInTheTimelock() public {
        uint256 id = propose(call());
        vote(id, CAROL, 1);
        vm.warp(governor.proposalDeadline(id) + 1);
        Action memory a = call();
        assertTrue(governor.proposalNeedsQueuing(id), "needs queuing");
        governor.queue(a.targets, a.values, a.datas, keccak256("why"));
        assertState(id, IGovernor.ProposalState.Queued);
        vm.expectRevert();
        governor.execute(a.targets, a.values, a.datas, keccak256("why"));
        vm.warp(block.timestamp + 2 days);
        governor.execute(a.targets, a.values, a.datas, keccak256("why"));
        assertEq(called, 7, "executed");
    }

    function test_aProposerCancelsBeforeTheVote() public {
        Action memory a = call();
        vm.startPrank(ALICE);
        uint256 id = governor.propose(a.targets, a.values, a.datas, "why");
        governor.cancel(a.targets, a.values, a.datas, keccak256("why"));
        vm.stopPrank();
        assertState(id, IGovernor.ProposalState.Canceled);
    }

    function test_aThresholdKeepsSmallProposersOut() public {
        DsoGovernor.Settings memory s = settings();
        s.proposalThreshold = 661;
        governor = build(s);
        Action memory a = call();
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInsufficientProposerVotes.selector, ALICE, 660, 661));
        governor.propose(a.targets, a.values, a.datas, "why");
        assertEq(governor.proposalThreshold(), 661, "threshold");
    }

    function test_settingsChangeByProposalsWithinTheirBounds() public {
        change(abi.encodeCall(governor.setVotingPeriod, (1 hours)));
        assertEq(governor.votingPeriod(), 1 hours, "period");
        change(abi.encodeCall(governor.setVotingDelay, (14 days)));
        assertEq(governor.votingDelay(), 14 days, "delay");
        change(abi.encodeCall(governor.updateQuorumNumerator, (40)));
        assertEq(governor.quorumNumerator(), 40, "quorum");
        change(abi.encodeCall(governor.setProposalThreshold, (1000)));
        assertEq(governor.proposalThreshold(), 1000, "threshold");
    }

    function test_noProposalLeavesTheBounds() public {
        refuseChange(
            abi.encodeCall(governor.setVotingPeriod, (1 hours - 1)), "votingPeriod", 1 hours - 1, 1 hours, 30 days
        );
        refuseChange(
            abi.encodeCall(governor.setVotingPeriod, (30 days + 1)), "votingPeriod", 30 days + 1, 1 hours, 30 days
        );
        refuseChange(abi.encodeCall(governor.setVotingDelay, (0)), "votingDelay", 0, 1, 14 days);
        refuseChange(abi.encodeCall(governor.setProposalThreshold, (1001)), "proposalThreshold", 1001, 0, 1000);
        refuseChange(abi.encodeCall(governor.updateQuorumNumerator, (3)), "quorum", 3, 4, 40);
        refuseChange(abi.encodeCall(governor.updateQuorumNumerator, (41)), "quorum", 41, 4, 40);
    }

    function test_constructionRefusesWhatAProposalCouldNotSet() public {
        DsoGovernor.Settings memory s = settings();
        s.votingPeriod = 1;
        refuseSettings(s, "votingPeriod", 1, 1 hours, 30 days);
        s = settings();
        s.votingDelay = 0;
        refuseSettings(s, "votingDelay", 0, 1, 14 days);
        s = settings();
        s.quorumPercent = 41;
        refuseSettings(s, "quorum", 41, 4, 40);
        s = settings();
        s.proposalThreshold = 1001;
        refuseSettings(s, "proposalThreshold", 1001, 0, 1000);
    }

    function test_onlyTheTimelockChangesSettings() public {
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, ALICE));
        governor.setVotingPeriod(1 days);
    }

    function testFuzz_passesExactlyWithSixtySixPercentAndAQuorum(uint64 inFavour, uint64 against, uint64 abstain)
        public
    {
        votes.set(ALICE, inFavour);
        votes.set(BOB, against);
        votes.set(CAROL, abstain);
        votes.set(address(7), 10_000);
        uint256 total = votes.total();
        uint256 id = propose(call());
        if (inFavour != 0) vote(id, ALICE, 1);
        if (against != 0) vote(id, BOB, 0);
        if (abstain != 0) vote(id, CAROL, 2);
        vm.warp(governor.proposalDeadline(id) + 1);
        bool majority = inFavour != 0 && uint256(inFavour) * 100 >= 66 * (uint256(inFavour) + against);
        bool quorum = uint256(inFavour) + abstain >= total * 4 / 100;
        bool passed = governor.state(id) == IGovernor.ProposalState.Succeeded;
        assertTrue(passed == (majority && quorum), "passes");
    }

    function testFuzz_isBuiltExactlyWithinTheBounds(
        uint32 delay,
        uint32 period,
        uint8 quorum,
        uint16 threshold,
        uint32 late
    ) public {
        DsoGovernor.Settings memory s = DsoGovernor.Settings({
            votingDelay: uint48(delay % 20 days),
            votingPeriod: uint32(period % 40 days),
            proposalThreshold: threshold % 1200,
            quorumPercent: quorum % 50,
            lateQuorumExtension: uint48(late % 40 days)
        });
        bool fits = s.votingDelay >= 1 && s.votingDelay <= 14 days && s.votingPeriod >= 1 hours
            && s.votingPeriod <= 30 days && s.proposalThreshold <= 1000 && s.quorumPercent >= 4 && s.quorumPercent <= 40
            && s.lateQuorumExtension <= s.votingPeriod;
        if (!fits) vm.expectRevert();
        build(s);
    }

    function touch(uint256 value) external {
        require(msg.sender == address(timelock), "timelock only");
        called = value;
    }

    function settings() private pure returns (DsoGovernor.Settings memory) {
        return DsoGovernor.Settings({
            votingDelay: 1 days,
            votingPeriod: 7 days,
            proposalThreshold: 0,
            quorumPercent: 4,
            lateQuorumExtension: 1 days
        });
    }

    function build(DsoGovernor.Settings memory s) private returns (DsoGovernor) {
        return new DsoGovernor(IERC5805(address(votes)), timelock, s, 1000);
    }

    function call() private view returns (Action memory) {
        return callTo(address(this), abi.encodeCall(this.touch, (7)));
    }

    function callTo(address target, bytes memory data) private pure returns (Action memory a) {
        a = Action(new address[](1), new uint256[](1), new bytes[](1));
        (a.targets[0], a.datas[0]) = (target, data);
    }

    function propose(Action memory a) private returns (uint256 id) {
        id = governor.propose(a.targets, a.values, a.datas, "why");
        vm.warp(block.timestamp + governor.votingDelay() + 1);
    }

    function vote(uint256 id, address who, uint8 support) private {
        vm.prank(who);
        governor.castVote(id, support);
    }

    function run(Action memory a) private {
        governor.queue(a.targets, a.values, a.datas, keccak256("why"));
        vm.warp(block.timestamp + 2 days);
        governor.execute(a.targets, a.values, a.datas, keccak256("why"));
    }

    function change(bytes memory data) private {
        Action memory a = callTo(address(governor), data);
        uint256 id = propose(a);
        vote(id, CAROL, 1);
        vm.warp(governor.proposalDeadline(id) + 1);
        run(a);
    }

    function refuseChange(bytes memory data, string memory name, uint256 value, uint256 low, uint256 high) private {
        Action memory a = callTo(address(governor), data);
        uint256 id = propose(a);
        vote(id, CAROL, 1);
        vm.warp(governor.proposalDeadline(id) + 1);
        governor.queue(a.targets, a.values, a.datas, keccak256("why"));
        vm.warp(block.timestamp + 2 days);
        vm.expectRevert(abi.encodeWithSelector(DsoGovernor.SettingOutOfRange.selector, name, value, low, high));
        governor.execute(a.targets, a.values, a.datas, keccak256("why"));
    }

    function refuseSettings(DsoGovernor.Settings memory s, string memory name, uint256 value, uint256 low, uint256 high)
        private
    {
        vm.expectRevert(abi.encodeWithSelector(DsoGovernor.SettingOutOfRange.selector, name, value, low, high));
        build(s);
    }

    /// @dev The state after the vote.
    function assertState(uint256 id, IGovernor.ProposalState expected) private {
        if (block.timestamp <= governor.proposalDeadline(id) && expected != IGovernor.ProposalState.Canceled) {
            vm.warp(governor.proposalDeadline(id) + 1);
        }
        assertEq(uint256(governor.state(id)), uint256(expected), "state");
    }
}
