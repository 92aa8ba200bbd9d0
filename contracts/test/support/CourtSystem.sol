// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {AggregateOracle} from "../../src/AggregateOracle.sol";
import {BondVault} from "../../src/BondVault.sol";
import {CourtCases} from "../../src/CourtCases.sol";
import {DisputeCourt} from "../../src/DisputeCourt.sol";
import {DsoToken} from "../../src/DsoToken.sol";
import {ExperienceRegistry} from "../../src/ExperienceRegistry.sol";
import {FaultJudge} from "../../src/FaultJudge.sol";
import {IAttestationHub} from "../../src/interfaces/IAttestationHub.sol";
import {IBondVault} from "../../src/interfaces/IBondVault.sol";
import {IDisputeCourt} from "../../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {JurorBonds} from "../../src/JurorBonds.sol";
import {LeafRules} from "../../src/LeafRules.sol";
import {LockVault} from "../../src/LockVault.sol";
import {OracleBooks} from "../../src/OracleBooks.sol";
import {RegistryBase} from "../../src/registry/RegistryBase.sol";
import {SchemaBook} from "../../src/SchemaBook.sol";
import {SlashingProfiles} from "../../src/SlashingProfiles.sol";
import {CourtShards} from "./CourtShards.sol";
import {Deploys} from "./Deploys.sol";
import {Trees} from "./Trees.sol";

