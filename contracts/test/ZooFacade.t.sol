// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IExperienceRegistry} from "../src/interfaces/IExperienceRegistry.sol";
import {ILockVault} from "../src/interfaces/ILockVault.sol";
import {ZooFacade} from "../src/ZooFacade.sol";
import {MockLocks, MockRegistry} from "./support/CourtMocks.sol";
import {TestBase} from "./support/TestBase.sol";

/// @notice Seed B's contract as its callers know it.
interface ISeedZoo {
    event ExperienceSubmitted(bytes32 indexed hash, address indexed contributor, bytes32 merkleRoot);

    function experiences(bytes32 hash)
        external
        view
        returns (bytes32 merkleRoot, address contributor, uint256 timestamp, uint256 votes, bool approved);
    function experienceHashes(uint256 index) external view returns (bytes32);
    function submitExperience(bytes32 hash, bytes32 merkleRoot) external;
    function voteExperience(bytes32 hash, uint256 weight) external;
}

contract ZooFacadeTest is TestBase {
    address internal constant ALICE = address(0xA11CE);
    address internal constant BOB = address(0xB0B);
    address internal constant CAROL = address(0xCA201);
    address internal constant DAVE = address(0xDA5E);
    uint256 internal constant PERIOD = 7 days;
    uint256 internal constant EXTENSION = 1 days;

    MockRegistry internal registry;
    MockLocks internal locks;
    ZooFacade internal facade;
    bytes32 internal hash;

    function setUp() public {
        vm.warp(1_700_000_000);
        registry = new MockRegistry();
        locks = new MockLocks();
        locks.set(BOB, 660);
        locks.set(CAROL, 340);
        locks.set(DAVE, 9_000);
        facade = build(PERIOD, EXTENSION, 1_000);
        registry.setEntry(1, "root", 1, ALICE, 25 ether);
        registry.setEntry(2, "newer", 1, ALICE, 25 ether);
        registry.setEntry(3, "bobs", 1, BOB, 25 ether);
        hash = submitAs(ALICE, "root");
    }

    function test_answersToEverySignatureOfSeedB() public {
        ISeedZoo seed = ISeedZoo(address(facade));
        bytes32 second = facade.hashOf(ALICE, "newer");
        vm.prank(ALICE);
        vm.expectEmit();
        emit ISeedZoo.ExperienceSubmitted(second, ALICE, "newer");
        seed.submitExperience(second, "newer");
        vm.prank(BOB);
        seed.voteExperience(second, 660);
        (bytes32 root, address contributor, uint256 timestamp, uint256 votes, bool approved) = seed.experiences(second);
        assertEq(root, "newer", "root");
        assertEq(contributor, ALICE, "contributor");
        assertEq(timestamp, block.timestamp, "time");
        assertEq(votes, 660, "votes");
        assertTrue(!approved, "not before the deadline");
        assertEq(seed.experienceHashes(1), second, "list");
        assertEq(facade.experienceCount(), 2, "count");
    }

    function test_anUnknownHashReadsAsNothingLikeInTheSeed() public view {
        (bytes32 root, address contributor, uint256 timestamp, uint256 votes, bool approved) =
            facade.experiences("unknown");
        assertTrue(root == 0 && contributor == address(0) && timestamp == 0 && votes == 0 && !approved, "nothing");
    }

    function test_sixtySixPercentAndAQuorumApproveAfterTheDeadline() public {
        voteAs(BOB, ZooFacade.Support.For);
        voteAs(CAROL, ZooFacade.Support.Against);
        assertTrue(!facade.isApproved(hash), "not yet");
        vm.warp(block.timestamp + PERIOD);
        assertTrue(facade.isApproved(hash), "approved");
        (,,,, bool approved) = facade.experiences(hash);
        assertTrue(approved, "seed B's getter");
    }

    function test_lessThanSixtySixPercentDoNot() public {
        locks.set(BOB, 659);
        locks.set(CAROL, 341);
        voteAs(BOB, ZooFacade.Support.For);
        voteAs(CAROL, ZooFacade.Support.Against);
        vm.warp(block.timestamp + PERIOD);
        assertTrue(!facade.isApproved(hash), "not approved");
    }

    function test_withoutAQuorumNothingIsApproved() public {
        voteAs(BOB, ZooFacade.Support.For);
        vm.warp(block.timestamp + PERIOD);
        assertTrue(!facade.isApproved(hash), "not approved");
    }

    function test_abstentionsCountForTheQuorumOnly() public {
        voteAs(BOB, ZooFacade.Support.For);
        voteAs(DAVE, ZooFacade.Support.Abstain);
        vm.warp(block.timestamp + PERIOD);
        assertTrue(facade.isApproved(hash), "approved");
    }

    function test_abstentionsAloneApproveNothing() public {
        voteAs(DAVE, ZooFacade.Support.Abstain);
        vm.warp(block.timestamp + PERIOD);
        assertTrue(!facade.isApproved(hash), "not approved");
    }

    function test_aQuorumThatIsReachedLateExtendsTheVoteOnce() public {
        vm.warp(block.timestamp + PERIOD - 1);
        vm.prank(DAVE);
        vm.expectEmit();
        emit ZooFacade.VotingExtended(hash, block.timestamp + EXTENSION);
        facade.castVote(hash, ZooFacade.Support.For);
        uint256 deadline = facade.getExperience(hash).deadline;
        assertEq(deadline, block.timestamp + EXTENSION, "extended");
        vm.warp(deadline - 1);
        voteAs(BOB, ZooFacade.Support.Against);
        assertEq(facade.getExperience(hash).deadline, deadline, "once");
    }

    function test_anEarlyQuorumExtendsNothing() public {
        uint256 deadline = facade.getExperience(hash).deadline;
        voteAs(DAVE, ZooFacade.Support.For);
        assertEq(facade.getExperience(hash).deadline, deadline, "as it was");
    }

    function test_theNamedWeightMustBeTheOwnOne() public {
        vm.startPrank(BOB);
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.WeightNotSnapshot.selector, type(uint256).max, 660));
        facade.voteExperience(hash, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.WeightNotSnapshot.selector, 659, 660));
        facade.voteExperience(hash, 659);
        vm.expectEmit();
        emit ZooFacade.ExperienceVoted(hash, BOB, ZooFacade.Support.For, 660);
        facade.voteExperience(hash, 0);
        vm.stopPrank();
    }

    function test_refusesASecondVote() public {
        voteAs(BOB, ZooFacade.Support.For);
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.AlreadyVoted.selector, hash, BOB));
        facade.castVote(hash, ZooFacade.Support.Against);
        assertTrue(facade.hasVoted(hash, BOB), "voted");
    }

    function test_refusesTheContributorStrangersAndLateVotes() public {
        locks.set(ALICE, 5);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.OwnExperience.selector, hash));
        facade.castVote(hash, ZooFacade.Support.For);
        vm.prank(address(9));
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.NoWeight.selector, hash, address(9)));
        facade.voteExperience(hash, 0);
        vm.warp(block.timestamp + PERIOD);
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.VotingClosed.selector, hash, block.timestamp));
        facade.castVote(hash, ZooFacade.Support.For);
    }

    function test_refusesUnknownHashes() public {
        bytes memory reason = abi.encodeWithSelector(ZooFacade.ExperienceUnknown.selector, bytes32("unknown"));
        vm.expectRevert(reason);
        facade.voteExperience("unknown", 0);
        vm.expectRevert(reason);
        facade.isApproved("unknown");
        vm.expectRevert(reason);
        facade.getExperience("unknown");
        vm.expectRevert(reason);
        facade.approve("unknown");
    }

    function test_aHashIsBoundToItsContributorAndRoot() public {
        bytes32 required = facade.hashOf(BOB, "bobs");
        vm.startPrank(BOB);
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.HashNotBound.selector, hash, required));
        facade.submitExperience(hash, "bobs");
        // Alice's root, copied out of the mempool.
        bytes32 copied = facade.hashOf(BOB, "root");
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.RootNotOwned.selector, bytes32("root"), BOB));
        facade.submitExperience(copied, "root");
        bytes32 free = facade.hashOf(BOB, "unregistered");
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.RootNotOwned.selector, bytes32("unregistered"), BOB));
        facade.submitExperience(free, "unregistered");
        vm.stopPrank();
    }

    function test_refusesAnExperienceTwice() public {
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.ExperienceExists.selector, hash));
        facade.submitExperience(hash, "root");
    }

    function test_governanceApprovesRejectsAndArchives() public {
        vm.expectEmit();
        emit ZooFacade.ExperienceCurated(hash, ZooFacade.Curation.Approved, 0);
        facade.approve(hash);
        assertTrue(facade.isApproved(hash), "approved");
        facade.reject(hash);
        assertTrue(!facade.isApproved(hash), "rejected");
        facade.approve(hash);
        facade.archive(hash);
        assertTrue(!facade.isApproved(hash), "archived");
        assertEq(uint256(facade.getExperience(hash).curation), uint256(ZooFacade.Curation.Archived), "curation");
    }

    function test_anEditIsANewerExperienceOfTheSameContributor() public {
        bytes32 newer = submitAs(ALICE, "newer");
        bytes32 bobs = submitAs(BOB, "bobs");
        refuseSuccessor(hash);
        refuseSuccessor(bobs);
        refuseSuccessor("unknown");
        facade.approve(hash);
        vm.expectEmit();
        emit ZooFacade.ExperienceCurated(hash, ZooFacade.Curation.Superseded, newer);
        facade.modify(hash, newer);
        assertEq(facade.supersededBy(hash), newer, "newer");
        assertTrue(!facade.isApproved(hash), "replaced");
        refuseSuccessor(newer);
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.SuccessorInvalid.selector, newer, hash));
        facade.modify(newer, hash);
    }

    function test_aSlashedEntryIsNeverApproved() public {
        facade.approve(hash);
        registry.setStatus(1, IExperienceRegistry.Status.Slashed);
        assertTrue(!facade.isApproved(hash), "slashed");
    }

    function test_onlyGovernanceCurates() public {
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, BOB);
        vm.startPrank(BOB);
        vm.expectRevert(reason);
        facade.approve(hash);
        vm.expectRevert(reason);
        facade.reject(hash);
        vm.expectRevert(reason);
        facade.archive(hash);
        vm.expectRevert(reason);
        facade.modify(hash, hash);
        vm.stopPrank();
    }

    function test_refusesParametersOutOfBounds() public {
        refuseBuild(1 hours - 1, 0, 1_000, "votingPeriod", 1 hours - 1);
        refuseBuild(30 days + 1, 0, 1_000, "votingPeriod", 30 days + 1);
        refuseBuild(PERIOD, PERIOD + 1, 1_000, "lateExtension", PERIOD + 1);
        refuseBuild(PERIOD, EXTENSION, 99, "quorumBps", 99);
        refuseBuild(PERIOD, EXTENSION, 5_001, "quorumBps", 5_001);
        address authority = facade.authority();
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.ParameterOutOfRange.selector, "registry", 1));
        new ZooFacade(authority, IExperienceRegistry(address(1)), ILockVault(address(locks)), PERIOD, EXTENSION, 1_000);
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.ParameterOutOfRange.selector, "locks", 1));
        new ZooFacade(
            authority, IExperienceRegistry(address(registry)), ILockVault(address(1)), PERIOD, EXTENSION, 1_000
        );
    }

    /// @dev Approved is exactly what has 66 % of for and against and a tenth of all weight.
    function testFuzz_approvesExactlyByRatioAndQuorum(uint32[3] memory weights, uint8[3] memory choices) public {
        address[3] memory voters = [BOB, CAROL, DAVE];
        uint256[3] memory sums;
        for (uint256 i = 0; i < 3; i++) {
            locks.set(voters[i], weights[i]);
        }
        locks.set(address(7), 10_000);
        uint256 total = locks.total();
        hash = submitAs(ALICE, "newer");
        for (uint256 i = 0; i < 3; i++) {
            if (weights[i] == 0) continue;
            voteAs(voters[i], ZooFacade.Support(choices[i] % 3));
            sums[choices[i] % 3] += weights[i];
        }
        vm.warp(block.timestamp + PERIOD);
        bool ratio = sums[1] != 0 && sums[1] * 100 >= 66 * (sums[0] + sums[1]);
        bool quorum = (sums[0] + sums[1] + sums[2]) * 10 >= total;
        assertTrue(facade.isApproved(hash) == (ratio && quorum), "approved");
    }

    function build(uint256 period, uint256 extension, uint256 quorum) private returns (ZooFacade) {
        return new ZooFacade(
            address(new AccessManager(address(this))),
            IExperienceRegistry(address(registry)),
            ILockVault(address(locks)),
            period,
            extension,
            quorum
        );
    }

    function refuseBuild(uint256 period, uint256 extension, uint256 quorum, string memory name, uint256 value) private {
        address authority = facade.authority();
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.ParameterOutOfRange.selector, name, value));
        new ZooFacade(
            authority, IExperienceRegistry(address(registry)), ILockVault(address(locks)), period, extension, quorum
        );
    }

    function refuseSuccessor(bytes32 newer) private {
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.SuccessorInvalid.selector, hash, newer));
        facade.modify(hash, newer);
    }

    function submitAs(address who, bytes32 root) private returns (bytes32 id) {
        id = facade.hashOf(who, root);
        vm.prank(who);
        facade.submitExperience(id, root);
    }

    function voteAs(address who, ZooFacade.Support support) private {
        vm.prank(who);
        facade.castVote(hash, support);
    }
}
