// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title EIP-712 messages of the court and the signatures under them.
/// @notice The domain, with chain and contract, is the caller's: a message signed for one court is worthless elsewhere.
/// Signatures have the compact form of ERC-2098 and come in strictly ascending order of their signers, so that none
/// counts twice, and a signature in its second, malleable form is refused.
library VerdictSignatures {
    /// @notice What jurors sign. `round` counts appeals; `snapshot` is the time of the jurors' weights.
    struct Verdict {
        uint256 caseId;
        uint8 kind;
        uint8 round;
        bytes32 evidenceHash;
        bool upheld;
        address challenger;
        uint48 snapshot;
        uint48 expiry;
    }

    /// @notice What a submitter signs about a shard: one root for each nonce.
    struct Manifest {
        uint64 schema;
        uint64 nonce;
        bytes32 merkleRoot;
    }

    /// @notice A signature in the compact form: the top bit of `vs` is the parity of the point.
    struct Signature {
        bytes32 r;
        bytes32 vs;
    }

    /// @notice Half of the order of secp256k1: a larger s is the malleable form of a signature.
    uint256 internal constant HALF_ORDER = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0;

    /// @notice Type hash of {Verdict}.
    bytes32 internal constant VERDICT_TYPEHASH = keccak256(
        "Verdict(uint256 caseId,uint8 kind,uint8 round,bytes32 evidenceHash,bool upheld,address challenger,uint48 snapshot,uint48 expiry)"
    );
    /// @notice Type hash of {Manifest}.
    bytes32 internal constant MANIFEST_TYPEHASH = keccak256("Manifest(uint64 schema,uint64 nonce,bytes32 merkleRoot)");

    /// @notice The signature is not one, or is in its malleable form.
    error SignatureInvalid(uint256 place);
    /// @notice The signers are not in strictly ascending order.
    error SignerOutOfOrder(uint256 place, address signer);

    /// @notice EIP-712 hash of a verdict.
    /// @param verdict The verdict.
    /// @return Hash of the structure, without the domain.
    function hashVerdict(Verdict memory verdict) internal pure returns (bytes32) {
        // All fields are static and lie in order, so the structure's words are their own encoding.
        return keccak256(abi.encode(VERDICT_TYPEHASH, verdict));
    }

    /// @notice EIP-712 hash of a manifest.
    /// @param manifest The manifest.
    /// @return Hash of the structure, without the domain.
    function hashManifest(Manifest memory manifest) internal pure returns (bytes32) {
        return keccak256(abi.encode(MANIFEST_TYPEHASH, manifest));
    }

    /// @notice Signers of a list of signatures, which must be in strictly ascending order.
    /// @dev The loop of every verdict, in assembly because Solidity would add a third to what recovering costs. It stops at
    /// the first signature that recovers nobody, or nobody above the one before.
    /// @param digest The signed EIP-712 digest.
    /// @param signatures The list.
    /// @return signers None of them zero, none twice.
    function recoverAll(bytes32 digest, Signature[] calldata signatures)
        internal
        view
        returns (address[] memory signers)
    {
        signers = new address[](signatures.length);
        uint256 place;
        address signer;
        assembly ("memory-safe") {
            // What ecrecover takes: digest, v, r, s.
            let input := mload(0x40)
            mstore(input, digest)
            let from := signatures.offset
            let to := add(signers, 0x20)
            let last := 0
            for {} lt(place, signatures.length) { place := add(place, 1) } {
                let vs := calldataload(add(from, 0x20))
                let s := shr(1, shl(1, vs))
                mstore(add(input, 0x20), add(27, shr(255, vs)))
                mstore(add(input, 0x40), calldataload(from))
                mstore(add(input, 0x60), s)
                // A refused signature leaves the zero.
                mstore(0, 0)
                if iszero(gt(s, HALF_ORDER)) { pop(staticcall(gas(), 1, input, 0x80, 0, 0x20)) }
                signer := mload(0)
                if iszero(gt(signer, last)) { break }
                last := signer
                mstore(to, signer)
                from := add(from, 0x40)
                to := add(to, 0x20)
            }
        }
        if (place == signatures.length) return signers;
        if (signer == address(0)) revert SignatureInvalid(place);
        revert SignerOutOfOrder(place, signer);
    }
}
