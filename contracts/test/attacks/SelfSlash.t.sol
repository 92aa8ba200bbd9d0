// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {HanzoRegistry} from "../victims/HanzoRegistry.sol";
import {PlainToken} from "../victims/PlainToken.sol";
import {OursBase} from "./support/OursBase.sol";

/// @notice Seed A, E-22: the challenger's half of the bond goes to whoever asks first, the guilty included.
contract SelfSlashTest is OursBase {
    function test_onTheVictim_theGuiltySlashThemselvesAndKeepHalf() public {
        (PlainToken coin, HanzoRegistry victim) = hanzo();
        uint256 id = submitToHanzo(victim, MALLORY, "poison");
        vm.prank(ROBIN);
        victim.voteQuality(id, 0);

        // The entry is found out. Before anybody else does, its submitter slashes it under a second address.
        vm.prank(SHILL);
        victim.slash(id, SHILL, "mea culpa");

        uint256 pair = coin.balanceOf(MALLORY) + coin.balanceOf(SHILL);
        assertEq(pair, 200 ether - 12.5 ether, "half of the forfeited bond is back with the guilty");
        vm.prank(ROBIN);
        vm.expectRevert("nothing bonded");
        victim.slash(id, ROBIN, "the reviewer's counter-examples");
    }

    function test_onOurs_asSoonAsTheVotesAreInTheGuiltyCannotBecomeTheirOwnChallengers() public {
        uint256 id = submitAs(MALLORY, "poison");
        voteAs(ROBIN, id, 0);
        voteAs(SASHA, id, 0);
        skip(VOTING);

        uint256 endedAt = registry.getEntry(id).votingEndsAt;
        vm.prank(SHILL);
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.ChallengeClosed.selector, id, endedAt));
        registry.challenge(id);
        vm.prank(SHILL);
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.NotDecided.selector, id));
        registry.slash(id, SHILL, "mea culpa");

        uint256 before = wealth(MALLORY) + wealth(SHILL);
        settle(id);
        assertEq(wealth(MALLORY) + wealth(SHILL), before - LOW_QUALITY_LOSS, "the guilty pair loses all of the slash");
    }

    function test_onOurs_aChallengeMadeInTimeStillLosesTheGuiltyMost() public {
        uint256 before = wealth(MALLORY) + wealth(SHILL);
        uint256 id = submitAs(MALLORY, "poison");
        vm.prank(SHILL);
        registry.challenge(id);
        voteAs(ROBIN, id, 0);
        voteAs(SASHA, id, 0);
        skip(VOTING);
        settle(id);

        uint256 lost = before - wealth(MALLORY) - wealth(SHILL);
        assertTrue(lost * 1000 >= LOW_QUALITY_LOSS * 850, "at least 85 % of the slash is gone");
    }

    function test_onOurs_theSubmittersOwnAddressIsNoChallenger() public {
        uint256 id = submitAs(MALLORY, "poison");

        vm.prank(MALLORY);
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.OwnEntry.selector, id));
        registry.challenge(id);
    }
}
