// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FaultJudge} from "../../src/FaultJudge.sol";
import {Trees} from "./Trees.sol";

/// @notice Shards of three leaves of one score, told apart by a number; in faulty ones the second leaf is out of range.
library CourtShards {
    /// @notice The leaves of shard `number`, at most 10^6.
    function leaves(uint256 number, bool faulty) internal pure returns (bytes[] memory payloads) {
        payloads = new bytes[](3);
        payloads[0] = abi.encodePacked(uint16(number % 1000));
        payloads[1] = faulty ? bytes(hex"ffff") : abi.encodePacked(uint16(500));
        payloads[2] = abi.encodePacked(uint16(number / 1000));
    }

    /// @notice Proof of the fault of a faulty shard.
    function faultProof(uint256 number) internal pure returns (bytes memory) {
        bytes[] memory payloads = leaves(number, true);
        return abi.encode(
            FaultJudge.SchemaProof(
                3,
                1,
                abi.encodePacked(hex"01551220", sha256(payloads[1])),
                Trees.path(Trees.rawLeaves(payloads), 1),
                payloads[1]
            )
        );
    }
}
