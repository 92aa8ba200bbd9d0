// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {JurorQuorum} from "../../src/JurorQuorum.sol";
import {VerdictSignatures} from "../../src/VerdictSignatures.sol";
import {HanzoQuorum} from "../victims/HanzoQuorum.sol";
import {PlainToken} from "../victims/PlainToken.sol";
import {JuryBase} from "./support/JuryBase.sol";

/// @notice Seed A, E-21 (`proof` undefined): signatures are counted although one signer can stand for several.
contract SignatureListsTest is JuryBase {
    /// @dev Order of secp256k1.
    uint256 internal constant N = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

    PlainToken internal coin;
    HanzoQuorum internal victim;

    function test_onTheVictim_oneSignatureAndItsMirrorImageAreAQuorumOfTwo() public {
        uint256 id = threeValidators(2);
        HanzoQuorum.Signature[] memory list = new HanzoQuorum.Signature[](2);
        list[0] = signed(1, id);
        list[1] = HanzoQuorum.Signature(list[0].r, bytes32(N - uint256(list[0].s)), 55 - list[0].v);

        victim.slash(id, MALLORY, abi.encode(list));

        assertEq(coin.balanceOf(MALLORY), 112.5 ether, "one of three validators was enough");
    }

    function test_onTheVictim_twoSignersInTurnsAreAQuorumOfThree() public {
        uint256 id = threeValidators(3);
        HanzoQuorum.Signature[] memory list = new HanzoQuorum.Signature[](3);
        (list[0], list[1], list[2]) = (signed(1, id), signed(2, id), signed(1, id));

        victim.slash(id, MALLORY, abi.encode(list));

        assertEq(coin.balanceOf(MALLORY), 112.5 ether, "two of three validators were enough for three");
    }

    function threeValidators(uint256 quorum) private returns (uint256 id) {
        address[] memory validators = new address[](3);
        (validators[0], validators[1], validators[2]) = (vm.addr(1), vm.addr(2), vm.addr(3));
        coin = new PlainToken("AI");
        victim = new HanzoQuorum(coin, validators, quorum);
        fundForHanzo(coin, address(victim));
        return submitToHanzo(victim, AUTHOR, "root");
    }

    function signed(uint256 key, uint256 id) private view returns (HanzoQuorum.Signature memory signature) {
        (signature.v, signature.r, signature.s) = vm.sign(key, victim.verdictHash(id, MALLORY));
    }

    function test_onOurs_theMirrorImageOfASignatureIsNone() public {
        uint256 caseId = qualityCase();
        VerdictSignatures.Signature[] memory list = new VerdictSignatures.Signature[](2);
        list[0] = verdict(caseId, 1)[0];
        uint256 s = uint256(list[0].vs) & type(uint256).max >> 1;
        uint256 parity = uint256(list[0].vs) >> 255;
        // The mirrored s needs the bit that the compact form gives to the parity; what is left of it is another point.
        list[1] = VerdictSignatures.Signature(list[0].r, bytes32((N - s) << 1 >> 1 | (1 - parity) << 255));

        vm.expectRevert(refusalOf(court.verdictDigest(caseId, true, EXPIRY), list));
        court.giveVerdict(caseId, true, EXPIRY, list);
    }

    function test_onOurs_twoSignersInTurnsAreRefused() public {
        uint256 caseId = qualityCase();
        VerdictSignatures.Signature[] memory two = verdict(caseId, 2);
        VerdictSignatures.Signature[] memory list = new VerdictSignatures.Signature[](3);
        (list[0], list[1], list[2]) = (two[0], two[1], two[0]);

        vm.expectRevert(abi.encodeWithSelector(VerdictSignatures.SignerOutOfOrder.selector, 2, vm.addr(jurorKeys()[0])));
        court.giveVerdict(caseId, true, EXPIRY, list);
    }

    function test_onOurs_oneSignatureTwiceIsRefusedAndOneAloneIsNoQuorum() public {
        uint256 caseId = qualityCase();
        VerdictSignatures.Signature[] memory one = verdict(caseId, 1);
        VerdictSignatures.Signature[] memory list = new VerdictSignatures.Signature[](2);
        (list[0], list[1]) = (one[0], one[0]);

        vm.expectRevert(abi.encodeWithSelector(VerdictSignatures.SignerOutOfOrder.selector, 1, vm.addr(jurorKeys()[0])));
        court.giveVerdict(caseId, true, EXPIRY, list);
        vm.expectRevert(abi.encodeWithSelector(JurorQuorum.QuorumMissed.selector, 10 ** 10, 3 * 10 ** 10));
        court.giveVerdict(caseId, true, EXPIRY, one);
    }

    /// @dev Which refusal the second signature meets depends on whom it happens to recover.
    function refusalOf(bytes32 digest, VerdictSignatures.Signature[] memory list) private view returns (bytes memory) {
        address first = vm.addr(jurorKeys()[0]);
        address ghost = recovered(digest, list[1].r, list[1].vs);
        if (ghost == address(0)) return abi.encodeWithSelector(VerdictSignatures.SignatureInvalid.selector, 1);
        if (ghost > first) return abi.encodeWithSelector(JurorQuorum.SignerWithoutWeight.selector, ghost);
        return abi.encodeWithSelector(VerdictSignatures.SignerOutOfOrder.selector, 1, ghost);
    }
}
