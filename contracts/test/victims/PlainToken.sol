// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title The token of the victims: an ERC-20 that anybody may mint.
/// @notice DELIBERATELY UNSAFE, for tests only. It stands in for $AI and ZOO, of which the seeds print no listing; the
/// attacks need nothing but balances, and free minting keeps them short.
contract PlainToken is ERC20 {
    /// @param name_ What the token is called, for example "AI".
    constructor(string memory name_) ERC20(name_, name_) {}

    /// @notice Gives `amount` wei to `account`.
    function mint(address account, uint256 amount) external {
        _mint(account, amount);
    }
}
