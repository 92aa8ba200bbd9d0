// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FaultJudge} from "../src/FaultJudge.sol";
import {IAttestationHub} from "../src/interfaces/IAttestationHub.sol";
import {IDisputeCourt} from "../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "../src/interfaces/IExperienceRegistry.sol";
import {MerklePositions} from "../src/MerklePositions.sol";
import {SchemaBook} from "../src/SchemaBook.sol";
import {VerdictSignatures} from "../src/VerdictSignatures.sol";
import {CourtFixture} from "./support/CourtFixture.sol";
import {Trees} from "./support/Trees.sol";

contract SchemaFaultTest is CourtFixture {
    function test_findsAScoreOutOfRange() public view {
        check(3, badScores(), 1);
    }

    function test_findsALeafOfTheWrongLength() public view {
        bytes[] memory payloads = badScores();
        payloads[2] = hex"000200";
        check(3, payloads, 2);
    }

    function test_findsPaddingThatIsNotZero() public view {
        // Twelve signs: the upper half of the second byte is padding.
        bytes[] memory payloads = new bytes[](2);
        payloads[0] = hex"ff1f";
        payloads[1] = hex"ff0f";
        check(2, payloads, 0);
    }

    function test_acceptsCanonicalSigns() public {
        bytes[] memory payloads = new bytes[](2);
        payloads[0] = hex"ff1f";
        payloads[1] = hex"ff0f";
        refuse(2, payloads, 1, abi.encodeWithSelector(FaultJudge.LeafInOrder.selector, 1));
    }

    function test_findsAWrongNumberOfLeavesWhateverTheLeafHolds() public view {
        bytes[] memory payloads = new bytes[](1);
        payloads[0] = hex"00000000";
        check(3, payloads, 0);
    }

    function test_findsAWrongCodecWithoutTheBytes() public view {
        bytes[] memory payloads = new bytes[](1);
        payloads[0] = "raw block where dag-cbor is due";
        check(1, payloads, 0);
    }

    function test_judgesOpaqueLeavesByTheirLengthOnly() public {
        checkOpaque(new bytes(65));
        bytes memory empty = new bytes(0);
        checkOpaque(empty);
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.LeafInOrder.selector, 0));
        this.checkOpaque(new bytes(64));
    }

    function test_refusesBytesThatTheCidDoesNotName() public {
        bytes[] memory payloads = badScores();
        FaultJudge.SchemaProof memory proof = abi.decode(schemaProof(payloads, 0), (FaultJudge.SchemaProof));
        proof.payload = hex"ffffffff";
        bytes32 digest = sha256(proof.payload);
        FaultJudge.Accused memory entry = accused(3, Trees.rawRoot(payloads));
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.PayloadMismatch.selector, digest));
        judge.check(IDisputeCourt.Fault.Schema, entry, abi.encode(proof));
    }

    function test_refusesALeafOfAnotherRootAndAnUnknownSchema() public {
        bytes memory payload = provenSchemaFault();
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.LeafNotProven.selector, 3, 1));
        judge.check(IDisputeCourt.Fault.Schema, accused(3, "other"), payload);
        FaultJudge.Accused memory unknown = accused(9, Trees.rawRoot(badScores()));
        vm.expectRevert(abi.encodeWithSelector(SchemaBook.SchemaUnknown.selector, 9));
        judge.check(IDisputeCourt.Fault.Schema, unknown, payload);
    }

    function test_aMalformedProofIsRefused() public {
        vm.expectRevert();
        judge.check(IDisputeCourt.Fault.Schema, accused(3, "root"), "garbage");
    }

    function testFuzz_convictsExactlyTheScoresOutOfRange(uint16[6] memory scores, uint8 place) public {
        bytes[] memory payloads = new bytes[](3);
        for (uint256 i = 0; i < 3; i++) {
            payloads[i] = abi.encodePacked(scores[2 * i] % 1100, scores[2 * i + 1] % 1100);
        }
        uint32 index = uint32(place % 3);
        bool bad = scores[2 * index] % 1100 > 1000 || scores[2 * index + 1] % 1100 > 1000;
        if (!bad) vm.expectRevert(abi.encodeWithSelector(FaultJudge.LeafInOrder.selector, index));
        this.checkOutside(3, payloads, index);
    }

    function checkOpaque(bytes memory block_) public view {
        bytes memory cid = abi.encodePacked(hex"01711220", sha256(block_));
        bytes32[] memory leaves = new bytes32[](1);
        leaves[0] = Trees.recordLeaf(0, cid);
        FaultJudge.SchemaProof memory proof =
            FaultJudge.SchemaProof({count: 1, index: 0, cid: cid, path: new bytes32[](0), payload: block_});
        judge.check(IDisputeCourt.Fault.Schema, accused(1, Trees.root(leaves)), abi.encode(proof));
    }

    function checkOutside(uint64 schema, bytes[] memory payloads, uint32 index) external view {
        check(schema, payloads, index);
    }

    function check(uint64 schema, bytes[] memory payloads, uint32 index) private view {
        judge.check(IDisputeCourt.Fault.Schema, accused(schema, Trees.rawRoot(payloads)), schemaProof(payloads, index));
    }

    function refuse(uint64 schema, bytes[] memory payloads, uint32 index, bytes memory reason) private {
        vm.expectRevert(reason);
        this.checkOutside(schema, payloads, index);
    }

    function accused(uint64 schema, bytes32 root) private pure returns (FaultJudge.Accused memory) {
        return FaultJudge.Accused(ENTRY, root, schema, alice());
    }
}

