// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {AggregateOracle} from "../../../src/AggregateOracle.sol";
import {BondVault} from "../../../src/BondVault.sol";
import {CourtCases} from "../../../src/CourtCases.sol";
import {DisputeCourt} from "../../../src/DisputeCourt.sol";
import {DsoToken} from "../../../src/DsoToken.sol";
import {ExperienceRegistry} from "../../../src/ExperienceRegistry.sol";
import {FaultJudge} from "../../../src/FaultJudge.sol";
import {JurorBonds} from "../../../src/JurorBonds.sol";
import {LeafRules} from "../../../src/LeafRules.sol";
import {LockVault} from "../../../src/LockVault.sol";
import {OracleBooks} from "../../../src/OracleBooks.sol";
import {SchemaBook} from "../../../src/SchemaBook.sol";
import {ZooFacade} from "../../../src/ZooFacade.sol";
import {IAttestationHub} from "../../../src/interfaces/IAttestationHub.sol";
import {IDisputeCourt} from "../../../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "../../../src/interfaces/IExperienceRegistry.sol";
import {RegistryBase} from "../../../src/registry/RegistryBase.sol";
import {VmDeploy} from "../../support/Deploys.sol";
import {Trees} from "../../support/Trees.sol";
import {AttackBase} from "./AttackBase.sol";

