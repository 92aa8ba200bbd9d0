// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ZooFacade} from "../../src/ZooFacade.sol";
import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {HanzoRegistry} from "../victims/HanzoRegistry.sol";
import {OursBase} from "./support/OursBase.sol";

/// @notice Seed A, E-21: nobody remembers who has voted.
contract DoubleVoteTest is OursBase {
    function test_onTheVictim_oneAccountOutvotesTwo() public {
        (, HanzoRegistry victim) = hanzo();
        uint256 id = submitToHanzo(victim, AUTHOR, "root");
        vm.prank(ROBIN);
        victim.voteQuality(id, 900);
        vm.prank(SASHA);
        victim.voteQuality(id, 800);
        assertEq(qualityIn(victim, id), 850, "what the two honest votes make");

        vm.startPrank(MALLORY);
        for (uint256 i = 0; i < 4; i++) {
            victim.voteQuality(id, 0);
        }
        vm.stopPrank();

        assertEq(qualityIn(victim, id), 283, "one account voted four times and the entry is below the floor");
    }

    function test_onOurs_theSecondVoteIsRefusedAndChangesNothing() public {
        uint256 id = submitAs(AUTHOR, "root");
        voteAs(ROBIN, id, 900);
        voteAs(SASHA, id, 800);
        voteAs(MALLORY, id, 0);

        vm.prank(MALLORY);
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.AlreadyVoted.selector, id));
        registry.voteQuality(id, 0);

        skip(VOTING);
        registry.tally(id);
        assertEq(registry.getEntry(id).quality, 800, "the median of three equal weights");
    }

    function test_onOurs_holdersOfZooVoteOnceAsWell() public {
        bytes32 hash = experienceOf(AUTHOR, "root");
        vm.startPrank(MALLORY);
        facade.castVote(hash, ZooFacade.Support.Against);

        vm.expectRevert(abi.encodeWithSelector(ZooFacade.AlreadyVoted.selector, hash, MALLORY));
        facade.castVote(hash, ZooFacade.Support.Against);
        vm.stopPrank();
    }
}
