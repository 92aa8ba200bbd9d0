// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IJurorWeights} from "./interfaces/IJurorWeights.sol";
import {VerdictSignatures} from "./VerdictSignatures.sol";

/// @title Checks that two thirds of the jurors' weight have signed.
/// @notice The parties neither sign nor count: their weight leaves the total, so that a party with a third of it cannot
/// prevent a verdict.
library JurorQuorum {
    /// @notice What is asked: weights of which time, signatures of what, and which two accounts are parties.
    struct Question {
        IJurorWeights jurors;
        uint48 snapshot;
        uint48 expiry;
        bytes32 digest;
        address accused;
        address challenger;
    }

    /// @notice Most signatures.
    uint256 internal constant MAX_SIGNERS = 64;

    /// @notice There are no signatures or more than {MAX_SIGNERS}.
    error SignerCountInvalid(uint256 count);
    /// @notice The signatures hold no longer.
    error VerdictExpired(uint256 expiry);
    /// @notice A party has signed.
    error SignerIsParty(address signer);
    /// @notice The signer had no weight at the snapshot.
    error SignerWithoutWeight(address signer);
    /// @notice The signers have less than two thirds of the weight.
    error QuorumMissed(uint256 weight, uint256 total);

    /// @notice Returns the weight that has signed where it is enough, and refuses everything else by name.
    /// @param question What is asked.
    /// @param signatures In strictly ascending order of their signers.
    /// @return Weight of the signers.
    function check(Question memory question, VerdictSignatures.Signature[] calldata signatures)
        internal
        view
        returns (uint256)
    {
        if (block.timestamp > question.expiry) revert VerdictExpired(question.expiry);
        if (signatures.length == 0 || signatures.length > MAX_SIGNERS) revert SignerCountInvalid(signatures.length);
        address[] memory signers = VerdictSignatures.recoverAll(question.digest, signatures);
        (uint256 signed, uint256 total, address stranger) =
            question.jurors.weigh(signers, question.accused, question.challenger, question.snapshot);
        if (stranger != address(0)) {
            if (stranger == question.accused || stranger == question.challenger) revert SignerIsParty(stranger);
            revert SignerWithoutWeight(stranger);
        }
        if (3 * signed < 2 * total) revert QuorumMissed(signed, total);
        return signed;
    }
}
