// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {HanzoMedian} from "../victims/HanzoMedian.sol";
import {PlainToken} from "../victims/PlainToken.sol";
import {OursBase} from "./support/OursBase.sol";

/// @notice Seed A, E-23: `aggregate(ids)` counts an entry as often as its caller names it.
contract DuplicateIdsTest is OursBase {
    function test_onTheVictim_oneEntryNamedThriceOutweighsTwo() public {
        PlainToken coin = new PlainToken("AI");
        HanzoMedian victim = new HanzoMedian(coin);
        fundForHanzo(coin, address(victim));
        uint256 honest = rated(victim, AUTHOR, "one", 10);
        uint256 other = rated(victim, ROBIN, "two", 12);
        uint256 hostile = rated(victim, MALLORY, "poison", -99);
        uint256[] memory fair = new uint256[](3);
        (fair[0], fair[1], fair[2]) = (honest, other, hostile);
        assertTrue(victim.weightedMedian(fair) == 10, "two of three are honest");
        bytes32 fairRoot = victim.aggregate(fair);

        uint256[] memory stuffed = new uint256[](5);
        (stuffed[0], stuffed[1], stuffed[2], stuffed[3], stuffed[4]) = (honest, other, hostile, hostile, hostile);
        vm.prank(MALLORY);
        bytes32 stuffedRoot = victim.aggregate(stuffed);

        assertTrue(victim.weightedMedian(stuffed) == -99, "the median is the attacker's value");
        assertTrue(stuffedRoot != fairRoot, "the registry returned another root");
        assertEq(victim.lastAggregate(), stuffedRoot, "and holds it for the aggregate");
    }

    function rated(HanzoMedian victim, address submitter, bytes32 root, int256 value) private returns (uint256 id) {
        id = submitToHanzo(victim, submitter, root);
        victim.setElement(id, value);
        victim.voteQuality(id, 800);
    }

    function testFuzz_onOurs_onlyTheSetItselfHasAnAggregate(uint8[4] memory picks, uint8 length) public {
        uint256[] memory fair = new uint256[](2);
        (fair[0], fair[1]) = (finalEntry(AUTHOR, "one"), finalEntry(SHILL, "two"));
        bytes32 root = finalAggregate(fair);

        uint256[] memory ids = new uint256[](length % 5);
        for (uint256 i = 0; i < ids.length; i++) {
            ids[i] = fair[picks[i] % 2];
        }
        bool whole = ids.length == 2 && ids[0] == fair[0] && ids[1] == fair[1];
        if (!whole) {
            vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.AggregateNotFinal.selector, foldOf(ids)));
        }
        bytes32 found = registry.aggregate(ids);
        assertTrue((found == root) == whole, "the root of the whole set");
    }

    function test_onOurs_aListThatIsNotTheSetHasNoAggregate() public {
        uint256 honest = finalEntry(AUTHOR, "one");
        uint256 other = finalEntry(SHILL, "two");
        uint256[] memory fair = new uint256[](2);
        (fair[0], fair[1]) = (honest, other);
        bytes32 root = finalAggregate(fair);
        assertEq(registry.aggregate(fair), root, "the set itself has one");

        uint256[] memory stuffed = new uint256[](3);
        (stuffed[0], stuffed[1], stuffed[2]) = (honest, other, other);
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.AggregateNotFinal.selector, foldOf(stuffed)));
        registry.aggregate(stuffed);

        uint256[] memory picked = new uint256[](1);
        picked[0] = other;
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.AggregateNotFinal.selector, foldOf(picked)));
        registry.aggregate(picked);
    }
}
