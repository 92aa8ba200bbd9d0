// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Recomputes the integer score of one task on chain.
/// @notice For verifiers that are small enough; all others are judged by a quorum.
interface IScoreKernel {
    /// @notice The score of an answer. It depends on the arguments alone and on no state.
    /// @param input The task's input.
    /// @param answer The answer.
    /// @return 0 … 1000.
    function score(bytes calldata input, bytes calldata answer) external view returns (uint256);
}
