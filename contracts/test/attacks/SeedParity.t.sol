// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDisputeCourt} from "../../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {IHanzoRegistry} from "../victims/HanzoRegistry.sol";
import {IZooRegistry} from "../victims/ZooRegistry.sol";
import {OursBase} from "./support/OursBase.sol";

/// @notice Callers that were written for the seeds' printed interfaces work on our contracts: every function of both is
/// called through the seed's own declaration.
contract SeedParityTest is OursBase {
    function test_everyFunctionOfSeedAHasTheSameSelectorHere() public pure {
        assertSame(IHanzoRegistry.submit.selector, IExperienceRegistry.submit.selector, "submit");
        assertSame(IHanzoRegistry.voteQuality.selector, IExperienceRegistry.voteQuality.selector, "voteQuality");
        assertSame(IHanzoRegistry.slash.selector, IExperienceRegistry.slash.selector, "slash");
        assertSame(IHanzoRegistry.aggregate.selector, IExperienceRegistry.aggregate.selector, "aggregate");
    }

    function test_seedASubmitsAndVotes() public {
        IHanzoRegistry seed = IHanzoRegistry(address(registry));

        vm.prank(AUTHOR);
        uint256 id = seed.submit(IHanzoRegistry.Entry("root", CID_TEXT, SCORES, 0, AUTHOR, BOND));
        vm.prank(ROBIN);
        seed.voteQuality(id, 640);

        IExperienceRegistry.EntryView memory entry = registry.getEntry(id);
        assertEq(entry.merkleRoot, "root", "root");
        assertEq(entry.schema, SCORES, "schema");
        assertEq(entry.quality, 640, "quality");
        assertEq(entry.submitter, AUTHOR, "submitter");
        assertEq(entry.bond, BOND, "bond");
    }

    function test_seedASlashesWhatTheCourtDecided() public {
        (bytes32 root, bytes memory payload) = brokenShard();
        uint256 id = submitOpaqueAs(MALLORY, root);
        uint256 caseId = commitAs(ROBIN, id, IDisputeCourt.Fault.Schema, payload);
        skip(1);
        vm.prank(ROBIN);
        court.open(caseId, IDisputeCourt.Fault.Schema, payload, "salt");
        skip(2 hours);

        IHanzoRegistry(address(registry)).slash(id, ROBIN, abi.encode(IDisputeCourt.Fault.Schema, payload));

        assertEq(uint256(registry.status(id)), uint256(IExperienceRegistry.Status.Slashed), "slashed");
        assertEq(bonds.credits(ROBIN), BOUNTY, "the challenger's bounty");
    }

    function test_seedAAggregates() public {
        uint256[] memory ids = new uint256[](2);
        (ids[0], ids[1]) = (finalEntry(AUTHOR, "one"), finalEntry(SHILL, "two"));
        bytes32 root = finalAggregate(ids);

        assertEq(IHanzoRegistry(address(registry)).aggregate(ids), root, "the root that nobody refuted");
    }

    function test_everyFunctionOfSeedBHasTheSameSelectorHere() public view {
        assertSame(IZooRegistry.experiences.selector, facade.experiences.selector, "experiences");
        assertSame(IZooRegistry.experienceHashes.selector, facade.experienceHashes.selector, "experienceHashes");
        assertSame(IZooRegistry.submitExperience.selector, facade.submitExperience.selector, "submitExperience");
        assertSame(IZooRegistry.voteExperience.selector, facade.voteExperience.selector, "voteExperience");
    }

    function test_seedBSubmitsVotesAndReads() public {
        IZooRegistry seed = IZooRegistry(address(facade));
        submitAs(AUTHOR, "root");
        bytes32 hash = facade.hashOf(AUTHOR, "root");
        uint256 submittedAt = block.timestamp;

        vm.expectEmit();
        emit IZooRegistry.ExperienceSubmitted(hash, AUTHOR, "root");
        vm.prank(AUTHOR);
        seed.submitExperience(hash, "root");
        vm.prank(ROBIN);
        seed.voteExperience(hash, 100 * VOTE);
        skip(facade.votingPeriod() + facade.lateExtension());

        (bytes32 root, address contributor, uint256 timestamp, uint256 votes, bool approved) = seed.experiences(hash);
        assertEq(root, "root", "root");
        assertEq(contributor, AUTHOR, "contributor");
        assertEq(timestamp, submittedAt, "timestamp");
        assertEq(votes, 100 * VOTE, "votes");
        assertTrue(approved, "approved after the deadline");
        assertEq(seed.experienceHashes(0), hash, "by the order of submission");
    }

    function assertSame(bytes4 seed, bytes4 ours, string memory what) private pure {
        assertEq(bytes32(seed), bytes32(ours), what);
    }
}
