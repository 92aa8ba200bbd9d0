// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ZooRegistry} from "./ZooRegistry.sol";

/// @title Victim: seed B's registry with the rewards of its eq. 25 and 26 (§8.2) paid over `experienceHashes`.
/// @notice DELIBERATELY UNSAFE, for the tests in contracts/test/attacks only.
///
/// Listing 2 appends every submission to an array that nothing shortens and nobody pays for. This helper, which the
/// listing implies and does not print, does what eq. 26 asks for: it divides an epoch's rewards by a sum over all j.
/// Usage is counted off chain, so the share is that of quality, the votes.
contract ZooRewards is ZooRegistry {
    /// @notice The token of the rewards, ZOO.
    IERC20 public immutable zoo;
    /// @notice What a contributor has earned, in wei.
    mapping(address contributor => uint256) public earned;

    /// @param zoo_ The token of the rewards.
    /// @param threshold Votes that approve an experience.
    constructor(IERC20 zoo_, uint256 threshold) ZooRegistry(threshold) {
        zoo = zoo_;
    }

    /// @notice Pulls an epoch's rewards from the caller and shares them among all contributors.
    function payEpoch(uint256 total) external {
        require(zoo.transferFrom(msg.sender, address(this), total), "not paid");
        uint256 votes = 0;
        for (uint256 i = 0; i < experienceHashes.length; i++) {
            votes += experiences[experienceHashes[i]].votes;
        }
        for (uint256 i = 0; i < experienceHashes.length; i++) {
            Experience storage each = experiences[experienceHashes[i]];
            earned[each.contributor] += total * each.votes / votes;
        }
    }
}
