// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @notice What a borrower of {FlashLender} offers.
interface IFlashBorrower {
    /// @notice Is called with the loan in hand; the loan must be back at the lender when this returns.
    function onLoan(uint256 amount) external;
}

/// @title A pool that lends its whole balance within one transaction, for nothing.
/// @notice It is no victim but the market that any listed token has: whoever counts live balances counts its loans too.
contract FlashLender {
    /// @notice The token that is lent.
    IERC20 public immutable token;

    /// @notice The borrower did not give the loan back.
    error NotRepaid(uint256 missing);

    /// @param token_ The token that is lent.
    constructor(IERC20 token_) {
        token = token_;
    }

    /// @notice Lends everything to the caller, calls it, and refuses the transaction unless everything came back.
    function loanOfEverything() external {
        uint256 amount = token.balanceOf(address(this));
        require(token.transfer(msg.sender, amount));
        IFlashBorrower(msg.sender).onLoan(amount);
        uint256 balance = token.balanceOf(address(this));
        if (balance < amount) revert NotRepaid(amount - balance);
    }
}