contract EquivocationTest is CourtFixture {
    VerdictSignatures.Manifest private own = VerdictSignatures.Manifest(3, 7, "root");
    VerdictSignatures.Manifest private other = VerdictSignatures.Manifest(3, 7, "other");

    function test_findsTwoRootsForOneNonce() public view {
        judge.check(IDisputeCourt.Fault.Equivocation, accused(), proof(own, other, ALICE_KEY, ALICE_KEY));
    }

    function test_refusesManifestsThatDoNotContradictEachOther() public {
        bytes memory reason = abi.encodeWithSelector(FaultJudge.ManifestsInOrder.selector);
        refuse(proof(own, own, ALICE_KEY, ALICE_KEY), reason);
        other.nonce = 8;
        refuse(proof(own, other, ALICE_KEY, ALICE_KEY), reason);
        (other.nonce, other.schema) = (7, 2);
        refuse(proof(own, other, ALICE_KEY, ALICE_KEY), reason);
    }

    function test_refusesManifestsOfAnotherEntry() public {
        bytes memory reason = abi.encodeWithSelector(FaultJudge.ManifestsInOrder.selector);
        refuse(proof(other, own, ALICE_KEY, ALICE_KEY), reason);
        (own.schema, other.schema) = (2, 2);
        refuse(proof(own, other, ALICE_KEY, ALICE_KEY), reason);
    }

    function test_refusesSignaturesOfOthers() public {
        refuse(
            proof(own, other, 1, ALICE_KEY),
            abi.encodeWithSelector(FaultJudge.SignerNotSubmitter.selector, vm.addr(1), alice())
        );
        refuse(
            proof(own, other, ALICE_KEY, 1),
            abi.encodeWithSelector(FaultJudge.SignerNotSubmitter.selector, vm.addr(1), alice())
        );
    }

    function test_refusesManifestsThatWereSignedForAnotherRegistry() public {
        FaultJudge elsewhere = new FaultJudge(IExperienceRegistry(address(1)), schemas, IAttestationHub(address(0)));
        assertTrue(elsewhere.manifestDigest(own) != judge.manifestDigest(own), "bound to the registry");
    }

    function testFuzz_convictsExactlyWhereManifestsContradictEachOther(
        uint64 schema,
        uint64 nonce,
        bytes32 root,
        uint8 differs
    ) public {
        own = VerdictSignatures.Manifest(schema, nonce, root);
        other = VerdictSignatures.Manifest(
            differs & 1 == 0 ? schema : schema ^ 1,
            differs & 2 == 0 ? nonce : nonce ^ 1,
            differs & 4 == 0 ? root : ~root
        );
        FaultJudge.Accused memory entry = FaultJudge.Accused(ENTRY, root, schema, alice());
        bytes memory payload = proof(own, other, ALICE_KEY, ALICE_KEY);
        if (differs & 7 != 4) vm.expectRevert(FaultJudge.ManifestsInOrder.selector);
        judge.check(IDisputeCourt.Fault.Equivocation, entry, payload);
    }

    function testFuzz_onlyTheSubmittersSignaturesConvict(uint256 firstSeed, uint256 secondSeed, bool bySubmitter)
        public
    {
        uint256 firstKey = bySubmitter ? ALICE_KEY : bound(firstSeed, 1, 2 ** 128);
        uint256 secondKey = bySubmitter ? ALICE_KEY : bound(secondSeed, 1, 2 ** 128);
        bytes memory payload = proof(own, other, firstKey, secondKey);
        if (firstKey != ALICE_KEY || secondKey != ALICE_KEY) vm.expectRevert();
        judge.check(IDisputeCourt.Fault.Equivocation, accused(), payload);
    }

    function proof(
        VerdictSignatures.Manifest memory first,
        VerdictSignatures.Manifest memory second,
        uint256 firstKey,
        uint256 secondKey
    ) private view returns (bytes memory) {
        return abi.encode(
            FaultJudge.EquivocationProof(
                first,
                second,
                compact(firstKey, judge.manifestDigest(first)),
                compact(secondKey, judge.manifestDigest(second))
            )
        );
    }

    function refuse(bytes memory payload, bytes memory reason) private {
        vm.expectRevert(reason);
        judge.check(IDisputeCourt.Fault.Equivocation, accused(), payload);
    }

    function accused() private pure returns (FaultJudge.Accused memory) {
        return FaultJudge.Accused(ENTRY, "root", 3, alice());
    }
}

