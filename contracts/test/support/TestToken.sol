// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";

/// @notice A token that anybody can mint.
contract TestToken is ERC20Burnable {
    constructor() ERC20("Test", "TEST") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// @notice A token that keeps a hundredth of every transfer.
contract FeeToken is TestToken {
    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (from != address(0) && to != address(0)) super._update(to, address(0), amount / 100);
    }
}

/// @notice A token that calls whoever receives it, and refuses to go to one account.
contract HookToken is TestToken {
    address public refused;

    function refuse(address account) external {
        refused = account;
    }

    function _update(address from, address to, uint256 amount) internal override {
        require(to != refused || to == address(0), "refused");
        super._update(from, to, amount);
        if (to.code.length != 0) {
            (bool done, bytes memory reason) = to.call(abi.encodeWithSignature("received()"));
            if (!done && reason.length != 0) {
                assembly ("memory-safe") {
                    revert(add(reason, 32), mload(reason))
                }
            }
        }
    }
}
