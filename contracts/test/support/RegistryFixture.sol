// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BondVault} from "../../src/BondVault.sol";
import {DsoToken} from "../../src/DsoToken.sol";
import {ExperienceRegistry} from "../../src/ExperienceRegistry.sol";
import {LockVault} from "../../src/LockVault.sol";
import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {RegistryBase} from "../../src/registry/RegistryBase.sol";
import {Deploys} from "./Deploys.sol";
import {CourtStub, OracleStub} from "./Stubs.sol";

/// @notice A registry with its vaults; five accounts have deposited bonds, and three of them have locked 100 ZOO.
/// Direct mode unless {commitSeconds} says otherwise.
abstract contract RegistryFixture is Deploys {
    uint256 internal constant BOND = 25 ether;
    uint256 internal constant DEPOSIT = 1000 ether;
    uint256 internal constant LOCKED = 100 ether;
    /// @dev Weight of {LOCKED}.
    uint256 internal constant WEIGHT = 1e9;
    uint256 internal constant EPOCH = 1000;
    uint256 internal constant CHALLENGE = 30;
    uint256 internal constant DISPUTE = 1 days;
    uint256 internal constant UNBONDING = 10 days;
    uint256 internal constant Q_MIN = 300;
    string internal constant CID = "bafyreiaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    DsoToken internal ai;
    DsoToken internal zoo;
    BondVault internal bonds;
    BondVault internal voterBonds;
    LockVault internal locks;
    CourtStub internal court;
    OracleStub internal oracle;
    ExperienceRegistry internal registry;

    function setUp() public virtual {
        vm.warp(START);
        vm.roll(100);
        ai = deployToken("DSO AI", "AI");
        zoo = deployToken("DSO ZOO", "ZOO");
        locks = new LockVault(zoo, 100);
        court = new CourtStub();
        oracle = new OracleStub();
        deployRegistry(parameters());
        lockAs(BOB, LOCKED, 0);
        lockAs(CAROL, LOCKED, 0);
        lockAs(DAVE, LOCKED, 0);
        skip(1);
    }

    function commitSeconds() internal pure virtual returns (uint256) {
        return 0;
    }

    function revealSeconds() internal pure virtual returns (uint256) {
        return 60;
    }

    /// @dev The seed's money: half burned, half to the challenger, for low quality as for faults.
    function parameters() internal pure virtual returns (IExperienceRegistry.Parameters memory p) {
        p.bond = uint96(BOND);
        p.challengeWindow = uint32(CHALLENGE);
        p.disputeTime = uint32(DISPUTE);
        p.qMin = uint16(Q_MIN);
        p.participationBps = 1000;
        p.agreementDelta = 100;
        p.agreementBps = 5000;
        p.weightCapBps = 10_000;
        p.maxRolls = 2;
        p.bountyCap = type(uint96).max;
        p.burnShare = 500;
        p.bountyShare = 500;
        p.lowQualityShare = 1000;
    }

    function setupOf(address bondVault, address voterVault) internal view returns (RegistryBase.Setup memory setup) {
        setup.authority = AUTHORITY;
        setup.bonds = BondVault(bondVault);
        setup.voterBonds = BondVault(voterVault);
        setup.locks = locks;
        setup.court = court;
        setup.oracle = oracle;
        setup.epochLength = EPOCH;
        setup.commitWindow = commitSeconds();
        setup.revealWindow = revealSeconds();
        setup.schemas = new bytes32[](2);
        setup.schemas[0] = "first";
        setup.schemas[1] = "second";
    }

    /// @dev New vaults with deposits of all, and a registry that is a module of both.
    function deployRegistry(IExperienceRegistry.Parameters memory p) internal {
        address at = predict(2);
        bonds = new BondVault(ai, UNBONDING, INSURANCE, list(at, address(court)));
        voterBonds = new BondVault(zoo, UNBONDING, INSURANCE, list(at));
        registry = new ExperienceRegistry(setupOf(address(bonds), address(voterBonds)), p);
        approveAll(ai, address(bonds));
        approveAll(zoo, address(voterBonds));
        approveAll(zoo, address(locks));
        address[] memory accounts = everyone();
        for (uint256 i = 0; i < accounts.length; i++) {
            vm.prank(accounts[i]);
            bonds.deposit(DEPOSIT);
        }
    }

    function setParameters(IExperienceRegistry.Parameters memory p) internal {
        vm.prank(AUTHORITY);
        registry.setParameters(p);
    }

    function lockAs(address account, uint256 amount, uint256 duration) internal {
        vm.prank(account);
        locks.lock(amount, duration);
    }

    function entryOf(bytes32 root) internal pure returns (IExperienceRegistry.Entry memory e) {
        e.merkleRoot = root;
        e.cid = CID;
        e.schema = 1;
    }

    function submitAs(address account, bytes32 root) internal returns (uint256 id) {
        vm.prank(account);
        return registry.submit(entryOf(root));
    }

    function voteAs(address account, uint256 id, uint256 score) internal {
        vm.prank(account);
        registry.voteQuality(id, uint64(score));
    }

    function challengeAs(address account, uint256 id) internal {
        vm.prank(account);
        registry.challenge(id);
    }

    /// @dev To the end of the entry's voting and challenge window, and settles it.
    function settle(uint256 id) internal {
        vm.warp(registry.getEntry(id).challengeEndsAt);
        registry.finalise(id);
    }

    function assertStatus(uint256 id, IExperienceRegistry.Status expected) internal view {
        assertEq(uint256(registry.status(id)), uint256(expected), "status");
        if (expected != IExperienceRegistry.Status.None) {
            assertEq(uint256(registry.getEntry(id).status), uint256(expected), "status of the entry");
        }
    }

    function refused(bytes4 selector, uint256 id) internal {
        vm.expectRevert(abi.encodeWithSelector(selector, id));
    }
}