contract ScoreAndAttestationTest is CourtFixture {
    function test_findsAWrongScore() public view {
        check(proofOf(6, "question", "answer!"));
    }

    function test_acceptsARightScore() public {
        bytes memory payload = proofOf(7, "question", "answer!");
        FaultJudge.Accused memory entry = accused(rootOf(leafOf(7, "question", "answer!")));
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.ScoreInOrder.selector, 7));
        judge.check(IDisputeCourt.Fault.Score, entry, payload);
    }

    function test_refusesOtherInputsAndAnswers() public {
        FaultJudge.ScoreProof memory proof = abi.decode(proofOf(6, "question", "answer!"), (FaultJudge.ScoreProof));
        proof.answer = "another";
        FaultJudge.Accused memory entry = accused(rootOf(proof.payload));
        vm.expectRevert(
            abi.encodeWithSelector(FaultJudge.PreimageMismatch.selector, keccak256("question"), keccak256("another"))
        );
        judge.check(IDisputeCourt.Fault.Score, entry, abi.encode(proof));
    }

    function test_refusesALeafWithATail() public {
        bytes memory long = abi.encodePacked(uint16(6), keccak256("q"), keccak256("a"), uint8(0));
        FaultJudge.ScoreProof memory proof = FaultJudge.ScoreProof(1, 0, new bytes32[](0), long, "q", "a");
        FaultJudge.Accused memory entry = accused(rootOf(long));
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.PreimageMismatch.selector, keccak256("q"), keccak256("a")));
        judge.check(IDisputeCourt.Fault.Score, entry, abi.encode(proof));
    }

    function test_refusesALeafOfAnotherRoot() public {
        bytes memory payload = proofOf(6, "question", "answer!");
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.LeafNotProven.selector, 1, 0));
        judge.check(IDisputeCourt.Fault.Score, accused("other"), payload);
    }

    function test_refusesASchemaWithoutAKernel() public {
        bytes memory payload = proofOf(6, "question", "answer!");
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.KernelMissing.selector, 3));
        judge.check(IDisputeCourt.Fault.Score, FaultJudge.Accused(ENTRY, "root", 3, alice()), payload);
    }

    function test_asksTheHubAboutAttestations() public {
        judge.check(IDisputeCourt.Fault.Attestation, accused("root"), "faulty");
        vm.expectRevert(FaultJudge.AttestationInOrder.selector);
        judge.check(IDisputeCourt.Fault.Attestation, accused("root"), "fine");
    }

    function test_withoutAHubNoAttestationIsJudged() public {
        FaultJudge bare = new FaultJudge(asRegistry(), schemas, IAttestationHub(address(0)));
        vm.expectRevert(FaultJudge.HubMissing.selector);
        bare.check(IDisputeCourt.Fault.Attestation, accused("root"), "faulty");
    }

    function test_leavesTheRestToOthers() public {
        IDisputeCourt.Fault[4] memory others = [
            IDisputeCourt.Fault.None,
            IDisputeCourt.Fault.Copy,
            IDisputeCourt.Fault.Withheld,
            IDisputeCourt.Fault.Quality
        ];
        for (uint256 i = 0; i < 4; i++) {
            vm.expectRevert(abi.encodeWithSelector(FaultJudge.FaultNotDecidable.selector, others[i]));
            judge.check(others[i], accused("root"), "");
        }
    }

    function test_refusesMissingContracts() public {
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.AddressInvalid.selector, "registry", address(0)));
        new FaultJudge(IExperienceRegistry(address(0)), schemas, IAttestationHub(address(0)));
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.AddressInvalid.selector, "schemas", address(1)));
        new FaultJudge(asRegistry(), SchemaBook(address(1)), IAttestationHub(address(0)));
    }

    function testFuzz_drawsPlacesWithinTheShard(bytes32 seed, uint32 count) public view {
        uint32 leaves = uint32(bound(count, 1, MerklePositions.MAX_LEAVES));
        uint32[] memory places = judge.drawPlaces(seed, leaves);
        assertEq(places.length, leaves < 16 ? leaves : 16, "number");
        for (uint256 i = 0; i < places.length; i++) {
            assertTrue(places[i] < leaves, "within");
            if (leaves <= 16) assertEq(places[i], i, "all of them");
        }
    }

    function testFuzz_convictsExactlyTheWrongScores(uint16 claimed, uint8 length) public {
        uint16 score = claimed % 1001;
        bytes memory payload = proofOf(score, "q", new bytes(length));
        FaultJudge.Accused memory entry = accused(rootOf(leafOf(score, "q", new bytes(length))));
        if (score == length) vm.expectRevert(abi.encodeWithSelector(FaultJudge.ScoreInOrder.selector, score));
        judge.check(IDisputeCourt.Fault.Score, entry, payload);
    }

    function check(bytes memory payload) private view {
        FaultJudge.ScoreProof memory proof = abi.decode(payload, (FaultJudge.ScoreProof));
        judge.check(IDisputeCourt.Fault.Score, accused(rootOf(proof.payload)), payload);
    }

    function leafOf(uint16 score, bytes memory input, bytes memory answer) private pure returns (bytes memory) {
        return abi.encodePacked(score, keccak256(input), keccak256(answer));
    }

    function proofOf(uint16 score, bytes memory input, bytes memory answer) private pure returns (bytes memory) {
        return abi.encode(FaultJudge.ScoreProof(1, 0, new bytes32[](0), leafOf(score, input, answer), input, answer));
    }

    function rootOf(bytes memory payload) private pure returns (bytes32) {
        bytes[] memory payloads = new bytes[](1);
        payloads[0] = payload;
        return Trees.rawRoot(payloads);
    }

    function accused(bytes32 root) private pure returns (FaultJudge.Accused memory) {
        return FaultJudge.Accused(ENTRY, root, 4, alice());
    }
}

