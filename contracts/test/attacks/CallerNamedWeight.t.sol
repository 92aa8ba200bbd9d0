// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ZooFacade} from "../../src/ZooFacade.sol";
import {ZooRegistry} from "../victims/ZooRegistry.sol";
import {OursBase} from "./support/OursBase.sol";

/// @notice Seed B, E-20: `voteExperience(hash, weight)` believes the weight its caller names.
contract CallerNamedWeightTest is OursBase {
    bytes32 internal constant HASH = keccak256("poisoned experience");

    function test_onTheVictim_anAccountWithoutTokensApprovesAlone() public {
        ZooRegistry victim = new ZooRegistry(660_000 ether);

        vm.startPrank(MALLORY);
        victim.submitExperience(HASH, "root");
        victim.voteExperience(HASH, 660_000 ether);
        vm.stopPrank();

        (,,,, bool approved) = victim.experiences(HASH);
        assertTrue(approved, "the attacker's own experience is approved by nobody else");
    }

    function test_onOurs_anAccountWithoutTokensCanNameNoWeight() public {
        bytes32 hash = experienceOf(AUTHOR, "root");
        assertEq(facade.weightOf(hash, SHILL), 0, "nothing is locked");

        vm.startPrank(SHILL);
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.WeightNotSnapshot.selector, 660_000 ether, 0));
        facade.voteExperience(hash, 660_000 ether);
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.NoWeight.selector, hash, SHILL));
        facade.voteExperience(hash, 0);
        vm.stopPrank();

        (,,, uint256 votes, bool approved) = facade.experiences(hash);
        assertEq(votes, 0, "no vote was counted");
        assertTrue(!approved, "and nothing approved");
    }

    function testFuzz_onOurs_noWeightButTheOwnOneIsTaken(uint256 weight) public {
        bytes32 hash = experienceOf(AUTHOR, "root");
        uint256 own = 100 * VOTE;
        if (weight == own || weight == 0) weight = own + 1;

        vm.prank(MALLORY);
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.WeightNotSnapshot.selector, weight, own));
        facade.voteExperience(hash, weight);
    }

    function test_onOurs_nobodyApprovesTheOwnExperience() public {
        bytes32 hash = experienceOf(MALLORY, "root");

        vm.prank(MALLORY);
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.OwnExperience.selector, hash));
        facade.voteExperience(hash, 0);
    }
}
