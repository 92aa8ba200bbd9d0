// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MerklePositions} from "./MerklePositions.sol";

/// @title What a leaf of a schema must look like, decided from its bytes alone.
/// @notice The same rules judge the leaves of entries and of aggregates. All integers are big-endian.
/// - `Opaque`: a dag-cbor block of 1 … `maxBytes` bytes; any number of leaves. Its content is not judged on chain.
/// - `Signs`: a raw block of `lanes` bits, bit j of byte k being lane 8k + j; bits after the last lane are zero.
/// - `Scores`: a raw block of `lanes` integers of two bytes, each 0 … 1000.
/// - `TaskScore`: a raw block of 66 bytes: a score 0 … 1000 in two bytes, keccak256 of the task's input, keccak256 of
///   the answer; any number of leaves.
/// Signs and scores have exactly `leafCount` leaves, so that all entries of a schema can be compared place by place.
library LeafRules {
    /// @notice Kinds of leaves.
    enum Kind {
        None,
        Opaque,
        Signs,
        Scores,
        TaskScore
    }

    /// @notice Rule of one schema. Fields that its kind does not use are zero.
    struct Rule {
        Kind kind;
        uint32 leafCount;
        uint16 lanes;
        uint16 maxBytes;
    }

    /// @notice What is wrong with a leaf.
    enum Defect {
        None,
        Codec,
        LeafCount,
        Length,
        Range,
        Padding
    }

    /// @notice Largest score.
    uint256 internal constant MAX_SCORE = 1000;
    /// @notice Length of a {Kind.TaskScore} leaf.
    uint256 internal constant TASK_SCORE_BYTES = 66;

    /// @notice The rule's leaves have no lanes, so that they cannot be aggregated.
    error NotAggregable(Kind kind);

    /// @notice Whether leaves are made of lanes that can be aggregated.
    /// @param rule The schema's rule.
    /// @return True for signs and scores.
    function isAggregable(Rule memory rule) internal pure returns (bool) {
        return rule.kind == Kind.Signs || rule.kind == Kind.Scores;
    }

    /// @notice First four bytes that the CID of a leaf must have.
    /// @param rule The schema's rule.
    /// @return Prefix of a dag-cbor block for opaque leaves, of a raw block otherwise.
    function cidPrefix(Rule memory rule) internal pure returns (bytes4) {
        return rule.kind == Kind.Opaque ? MerklePositions.DAG_CBOR_CID : MerklePositions.RAW_CID;
    }

    /// @notice Finds the first defect of a leaf.
    /// @param rule The schema's rule.
    /// @param prefix First four bytes of the leaf's CID.
    /// @param count Number of leaves that the root binds.
    /// @param payload The block's bytes; not looked at where the prefix or the count is wrong already.
    /// @return The defect, or `None`.
    function inspect(Rule memory rule, bytes4 prefix, uint256 count, bytes memory payload)
        internal
        pure
        returns (Defect)
    {
        if (prefix != cidPrefix(rule)) return Defect.Codec;
        if (rule.leafCount != 0 && count != rule.leafCount) return Defect.LeafCount;
        if (rule.kind == Kind.Opaque) {
            return payload.length == 0 || payload.length > rule.maxBytes ? Defect.Length : Defect.None;
        }
        if (payload.length != payloadBytes(rule)) return Defect.Length;
        if (rule.kind == Kind.Signs) return _inspectSigns(rule, payload);
        return _inspectScores(rule.kind == Kind.TaskScore ? 1 : rule.lanes, payload);
    }

    /// @notice Value of one lane of a leaf without defects.
    /// @param rule The schema's rule: signs or scores.
    /// @param payload The block's bytes.
    /// @param lane Less than the rule's lanes.
    /// @return 0 or 1 for signs, 0 … 1000 for scores.
    function valueAt(Rule memory rule, bytes memory payload, uint256 lane) internal pure returns (uint256) {
        if (rule.kind == Kind.Signs) return uint8(payload[lane >> 3]) >> (lane & 7) & 1;
        return _uint16At(payload, lane);
    }

    /// @notice Length of a leaf that is not opaque.
    /// @param rule The schema's rule.
    /// @return Bytes.
    function payloadBytes(Rule memory rule) internal pure returns (uint256) {
        if (rule.kind == Kind.TaskScore) return TASK_SCORE_BYTES;
        return rule.kind == Kind.Signs ? (uint256(rule.lanes) + 7) / 8 : uint256(rule.lanes) * 2;
    }

    function _inspectSigns(Rule memory rule, bytes memory payload) private pure returns (Defect) {
        uint256 used = rule.lanes & 7;
        if (used == 0) return Defect.None;
        return uint8(payload[payload.length - 1]) >> used == 0 ? Defect.None : Defect.Padding;
    }

    function _inspectScores(uint256 lanes, bytes memory payload) private pure returns (Defect) {
        for (uint256 lane = 0; lane < lanes; lane++) {
            if (_uint16At(payload, lane) > MAX_SCORE) return Defect.Range;
        }
        return Defect.None;
    }

    function _uint16At(bytes memory payload, uint256 place) private pure returns (uint256) {
        return uint256(uint8(payload[2 * place])) << 8 | uint8(payload[2 * place + 1]);
    }
}