/// @notice Registry, vaults, court and oracle as they stand together in production; direct mode, this contract governs.
/// Schema 1 has leaves of one score, three of them.
abstract contract CourtSystem is Deploys {
    uint256 internal constant BOND = 25 ether;
    uint256 internal constant DEPOSIT = 1000 ether;
    bytes32 internal constant SALT = keccak256("salt");

    AccessManager internal manager;
    DsoToken internal ai;
    LockVault internal locks;
    BondVault internal bonds;
    SchemaBook internal schemas;
    FaultJudge internal judge;
    JurorBonds internal jurors;
    DisputeCourt internal court;
    AggregateOracle internal oracle;
    ExperienceRegistry internal registry;

    function setUp() public virtual {
        vm.warp(START);
        vm.roll(100);
        manager = new AccessManager(address(this));
        ai = deployToken("DSO AI", "AI");
        DsoToken zoo = deployToken("DSO ZOO", "ZOO");
        locks = new LockVault(zoo, 100);
        jurors = new JurorBonds(zoo, 10_000 ether, 30 days, 30 days);
        deployAll();
        schemas.addSchema(1, LeafRules.Rule(LeafRules.Kind.Scores, 3, 1, 0));
        manager.execute(address(registry), abi.encodeCall(registry.addSchema, ("descriptor")));
        approveAll(ai, address(bonds));
        approveAll(zoo, address(locks));
        address[] memory accounts = everyone();
        for (uint256 i = 0; i < accounts.length; i++) {
            vm.startPrank(accounts[i]);
            bonds.deposit(DEPOSIT);
            locks.lock(100 ether, 0);
            vm.stopPrank();
        }
        skip(1);
    }

    function deployAll() private {
        address[] memory modules = new address[](3);
        (modules[0], modules[1], modules[2]) = (predict(3), predict(4), predict(5));
        IExperienceRegistry at = IExperienceRegistry(predict(5));
        bonds = new BondVault(ai, 120 days, INSURANCE, modules);
        schemas = new SchemaBook(address(manager), at);
        judge = new FaultJudge(at, schemas, IAttestationHub(address(0)));
        court = new DisputeCourt(address(manager), at, bonds, judge, jurors, periods());
        oracle = new AggregateOracle(at, bonds, schemas, jurors, settings());
        registry = new ExperienceRegistry(setup(), parameters(SlashingProfiles.seed()));
    }

    function parameters(SlashingProfiles.Profile memory profile)
        internal
        pure
        returns (IExperienceRegistry.Parameters memory p)
    {
        p.bond = uint96(BOND);
        p.challengeWindow = 1 days;
        p.disputeTime = 40 days;
        p.qMin = 300;
        p.participationBps = 1000;
        p.agreementDelta = 128;
        p.agreementBps = 5000;
        p.weightCapBps = 10_000;
        p.maxRolls = 2;
        p.lowQualityShare = 100;
        (p.burnShare, p.bountyShare, p.bountyCap) = (profile.burnShare, profile.bountyShare, profile.bountyCap);
    }

    function setup() internal view returns (RegistryBase.Setup memory s) {
        s.authority = address(manager);
        s.bonds = bonds;
        s.voterBonds = IBondVault(address(0));
        s.locks = locks;
        s.court = court;
        s.oracle = oracle;
        s.epochLength = 10 days;
        s.revealWindow = 1 hours;
    }

    function periods() internal pure returns (CourtCases.Periods memory) {
        return CourtCases.Periods(1 days, 3 days, 3 days, 2 days, 14 days, 3 days, 4 days);
    }

    function settings() internal pure returns (OracleBooks.Settings memory) {
        return OracleBooks.Settings(2 ** 56, 500, 48 hours, 6 hours, 1 days, 10, 1 ether);
    }

    function scores(uint256 value) internal pure returns (bytes[] memory payloads) {
        payloads = new bytes[](3);
        for (uint256 i = 0; i < 3; i++) {
            payloads[i] = abi.encodePacked(uint16(value));
        }
    }

    /// @dev Root of a shard whose second leaf is out of range.
    function faulty() internal pure returns (bytes32) {
        return Trees.rawRoot(CourtShards.leaves(500, true));
    }

    function faultProof() internal pure returns (bytes memory) {
        return CourtShards.faultProof(500);
    }

    function submitAs(address who, bytes32 root) internal returns (uint256) {
        vm.prank(who);
        return registry.submit(IExperienceRegistry.Entry(root, "cid", 1, 0, address(0), 0));
    }

    function voteAll(uint256 id, uint64 score) internal {
        address[3] memory voters = [BOB, CAROL, DAVE];
        for (uint256 i = 0; i < 3; i++) {
            vm.prank(voters[i]);
            registry.voteQuality(id, score);
        }
    }

    function settle(uint256 id) internal {
        vm.warp(registry.getEntry(id).challengeEndsAt);
        registry.finalise(id);
    }

    function commitAs(address who, uint256 id, IDisputeCourt.Fault fault, bytes memory payload)
        internal
        returns (uint256 caseId)
    {
        bytes32 commitment = court.hashChallenge(id, fault, payload, who, SALT);
        vm.prank(who);
        return court.commit(id, commitment);
    }

    function openAs(address who, uint256 caseId, IDisputeCourt.Fault fault, bytes memory payload) internal {
        vm.prank(who);
        court.open(caseId, fault, payload, SALT);
    }

    function convict(address challenger) internal returns (uint256 id, uint256 caseId) {
        id = submitAs(ALICE, faulty());
        caseId = commitAs(challenger, id, IDisputeCourt.Fault.Schema, faultProof());
        skip(12);
        openAs(challenger, caseId, IDisputeCourt.Fault.Schema, faultProof());
    }

    /// @dev Nothing is locked by any module, and the tokens of the vault are all somebody's.
    function assertNothingLocked() internal view {
        address[] memory accounts = everyone();
        uint256 sum = bonds.unburned() + bonds.credits(INSURANCE);
        for (uint256 i = 0; i < accounts.length; i++) {
            assertEq(bonds.lockedOf(address(court), accounts[i]), 0, "court");
            assertEq(bonds.lockedOf(address(registry), accounts[i]), 0, "registry");
            assertEq(bonds.lockedOf(address(oracle), accounts[i]), 0, "oracle");
            sum += bonds.freeOf(accounts[i]) + bonds.credits(accounts[i]);
        }
        assertEq(sum, ai.balanceOf(address(bonds)), "conserved");
    }
}
