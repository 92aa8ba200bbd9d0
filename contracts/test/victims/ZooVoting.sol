// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ZooRegistry} from "./ZooRegistry.sol";

/// @title Victim: seed B's registry with the vote weight of its eq. 24 (§7.4), read at the moment of the vote.
/// @notice DELIBERATELY UNSAFE, for the tests in contracts/test/attacks only.
///
/// Listing 2 takes any weight; this helper is what an author who then reads §7.4 would add, and no more: a vote weighs
/// ZOO balance × lock multiplier, once an account and experience. The balance is the live one, tokens that were never
/// locked count 1×, and a lock counts by the duration it was made for, since the seed speaks of nothing else.
contract ZooVoting is ZooRegistry {
    /// @notice Tokens given in for a duration.
    struct Lock {
        uint256 amount;
        uint256 duration;
        uint256 endsAt;
    }

    /// @notice The token that votes, ZOO.
    IERC20 public immutable zoo;
    /// @notice The one lock of an account.
    mapping(address account => Lock) public locks;
    /// @notice Whether an account has voted on an experience.
    mapping(bytes32 hash => mapping(address account => bool)) public hasVoted;

    /// @param zoo_ The token that votes.
    /// @param threshold Votes that approve an experience.
    constructor(IERC20 zoo_, uint256 threshold) ZooRegistry(threshold) {
        zoo = zoo_;
    }

    /// @notice Locks tokens for a duration in seconds.
    function lock(uint256 amount, uint256 duration) external {
        require(locks[msg.sender].amount == 0, "already locked");
        require(zoo.transferFrom(msg.sender, address(this), amount), "not paid");
        locks[msg.sender] = Lock(amount, duration, block.timestamp + duration);
    }

    /// @notice Gives the tokens of an expired lock back.
    function unlock() external {
        Lock memory mine = locks[msg.sender];
        require(block.timestamp >= mine.endsAt, "still locked");
        delete locks[msg.sender];
        require(zoo.transfer(msg.sender, mine.amount), "not paid");
    }

    /// @notice Eq. 24: free balance once, the locked one times its multiplier.
    function weightOf(address account) public view returns (uint256) {
        Lock memory mine = locks[account];
        return zoo.balanceOf(account) + mine.amount * _multiplier(mine.duration) / 10;
    }

    function _checkVote(bytes32 hash, uint256 weight) internal override {
        require(!hasVoted[hash][msg.sender], "already voted");
        require(weight <= weightOf(msg.sender), "weight above eq. 24");
        hasVoted[hash][msg.sender] = true;
    }

    /// @dev In tenths: none 1×, 6 months 1.5×, 1 year 2×, 2 years 3×.
    function _multiplier(uint256 duration) private pure returns (uint256) {
        if (duration >= 730 days) return 30;
        if (duration >= 365 days) return 20;
        return duration >= 182 days ? 15 : 10;
    }
}
