// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {IAttestationHub} from "./interfaces/IAttestationHub.sol";
import {IDisputeCourt} from "./interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "./interfaces/IExperienceRegistry.sol";
import {IScoreKernel} from "./interfaces/IScoreKernel.sol";
import {LeafRules} from "./LeafRules.sol";
import {MerkleLeaves} from "./MerkleLeaves.sol";
import {MerklePositions} from "./MerklePositions.sol";
import {SchemaBook} from "./SchemaBook.sol";
import {VerdictSignatures} from "./VerdictSignatures.sol";

/// @title Decides the faults that need no opinion, from bytes alone.
/// @notice Every check returns without a word where the fault is proven and reverts by name where it is not, so that
/// lack of gas can never look like an acquittal or a conviction. It holds no state and no money.
contract FaultJudge {
    /// @notice Proof of {IDisputeCourt.Fault.Schema}: one leaf, and its bytes where its CID and the count are right.
    struct SchemaProof {
        uint32 count;
        uint32 index;
        bytes cid;
        bytes32[] path;
        bytes payload;
    }

    /// @notice Claim of {IDisputeCourt.Fault.Copy}: the numbers of leaves of both entries.
    struct CopyClaim {
        uint256 olderId;
        uint32 count;
        uint32 olderCount;
    }

    /// @notice One leaf that stands in both entries.
    struct CopyOpening {
        uint32 olderIndex;
        bytes cid;
        bytes32[] path;
        bytes32[] olderPath;
    }

    /// @notice Proof of {IDisputeCourt.Fault.Equivocation}: two manifests of the submitter, the entry's first.
    struct EquivocationProof {
        VerdictSignatures.Manifest first;
        VerdictSignatures.Manifest second;
        VerdictSignatures.Signature firstSignature;
        VerdictSignatures.Signature secondSignature;
    }

    /// @notice Proof of {IDisputeCourt.Fault.Score}: a leaf of a task's score and what it was computed from.
    struct ScoreProof {
        uint32 count;
        uint32 index;
        bytes32[] path;
        bytes payload;
        bytes input;
        bytes answer;
    }

    /// @notice A published leaf. `codec`: first four bytes of its CID.
    struct Answer {
        uint32 count;
        uint32 index;
        bytes4 codec;
        bytes32[] path;
        bytes payload;
    }

    /// @notice What is known of the accused entry.
    struct Accused {
        uint256 id;
        bytes32 root;
        uint64 schema;
        address submitter;
    }

    /// @notice How many leaves are drawn to show a copy. A shard that took a share x of its leaves passes with x^16.
    uint256 public constant COPY_SAMPLES = 16;
    /// @notice An entry is a copy only of entries this much older: whoever copies a submission out of the mempool
    /// cannot accuse its author.
    uint256 public constant COPY_MARGIN = 1 days;

    bytes32 private constant DOMAIN_TYPEHASH =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant DOMAIN_NAME = keccak256("DSO");
    bytes32 private constant DOMAIN_VERSION = keccak256("1");

    /// @notice The registry whose entries are judged; manifests are signed for it.
    IExperienceRegistry public immutable registry;
    /// @notice The schemas' rules.
    SchemaBook public immutable schemas;
    /// @notice Judges attestations; zero where there is none. Without a hub nobody can be accused of an attestation: such a
    /// proof is refused with {HubMissing}. A hub that is built later comes with a new judge and a new court.
    IAttestationHub public immutable hub;

    /// @notice A constructor argument has no code.
    error AddressInvalid(string name, address value);
    /// @notice The leaf does not stand under the root.
    error LeafNotProven(uint32 count, uint32 index);
    /// @notice The bytes are not those that the leaf's CID names.
    error PayloadMismatch(bytes32 digest);
    /// @notice The leaf keeps to its schema.
    error LeafInOrder(uint32 index);
    /// @notice The entry said to be copied does not qualify: unknown, not older by {COPY_MARGIN}, of another schema, or
    /// of the same submitter, who may submit again what expired.
    error OlderInvalid(uint256 olderId);
    /// @notice The number of openings is not the one that is drawn.
    error OpeningCountInvalid(uint256 given, uint256 required);
    /// @notice The manifests do not contradict each other, or neither is that of the entry.
    error ManifestsInOrder();
    /// @notice A manifest is not signed by the entry's submitter.
    error SignerNotSubmitter(address signer, address submitter);
    /// @notice There is no hub for attestations, so that accusations of {IDisputeCourt.Fault.Attestation} are refused.
    error HubMissing();
    /// @notice The hub finds no fault.
    error AttestationInOrder();
    /// @notice The schema has no kernel that recomputes its scores.
    error KernelMissing(uint64 schema);
    /// @notice Input or answer are not those that the leaf names.
    error PreimageMismatch(bytes32 inputHash, bytes32 answerHash);
    /// @notice The score is right.
    error ScoreInOrder(uint256 score);
    /// @notice The leaf is neither the requested one nor shows that there is no such leaf.
    error NotRequested(uint256 requested, uint32 given);
    /// @notice The fault is not decided from bytes.
    error FaultNotDecidable(IDisputeCourt.Fault fault);

    /// @param registry_ The registry.
    /// @param schemas_ The rules of its schemas.
    /// @param hub_ Judge of attestations, or zero.
    constructor(IExperienceRegistry registry_, SchemaBook schemas_, IAttestationHub hub_) {
        // The registry may be deployed later, at a computed address: it names its court at construction.
        if (address(registry_) == address(0)) revert AddressInvalid("registry", address(0));
        if (address(schemas_).code.length == 0) revert AddressInvalid("schemas", address(schemas_));
        registry = registry_;
        schemas = schemas_;
        hub = hub_;
    }

    /// @notice Checks the faults that one call proves: schema, equivocation, attestation, score.
    /// @param fault Which of them.
    /// @param accused The entry.
    /// @param payload The proof, ABI-encoded as the structure of its kind; for attestations what the hub takes.
    function check(IDisputeCourt.Fault fault, Accused calldata accused, bytes calldata payload) external view {
        if (fault == IDisputeCourt.Fault.Schema) {
            _checkSchema(accused, abi.decode(payload, (SchemaProof)));
        } else if (fault == IDisputeCourt.Fault.Equivocation) {
            _checkEquivocation(accused, abi.decode(payload, (EquivocationProof)));
        } else if (fault == IDisputeCourt.Fault.Attestation) {
            _checkAttestation(accused, payload);
        } else if (fault == IDisputeCourt.Fault.Score) {
            _checkScore(accused, abi.decode(payload, (ScoreProof)));
        } else {
            revert FaultNotDecidable(fault);
        }
    }

    /// @notice Checks that a claim of copying names an entry that qualifies, before leaves are drawn.
    /// @param accused The entry.
    /// @param payload A {CopyClaim}, ABI-encoded.
    function checkCopyClaim(Accused calldata accused, bytes calldata payload) external view {
        CopyClaim memory claim = abi.decode(payload, (CopyClaim));
        if (claim.olderId == 0 || claim.olderId >= accused.id || claim.count == 0) revert OlderInvalid(claim.olderId);
        IExperienceRegistry.EntryView memory older = registry.getEntry(claim.olderId);
        uint256 submittedAt = registry.getEntry(accused.id).submittedAt;
        bool fits = older.schema == accused.schema && older.submitter != accused.submitter
            && older.submittedAt + COPY_MARGIN <= submittedAt;
        if (!fits) revert OlderInvalid(claim.olderId);
    }

    /// @notice Checks that every drawn leaf of the accused entry stands somewhere in the older one.
    /// @param accused The entry.
    /// @param payload The {CopyClaim} that was opened before the draw.
    /// @param seed What the places are drawn from.
    /// @param openings One for each place, in the order of {drawPlaces}.
    function checkCopy(Accused calldata accused, bytes calldata payload, bytes32 seed, CopyOpening[] calldata openings)
        external
        view
    {
        CopyClaim memory claim = abi.decode(payload, (CopyClaim));
        bytes32 olderRoot = registry.getEntry(claim.olderId).merkleRoot;
        uint32[] memory places = drawPlaces(seed, claim.count);
        if (openings.length != places.length) revert OpeningCountInvalid(openings.length, places.length);
        for (uint256 i = 0; i < places.length; i++) {
            CopyOpening calldata opening = openings[i];
            _checkLeaf(accused.root, claim.count, places[i], opening.cid, opening.path);
            _checkLeaf(olderRoot, claim.olderCount, opening.olderIndex, opening.cid, opening.olderPath);
        }
    }

    /// @notice Checks that a leaf of the entry can be asked for: its schema's rule bounds the size of a leaf, so that it
    /// can be published on chain.
    /// @param accused The entry.
    /// @param payload The leaf's place, ABI-encoded.
    /// @return index The place.
    function checkRequest(Accused calldata accused, bytes calldata payload) external view returns (uint32 index) {
        schemas.ruleOf(accused.schema);
        return abi.decode(payload, (uint32));
    }

    /// @notice Checks that a published leaf answers a request: it is the one, or shows that the root has fewer leaves.
    /// @param root Root of the entry or aggregate.
    /// @param requested Place that was asked for.
    /// @param given The leaf.
    function checkAnswer(bytes32 root, uint256 requested, Answer calldata given) external pure {
        if (given.index != requested && given.count > requested) revert NotRequested(requested, given.index);
        bytes memory cid = abi.encodePacked(given.codec, sha256(given.payload));
        _checkLeaf(root, given.count, given.index, cid, given.path);
    }

    /// @notice EIP-712 digest that a submitter signs about a shard.
    /// @param manifest The manifest.
    /// @return The digest, for this chain and registry.
    function manifestDigest(VerdictSignatures.Manifest memory manifest) public view returns (bytes32) {
        bytes32 domain =
            keccak256(abi.encode(DOMAIN_TYPEHASH, DOMAIN_NAME, DOMAIN_VERSION, block.chainid, address(registry)));
        return MessageHashUtils.toTypedDataHash(domain, VerdictSignatures.hashManifest(manifest));
    }

    /// @notice Places of the leaves that must be shown: all where there are at most {COPY_SAMPLES}, else a drawing.
    /// @param seed What is drawn from.
    /// @param count Number of leaves.
    /// @return places In the order in which openings are expected; drawn places may repeat.
    function drawPlaces(bytes32 seed, uint32 count) public pure returns (uint32[] memory places) {
        bool all = count <= COPY_SAMPLES;
        places = new uint32[](all ? count : COPY_SAMPLES);
        for (uint256 i = 0; i < places.length; i++) {
            places[i] = uint32(all ? i : uint256(keccak256(abi.encode(seed, i))) % count);
        }
    }

    function _checkSchema(Accused calldata accused, SchemaProof memory proof) private view {
        LeafRules.Rule memory rule = schemas.ruleOf(accused.schema);
        _checkLeaf(accused.root, proof.count, proof.index, proof.cid, proof.path);
        bytes4 prefix = bytes4(proof.cid);
        LeafRules.Defect defect = LeafRules.inspect(rule, prefix, proof.count, proof.payload);
        if (defect == LeafRules.Defect.None) revert LeafInOrder(proof.index);
        // A wrong CID or count is a fault whatever the bytes are; every other defect is one of these very bytes.
        if (defect != LeafRules.Defect.Codec && defect != LeafRules.Defect.LeafCount) {
            bytes32 digest = sha256(proof.payload);
            if (keccak256(abi.encodePacked(prefix, digest)) != keccak256(proof.cid)) revert PayloadMismatch(digest);
        }
    }

    function _checkEquivocation(Accused calldata accused, EquivocationProof memory proof) private view {
        bool contradict = proof.first.schema == proof.second.schema && proof.first.nonce == proof.second.nonce
            && proof.first.merkleRoot != proof.second.merkleRoot;
        bool own = proof.first.merkleRoot == accused.root && proof.first.schema == accused.schema;
        if (!contradict || !own) revert ManifestsInOrder();
        _checkSigner(proof.first, proof.firstSignature, accused.submitter);
        _checkSigner(proof.second, proof.secondSignature, accused.submitter);
    }

    function _checkScore(Accused calldata accused, ScoreProof memory proof) private view {
        IScoreKernel kernel = schemas.kernelOf(accused.schema);
        if (address(kernel) == address(0)) revert KernelMissing(accused.schema);
        bytes memory cid = abi.encodePacked(MerklePositions.RAW_CID, sha256(proof.payload));
        _checkLeaf(accused.root, proof.count, proof.index, cid, proof.path);
        uint256 claimed = _checkPreimages(proof);
        if (kernel.score(proof.input, proof.answer) == claimed) revert ScoreInOrder(claimed);
    }

    /// @dev Compares the whole leaf, which also fixes its length.
    function _checkPreimages(ScoreProof memory proof) private pure returns (uint256 claimed) {
        claimed = uint16(bytes2(proof.payload));
        (bytes32 inputHash, bytes32 answerHash) = (keccak256(proof.input), keccak256(proof.answer));
        if (keccak256(abi.encodePacked(uint16(claimed), inputHash, answerHash)) != keccak256(proof.payload)) {
            revert PreimageMismatch(inputHash, answerHash);
        }
    }

    function _checkAttestation(Accused calldata accused, bytes calldata evidence) private view {
        if (address(hub) == address(0)) revert HubMissing();
        if (!hub.isFaulty(accused.id, accused.root, accused.submitter, evidence)) revert AttestationInOrder();
    }

    function _checkSigner(
        VerdictSignatures.Manifest memory manifest,
        VerdictSignatures.Signature memory signature,
        address submitter
    ) private view {
        (address signer,,) = ECDSA.tryRecover(manifestDigest(manifest), signature.r, signature.vs);
        // A submitter is never zero, so a signature that is none cannot match.
        if (signer != submitter) revert SignerNotSubmitter(signer, submitter);
    }

    function _checkLeaf(bytes32 root, uint32 count, uint32 index, bytes memory cid, bytes32[] memory path)
        private
        pure
    {
        if (!MerkleLeaves.verifyLeaf(root, count, index, cid, path)) revert LeafNotProven(count, index);
    }
}
