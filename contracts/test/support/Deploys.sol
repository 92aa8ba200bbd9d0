// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DsoToken} from "../../src/DsoToken.sol";
import {TestBase} from "./TestBase.sol";

/// @notice The cheat codes that contracts which name each other need.
interface VmDeploy {
    function getNonce(address account) external view returns (uint64);
    function computeCreateAddress(address deployer, uint256 nonce) external pure returns (address);
    function expectCall(address callee, bytes calldata data) external;
}

/// @notice Five accounts, their tokens, and addresses of contracts before they are deployed.
abstract contract Deploys is TestBase {
    uint256 internal constant START = 1_700_000_000;
    uint256 internal constant FUND = 100_000 ether;

    address internal constant ALICE = address(0xA11CE);
    address internal constant BOB = address(0xB0B);
    address internal constant CAROL = address(0xCA201);
    address internal constant DAVE = address(0xDA5E);
    address internal constant ERIN = address(0xE21);
    address internal constant INSURANCE = address(0x1125);
    address internal constant AUTHORITY = address(0xA07B);

    VmDeploy internal constant vmDeploy = VmDeploy(address(vm));

    /// @dev Address of the contract that this one deploys after `ahead` others.
    function predict(uint256 ahead) internal view returns (address) {
        return vmDeploy.computeCreateAddress(address(this), vmDeploy.getNonce(address(this)) + ahead);
    }

    function everyone() internal pure returns (address[] memory accounts) {
        accounts = new address[](5);
        (accounts[0], accounts[1], accounts[2], accounts[3], accounts[4]) = (ALICE, BOB, CAROL, DAVE, ERIN);
    }

    function deployToken(string memory name, string memory symbol) internal returns (DsoToken) {
        address[] memory accounts = everyone();
        uint256[] memory amounts = new uint256[](accounts.length);
        for (uint256 i = 0; i < accounts.length; i++) {
            amounts[i] = FUND;
        }
        return new DsoToken(name, symbol, accounts, amounts);
    }

    function approveAll(DsoToken token, address spender) internal {
        address[] memory accounts = everyone();
        for (uint256 i = 0; i < accounts.length; i++) {
            vm.prank(accounts[i]);
            token.approve(spender, type(uint256).max);
        }
    }

    function skip(uint256 duration) internal {
        vm.warp(block.timestamp + duration);
        vm.roll(block.number + 1);
    }

    function list(address one) internal pure returns (address[] memory all) {
        all = new address[](1);
        all[0] = one;
    }

    function list(address one, address two) internal pure returns (address[] memory all) {
        all = new address[](2);
        (all[0], all[1]) = (one, two);
    }
}
