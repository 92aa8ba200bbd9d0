// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {CourtCases} from "../../src/CourtCases.sol";
import {DisputeCourt} from "../../src/DisputeCourt.sol";
import {FaultJudge} from "../../src/FaultJudge.sol";
import {IAttestationHub} from "../../src/interfaces/IAttestationHub.sol";
import {IBondVault} from "../../src/interfaces/IBondVault.sol";
import {IDisputeCourt} from "../../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {JurorBonds} from "../../src/JurorBonds.sol";
import {LeafRules} from "../../src/LeafRules.sol";
import {SchemaBook} from "../../src/SchemaBook.sol";
import {VerdictSignatures} from "../../src/VerdictSignatures.sol";
import {LengthKernel, MockHub, MockRegistry, MockVault} from "./CourtMocks.sol";
import {CourtSignatures} from "./CourtSignatures.sol";
import {TestBase} from "./TestBase.sol";
import {TestToken} from "./TestToken.sol";
import {Trees} from "./Trees.sol";

/// @notice A court over an entry of ALICE, with jurors whose keys are 1 … 3. This contract holds every role.
/// Schemas: 1 opaque, 2 signs, 3 scores, 4 task scores with a kernel. Entry 1 is of schema 3 and has one bad leaf.
abstract contract CourtFixture is TestBase {
    address internal constant ALICE = address(0xA11CE);
    address internal constant BOB = address(0xB0B);
    address internal constant CAROL = address(0xCA201);
    uint256 internal constant ALICE_KEY = 0xA11CE;
    uint256 internal constant DEPOSIT = 1000 ether;
    uint256 internal constant BOND = 25 ether + 1;
    uint256 internal constant HALF = 12.5 ether + 1;
    bytes32 internal constant SALT = keccak256("salt");
    uint256 internal constant ENTRY = 1;

    MockVault internal vault;
    MockRegistry internal registry;
    SchemaBook internal schemas;
    FaultJudge internal judge;
    JurorBonds internal jurors;
    DisputeCourt internal court;
    TestToken internal zoo;
    AccessManager internal manager;

    function setUp() public virtual {
        vm.warp(1_700_000_000);
        vm.roll(1000);
        manager = new AccessManager(address(this));
        vault = new MockVault();
        registry = new MockRegistry();
        zoo = new TestToken();
        schemas = new SchemaBook(address(manager), asRegistry());
        judge = new FaultJudge(asRegistry(), schemas, IAttestationHub(new MockHub()));
        jurors = new JurorBonds(zoo, 10_000 ether, 30 days, 30 days);
        court = new DisputeCourt(address(manager), asRegistry(), IBondVault(address(vault)), judge, jurors, periods());
        addSchemas();
        vault.fund(BOB, DEPOSIT);
        vault.fund(CAROL, DEPOSIT);
        vault.fund(alice(), DEPOSIT);
        for (uint256 key = 1; key <= 3; key++) {
            seatJuror(vm.addr(key), 10_000 ether * key);
        }
        registry.setEntry(ENTRY, Trees.rawRoot(badScores()), 3, alice(), BOND);
        skip(1);
    }

    function asRegistry() internal view returns (IExperienceRegistry) {
        return IExperienceRegistry(address(registry));
    }

    function alice() internal pure returns (address) {
        return vm.addr(ALICE_KEY);
    }

    function periods() internal pure returns (CourtCases.Periods memory) {
        return CourtCases.Periods({
            reveal: 1 days,
            response: 3 days,
            verdict: 3 days,
            appeal: 2 days,
            governance: 14 days,
            veto: 3 days,
            escrow: 4 days
        });
    }

    function addSchemas() internal {
        schemas.addSchema(1, LeafRules.Rule(LeafRules.Kind.Opaque, 0, 0, 64));
        schemas.addSchema(2, LeafRules.Rule(LeafRules.Kind.Signs, 2, 12, 0));
        schemas.addSchema(3, LeafRules.Rule(LeafRules.Kind.Scores, 3, 2, 0));
        schemas.addSchema(4, LeafRules.Rule(LeafRules.Kind.TaskScore, 0, 0, 0));
        schemas.addKernel(4, new LengthKernel());
        registry.setSchemaCount(4);
    }

    function seatJuror(address juror, uint256 amount) internal {
        zoo.mint(juror, amount);
        vm.startPrank(juror);
        zoo.approve(address(jurors), amount);
        jurors.addBond(amount);
        vm.stopPrank();
    }

    function skip(uint256 duration) internal {
        vm.warp(block.timestamp + duration);
        vm.roll(block.number + 1);
    }

    /// @dev Three leaves of two scores; the second leaf holds 1001.
    function badScores() internal pure returns (bytes[] memory payloads) {
        payloads = new bytes[](3);
        payloads[0] = hex"000003e8";
        payloads[1] = hex"000103e9";
        payloads[2] = hex"00020003";
    }

    function schemaProof(bytes[] memory payloads, uint32 index) internal pure returns (bytes memory) {
        bytes32[] memory leaves = Trees.rawLeaves(payloads);
        return abi.encode(
            FaultJudge.SchemaProof({
                count: uint32(payloads.length),
                index: index,
                cid: abi.encodePacked(hex"01551220", sha256(payloads[index])),
                path: Trees.path(leaves, index),
                payload: payloads[index]
            })
        );
    }

    function provenSchemaFault() internal pure returns (bytes memory) {
        return schemaProof(badScores(), 1);
    }

    function commitAs(address who, IDisputeCourt.Fault fault, bytes memory payload) internal returns (uint256 caseId) {
        bytes32 commitment = court.hashChallenge(ENTRY, fault, payload, who, SALT);
        vm.prank(who);
        return court.commit(ENTRY, commitment);
    }

    function openAs(address who, uint256 caseId, IDisputeCourt.Fault fault, bytes memory payload) internal {
        vm.prank(who);
        court.open(caseId, fault, payload, SALT);
    }

    function bring(address who, IDisputeCourt.Fault fault, bytes memory payload) internal returns (uint256 caseId) {
        caseId = commitAs(who, fault, payload);
        skip(12);
        openAs(who, caseId, fault, payload);
    }

    function bringQuality() internal returns (uint256 caseId) {
        return bring(BOB, IDisputeCourt.Fault.Quality, "evidence");
    }

    function signAll(bytes32 digest, uint256[] memory keys)
        internal
        pure
        returns (VerdictSignatures.Signature[] memory)
    {
        return CourtSignatures.signAll(digest, keys);
    }

    function compact(uint256 key, bytes32 digest) internal pure returns (VerdictSignatures.Signature memory) {
        return CourtSignatures.compact(key, digest);
    }

    function keysOf(uint256 first, uint256 last) internal pure returns (uint256[] memory) {
        return CourtSignatures.keysOf(first, last);
    }

    function verdict(uint256 caseId, bool upheld) internal {
        uint48 expiry = uint48(block.timestamp);
        court.giveVerdict(caseId, upheld, expiry, signAll(court.verdictDigest(caseId, upheld, expiry), keysOf(1, 3)));
    }

    function phaseOf(uint256 caseId) internal view returns (uint256) {
        return uint256(court.getCase(caseId).phase);
    }

    function assertPhase(uint256 caseId, CourtCases.Phase phase) internal view {
        assertEq(phaseOf(caseId), uint256(phase), "phase");
    }

    /// @dev Nothing of anybody is locked by the court, and what left is burned.
    function assertNothingLocked() internal view {
        address[3] memory accounts = [alice(), BOB, CAROL];
        uint256 sum = vault.burned() + vault.pooled();
        for (uint256 i = 0; i < 3; i++) {
            assertEq(vault.lockedOf(address(court), accounts[i]), 0, "locked");
            sum += vault.wealthOf(accounts[i]);
        }
        assertEq(sum, 3 * DEPOSIT, "conserved");
    }

    /// @dev The error of a call in the wrong phase.
    function wrongPhase(uint256 caseId, CourtCases.Phase phase) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(CourtCases.WrongPhase.selector, caseId, phase);
    }
}
