// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Weights of jurors at past times.
interface IJurorWeights {
    /// @notice A juror's weight at a past second.
    /// @param juror Whose weight.
    /// @param timepoint Unix second before now, at most {lookback} ago.
    /// @return Units that are the same for all jurors; all together they are below 2^62.
    function weightAt(address juror, uint256 timepoint) external view returns (uint256);

    /// @notice The weight of all jurors at a past second.
    /// @param timepoint Unix second before now, at most {lookback} ago.
    /// @return The sum of {weightAt}.
    function totalWeightAt(uint256 timepoint) external view returns (uint256);

    /// @notice Weight of those who have signed and of all who may sign, in one call, because a verdict has dozens of signers.
    /// @param signers Whose weights are summed; none is zero, and the caller sees to it that nobody comes twice.
    /// @param accused One party, which may not sign.
    /// @param challenger The other one; zero if there is none.
    /// @param timepoint Unix second before now, at most {lookback} ago.
    /// @return signed Sum of the signers' {weightAt}.
    /// @return total {totalWeightAt} without the two parties.
    /// @return stranger The first signer who is a party or has no weight; zero if there is none, else `signed` is no sum.
    function weigh(address[] calldata signers, address accused, address challenger, uint256 timepoint)
        external
        view
        returns (uint256 signed, uint256 total, address stranger);

    /// @notice How far back weights are known, in seconds.
    function lookback() external view returns (uint256);
}