/// @notice All of our contracts, wired to each other, with the people of {AttackBase} funded. Votes are direct, so that
/// the seeds' own calls can be tried on the registry.
abstract contract OursBase is AttackBase {
    /// @dev Holds nearly all ZOO and pays for what nobody else can.
    address internal constant WHALE = address(0x0CEA);

    uint256 internal constant FUND = 400 ether;
    uint256 internal constant DEPOSIT = 100 ether;
    uint256 internal constant BOND = 25 ether;
    uint256 internal constant BOUNTY = 2 ether;
    uint256 internal constant VOTING = 60;
    uint256 internal constant CHALLENGE = 30;
    uint256 internal constant EPOCH = 10 days;
    uint256 internal constant MAX_ROLLS = 1;
    /// @dev Half of the bond, in the hardened profile.
    uint256 internal constant LOW_QUALITY_LOSS = 12.5 ether;
    /// @dev Weight of one whole token without a lock.
    uint256 internal constant VOTE = 10 ** 7;
    /// @dev A schema of one leaf with one score, and one of opaque blocks.
    uint64 internal constant SCORES = 1;
    uint64 internal constant OPAQUE = 2;

    DsoToken internal ai;
    DsoToken internal zoo;
    LockVault internal locks;
    BondVault internal bonds;
    SchemaBook internal schemas;
    JurorBonds internal jurors;
    FaultJudge internal judge;
    DisputeCourt internal court;
    AggregateOracle internal oracle;
    ExperienceRegistry internal registry;
    ZooFacade internal facade;

    function setUp() public virtual {
        vm.warp(START);
        vm.roll(100);
        ai = new DsoToken("DSO AI", "AI", everyone(), amountsOf(FUND, 100_000 ether));
        zoo = new DsoToken("DSO ZOO", "ZOO", everyone(), amountsOf(100 ether, 1_000_000 ether));
        locks = new LockVault(zoo, 7 days);
        deployCourts(new AccessManager(address(this)));
        for (uint256 i = 0; i < everyone().length; i++) {
            vm.startPrank(everyone()[i]);
            ai.approve(address(bonds), type(uint256).max);
            zoo.approve(address(locks), type(uint256).max);
            vm.stopPrank();
            depositAs(everyone()[i], DEPOSIT);
        }
        lockAs(ROBIN);
        lockAs(SASHA);
        lockAs(MALLORY);
        skip(1);
    }

    // What people do

    function seatJuror(address juror) internal {
        vm.prank(WHALE);
        zoo.transfer(juror, 10_000 ether);
        vm.startPrank(juror);
        zoo.approve(address(jurors), 10_000 ether);
        jurors.addBond(10_000 ether);
        vm.stopPrank();
    }

    function depositAs(address account, uint256 amount) internal {
        vm.prank(account);
        bonds.deposit(amount);
    }

    function entryOf(bytes32 root) internal pure returns (IExperienceRegistry.Entry memory) {
        return IExperienceRegistry.Entry(root, CID_TEXT, SCORES, 0, address(0), 0);
    }

    function submitAs(address account, bytes32 root) internal returns (uint256 id) {
        vm.prank(account);
        return registry.submit(entryOf(root));
    }

    function submitOpaqueAs(address account, bytes32 root) internal returns (uint256 id) {
        IExperienceRegistry.Entry memory e = entryOf(root);
        e.schema = OPAQUE;
        vm.prank(account);
        return registry.submit(e);
    }

    function voteAs(address account, uint256 id, uint64 score) internal {
        vm.prank(account);
        registry.voteQuality(id, score);
    }

    /// @dev An entry of `account` up for curation by the holders of ZOO.
    function experienceOf(address account, bytes32 root) internal returns (bytes32 hash) {
        submitAs(account, root);
        hash = facade.hashOf(account, root);
        vm.prank(account);
        facade.submitExperience(hash, root);
    }

    function skip(uint256 duration) internal {
        vm.warp(block.timestamp + duration);
        vm.roll(block.number + 1);
    }

    /// @dev Settles an entry whose voting is over.
    function settle(uint256 id) internal {
        skip(CHALLENGE);
        registry.finalise(id);
    }

    function finalEntry(address account, bytes32 root) internal returns (uint256 id) {
        id = submitAs(account, root);
        voteAs(ROBIN, id, 800);
        voteAs(SASHA, id, 800);
        skip(VOTING);
        settle(id);
    }

    /// @dev Takes all of an account's free deposit back to its wallet.
    function leaveVault(address account) internal {
        uint256 free = bonds.freeOf(account);
        vm.prank(account);
        skip(bonds.requestWithdrawal(free) - block.timestamp);
        vm.prank(account);
        bonds.withdraw();
    }

    /// @dev All that an account has in $AI, wherever it lies.
    function wealth(address account) internal view returns (uint256) {
        return ai.balanceOf(account) + bonds.freeOf(account) + bonds.lockedOf(address(registry), account)
            + bonds.lockedOf(address(court), account) + bonds.credits(account) + bonds.unbondingOf(account).amount;
    }

    /// @dev Proposes the aggregate of a page as soon as it is closed, and waits until it is final.
    function finalAggregate(uint256[] memory ids) internal returns (bytes32 root) {
        root = "aggregate";
        uint256 epoch = registry.epochAt(block.timestamp);
        skip(EPOCH);
        IExperienceRegistry.Member[] memory members = new IExperienceRegistry.Member[](ids.length);
        for (uint256 i = 0; i < ids.length; i++) {
            members[i] = registry.memberOf(ids[i]);
        }
        depositAs(WHALE, 10 * BOND);
        vm.prank(WHALE);
        uint256 id = oracle.propose(OracleBooks.Proposal(SCORES, epoch, 0, root, CID_TEXT), members);
        skip(oracle.window());
        oracle.finalise(id);
    }

    /// @dev What {IExperienceRegistry-aggregate} folds `ids` to.
    function foldOf(uint256[] memory ids) internal view returns (bytes32 setHash) {
        for (uint256 i = 0; i < ids.length; i++) {
            setHash = registry.hashMember(setHash, registry.memberOf(ids[i]));
        }
    }

    // Cases

    function commitAs(address account, uint256 id, IDisputeCourt.Fault fault, bytes memory payload)
        internal
        returns (uint256 caseId)
    {
        bytes32 commitment = court.hashChallenge(id, fault, payload, account, "salt");
        vm.prank(account);
        return court.commit(id, commitment);
    }

    /// @dev A shard of one leaf that is no dag-cbor block, and the proof of it.
    function brokenShard() internal pure returns (bytes32 root, bytes memory payload) {
        bytes memory cid = abi.encodePacked(hex"01551220", sha256("not dag-cbor"));
        bytes32[] memory leaves = new bytes32[](1);
        leaves[0] = Trees.recordLeaf(0, cid);
        root = Trees.root(leaves);
        payload = abi.encode(FaultJudge.SchemaProof(1, 0, cid, new bytes32[](0), ""));
    }

    // Deployment

    function everyone() internal pure returns (address[] memory people) {
        people = new address[](6);
        (people[0], people[1], people[2]) = (AUTHOR, ROBIN, SASHA);
        (people[3], people[4], people[5]) = (MALLORY, SHILL, WHALE);
    }

    function amountsOf(uint256 each, uint256 whale) private pure returns (uint256[] memory amounts) {
        amounts = new uint256[](6);
        for (uint256 i = 0; i < 5; i++) {
            amounts[i] = each;
        }
        amounts[5] = whale;
    }

    function lockAs(address account) private {
        vm.prank(account);
        locks.lock(100 ether, 0);
    }

    /// @dev The contracts name each other, so the later ones' addresses are computed first.
    function deployCourts(AccessManager manager) private {
        address[] memory modules = new address[](3);
        for (uint256 i = 0; i < 3; i++) {
            modules[i] = nextAddress(i + 4);
        }
        IExperienceRegistry later = IExperienceRegistry(modules[2]);
        schemas = new SchemaBook(address(manager), later);
        jurors = new JurorBonds(zoo, 10_000 ether, 60 days, 60 days);
        judge = new FaultJudge(later, schemas, IAttestationHub(address(0)));
        bonds = new BondVault(ai, 90 days, address(0x1115), modules);
        court = new DisputeCourt(address(manager), later, bonds, judge, jurors, periods());
        oracle = new AggregateOracle(later, bonds, schemas, jurors, oracleSettings());
        registry = new ExperienceRegistry(registrySetup(), parameters());
        assertEq(address(registry), modules[2], "deployed elsewhere");
        facade = new ZooFacade(address(manager), registry, locks, 1 days, 1 hours, 100);
        schemas.addSchema(SCORES, LeafRules.Rule(LeafRules.Kind.Scores, 1, 1, 0));
        schemas.addSchema(OPAQUE, LeafRules.Rule(LeafRules.Kind.Opaque, 0, 0, 8192));
        registry.addSchema("scores");
        registry.addSchema("opaque");
    }

    function nextAddress(uint256 ahead) private view returns (address) {
        VmDeploy cheats = VmDeploy(address(vm));
        return cheats.computeCreateAddress(address(this), cheats.getNonce(address(this)) + ahead);
    }

    function periods() private pure returns (CourtCases.Periods memory) {
        return CourtCases.Periods({
            reveal: 1 hours,
            response: 1 hours,
            verdict: 1 days,
            appeal: 1 hours,
            governance: 1 hours,
            veto: 1 hours,
            escrow: 1 hours
        });
    }

    function oracleSettings() private pure returns (OracleBooks.Settings memory) {
        return OracleBooks.Settings({
            cap: 10 ** 15,
            qLow: 500,
            window: 2 days,
            shortWindow: 6 hours,
            responsePeriod: 1 days,
            bondMultiple: 10,
            requestBond: 1 ether
        });
    }

    function registrySetup() private view returns (RegistryBase.Setup memory setup) {
        setup.authority = address(this);
        setup.bonds = bonds;
        setup.locks = locks;
        setup.court = court;
        setup.oracle = oracle;
        setup.epochLength = EPOCH;
        setup.revealWindow = VOTING;
    }

    function parameters() private view returns (IExperienceRegistry.Parameters memory p) {
        p.bond = uint96(BOND);
        p.challengeWindow = uint32(CHALLENGE);
        p.disputeTime = uint32(court.maxDuration());
        p.qMin = 300;
        p.participationBps = 0;
        p.agreementDelta = 1000;
        p.weightCapBps = 10_000;
        p.maxRolls = uint8(MAX_ROLLS);
        p.bountyCap = uint96(BOUNTY);
        p.burnShare = 500;
        p.bountyShare = 150;
        p.lowQualityShare = 500;
    }
}
