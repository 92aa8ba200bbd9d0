// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {HanzoRegistry} from "../victims/HanzoRegistry.sol";
import {PlainToken} from "../victims/PlainToken.sol";
import {OursBase} from "./support/OursBase.sol";

/// @notice Seed A, E-21: there is a way to lose a bond and none to get it back.
contract StrandedBondTest is OursBase {
    function test_onTheVictim_theBestEntryNeverGetsItsBondBack() public {
        (PlainToken coin, HanzoRegistry victim) = hanzo();
        uint256 id = submitToHanzo(victim, AUTHOR, "root");
        vm.prank(ROBIN);
        victim.voteQuality(id, 1000);
        vm.warp(block.timestamp + 3650 days);

        // Every function of the interface, tried by the author.
        vm.startPrank(AUTHOR);
        vm.expectRevert("quality not below q_min");
        victim.slash(id, AUTHOR, "give it back");
        uint256[] memory ids = new uint256[](1);
        ids[0] = id;
        victim.aggregate(ids);
        victim.voteQuality(id, 1000);
        vm.stopPrank();

        assertEq(coin.balanceOf(AUTHOR), 75 ether, "ten years later the bond is still gone");
        assertEq(coin.balanceOf(address(victim)), 25 ether, "and lies in the registry");
    }

    function test_onTheVictim_coinsSentAlongAreLost() public {
        (, HanzoRegistry victim) = hanzo();
        vm.deal(AUTHOR, 1 ether);

        vm.prank(AUTHOR);
        victim.submit{value: 1 ether}(seedEntry("root", AUTHOR));

        assertEq(address(victim).balance, 1 ether, "taken for nothing, and no function sends coins");
    }

    function test_onOurs_aGoodEntrysBondComesBackToTheWallet() public {
        uint256 id = submitAs(AUTHOR, "root");
        voteAs(ROBIN, id, 1000);
        voteAs(SASHA, id, 1000);
        skip(VOTING);
        settle(id);

        assertEq(bonds.freeOf(AUTHOR), DEPOSIT, "the bond is free again");
        leaveVault(AUTHOR);
        assertEq(ai.balanceOf(AUTHOR), FUND, "and back in the wallet, whole");
    }

    function test_onOurs_anEntryOnWhichNobodyVotedGivesItsBondBackToo() public {
        uint256 id = submitAs(AUTHOR, "root");
        for (uint256 i = 0; i <= MAX_ROLLS; i++) {
            skip(VOTING);
            registry.tally(id);
        }
        settle(id);

        assertEq(uint256(registry.status(id)), uint256(IExperienceRegistry.Status.Expired), "expired");
        assertEq(bonds.freeOf(AUTHOR), DEPOSIT, "the bond is free again");
    }

    function test_onOurs_coinsSentAlongAreRefused() public {
        vm.deal(AUTHOR, 1 ether);

        vm.prank(AUTHOR);
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.ValueNotAccepted.selector, 1 ether));
        registry.submit{value: 1 ether}(entryOf("root"));
    }
}
