// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AggregateRefutation} from "../../src/AggregateRefutation.sol";
import {OracleBooks} from "../../src/OracleBooks.sol";
import {Trees} from "./Trees.sol";

/// @notice Shards and aggregates of three leaves of two scores each, all of them the same number.
abstract contract OracleShards {
    function uniform(uint256 value) internal pure returns (bytes[] memory payloads) {
        payloads = new bytes[](3);
        for (uint256 i = 0; i < 3; i++) {
            payloads[i] = abi.encodePacked(uint16(value), uint16(value));
        }
    }

    function leafOf(bytes[] memory payloads, uint32 index) internal pure returns (OracleBooks.Leaf memory) {
        return OracleBooks.Leaf(
            uint32(payloads.length), index, hex"01551220", payloads[index], Trees.path(Trees.rawLeaves(payloads), index)
        );
    }

    /// @dev Opens the leaf at `index` of a member whose scores are all `value`.
    function openingOf(uint256 member, uint256 value, uint32 index)
        internal
        pure
        returns (AggregateRefutation.Opening memory)
    {
        bytes[] memory own = uniform(value);
        return AggregateRefutation.Opening(member, own[index], Trees.path(Trees.rawLeaves(own), index));
    }
}
