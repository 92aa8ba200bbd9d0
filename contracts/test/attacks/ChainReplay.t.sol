// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CourtCases} from "../../src/CourtCases.sol";
import {JurorQuorum} from "../../src/JurorQuorum.sol";
import {VerdictSignatures} from "../../src/VerdictSignatures.sol";
import {HanzoQuorum} from "../victims/HanzoQuorum.sol";
import {PlainToken} from "../victims/PlainToken.sol";
import {JuryBase} from "./support/JuryBase.sol";

/// @notice Seed A, E-21 (`proof` undefined): a verdict that names neither chain nor contract is good everywhere.
contract ChainReplayTest is JuryBase {
    function test_onTheVictim_aVerdictOfOneChainSlashesOnAnother() public {
        address[] memory validators = new address[](1);
        validators[0] = vm.addr(1);
        PlainToken coin = new PlainToken("AI");
        HanzoQuorum first = new HanzoQuorum(coin, validators, 1);
        HanzoQuorum second = new HanzoQuorum(coin, validators, 1);
        fundForHanzo(coin, address(first));
        fundForHanzo(coin, address(second));

        vmChain.chainId(1);
        uint256 bad = submitToHanzo(first, SASHA, "poison");
        HanzoQuorum.Signature[] memory list = new HanzoQuorum.Signature[](1);
        (list[0].v, list[0].r, list[0].s) = vm.sign(1, first.verdictHash(bad, MALLORY));
        first.slash(bad, MALLORY, abi.encode(list));

        vmChain.chainId(2);
        uint256 good = submitToHanzo(second, AUTHOR, "root");
        uint256 before = coin.balanceOf(MALLORY);
        second.slash(good, MALLORY, abi.encode(list));

        assertEq(bad, good, "the running numbers agree");
        assertEq(coin.balanceOf(MALLORY) - before, 12.5 ether, "an honest bond fell to a verdict on another chain");
    }

    function test_onOurs_aVerdictOfOneChainIsNoneOnAnother() public {
        uint256 caseId = qualityCase();
        VerdictSignatures.Signature[] memory list = verdict(caseId, 2);
        (bytes32 r, bytes32 vs) = (list[0].r, list[0].vs);

        // The chain splits: same contracts at the same addresses with the same case, another number.
        vmChain.chainId(2);
        address ghost = recovered(court.verdictDigest(caseId, true, EXPIRY), r, vs);
        vm.expectRevert(abi.encodeWithSelector(JurorQuorum.SignerWithoutWeight.selector, ghost));
        court.giveVerdict(caseId, true, EXPIRY, list);

        vmChain.chainId(31_337);
        court.giveVerdict(caseId, true, EXPIRY, list);
        assertEq(uint256(court.getCase(caseId).phase), uint256(CourtCases.Phase.Judged), "at home it is one");
    }

    function testFuzz_onOurs_aVerdictIsGoodOnNoOtherChain(uint64 chain) public {
        if (chain == 31_337) return;
        uint256 caseId = qualityCase();
        VerdictSignatures.Signature[] memory list = verdict(caseId, 3);
        vmChain.chainId(chain);
        vm.expectRevert();
        court.giveVerdict(caseId, true, EXPIRY, list);
    }

    function test_onOurs_aVerdictOfOneCaseIsNoneInTheNext() public {
        uint256 first = qualityCase();
        VerdictSignatures.Signature[] memory list = verdict(first, 2);
        uint256 second = qualityCaseAgainst("another root");

        address ghost = recovered(court.verdictDigest(second, true, EXPIRY), list[0].r, list[0].vs);
        vm.expectRevert(abi.encodeWithSelector(JurorQuorum.SignerWithoutWeight.selector, ghost));
        court.giveVerdict(second, true, EXPIRY, list);
    }
}
