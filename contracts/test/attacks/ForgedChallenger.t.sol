// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CourtCases} from "../../src/CourtCases.sol";
import {IDisputeCourt} from "../../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {HanzoRegistry} from "../victims/HanzoRegistry.sol";
import {PlainToken} from "../victims/PlainToken.sol";
import {OursBase} from "./support/OursBase.sol";

/// @notice Seed A, E-21: `slash(id, challenger, proof)` pays whom its caller names.
contract ForgedChallengerTest is OursBase {
    function test_onTheVictim_aCopyOfTheProofTakesTheReward() public {
        (PlainToken coin, HanzoRegistry victim) = hanzo();
        uint256 id = submitToHanzo(victim, AUTHOR, "root");
        vm.prank(SASHA);
        victim.voteQuality(id, 100);
        bytes memory proof = "counter-examples that took ROBIN a day";

        // ROBIN's transaction slash(id, ROBIN, proof) waits; MALLORY sends it with another name in it.
        vm.prank(MALLORY);
        victim.slash(id, MALLORY, proof);

        assertEq(coin.balanceOf(MALLORY), 112.5 ether, "the reward is the copier's");
        vm.prank(ROBIN);
        vm.expectRevert("nothing bonded");
        victim.slash(id, ROBIN, proof);
        assertEq(coin.balanceOf(ROBIN), 100 ether, "the one who found it gets nothing");
    }

    function test_onTheVictim_aNewEntryIsTakenBeforeAnybodyHasSeenIt() public {
        (PlainToken coin, HanzoRegistry victim) = hanzo();
        uint256 id = submitToHanzo(victim, AUTHOR, "root");

        // A new entry's quality is zero, which is below the floor.
        vm.prank(MALLORY);
        victim.slash(id, MALLORY, "anything");

        assertEq(coin.balanceOf(MALLORY), 112.5 ether, "half of an honest bond for one transaction");
    }

    function test_onOurs_nothingIsSlashedThatNoCourtHasDecided() public {
        uint256 id = submitAs(AUTHOR, "root");

        vm.prank(MALLORY);
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.NotDecided.selector, id));
        registry.slash(id, MALLORY, "anything");
        assertEq(bonds.lockedOf(address(registry), AUTHOR), BOND, "a new entry keeps its bond");
    }

    function testFuzz_onOurs_nobodyElseCanBeNamed(address named) public {
        if (named == ROBIN) return;
        (bytes32 root, bytes memory payload) = brokenShard();
        uint256 id = submitOpaqueAs(SHILL, root);
        uint256 caseId = commitAs(ROBIN, id, IDisputeCourt.Fault.Schema, payload);
        skip(1);
        vm.prank(ROBIN);
        court.open(caseId, IDisputeCourt.Fault.Schema, payload, "salt");
        skip(2 hours);

        vm.prank(MALLORY);
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.WrongChallenger.selector, named, ROBIN));
        registry.slash(id, named, abi.encode(IDisputeCourt.Fault.Schema, payload));
    }

    function test_onOurs_aCopyOfTheProofLeavesTheRewardToWhoFoundIt() public {
        (bytes32 root, bytes memory payload) = brokenShard();
        uint256 id = submitOpaqueAs(SHILL, root);
        uint256 first = commitAs(ROBIN, id, IDisputeCourt.Fault.Schema, payload);
        skip(1);

        // ROBIN's opening waits and shows the proof. MALLORY can neither send it, nor be earlier with an own case.
        vm.prank(MALLORY);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.NotChallenger.selector, MALLORY, ROBIN));
        court.open(first, IDisputeCourt.Fault.Schema, payload, "salt");
        uint256 second = commitAs(MALLORY, id, IDisputeCourt.Fault.Schema, payload);
        skip(1);
        vm.prank(MALLORY);
        court.open(second, IDisputeCourt.Fault.Schema, payload, "salt");
        vm.prank(ROBIN);
        court.open(first, IDisputeCourt.Fault.Schema, payload, "salt");
        skip(2 hours);

        bytes memory proof = abi.encode(IDisputeCourt.Fault.Schema, payload);
        vm.startPrank(MALLORY);
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.WrongChallenger.selector, MALLORY, ROBIN));
        registry.slash(id, MALLORY, proof);
        // Whoever calls, the one who was decided for is paid.
        registry.slash(id, ROBIN, proof);
        vm.stopPrank();
        assertEq(bonds.credits(ROBIN), BOUNTY, "the one who found it has the bounty");
        assertEq(bonds.credits(MALLORY), 0, "the copier has nothing");
        assertEq(wealth(MALLORY), FUND, "but the own bond, which an honest second case may keep");
    }
}
