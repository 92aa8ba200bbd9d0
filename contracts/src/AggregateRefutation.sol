// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LeafRules} from "./LeafRules.sol";
import {MerklePositions} from "./MerklePositions.sol";

/// @title Refutes one element of a claimed weighted median by opening some of the entries it was made of.
/// @notice With entries of weights w and values v and W = Σ w, the lower weighted median is the one m with
/// 2·Σ_{v ≤ m} w ≥ W and 2·Σ_{v < m} w < W. A claimed m is therefore
/// - too low exactly when 2·Σ_{v > m} w > W,
/// - too high exactly when 2·Σ_{v < m} w ≥ W.
/// So whoever opens entries on one side until their weight passes half has refuted it; the proposer has no move left,
/// and entries that nobody can open can never refute an honest claim.
library AggregateRefutation {
    /// @notice One entry's leaf. `member` is the entry's place in the frozen set.
    struct Opening {
        uint256 member;
        bytes payload;
        bytes32[] proof;
    }

    /// @notice What is refuted. `above`: the openings hold values above the claimed one.
    struct Claim {
        uint32 leafIndex;
        uint256 lane;
        uint256 claimed;
        bool above;
    }

    /// @notice The openings are not in strictly ascending order of their members, or name one that does not exist.
    error OpeningOutOfOrder(uint256 place, uint256 member);
    /// @notice The leaf does not stand under the entry's root.
    error OpeningInvalid(uint256 member);
    /// @notice The leaf breaks its schema. That is a fault of the entry and for the court.
    error OpeningDefective(uint256 member, LeafRules.Defect defect);
    /// @notice The value is not on the side that was announced.
    error OpeningOnWrongSide(uint256 member, uint256 value);
    /// @notice The opened weight does not decide.
    error WeightTooSmall(uint256 opened, uint256 total);

    /// @notice Returns the opened weight where it refutes the claim, and refuses everything else by name.
    /// @param rule The schema's rule: signs or scores.
    /// @param claim The element, its claimed value and the side on which the openings lie.
    /// @param roots Merkle roots of the frozen set.
    /// @param weights Weights of the frozen set, in the same order.
    /// @param total Their sum W, above zero.
    /// @param openings Leaves of members in ascending order.
    /// @return opened Weight that was opened.
    function checkRefuted(
        LeafRules.Rule memory rule,
        Claim memory claim,
        bytes32[] calldata roots,
        uint64[] calldata weights,
        uint256 total,
        Opening[] calldata openings
    ) internal pure returns (uint256 opened) {
        uint256 next = 0;
        for (uint256 i = 0; i < openings.length; i++) {
            uint256 member = openings[i].member;
            if (member < next || member >= roots.length) revert OpeningOutOfOrder(i, member);
            next = member + 1;
            _checkSide(rule, claim, roots[member], openings[i]);
            opened += weights[member];
        }
        if (claim.above ? 2 * opened <= total : 2 * opened < total) revert WeightTooSmall(opened, total);
    }

    function _checkSide(LeafRules.Rule memory rule, Claim memory claim, bytes32 root, Opening calldata opening)
        private
        pure
    {
        bytes memory payload = opening.payload;
        bytes32 leaf = MerklePositions.recordLeaf(claim.leafIndex, MerklePositions.RAW_CID, sha256(payload));
        if (!MerklePositions.verify(root, rule.leafCount, claim.leafIndex, leaf, opening.proof)) {
            revert OpeningInvalid(opening.member);
        }
        LeafRules.Defect defect = LeafRules.inspect(rule, MerklePositions.RAW_CID, rule.leafCount, payload);
        if (defect != LeafRules.Defect.None) revert OpeningDefective(opening.member, defect);
        uint256 value = LeafRules.valueAt(rule, payload, claim.lane);
        if (claim.above ? value <= claim.claimed : value >= claim.claimed) {
            revert OpeningOnWrongSide(opening.member, value);
        }
    }
}
