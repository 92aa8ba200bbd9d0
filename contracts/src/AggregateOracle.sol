// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {AggregateRefutation} from "./AggregateRefutation.sol";
import {AggregateWeights} from "./AggregateWeights.sol";
import {IAggregateOracle} from "./interfaces/IAggregateOracle.sol";
import {IBondVault} from "./interfaces/IBondVault.sol";
import {IExperienceRegistry} from "./interfaces/IExperienceRegistry.sol";
import {IJurorWeights} from "./interfaces/IJurorWeights.sol";
import {JurorQuorum} from "./JurorQuorum.sol";
import {LeafRules} from "./LeafRules.sol";
import {MerkleLeaves} from "./MerkleLeaves.sol";
import {MerklePositions} from "./MerklePositions.sol";
import {OracleBooks} from "./OracleBooks.sol";
import {SchemaBook} from "./SchemaBook.sol";
import {SlashingProfiles} from "./SlashingProfiles.sol";
import {VerdictSignatures} from "./VerdictSignatures.sol";

/// @title Aggregates of final entries: computed off chain, refutable on chain in one transaction.
/// @notice Anybody proposes the root of a page of the registry's canonical sets, with a bond of at least ten times the
/// largest entry bond in it. Each element of an aggregate is the lower weighted median of that element over the entries,
/// see {AggregateRefutation}. Until the window is over
/// - {challengeLeaf} refutes one element by opening entries that hold more than half of the weight on one side,
/// - {challengeDefect} shows a leaf that breaks the schema,
/// - {requestLeaf} makes the proposer publish a leaf, or lose.
/// What nobody refutes becomes final and never changes. A quorum of jurors can shorten the window, never the requests.
///
/// Not prevented: an aggregate that nobody has recomputed in the window; a majority of the weight that lies together.
contract AggregateOracle is OracleBooks, EIP712 {
    /// @notice Domain tag of a commitment to a refutation.
    bytes32 public constant REFUTATION_TAG = keccak256("dso.refutation.v1");
    /// @notice Lane that {hashRefutation} takes for {challengeDefect}.
    uint256 public constant DEFECT_LANE = type(uint256).max;

    bytes32 private constant COSIGNATURE_TYPEHASH =
        keccak256("Cosignature(uint256 id,bytes32 setHash,bytes32 root,uint48 snapshot,uint48 expiry)");

    /// @param registry_ The registry; it may be deployed later, at a computed address.
    /// @param bonds_ Vault of which this oracle is a module.
    /// @param schemas_ Rules of the schemas.
    /// @param jurors_ Weights that are known at least as far back as the window.
    /// @param settings_ See {Settings}.
    constructor(
        IExperienceRegistry registry_,
        IBondVault bonds_,
        SchemaBook schemas_,
        IJurorWeights jurors_,
        Settings memory settings_
    ) OracleBooks(registry_, bonds_, schemas_, jurors_, settings_) EIP712("DSO Aggregates", "1") {}

    /// @inheritdoc IAggregateOracle
    function finalRootOf(bytes32 setHash) external view returns (bytes32 root) {
        Aggregate storage a = _aggregates[latestOf[setHash]];
        return a.status == Status.Final ? a.root : bytes32(0);
    }

    // Proposals

    /// @notice Proposes an aggregate and locks the bond of the caller's deposit.
    /// @param p Page, root and CID.
    /// @param members The page's entries, as {IExperienceRegistry-memberOf} says, in the page's order.
    /// @return id Running number, from 1.
    function propose(Proposal calldata p, IExperienceRegistry.Member[] calldata members) external returns (uint256 id) {
        if (p.root == 0) revert RootZero();
        uint256 cidLength = bytes(p.cid).length;
        if (cidLength == 0 || cidLength > MAX_CID_BYTES) revert CidLengthInvalid(cidLength);
        if (members.length == 0 || members.length > AggregateWeights.MAX_MEMBERS) {
            revert MemberCountInvalid(members.length);
        }
        LeafRules.Rule memory rule = schemas.ruleOf(p.schema);
        if (!LeafRules.isAggregable(rule)) revert LeafRules.NotAggregable(rule.kind);
        AggregateWeights.Frozen memory frozen = AggregateWeights.freeze(scale(), members);
        _checkSet(p, frozen.setHash, frozen.total);
        return _register(p, frozen);
    }

    /// @notice Shortens the window by the signatures of two thirds of the jurors' weight.
    /// @param id The aggregate.
    /// @param expiry Unix second until which the signatures hold.
    /// @param signatures Of {cosignatureDigest}, in strictly ascending order of their signers.
    function cosign(uint256 id, uint48 expiry, VerdictSignatures.Signature[] calldata signatures) external {
        Aggregate storage a = _challengeable(id);
        uint48 snapshot = a.proposedAt - 1;
        bytes32 digest = cosignatureDigest(id, expiry);
        uint256 weight = JurorQuorum.check(
            JurorQuorum.Question(jurors, snapshot, expiry, digest, a.proposer, address(0)), signatures
        );
        uint256 end = block.timestamp + shortWindow;
        if (end < a.windowEndsAt) a.windowEndsAt = uint48(end);
        emit AggregateCosigned(id, weight, a.windowEndsAt);
    }

    /// @notice Makes an aggregate final after its window; anybody may call it. The bond comes back.
    /// @param id The aggregate.
    function finalise(uint256 id) external {
        Aggregate storage a = _proposed(id);
        if (block.timestamp < _challengeEndsAt(a)) revert WindowOpen(id, _challengeEndsAt(a));
        if (a.openRequests != 0) revert RequestsOpen(id, a.openRequests);
        a.status = Status.Final;
        emit AggregateFinal(id, a.setHash, a.root);
        bonds.release(a.proposer, a.bond);
    }

    // Refutations

    /// @notice Commits to a refutation. Whoever refutes without an older commitment to it earns no bounty, so that
    /// copying a refutation out of the mempool gains nothing.
    /// @param commitment {hashRefutation} of what will be refuted.
    function commitRefutation(bytes32 commitment) external {
        if (commitment == 0) revert CommitmentZero();
        if (committedAt[commitment] != 0) revert CommitmentTaken(commitment);
        committedAt[commitment] = block.number;
    }

    /// @notice Refutes one element by opening entries on one side of it. One transaction; the proposer has no answer.
    /// @param id The aggregate.
    /// @param r The aggregate's leaf, the element, the frozen set and the openings.
    function challengeLeaf(uint256 id, Refutation calldata r) external {
        Aggregate storage a = _challengeable(id);
        if (AggregateWeights.hashFrozen(r.roots, r.weights) != a.frozenHash) revert FrozenSetMismatch(a.frozenHash);
        LeafRules.Rule memory rule = schemas.ruleOf(a.schema);
        uint256 claimed = _claimedValue(a.root, rule, r);
        AggregateRefutation.Claim memory claim = AggregateRefutation.Claim(r.leafIndex, r.lane, claimed, r.above);
        AggregateRefutation.checkRefuted(rule, claim, r.roots, r.weights, a.total, r.openings);
        _reject(id, a, r.leafIndex, _bountyTaker(id, r.leafIndex, r.lane, r.above, r.salt));
    }

    /// @notice Refutes an aggregate by a leaf under its root that breaks the schema.
    /// @param id The aggregate.
    /// @param leaf The leaf, with the count and the codec that its root binds.
    /// @param salt Of the commitment, if there is one.
    function challengeDefect(uint256 id, Leaf calldata leaf, bytes32 salt) external {
        Aggregate storage a = _challengeable(id);
        if (!_isUnder(a.root, leaf)) revert LeafNotProven(leaf.count, leaf.index);
        LeafRules.Rule memory rule = schemas.ruleOf(a.schema);
        if (LeafRules.inspect(rule, leaf.codec, leaf.count, leaf.payload) == LeafRules.Defect.None) {
            revert LeafInOrder(leaf.index);
        }
        _reject(id, a, leaf.index, _bountyTaker(id, leaf.index, DEFECT_LANE, false, salt));
    }

    // Withheld leaves

    /// @notice Asks for a leaf that nobody hands out and locks {requestBond} of the caller's deposit. Once per leaf.
    /// @param id The aggregate.
    /// @param index Place of the leaf.
    function requestLeaf(uint256 id, uint32 index) external {
        Aggregate storage a = _proposed(id);
        if (block.timestamp >= a.windowEndsAt) revert WindowOver(id, a.windowEndsAt);
        uint256 leafCount = schemas.ruleOf(a.schema).leafCount;
        if (index >= leafCount) revert LeafIndexInvalid(index, leafCount);
        Request storage request = requests[id][index];
        if (request.requester != address(0)) revert AlreadyRequested(id, index);
        request.requester = msg.sender;
        request.answerBy = uint48(block.timestamp + responsePeriod);
        a.openRequests += 1;
        emit LeafRequested(id, index, msg.sender, request.answerBy);
        bonds.lock(msg.sender, requestBond);
    }

    /// @notice Publishes a requested leaf in the calldata of this transaction; anybody may do it. The requester's bond
    /// goes half to the proposer, and there is time again to challenge what became known.
    /// @param id The aggregate.
    /// @param leaf The leaf, in order.
    function answerRequest(uint256 id, Leaf calldata leaf) external {
        Aggregate storage a = _proposed(id);
        Request storage request = _openRequest(id, leaf.index);
        if (block.timestamp >= request.answerBy) revert WindowOver(id, request.answerBy);
        if (!_isUnder(a.root, leaf)) revert LeafNotProven(leaf.count, leaf.index);
        LeafRules.Defect defect = LeafRules.inspect(schemas.ruleOf(a.schema), leaf.codec, leaf.count, leaf.payload);
        if (defect != LeafRules.Defect.None) revert LeafDefective(leaf.index, defect);
        request.closed = true;
        a.openRequests -= 1;
        a.extendedUntil = uint48(block.timestamp + shortWindow);
        emit LeafAnswered(id, leaf.index, msg.sender, _challengeEndsAt(a));
        (uint256 burned, uint256 toProposer) = SlashingProfiles.splitLost(requestBond);
        bonds.slash(request.requester, burned, a.proposer, toProposer, 0);
    }

    /// @notice Ends a request that was not answered: the aggregate is rejected and the requester earns the bounty; of
    /// an aggregate that was rejected already the requester's bond comes back. Anybody may call it.
    /// @param id The aggregate.
    /// @param index Place of the leaf.
    function closeRequest(uint256 id, uint32 index) external {
        Aggregate storage a = _known(id);
        Request storage request = _openRequest(id, index);
        bool rejected = a.status == Status.Rejected;
        if (!rejected && block.timestamp < request.answerBy) revert WindowOpen(id, request.answerBy);
        request.closed = true;
        a.openRequests -= 1;
        emit RequestClosed(id, index);
        bonds.release(request.requester, requestBond);
        if (!rejected) _reject(id, a, index, request.requester);
    }

    // Views

    /// @notice Whether a leaf stands under the final root of a page.
    /// @param setHash The page, see {IExperienceRegistry-finalSet}.
    /// @param leaf The leaf.
    /// @return True only for a final aggregate.
    function verifyFinalLeaf(bytes32 setHash, Leaf calldata leaf) external view returns (bool) {
        Aggregate storage a = _aggregates[latestOf[setHash]];
        return a.status == Status.Final && _isUnder(a.root, leaf);
    }

    /// @notice What {commitRefutation} takes.
    /// @param id The aggregate.
    /// @param leafIndex Place of the leaf.
    /// @param lane The element, or {DEFECT_LANE}.
    /// @param above Whether the openings lie above the claimed value; false for {DEFECT_LANE}.
    /// @param challenger Who will refute.
    /// @param salt At least 128 bits that nobody can guess.
    /// @return The commitment, for this chain and oracle.
    function hashRefutation(uint256 id, uint32 leafIndex, uint256 lane, bool above, address challenger, bytes32 salt)
        public
        view
        returns (bytes32)
    {
        bytes32 target = keccak256(abi.encode(REFUTATION_TAG, block.chainid, address(this), id));
        return keccak256(abi.encode(target, leafIndex, lane, above, challenger, salt));
    }

    /// @notice What jurors sign under an aggregate.
    /// @param id The aggregate.
    /// @param expiry Unix second until which it holds.
    /// @return EIP-712 digest, for this chain and oracle.
    function cosignatureDigest(uint256 id, uint48 expiry) public view returns (bytes32) {
        Aggregate storage a = _known(id);
        return
            _hashTypedDataV4(
                keccak256(abi.encode(COSIGNATURE_TYPEHASH, id, a.setHash, a.root, a.proposedAt - 1, expiry))
            );
    }

    function _checkSet(Proposal calldata p, bytes32 setHash, uint64 total) private view {
        (bytes32 required,, bool closed) = registry.finalSet(p.schema, p.epoch, p.page);
        if (!closed) revert SetNotClosed(p.schema, p.epoch, p.page);
        if (setHash != required) revert SetMismatch(setHash, required);
        if (total == 0) revert WeightZero();
        uint256 latest = latestOf[setHash];
        if (latest != 0 && _aggregates[latest].status != Status.Rejected) revert SetTaken(setHash, latest);
    }

    function _claimedValue(bytes32 root, LeafRules.Rule memory rule, Refutation calldata r)
        private
        pure
        returns (uint256)
    {
        bytes memory payload = r.payload;
        bytes32 leaf = MerklePositions.recordLeaf(r.leafIndex, MerklePositions.RAW_CID, sha256(payload));
        if (!MerklePositions.verify(root, rule.leafCount, r.leafIndex, leaf, r.path)) {
            revert LeafNotProven(rule.leafCount, r.leafIndex);
        }
        if (r.lane >= rule.lanes) revert LaneInvalid(r.lane, rule.lanes);
        LeafRules.Defect defect = LeafRules.inspect(rule, MerklePositions.RAW_CID, rule.leafCount, payload);
        if (defect != LeafRules.Defect.None) revert LeafDefective(r.leafIndex, defect);
        return LeafRules.valueAt(rule, payload, r.lane);
    }

    function _bountyTaker(uint256 id, uint32 leafIndex, uint256 lane, bool above, bytes32 salt)
        private
        view
        returns (address)
    {
        uint256 since = committedAt[hashRefutation(id, leafIndex, lane, above, msg.sender, salt)];
        return since != 0 && since < block.number ? msg.sender : address(0);
    }

    function _isUnder(bytes32 root, Leaf calldata leaf) private pure returns (bool) {
        bytes memory cid = abi.encodePacked(leaf.codec, sha256(leaf.payload));
        return MerkleLeaves.verifyLeaf(root, leaf.count, leaf.index, cid, leaf.path);
    }
}
