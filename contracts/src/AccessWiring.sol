// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {DisputeCourt} from "./DisputeCourt.sol";
import {IExperienceRegistry} from "./interfaces/IExperienceRegistry.sol";
import {RewardDistributor} from "./RewardDistributor.sol";
import {SchemaBook} from "./SchemaBook.sol";
import {ZooFacade} from "./ZooFacade.sol";

/// @title Builds the access manager and hands it over, so that nobody has to trust a deployer's script.
/// @notice Until {wire} this contract is the manager's admin and passes the deployer's set-up calls on. {wire} sets every
/// role once, makes the timelock the only admin and gives its own power up; after it this contract can do nothing.
///
/// | role | who | what |
/// |---|---|---|
/// | admin, {GOVERNANCE} | the timelock of the governor | parameters, schemas, kernels, curation, last appeals, reversals, disputed rewards |
/// | {GUARDIAN} | a small committee | pauses submissions, vetoes found faults, disables roots that are not active yet |
/// | {REWARDS} | the reward committee | proposes reward roots |
contract AccessWiring {
    /// @notice What is governed.
    struct Targets {
        IExperienceRegistry registry;
        DisputeCourt court;
        SchemaBook schemas;
        ZooFacade facade;
        RewardDistributor distributor;
    }

    /// @notice Role of the timelock.
    uint64 public constant GOVERNANCE = 1;
    /// @notice Role of the guardian.
    uint64 public constant GUARDIAN = 2;
    /// @notice Role of the reward committee.
    uint64 public constant REWARDS = 3;
    /// @notice Shortest delay of the timelock.
    uint256 public constant MIN_DELAY = 2 days;

    /// @notice The manager, which all governed contracts take as their authority.
    AccessManager public immutable manager;
    /// @notice Who may set up and wire.
    address public immutable deployer;
    /// @notice Whether {wire} was called.
    bool public wired;

    /// @notice The roles are set and the timelock is the admin.
    event Wired(address indexed timelock, address indexed guardian, address indexed rewards);

    /// @notice Only the deployer may do this.
    error NotDeployer(address caller);
    /// @notice The roles are set already.
    error AlreadyWired();
    /// @notice The timelock's delay is below {MIN_DELAY}.
    error DelayTooShort(uint256 delay);
    /// @notice A holder of a role is zero.
    error HolderZero(uint64 role);

    /// @dev Only before the roles are set, and only by the deployer.
    modifier settingUp() {
        if (msg.sender != deployer) revert NotDeployer(msg.sender);
        if (wired) revert AlreadyWired();
        _;
    }

    /// @notice Creates the manager with this contract as its admin.
    constructor() {
        manager = new AccessManager(address(this));
        deployer = msg.sender;
    }

    /// @notice Calls a governed function before the roles are set, such as adding the first schemas.
    /// @param target A contract whose authority is {manager}.
    /// @param data The call.
    function setUp(address target, bytes calldata data) external settingUp {
        manager.execute(target, data);
    }

    /// @notice Sets every role and hands the manager over to the timelock.
    /// @param timelock Executes the governor's proposals, after at least {MIN_DELAY}.
    /// @param guardian May stop, and nothing else.
    /// @param rewards May propose reward roots.
    /// @param targets What is governed.
    function wire(TimelockController timelock, address guardian, address rewards, Targets calldata targets)
        external
        settingUp
    {
        if (guardian == address(0)) revert HolderZero(GUARDIAN);
        if (rewards == address(0)) revert HolderZero(REWARDS);
        if (timelock.getMinDelay() < MIN_DELAY) revert DelayTooShort(timelock.getMinDelay());
        wired = true;
        _wireRegistry(address(targets.registry));
        _wireCourt(address(targets.court));
        _wireSchemas(address(targets.schemas));
        _wireFacade(address(targets.facade));
        _wireDistributor(address(targets.distributor));
        manager.labelRole(GOVERNANCE, "GOVERNANCE");
        manager.labelRole(GUARDIAN, "GUARDIAN");
        manager.labelRole(REWARDS, "REWARDS");
        manager.grantRole(GOVERNANCE, address(timelock), 0);
        manager.grantRole(GUARDIAN, guardian, 0);
        manager.grantRole(REWARDS, rewards, 0);
        manager.grantRole(manager.ADMIN_ROLE(), address(timelock), 0);
        manager.renounceRole(manager.ADMIN_ROLE(), address(this));
        emit Wired(address(timelock), guardian, rewards);
    }

    function _wireRegistry(address target) private {
        _allow(target, IExperienceRegistry.setParameters.selector, GOVERNANCE);
        _allow(target, IExperienceRegistry.addSchema.selector, GOVERNANCE);
        _allow(target, IExperienceRegistry.pauseSubmissions.selector, GUARDIAN);
    }

    function _wireCourt(address target) private {
        _allow(target, DisputeCourt.decide.selector, GOVERNANCE);
        _allow(target, DisputeCourt.reverse.selector, GOVERNANCE);
        _allow(target, DisputeCourt.invalidate.selector, GOVERNANCE);
        _allow(target, DisputeCourt.veto.selector, GUARDIAN);
    }

    function _wireSchemas(address target) private {
        _allow(target, SchemaBook.addSchema.selector, GOVERNANCE);
        _allow(target, SchemaBook.addKernel.selector, GOVERNANCE);
    }

    function _wireFacade(address target) private {
        _allow(target, ZooFacade.approve.selector, GOVERNANCE);
        _allow(target, ZooFacade.reject.selector, GOVERNANCE);
        _allow(target, ZooFacade.archive.selector, GOVERNANCE);
        _allow(target, ZooFacade.modify.selector, GOVERNANCE);
    }

    function _wireDistributor(address target) private {
        _allow(target, RewardDistributor.proposeRoot.selector, REWARDS);
        _allow(target, RewardDistributor.ruleDispute.selector, GOVERNANCE);
        _allow(target, RewardDistributor.disableRoot.selector, GUARDIAN);
    }

    function _allow(address target, bytes4 selector, uint64 role) private {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = selector;
        manager.setTargetFunctionRole(target, selectors, role);
    }
}
