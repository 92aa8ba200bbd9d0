// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @title A token of the network: one deployment for bonds ($AI), one for governance ($ZOO).
/// @notice The whole supply is minted at construction. Nobody can mint afterwards; whoever holds tokens can burn them.
/// Delegated votes are checkpointed by Unix seconds. No owner, no pause, no proxy, no fee on transfer, no hooks.
contract DsoToken is ERC20, ERC20Burnable, ERC20Permit, ERC20Votes {
    /// @notice `holders` and `amounts` differ in length.
    error LengthMismatch(uint256 holders, uint256 amounts);
    /// @notice The supply exceeds what 128-bit amounts can hold.
    error SupplyTooLarge(uint256 supply);

    /// @param name_ Name, also that of the EIP-712 domain.
    /// @param symbol_ Symbol.
    /// @param holders Accounts that receive the supply.
    /// @param amounts What each of them receives, in wei (10^-18 tokens).
    constructor(string memory name_, string memory symbol_, address[] memory holders, uint256[] memory amounts)
        ERC20(name_, symbol_)
        ERC20Permit(name_)
    {
        if (holders.length != amounts.length) revert LengthMismatch(holders.length, amounts.length);
        for (uint256 i = 0; i < holders.length; i++) {
            _mint(holders[i], amounts[i]);
        }
        if (totalSupply() > type(uint128).max) revert SupplyTooLarge(totalSupply());
    }

    /// @notice Present Unix second: the clock of past votes (ERC-6372).
    /// @return Seconds since 1970.
    function clock() public view override returns (uint48) {
        return SafeCast.toUint48(block.timestamp);
    }

    /// @notice Description of the clock (ERC-6372).
    /// @return The clock's mode.
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    /// @inheritdoc ERC20Permit
    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    function _update(address from, address to, uint256 amount) internal override(ERC20, ERC20Votes) {
        super._update(from, to, amount);
    }
}
