// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DsoToken} from "../../src/DsoToken.sol";
import {ExperienceRegistry} from "../../src/ExperienceRegistry.sol";
import {TestBase} from "./TestBase.sol";

/// @notice A registry with five funded accounts that have approved it; three of them have staked.
abstract contract RegistryFixture is TestBase {
    uint256 internal constant BOND = 25 ether;
    uint256 internal constant WINDOW = 60;
    uint256 internal constant Q_MIN = 300;
    uint256 internal constant SIGMA = 500;
    uint256 internal constant FUND = 1000 ether;
    string internal constant CID = "bafyreiaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    address internal constant ALICE = address(0xA11CE);
    address internal constant BOB = address(0xB0B);
    address internal constant CAROL = address(0xCA201);
    address internal constant DAVE = address(0xDA5E);
    address internal constant ERIN = address(0xE21);

    DsoToken internal token;
    ExperienceRegistry internal registry;

    function setUp() public virtual {
        vm.warp(1_700_000_000);
        address[] memory accounts = everyone();
        uint256[] memory amounts = new uint256[](accounts.length);
        for (uint256 i = 0; i < accounts.length; i++) {
            amounts[i] = FUND;
        }
        token = new DsoToken(accounts, amounts);
        registry = new ExperienceRegistry(token, BOND, WINDOW, Q_MIN, SIGMA);
        for (uint256 i = 0; i < accounts.length; i++) {
            vm.prank(accounts[i]);
            token.approve(address(registry), type(uint256).max);
        }
        stakeAs(BOB, 100 ether);
        stakeAs(CAROL, 100 ether);
        stakeAs(DAVE, 100 ether);
        skip(1);
    }

    function everyone() internal pure returns (address[] memory accounts) {
        accounts = new address[](5);
        (accounts[0], accounts[1], accounts[2], accounts[3], accounts[4]) = (ALICE, BOB, CAROL, DAVE, ERIN);
    }

    function skip(uint256 duration) internal {
        vm.warp(block.timestamp + duration);
        vm.roll(block.number + 1);
    }

    function stakeAs(address account, uint256 amount) internal {
        vm.prank(account);
        registry.stake(amount);
    }

    function entryOf(bytes32 root) internal pure returns (ExperienceRegistry.Entry memory e) {
        e.merkleRoot = root;
        e.cid = CID;
        e.schema = 1;
    }

    function submitAs(address account, bytes32 root) internal returns (uint256 id) {
        vm.prank(account);
        return registry.submit(entryOf(root));
    }

    function voteAs(address account, uint256 id, uint64 score) internal {
        vm.prank(account);
        registry.voteQuality(id, score);
    }

    function challengeAs(address account, uint256 id) internal {
        vm.prank(account);
        registry.challenge(id);
    }

    function settle(uint256 id) internal {
        skip(WINDOW);
        registry.finalise(id);
    }

    function claimAs(address account) internal {
        vm.prank(account);
        registry.claim();
    }

    function statusOf(uint256 id) internal view returns (uint256) {
        return uint256(registry.getEntry(id).status);
    }
}
