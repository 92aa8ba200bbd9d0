// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {VerdictSignatures} from "../../src/VerdictSignatures.sol";
import {CourtSignatures} from "../support/CourtSignatures.sol";
import {TestBase} from "../support/TestBase.sol";

/// @notice Takes the library's calldata.
contract SignatureReader {
    function recoverAll(bytes32 digest, VerdictSignatures.Signature[] calldata signatures)
        external
        view
        returns (address[] memory)
    {
        return VerdictSignatures.recoverAll(digest, signatures);
    }
}

/// @notice What holds of compact signatures and of the hashes that they sign.
contract VerdictSignaturesFuzzTest is TestBase {
    uint256 private constant ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

    SignatureReader private reader;

    function setUp() public {
        reader = new SignatureReader();
    }

    function testFuzz_findsTheSigners(bytes32 digest, uint64 first, uint8 count) public view {
        uint256 from = bound(first, 1, type(uint64).max);
        uint256[] memory keys = CourtSignatures.keysOf(from, from + count % 5);
        address[] memory found = reader.recoverAll(digest, CourtSignatures.signAll(digest, keys));
        assertEq(found.length, keys.length, "all");
        for (uint256 i = 0; i < keys.length; i++) {
            assertEq(found[i], vm.addr(keys[i]), "signer");
        }
    }

    function testFuzz_findsAnotherSignerOrNoneOfAnotherDigest(uint256 seed, bytes32 digest, bytes32 other) public view {
        if (other == digest) return;
        uint256 key = bound(seed, 1, ORDER - 2);
        try reader.recoverAll(other, listOf(CourtSignatures.compact(key, digest))) returns (address[] memory found) {
            assertTrue(found[0] != vm.addr(key), "another");
        } catch {}
    }

    function testFuzz_recoversWhatTheLibraryRecovers(bytes32 digest, bytes32 r, bytes32 vs, uint256 seed, uint8 how)
        public
    {
        // A half of the runs take a good r, so that some random points are on the curve; some take a good signature.
        VerdictSignatures.Signature memory good = CourtSignatures.compact(bound(seed, 1, ORDER - 2), digest);
        if (how & 1 == 1) r = good.r;
        if (how & 6 == 6) vs = good.vs;
        (address signer, ECDSA.RecoverError problem,) = ECDSA.tryRecover(digest, r, vs);
        bool bad = problem != ECDSA.RecoverError.NoError;
        if (bad) vm.expectRevert(abi.encodeWithSelector(VerdictSignatures.SignatureInvalid.selector, 0));
        address[] memory found = reader.recoverAll(digest, listOf(VerdictSignatures.Signature(r, vs)));
        if (!bad) assertEq(found[0], signer, "signer");
    }

    function testFuzz_refusesSignersThatAreNotAboveTheLast(uint64 seed, bytes32 digest, bool same) public {
        uint256 key = bound(seed, 1, type(uint64).max);
        VerdictSignatures.Signature[] memory list =
            CourtSignatures.signAll(digest, CourtSignatures.keysOf(key, key + 1));
        address first = reader.recoverAll(digest, list)[0];
        list[1] = same ? list[0] : list[1];
        if (!same) (list[0], list[1]) = (list[1], list[0]);
        vm.expectRevert(abi.encodeWithSelector(VerdictSignatures.SignerOutOfOrder.selector, 1, first));
        reader.recoverAll(digest, list);
    }

    function testFuzz_refusesWhatIsNoPoint(uint256 s, bytes32 digest, uint8 before) public {
        VerdictSignatures.Signature[] memory list =
            CourtSignatures.signAll(digest, CourtSignatures.keysOf(1, 1 + before % 5));
        uint256 last = list.length - 1;
        // r = 0 is never the coordinate of a signature.
        list[last] = VerdictSignatures.Signature(0, bytes32(s));
        vm.expectRevert(abi.encodeWithSelector(VerdictSignatures.SignatureInvalid.selector, last));
        reader.recoverAll(digest, list);
    }

    function testFuzz_theMirrorImageOfASignatureIsNone(uint256 seed, bytes32 digest) public {
        uint256 key = bound(seed, 1, ORDER - 2);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        uint256 mirrored = ORDER - uint256(s);
        // The upper half needs bit 255, which the compact form uses for the parity, so it cannot even be written down.
        bytes32 vs = bytes32(mirrored | uint256(28 - v) << 255);
        try reader.recoverAll(digest, listOf(VerdictSignatures.Signature(r, vs))) returns (address[] memory found) {
            assertTrue(found[0] != vm.addr(key), "not the signer");
        } catch (bytes memory reason) {
            assertEq(bytes32(bytes4(reason)), bytes32(VerdictSignatures.SignatureInvalid.selector), "refused");
        }
    }

    function testFuzz_everyFieldOfAVerdictIsSigned(VerdictSignatures.Verdict memory verdict, uint8 field) public pure {
        bytes32 before = VerdictSignatures.hashVerdict(verdict);
        uint256 which = field % 8;
        if (which == 0) verdict.caseId ^= 1;
        if (which == 1) verdict.kind ^= 1;
        if (which == 2) verdict.round ^= 1;
        if (which == 3) verdict.evidenceHash ^= bytes32(uint256(1));
        if (which == 4) verdict.upheld = !verdict.upheld;
        if (which == 5) verdict.challenger = address(uint160(verdict.challenger) ^ 1);
        if (which == 6) verdict.snapshot ^= 1;
        if (which == 7) verdict.expiry ^= 1;
        assertTrue(VerdictSignatures.hashVerdict(verdict) != before, "signed");
    }

    function testFuzz_everyFieldOfAManifestIsSigned(VerdictSignatures.Manifest memory manifest, uint8 field)
        public
        pure
    {
        bytes32 before = VerdictSignatures.hashManifest(manifest);
        uint256 which = field % 3;
        if (which == 0) manifest.schema ^= 1;
        if (which == 1) manifest.nonce ^= 1;
        if (which == 2) manifest.merkleRoot ^= bytes32(uint256(1));
        assertTrue(VerdictSignatures.hashManifest(manifest) != before, "signed");
    }

    function listOf(VerdictSignatures.Signature memory one)
        private
        pure
        returns (VerdictSignatures.Signature[] memory list)
    {
        list = new VerdictSignatures.Signature[](1);
        list[0] = one;
    }
}
