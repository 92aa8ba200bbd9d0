// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ZooFacade} from "../../src/ZooFacade.sol";
import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {ZooRegistry} from "../victims/ZooRegistry.sol";
import {OursBase} from "./support/OursBase.sol";

/// @notice Seed B, E-20: one vote of the largest number makes every later vote overflow.
contract OverflowBrickTest is OursBase {
    bytes32 internal constant HASH = keccak256("experience");
    /// @dev What the compiler's checked arithmetic reverts with.
    bytes internal constant OVERFLOW = abi.encodeWithSignature("Panic(uint256)", 0x11);

    function test_onTheVictim_oneVoteStopsAllLaterOnes() public {
        ZooRegistry victim = new ZooRegistry(660_000 ether);
        vm.prank(AUTHOR);
        victim.submitExperience(HASH, "root");

        vm.prank(MALLORY);
        victim.voteExperience(HASH, type(uint256).max);

        vm.prank(ROBIN);
        vm.expectRevert(OVERFLOW);
        victim.voteExperience(HASH, 1);
        (,,, uint256 votes,) = victim.experiences(HASH);
        assertEq(votes, type(uint256).max, "only the attacker's vote stands, for ever");
    }

    function test_onOurs_aScoreBeyondTheRangeIsRefusedAndLaterVotesCount() public {
        uint256 id = submitAs(AUTHOR, "root");

        vm.prank(MALLORY);
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.ScoreOutOfRange.selector, type(uint64).max));
        registry.voteQuality(id, type(uint64).max);

        voteAs(ROBIN, id, 700);
        skip(VOTING);
        registry.tally(id);
        assertEq(registry.getEntry(id).quality, 700, "the honest vote stands");
    }

    function test_onOurs_aVoteOfTheLargestNumberIsRefusedAndLaterVotesCount() public {
        bytes32 hash = experienceOf(AUTHOR, "root");

        vm.prank(MALLORY);
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.WeightNotSnapshot.selector, type(uint256).max, 100 * VOTE));
        facade.voteExperience(hash, type(uint256).max);

        vm.prank(ROBIN);
        facade.voteExperience(hash, 0);
        (,,, uint256 votes,) = facade.experiences(hash);
        assertEq(votes, 100 * VOTE, "the honest vote stands");
    }
}
