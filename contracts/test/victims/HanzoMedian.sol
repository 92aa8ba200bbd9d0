// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {HanzoRegistry} from "./HanzoRegistry.sol";

/// @title Victim: seed A's `aggregate` with one schema element's values at hand.
/// @notice DELIBERATELY UNSAFE, for the tests in contracts/test/attacks only.
///
/// The listing's `aggregate(ids)` stands for eq. 5, the weighted median with weights stake times quality, over priors
/// that are not on chain. This helper, which the listing implies and does not print, puts one number an entry beside it,
/// so that what the caller's choice of `ids` does to the result can be read off. Repeated ids are counted as often as
/// they are named, as in `aggregate` itself.
contract HanzoMedian is HanzoRegistry {
    /// @notice The value Δ of the one schema element, by entry.
    mapping(uint256 id => int256) public elements;

    /// @param ai_ The token of the bonds.
    constructor(IERC20 ai_) HanzoRegistry(ai_) {}

    /// @notice States the value of an entry; the first statement stands.
    function setElement(uint256 id, int256 value) external {
        require(elements[id] == 0, "already stated");
        elements[id] = value;
    }

    /// @notice Eq. 5 over the named entries: the least value whose weight and that of all smaller ones make up half.
    /// @dev The obvious loops; nothing here is about cost.
    function weightedMedian(uint256[] calldata ids) external view returns (int256 median) {
        uint256 total = 0;
        for (uint256 i = 0; i < ids.length; i++) {
            total += weightOf(ids[i]);
        }
        median = type(int256).max;
        for (uint256 i = 0; i < ids.length; i++) {
            int256 candidate = elements[ids[i]];
            if (candidate < median && 2 * _weightUpTo(ids, candidate) >= total) median = candidate;
        }
    }

    function _weightUpTo(uint256[] calldata ids, int256 value) private view returns (uint256 weight) {
        for (uint256 i = 0; i < ids.length; i++) {
            if (elements[ids[i]] <= value) weight += weightOf(ids[i]);
        }
    }
}
