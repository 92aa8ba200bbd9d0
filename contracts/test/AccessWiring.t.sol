// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {AccessWiring} from "../src/AccessWiring.sol";
import {CourtCases} from "../src/CourtCases.sol";
import {DisputeCourt} from "../src/DisputeCourt.sol";
import {FaultJudge} from "../src/FaultJudge.sol";
import {IAttestationHub} from "../src/interfaces/IAttestationHub.sol";
import {IBondVault} from "../src/interfaces/IBondVault.sol";
import {IExperienceRegistry} from "../src/interfaces/IExperienceRegistry.sol";
import {ILockVault} from "../src/interfaces/ILockVault.sol";
import {JurorBonds} from "../src/JurorBonds.sol";
import {LeafRules} from "../src/LeafRules.sol";
import {RewardDistributor} from "../src/RewardDistributor.sol";
import {SchemaBook} from "../src/SchemaBook.sol";
import {ZooFacade} from "../src/ZooFacade.sol";
import {MockLocks, MockRegistry, MockVault} from "./support/CourtMocks.sol";
import {TestBase} from "./support/TestBase.sol";
import {TestToken} from "./support/TestToken.sol";

contract AccessWiringTest is TestBase {
    address internal constant GUARDIAN = address(0x6A);
    address internal constant REWARDS = address(0x4E);

    AccessWiring internal wiring;
    AccessManager internal manager;
    TimelockController internal timelock;
    AccessWiring.Targets internal targets;
    LeafRules.Rule internal rule = LeafRules.Rule(LeafRules.Kind.Opaque, 0, 0, 100);

    function setUp() public {
        vm.warp(1_700_000_000);
        wiring = new AccessWiring();
        manager = wiring.manager();
        timelock = new TimelockController(2 days, new address[](0), new address[](0), address(this));
        IExperienceRegistry registry = IExperienceRegistry(address(new MockRegistry()));
        IBondVault vault = IBondVault(address(new MockVault()));
        TestToken token = new TestToken();
        SchemaBook schemas = new SchemaBook(address(manager), registry);
        FaultJudge judge = new FaultJudge(registry, schemas, IAttestationHub(address(0)));
        JurorBonds jurors = new JurorBonds(token, 1 ether, 30 days, 30 days);
        CourtCases.Periods memory periods = CourtCases.Periods(1 days, 3 days, 3 days, 2 days, 14 days, 3 days, 4 days);
        ILockVault locks = ILockVault(address(new MockLocks()));
        targets = AccessWiring.Targets({
            registry: registry,
            court: new DisputeCourt(address(manager), registry, vault, judge, jurors, periods),
            schemas: schemas,
            facade: new ZooFacade(address(manager), registry, locks, 7 days, 1 days, 1_000),
            distributor: new RewardDistributor(address(manager), token, 1 days, 1 days, 2)
        });
    }

    function test_theDeployerSetsUpBeforeTheRolesAreSetAndNeverAfter() public {
        wiring.setUp(address(targets.schemas), abi.encodeCall(SchemaBook.addSchema, (1, rule)));
        assertTrue(targets.schemas.isKnown(1), "added");
        wire();
        bytes memory data = abi.encodeCall(SchemaBook.addSchema, (2, rule));
        vm.expectRevert(AccessWiring.AlreadyWired.selector);
        wiring.setUp(address(targets.schemas), data);
        vm.expectRevert(AccessWiring.AlreadyWired.selector);
        wire();
    }

    function test_strangersSetNothingUp() public {
        vm.startPrank(GUARDIAN);
        bytes memory reason = abi.encodeWithSelector(AccessWiring.NotDeployer.selector, GUARDIAN);
        vm.expectRevert(reason);
        wiring.setUp(address(targets.schemas), "");
        vm.expectRevert(reason);
        wire();
        vm.stopPrank();
    }

    function test_onlyTheTimelockIsAdminAfterwards() public {
        vm.expectEmit();
        emit AccessWiring.Wired(address(timelock), GUARDIAN, REWARDS);
        wire();
        assertTrue(holds(manager.ADMIN_ROLE(), address(timelock)), "timelock");
        assertTrue(!holds(manager.ADMIN_ROLE(), address(wiring)), "not the wiring");
        assertTrue(!holds(manager.ADMIN_ROLE(), address(this)), "not the deployer");
        assertTrue(wiring.wired(), "wired");
    }

    function test_everyGovernedFunctionHasItsRole() public {
        wire();
        (uint64 governance, uint64 guardian, uint64 rewards) =
            (wiring.GOVERNANCE(), wiring.GUARDIAN(), wiring.REWARDS());
        address registry = address(targets.registry);
        assertRole(registry, IExperienceRegistry.setParameters.selector, governance);
        assertRole(registry, IExperienceRegistry.addSchema.selector, governance);
        assertRole(registry, IExperienceRegistry.pauseSubmissions.selector, guardian);
        address court = address(targets.court);
        assertRole(court, DisputeCourt.decide.selector, governance);
        assertRole(court, DisputeCourt.reverse.selector, governance);
        assertRole(court, DisputeCourt.invalidate.selector, governance);
        assertRole(court, DisputeCourt.veto.selector, guardian);
        assertRole(address(targets.schemas), SchemaBook.addSchema.selector, governance);
        assertRole(address(targets.schemas), SchemaBook.addKernel.selector, governance);
        address facade = address(targets.facade);
        assertRole(facade, ZooFacade.approve.selector, governance);
        assertRole(facade, ZooFacade.reject.selector, governance);
        assertRole(facade, ZooFacade.archive.selector, governance);
        assertRole(facade, ZooFacade.modify.selector, governance);
        address distributor = address(targets.distributor);
        assertRole(distributor, RewardDistributor.proposeRoot.selector, rewards);
        assertRole(distributor, RewardDistributor.ruleDispute.selector, governance);
        assertRole(distributor, RewardDistributor.disableRoot.selector, guardian);
    }

    function test_eachHolderMayDoItsOwnAndNothingElse() public {
        wire();
        vm.prank(address(timelock));
        targets.schemas.addSchema(1, rule);
        vm.prank(address(timelock));
        targets.court.invalidate();
        vm.startPrank(GUARDIAN);
        vm.expectRevert(abi.encodeWithSelector(CourtCases.CaseUnknown.selector, 1));
        targets.court.veto(1);
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, GUARDIAN);
        vm.expectRevert(reason);
        targets.court.reverse(1);
        vm.expectRevert(reason);
        targets.schemas.addSchema(2, rule);
        vm.expectRevert(reason);
        targets.distributor.proposeRoot("root", 1, 0, "");
        vm.stopPrank();
    }

    function test_theDeployerMayDoNothingAfterwards() public {
        wire();
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, address(this));
        vm.expectRevert(reason);
        targets.schemas.addSchema(1, rule);
        vm.expectRevert(reason);
        targets.court.veto(1);
        vm.expectRevert();
        manager.grantRole(1, address(this), 0);
    }

    function test_refusesAShortDelayAndMissingHolders() public {
        timelock = new TimelockController(2 days - 1, new address[](0), new address[](0), address(this));
        vm.expectRevert(abi.encodeWithSelector(AccessWiring.DelayTooShort.selector, 2 days - 1));
        wire();
        vm.expectRevert(abi.encodeWithSelector(AccessWiring.HolderZero.selector, 2));
        wiring.wire(timelock, address(0), REWARDS, targets);
        vm.expectRevert(abi.encodeWithSelector(AccessWiring.HolderZero.selector, 3));
        wiring.wire(timelock, GUARDIAN, address(0), targets);
    }

    function testFuzz_whoHoldsNoRoleMayDoNothing(address stranger, uint8 what) public {
        wire();
        if (stranger == address(timelock) || stranger == GUARDIAN || stranger == REWARDS) return;
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        vm.prank(stranger);
        vm.expectRevert(reason);
        if (what % 8 == 0) targets.court.decide(1, true);
        else if (what % 8 == 1) targets.court.veto(1);
        else if (what % 8 == 2) targets.court.reverse(1);
        else if (what % 8 == 3) targets.court.invalidate();
        else if (what % 8 == 4) targets.schemas.addSchema(9, rule);
        else if (what % 8 == 5) targets.distributor.ruleDispute("root", true);
        else if (what % 8 == 6) targets.distributor.proposeRoot("root", 1, 0, "");
        else targets.distributor.disableRoot("root");
    }

    function wire() private {
        wiring.wire(timelock, GUARDIAN, REWARDS, targets);
    }

    function holds(uint64 role, address account) private view returns (bool member) {
        (member,) = manager.hasRole(role, account);
    }

    function assertRole(address target, bytes4 selector, uint64 role) private view {
        assertEq(manager.getTargetFunctionRole(target, selector), role, "role");
    }
}
