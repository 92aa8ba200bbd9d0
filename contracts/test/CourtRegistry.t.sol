// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDisputeCourt} from "../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "../src/interfaces/IExperienceRegistry.sol";
import {OracleBooks} from "../src/OracleBooks.sol";
import {SlashingProfiles} from "../src/SlashingProfiles.sol";
import {CourtSystem} from "./support/CourtSystem.sol";
import {Trees} from "./support/Trees.sol";

/// @notice Registry, court and oracle together.
contract CourtRegistryTest is CourtSystem {
    function test_theRegistryKnowsCourtAndOracle() public view {
        assertEq(address(registry.court()), address(court), "court");
        assertEq(address(registry.oracle()), address(oracle), "oracle");
        assertEq(address(court.registry()), address(registry), "registry");
        assertTrue(registry.parametersAt(1).disputeTime >= court.maxDuration(), "time enough");
    }

    function test_aProvenFaultSlashesTheWholeBond() public {
        (uint256 id, uint256 caseId) = convict(BOB);
        assertEq(uint256(registry.status(id)), uint256(IExperienceRegistry.Status.Challenged), "held up");
        bytes memory proof = abi.encode(IDisputeCourt.Fault.Schema, faultProof());
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.NotDecided.selector, id));
        registry.slash(id, BOB, proof);
        skip(7 days);
        registry.slash(id, BOB, proof);
        court.payBack(caseId);
        assertEq(uint256(registry.status(id)), uint256(IExperienceRegistry.Status.Slashed), "slashed");
        assertEq(bonds.credits(BOB), BOND / 2, "half to the challenger");
        assertEq(bonds.unburned(), BOND / 2, "half burned");
        assertEq(bonds.freeOf(BOB), DEPOSIT, "challenge bond back");
        assertEq(bonds.freeOf(ALICE), DEPOSIT - BOND, "all of the accused's");
        assertNothingLocked();
    }

    function test_refusesAForgedChallengerAndAnotherProof() public {
        (uint256 id,) = convict(BOB);
        skip(7 days);
        bytes memory proof = abi.encode(IDisputeCourt.Fault.Schema, faultProof());
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.WrongChallenger.selector, CAROL, BOB));
        registry.slash(id, CAROL, proof);
        bytes memory other = abi.encode(IDisputeCourt.Fault.Schema, "other");
        vm.expectRevert(
            abi.encodeWithSelector(IExperienceRegistry.WrongProof.selector, keccak256(other), keccak256(proof))
        );
        registry.slash(id, BOB, other);
    }

    function test_aVetoedEntryGoesOn() public {
        (uint256 id, uint256 caseId) = convict(BOB);
        voteAll(id, 800);
        court.veto(caseId);
        settle(id);
        assertEq(uint256(registry.status(id)), uint256(IExperienceRegistry.Status.Final), "final");
        assertNothingLocked();
    }

    function test_anEntryWaitsForItsCases() public {
        uint256 id = submitAs(ALICE, faulty());
        uint256 caseId = commitAs(BOB, id, IDisputeCourt.Fault.Schema, faultProof());
        voteAll(id, 800);
        vm.warp(registry.getEntry(id).challengeEndsAt);
        uint256 deadline = registry.getEntry(id).disputeDeadline;
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.DisputeOpen.selector, id, deadline));
        registry.finalise(id);
        skip(1 days);
        court.advance(caseId);
        registry.finalise(id);
        assertEq(bonds.credits(ALICE), 3.125 ether * 2, "half of the lost bond");
        assertNothingLocked();
    }

    function test_anEntryCannotBeChallengedAfterItsWindow() public {
        uint256 id = submitAs(ALICE, faulty());
        voteAll(id, 800);
        vm.warp(registry.getEntry(id).challengeEndsAt);
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.ChallengeClosed.selector, id, block.timestamp));
        court.commit(id, "c");
    }

    function test_aCaseThatOutlivesItsEntryStillGivesTheBondsBack() public {
        uint256 id = submitAs(ALICE, faulty());
        bytes memory proof = faultProof();
        uint256 first = commitAs(BOB, id, IDisputeCourt.Fault.Schema, proof);
        uint256 second = commitAs(CAROL, id, IDisputeCourt.Fault.Quality, "evidence");
        skip(12);
        openAs(BOB, first, IDisputeCourt.Fault.Schema, proof);
        openAs(CAROL, second, IDisputeCourt.Fault.Quality, "evidence");
        skip(7 days);
        registry.slash(id, BOB, abi.encode(IDisputeCourt.Fault.Schema, proof));
        court.payBack(second);
        court.payBack(first);
        assertEq(bonds.freeOf(CAROL), DEPOSIT, "whole");
        assertNothingLocked();
    }

    function test_aFinalAggregateIsWhatTheRegistryReturns() public {
        uint256[] memory ids = new uint256[](3);
        for (uint256 i = 0; i < 3; i++) {
            ids[i] = submitAs(ALICE, Trees.rawRoot(scores(100 * (i + 1))));
            voteAll(ids[i], 800);
        }
        vm.warp(registry.getEntry(ids[2]).challengeEndsAt);
        for (uint256 i = 0; i < 3; i++) {
            registry.finalise(ids[i]);
        }
        uint256 epoch = registry.epochAt(block.timestamp);
        vm.warp(registry.epochStart(epoch + 1));
        (bytes32 setHash,,) = registry.finalSet(1, epoch, 0);
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.AggregateNotFinal.selector, setHash));
        registry.aggregate(ids);
        IExperienceRegistry.Member[] memory members = new IExperienceRegistry.Member[](3);
        for (uint256 i = 0; i < 3; i++) {
            members[i] = registry.memberOf(ids[i]);
        }
        bytes32 root = Trees.rawRoot(scores(200));
        vm.prank(DAVE);
        uint256 aggregate = oracle.propose(OracleBooks.Proposal(1, epoch, 0, root, "cid"), members);
        assertEq(oracle.getAggregate(aggregate).total, 3 * 20 * 10 ** 9, "25 AI at a quality of 800 each");
        skip(48 hours);
        oracle.finalise(aggregate);
        assertEq(registry.aggregate(ids), root, "root");
        assertNothingLocked();
    }

    /// @dev Whoever convicts itself through a friend loses at least the burned share under either profile.
    function testFuzz_slashingOneselfLosesAtLeastTheBurnedShare(bool hardened, uint96 fixedBounty) public {
        SlashingProfiles.Profile memory profile =
            hardened ? SlashingProfiles.hardened(fixedBounty) : SlashingProfiles.seed();
        manager.execute(address(registry), abi.encodeCall(registry.setParameters, (parameters(profile))));
        // Bob is Alice's second account.
        (uint256 id, uint256 caseId) = convict(BOB);
        skip(7 days);
        registry.slash(id, BOB, abi.encode(IDisputeCourt.Fault.Schema, faultProof()));
        court.payBack(caseId);
        uint256 left = bonds.freeOf(ALICE) + bonds.freeOf(BOB) + bonds.credits(ALICE) + bonds.credits(BOB);
        uint256 loss = 2 * DEPOSIT - left;
        assertTrue(loss * 1000 >= BOND * profile.burnShare, "loss");
        if (hardened) assertTrue(loss * 100 >= BOND * 85, "hardened");
        assertTrue(bonds.unburned() * 1000 >= BOND * profile.burnShare, "burned");
        assertNothingLocked();
    }
}
