// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CourtCases} from "../../src/CourtCases.sol";
import {DisputeCourt} from "../../src/DisputeCourt.sol";
import {VerdictSignatures} from "../../src/VerdictSignatures.sol";
import {ZooFacade} from "../../src/ZooFacade.sol";
import {IDisputeCourt} from "../../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {OursBase} from "../attacks/support/OursBase.sol";
import {CourtSignatures} from "../support/CourtSignatures.sol";
import {HanzoRegistry} from "../victims/HanzoRegistry.sol";
import {PlainToken} from "../victims/PlainToken.sol";
import {ZooRegistry} from "../victims/ZooRegistry.sol";
import {GasLines} from "./GasLines.sol";

/// @notice What the court, the curation and direct votes cost on the whole system, and what the seeds' contracts cost.
contract CourtLinesTest is OursBase, GasLines {
    uint256 private constant SIGNERS = 21;

    function test_theFirstSlashOfANetwork() public {
        (bytes32 root, bytes memory payload) = brokenShard();
        (uint256 id, bytes memory proof) = convict(SHILL, root, payload);
        line("slash-first", ROBIN, address(registry), abi.encodeCall(IExperienceRegistry.slash, (id, ROBIN, proof)));
    }

    /// @dev All balances that the slash adds to exist: it is not the network's first, and the challenger has earned before.
    function test_aCaseFromCommitmentToSlash() public {
        (bytes32 root, bytes memory payload) = brokenShard();
        (uint256 earlier, bytes memory earlierProof) = convict(SHILL, root, payload);
        registry.slash(earlier, ROBIN, earlierProof);
        uint256 id = submitOpaqueAs(MALLORY, root);
        bytes32 commitment = court.hashChallenge(id, IDisputeCourt.Fault.Schema, payload, ROBIN, "salt");
        line("court-commit", ROBIN, address(court), abi.encodeCall(DisputeCourt.commit, (id, commitment)));
        skip(1);
        uint256 caseId = court.caseCount();
        bytes memory open =
            abi.encodeCall(DisputeCourt.open, (caseId, IDisputeCourt.Fault.Schema, payload, bytes32("salt")));
        line("court-open", ROBIN, address(court), open);
        skip(2 hours);
        bytes memory proof = abi.encode(IDisputeCourt.Fault.Schema, payload);
        line("slash", ROBIN, address(registry), abi.encodeCall(IExperienceRegistry.slash, (id, ROBIN, proof)));
    }

    function test_aVerdictOfTwentyOne() public {
        for (uint256 key = 1; key <= SIGNERS; key++) {
            seatJuror(vm.addr(key));
        }
        skip(1);
        uint256 id = submitAs(MALLORY, "root");
        uint256 caseId = commitAs(ROBIN, id, IDisputeCourt.Fault.Quality, "evidence");
        skip(1);
        vm.prank(ROBIN);
        court.open(caseId, IDisputeCourt.Fault.Quality, "evidence", "salt");
        uint48 expiry = uint48(block.timestamp + 1 hours);
        VerdictSignatures.Signature[] memory signatures =
            CourtSignatures.signAll(court.verdictDigest(caseId, true, expiry), CourtSignatures.keysOf(1, SIGNERS));
        line(
            "verdict-21",
            ROBIN,
            address(court),
            abi.encodeCall(DisputeCourt.giveVerdict, (caseId, true, expiry, signatures))
        );
        assertEq(uint256(court.getCase(caseId).phase), uint256(CourtCases.Phase.Judged), "judged");
    }

    function test_aDirectVote() public {
        uint256 id = submitAs(AUTHOR, "root");
        voteAs(ROBIN, id, 800);
        line("vote-direct", SASHA, address(registry), abi.encodeCall(IExperienceRegistry.voteQuality, (id, 640)));
    }

    function test_curation() public {
        experienceOf(SHILL, "before");
        submitAs(AUTHOR, "root");
        bytes32 hash = facade.hashOf(AUTHOR, "root");
        line("facade-submit", AUTHOR, address(facade), abi.encodeCall(ZooFacade.submitExperience, (hash, "root")));
        vm.prank(SASHA);
        facade.voteExperience(hash, 0);
        line("facade-vote", ROBIN, address(facade), abi.encodeCall(ZooFacade.voteExperience, (hash, 0)));
    }

    function test_theVictimOfSeedA() public {
        (, HanzoRegistry victim) = hanzo();
        submitToHanzo(victim, AUTHOR, "before");
        bytes memory submit = abi.encodeCall(HanzoRegistry.submit, (seedEntry("root", AUTHOR)));
        line("victim-submit", AUTHOR, address(victim), submit);
        uint256 id = victim.entryCount();
        vm.prank(SASHA);
        victim.voteQuality(id, 100);
        line("victim-vote", ROBIN, address(victim), abi.encodeCall(HanzoRegistry.voteQuality, (id, 120)));
        line("victim-slash", ROBIN, address(victim), abi.encodeCall(HanzoRegistry.slash, (id, ROBIN, "proof")));
    }

    function test_theVictimsAggregateOfSixtyFour() public {
        PlainToken coin = new PlainToken("AI");
        HanzoRegistry victim = new HanzoRegistry(coin);
        coin.mint(AUTHOR, 2000 ether);
        vm.prank(AUTHOR);
        coin.approve(address(victim), type(uint256).max);
        uint256[] memory ids = new uint256[](64);
        for (uint256 i = 0; i < ids.length; i++) {
            ids[i] = submitToHanzo(victim, AUTHOR, bytes32(i + 1));
        }
        line("victim-aggregate-64", ROBIN, address(victim), abi.encodeCall(HanzoRegistry.aggregate, (ids)));
    }

    function test_theVictimOfSeedB() public {
        ZooRegistry victim = new ZooRegistry(660_000 ether);
        vm.prank(SHILL);
        victim.submitExperience("before", "before");
        bytes memory submit = abi.encodeCall(ZooRegistry.submitExperience, ("hash", "root"));
        line("victim-zoo-submit", AUTHOR, address(victim), submit);
        vm.prank(SASHA);
        victim.voteExperience("hash", 1 ether);
        bytes memory vote = abi.encodeCall(ZooRegistry.voteExperience, ("hash", 1 ether));
        line("victim-zoo-vote", ROBIN, address(victim), vote);
    }

    /// @dev An entry of `submitter` that ROBIN has convicted, ready to be slashed.
    function convict(address submitter, bytes32 root, bytes memory payload)
        private
        returns (uint256 id, bytes memory proof)
    {
        id = submitOpaqueAs(submitter, root);
        uint256 caseId = commitAs(ROBIN, id, IDisputeCourt.Fault.Schema, payload);
        skip(1);
        vm.prank(ROBIN);
        court.open(caseId, IDisputeCourt.Fault.Schema, payload, "salt");
        skip(2 hours);
        return (id, abi.encode(IDisputeCourt.Fault.Schema, payload));
    }
}
