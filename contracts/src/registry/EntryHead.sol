// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @dev What a submission writes besides the entry's key, in one word; zero where there is no entry. From the lowest bit:
/// 160 bits of the root that {RootKey} needs beside the key, 32 of the id, 32 of the time, 16 of the schema, 16 of the
/// parameters' version. A word and not a struct, because a struct would go through memory at every submission.
type EntryHead is uint256;

using EntryHeads for EntryHead global;

/// @title The parts of an {EntryHead}.
library EntryHeads {
    /// @notice Puts the parts together.
    /// @param rest From {RootKey-split}.
    /// @param id Number of the entry.
    /// @param submittedAt Unix second.
    /// @param schema Schema.
    /// @param version Version of the parameters.
    /// @return The word.
    function pack(uint160 rest, uint32 id, uint32 submittedAt, uint16 schema, uint16 version)
        internal
        pure
        returns (EntryHead)
    {
        uint256 word = uint256(version) << 240 | uint256(schema) << 224 | uint256(submittedAt) << 192;
        return EntryHead.wrap(word | uint256(id) << 160 | rest);
    }

    /// @notice What the key does not say of the root.
    /// @param head The word.
    /// @return 160 bits.
    function rest(EntryHead head) internal pure returns (uint160) {
        return uint160(EntryHead.unwrap(head));
    }

    /// @notice Number of the entry; 0 where there is none.
    /// @param head The word.
    /// @return The id.
    function id(EntryHead head) internal pure returns (uint256) {
        return uint32(EntryHead.unwrap(head) >> 160);
    }

    /// @notice When it was submitted.
    /// @param head The word.
    /// @return Unix second.
    function submittedAt(EntryHead head) internal pure returns (uint256) {
        return uint32(EntryHead.unwrap(head) >> 192);
    }

    /// @notice Its schema.
    /// @param head The word.
    /// @return The schema.
    function schema(EntryHead head) internal pure returns (uint64) {
        return uint16(EntryHead.unwrap(head) >> 224);
    }

    /// @notice Version of its parameters.
    /// @param head The word.
    /// @return The version.
    function version(EntryHead head) internal pure returns (uint256) {
        return EntryHead.unwrap(head) >> 240;
    }
}
