// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IExperienceRegistry} from "./interfaces/IExperienceRegistry.sol";

/// @title Weights of the entries of an aggregate, and the hash of the set they belong to.
/// @notice w = min(bond, cap) · clamp(q, qLow, 1000) / 1000, in units of 10^9 wei, rounded down. Quality can thus shift
/// a weight by at most 1000 / qLow: honest entries then need more than 1000 / (1000 + qLow) of the capped bonds, which
/// is two thirds at qLow = 500.
library AggregateWeights {
    /// @notice Settings of the weights: `cap` in units, `qLow` in per mille.
    struct Scale {
        uint64 cap;
        uint16 qLow;
    }

    /// @notice A frozen set: its hash as the registry defines it, keccak256(abi.encode(roots, weights)) for refutations,
    /// the sum of the weights, and the largest bond in wei.
    struct Frozen {
        bytes32 setHash;
        bytes32 frozenHash;
        uint64 total;
        uint256 largestBond;
    }

    /// @notice Wei of one unit of weight.
    uint256 internal constant UNIT = 10 ** 9;
    /// @notice Most entries of one aggregate.
    uint256 internal constant MAX_MEMBERS = 128;
    /// @notice Largest cap: 128 weights then stay below 2^63.
    uint256 internal constant MAX_CAP = 2 ** 56;

    /// @notice Weight of one entry.
    /// @param scale Cap and lowest quality.
    /// @param bond The entry's bond, in wei.
    /// @param quality Per mille, at most 1000.
    /// @return Units; at most the cap.
    function weigh(Scale memory scale, uint256 bond, uint256 quality) internal pure returns (uint64) {
        uint256 capped = bond / UNIT;
        if (capped > scale.cap) capped = scale.cap;
        uint256 clamped = quality < scale.qLow ? scale.qLow : quality;
        return uint64(capped * clamped / 1000);
    }

    /// @notice Freezes a set.
    /// @param scale Cap and lowest quality.
    /// @param members The registry's members, at most {MAX_MEMBERS}, in its order.
    /// @return frozen {IExperienceRegistry-hashMember} folded over the members, and what refutations need.
    function freeze(Scale memory scale, IExperienceRegistry.Member[] calldata members)
        internal
        pure
        returns (Frozen memory frozen)
    {
        bytes32[] memory roots = new bytes32[](members.length);
        uint64[] memory weights = new uint64[](members.length);
        for (uint256 i = 0; i < members.length; i++) {
            IExperienceRegistry.Member calldata m = members[i];
            frozen.setHash = keccak256(abi.encode(frozen.setHash, m.id, m.merkleRoot, m.bond, m.quality));
            roots[i] = m.merkleRoot;
            weights[i] = weigh(scale, m.bond, m.quality);
            frozen.total += weights[i];
            if (m.bond > frozen.largestBond) frozen.largestBond = m.bond;
        }
        frozen.frozenHash = hashFrozen(roots, weights);
    }

    /// @notice Hash of the roots and weights of a frozen set.
    /// @param roots Merkle roots in the set's order.
    /// @param weights Weights in the set's order.
    /// @return keccak256 of both.
    function hashFrozen(bytes32[] memory roots, uint64[] memory weights) internal pure returns (bytes32) {
        return keccak256(abi.encode(roots, weights));
    }
}
