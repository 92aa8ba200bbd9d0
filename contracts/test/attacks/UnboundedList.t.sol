// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {MerklePositions} from "../../src/MerklePositions.sol";
import {RewardDistributor} from "../../src/RewardDistributor.sol";
import {IBondVault} from "../../src/interfaces/IBondVault.sol";
import {ZooFacade} from "../../src/ZooFacade.sol";
import {PlainToken} from "../victims/PlainToken.sol";
import {ZooRewards} from "../victims/ZooRewards.sol";
import {OursBase} from "./support/OursBase.sol";

/// @notice Seed B, E-20 (no bond, an array that only grows): whoever fills the list stops everything that walks it.
contract UnboundedListTest is OursBase {
    /// @dev A few more than needed: a test is one transaction, so what it has touched before is read at a discount.
    uint256 internal constant SPAM = 1500;

    function test_onTheVictim_freeSubmissionsMakeTheEpochUnpayable() public {
        PlainToken coin = new PlainToken("ZOO");
        ZooRewards victim = new ZooRewards(coin, 660_000 ether);
        coin.mint(address(this), 20 ether);
        coin.approve(address(victim), type(uint256).max);
        vm.startPrank(AUTHOR);
        victim.submitExperience(keccak256("experience"), "root");
        victim.voteExperience(keccak256("experience"), 1 ether);
        vm.stopPrank();
        victim.payEpoch{gas: BLOCK_GAS}(10 ether);
        assertEq(victim.earned(AUTHOR), 10 ether, "paid while the list is short");

        for (uint256 i = 1; i <= SPAM; i++) {
            vm.startPrank(address(uint160(0xBAD0000 + i)));
            victim.submitExperience(bytes32(i), bytes32(i));
            victim.voteExperience(bytes32(i), 1);
            vm.stopPrank();
        }

        vm.expectRevert();
        victim.payEpoch{gas: BLOCK_GAS}(10 ether);
        assertEq(victim.earned(AUTHOR), 10 ether, "no block holds the payment any more");
    }

    function test_onOurs_spamNeedsABondAnEntry() public {
        address spammer = address(0xBAD0001);

        vm.startPrank(spammer);
        vm.expectRevert(abi.encodeWithSelector(IBondVault.FreeTooSmall.selector, spammer, 0, BOND));
        registry.submit(entryOf("spam"));
        bytes32 hash = facade.hashOf(spammer, "spam");
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.RootNotOwned.selector, bytes32("spam"), spammer));
        facade.submitExperience(hash, "spam");
        vm.stopPrank();
    }

    function test_onOurs_noSettlementCostsMoreBecauseThereAreMoreEntries() public {
        uint256 alone = gasToSettle("first");
        depositAs(WHALE, 200 * BOND);
        for (uint256 i = 1; i <= 200; i++) {
            submitAs(WHALE, bytes32(i));
        }

        uint256 crowded = gasToSettle("last");

        assertTrue(crowded <= alone, "the crowd costs nothing");
        assertTrue(alone < 200_000, "and a settlement is small");
    }

    function test_onOurs_aRewardIsClaimedAmongSixtyFiveThousandForTheSamePrice() public {
        AccessManager manager = new AccessManager(address(this));
        RewardDistributor rewards = new RewardDistributor(address(manager), ai, 1 hours, 1 hours, 2);
        vm.prank(WHALE);
        ai.transfer(address(rewards), 10 ether);
        vm.prank(WHALE);
        ai.transfer(address(this), 2);
        ai.approve(address(rewards), 2);
        bytes32[] memory path = new bytes32[](16);
        bytes32 node = rewards.leafOf(0, AUTHOR, 10 ether);
        for (uint256 i = 0; i < path.length; i++) {
            path[i] = keccak256(abi.encode(i));
            node = keccak256(abi.encodePacked(node, path[i]));
        }
        bytes32 root = keccak256(abi.encodePacked(MerklePositions.ROOT_TAG, uint32(65_536), node));
        rewards.proposeRoot(root, 65_536, 10 ether, "");
        skip(1 hours);
        rewards.activateRoot(root);

        rewards.claim{gas: 200_000}(AUTHOR, 10 ether, 0, path);

        assertEq(ai.balanceOf(AUTHOR), FUND - DEPOSIT + 10 ether, "paid");
    }

    /// @dev Gas of the tally and the settlement of one good entry.
    function gasToSettle(bytes32 root) private returns (uint256 gas) {
        uint256 id = submitAs(AUTHOR, root);
        voteAs(ROBIN, id, 900);
        skip(VOTING + CHALLENGE);
        gas = gasleft();
        registry.finalise(id);
        gas -= gasleft();
    }
}