/// @notice Shards of any size, for answers to requests and for copies.
contract AnyShardTest is CourtFixture {
    function testFuzz_theRequestedLeafAnswersOrAnyOfAShorterShard(uint8 size, uint8 place, uint16 requested) public {
        bytes[] memory payloads = shard(bound(size, 1, 20));
        uint32 index = uint32(place % payloads.length);
        uint256 wanted = requested % 24;
        bytes32 root = Trees.rawRoot(payloads);
        FaultJudge.Answer memory given = FaultJudge.Answer(
            uint32(payloads.length), index, hex"01551220", Trees.path(Trees.rawLeaves(payloads), index), payloads[index]
        );
        bool answers = index == wanted || wanted >= payloads.length;
        if (!answers) vm.expectRevert(abi.encodeWithSelector(FaultJudge.NotRequested.selector, wanted, index));
        judge.checkAnswer(root, wanted, given);
    }

    function testFuzz_aCopyInAnotherOrderIsFoundByEveryDraw(uint8 size, uint8 turn, bytes32 seed) public {
        bytes[] memory older = shard(bound(size, 1, 40));
        bytes[] memory copied = turned(older, turn);
        (bytes memory claim, FaultJudge.CopyOpening[] memory openings) = openCopy(older, copied, turn, seed);
        judge.checkCopy(accusedOf(copied), claim, seed, openings);
    }

    /// @dev The last leaf is the accused's own: whenever it is drawn the claim fails, otherwise the copy is found.
    function testFuzz_anOwnLeafThatIsDrawnAcquits(uint8 size, bytes32 seed) public {
        bytes[] memory older = shard(bound(size, 1, 40));
        bytes[] memory copied = turned(older, 0);
        uint32 last = uint32(copied.length - 1);
        copied[last] = "the accused's own";
        (bytes memory claim, FaultJudge.CopyOpening[] memory openings) = openCopy(older, copied, 0, seed);
        FaultJudge.Accused memory entry = accusedOf(copied);
        uint32[] memory places = judge.drawPlaces(seed, uint32(copied.length));
        bool drawn = false;
        for (uint256 i = 0; i < places.length; i++) {
            drawn = drawn || places[i] == last;
        }
        if (drawn) {
            vm.expectRevert(abi.encodeWithSelector(FaultJudge.LeafNotProven.selector, uint32(older.length), last));
        }
        judge.checkCopy(entry, claim, seed, openings);
    }

    function openCopy(bytes[] memory older, bytes[] memory copied, uint256 turn, bytes32 seed)
        private
        returns (bytes memory claim, FaultJudge.CopyOpening[] memory openings)
    {
        bytes32[] memory olderLeaves = Trees.rawLeaves(older);
        bytes32[] memory leaves = Trees.rawLeaves(copied);
        registry.setEntry(ENTRY, Trees.root(olderLeaves), 4, CAROL, BOND);
        uint32 count = uint32(older.length);
        claim = abi.encode(FaultJudge.CopyClaim(ENTRY, count, count));
        uint32[] memory places = judge.drawPlaces(seed, count);
        openings = new FaultJudge.CopyOpening[](places.length);
        for (uint256 i = 0; i < places.length; i++) {
            uint256 place = (places[i] + turn) % count;
            openings[i] = FaultJudge.CopyOpening(
                uint32(place),
                abi.encodePacked(hex"01551220", sha256(copied[places[i]])),
                Trees.path(leaves, places[i]),
                Trees.path(olderLeaves, place)
            );
        }
    }

    function accusedOf(bytes[] memory payloads) private view returns (FaultJudge.Accused memory) {
        return FaultJudge.Accused(2, Trees.rawRoot(payloads), 4, alice());
    }

    function shard(uint256 size) private pure returns (bytes[] memory payloads) {
        payloads = new bytes[](size);
        for (uint256 i = 0; i < size; i++) {
            payloads[i] = abi.encode(i);
        }
    }

    function turned(bytes[] memory payloads, uint256 turn) private pure returns (bytes[] memory list) {
        list = new bytes[](payloads.length);
        for (uint256 i = 0; i < list.length; i++) {
            list[i] = payloads[(i + turn) % list.length];
        }
    }
}
