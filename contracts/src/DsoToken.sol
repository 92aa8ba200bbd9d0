// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title The token that bonds and stakes are paid in, $AI.
/// @notice The whole supply is minted at construction. Nobody can mint afterwards; whoever holds tokens can burn them.
/// No owner, no pause, no proxy, no fee on transfer.
contract DsoToken is ERC20, ERC20Burnable, ERC20Permit {
    /// @notice `holders` and `amounts` differ in length.
    error LengthMismatch(uint256 holders, uint256 amounts);
    /// @notice The supply exceeds what the registry's 128-bit weights can hold.
    error SupplyTooLarge(uint256 supply);

    /// @param holders Accounts that receive the supply.
    /// @param amounts What each of them receives, in wei (10^-18 AI).
    constructor(address[] memory holders, uint256[] memory amounts) ERC20("DSO AI", "AI") ERC20Permit("DSO AI") {
        if (holders.length != amounts.length) revert LengthMismatch(holders.length, amounts.length);
        for (uint256 i = 0; i < holders.length; i++) {
            _mint(holders[i], amounts[i]);
        }
        if (totalSupply() > type(uint128).max) revert SupplyTooLarge(totalSupply());
    }
}
