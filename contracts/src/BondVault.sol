// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IBondVault} from "./interfaces/IBondVault.sol";

/// @title Ledger of bonds in one token, see {IBondVault}.
/// @dev No owner and no proxy. The modules are fixed at construction, so their addresses are computed before they are
/// deployed; they lie in the code, because every lock asks for them. Only the four calls that move tokens call out, and
/// only to the token.
contract BondVault is IBondVault, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @dev One slot, because a settlement often changes both.
    struct Account {
        uint128 free;
        uint128 credit;
    }

    /// @notice Longest unbonding period.
    uint256 public constant MAX_UNBONDING = 180 days;
    /// @notice Most modules.
    uint256 public constant MAX_MODULES = 6;

    /// @inheritdoc IBondVault
    IERC20 public immutable token;
    /// @inheritdoc IBondVault
    uint256 public immutable unbondingPeriod;
    /// @inheritdoc IBondVault
    address public immutable insurance;

    address private immutable _module0;
    address private immutable _module1;
    address private immutable _module2;
    address private immutable _module3;
    address private immutable _module4;
    address private immutable _module5;

    /// @inheritdoc IBondVault
    mapping(address module => mapping(address account => uint256)) public lockedOf;
    /// @inheritdoc IBondVault
    uint256 public unburned;

    mapping(address account => Account) private _accounts;
    mapping(address account => Unbonding) private _unbonding;

    modifier onlyModule() {
        if (!isModule(msg.sender)) revert NotModule(msg.sender);
        _;
    }

    /// @param token_ A plain ERC-20 with `burn`, without fees and hooks.
    /// @param unbondingPeriod_ Seconds, 1 … {MAX_UNBONDING}.
    /// @param insurance_ Who takes the insurance share of slashes; not zero.
    /// @param modules Contracts that may lock, release and slash, 1 … {MAX_MODULES}, none zero.
    constructor(IERC20 token_, uint256 unbondingPeriod_, address insurance_, address[] memory modules) {
        if (address(token_).code.length == 0) revert ParameterOutOfRange("token", 0);
        if (unbondingPeriod_ == 0 || unbondingPeriod_ > MAX_UNBONDING) {
            revert ParameterOutOfRange("unbondingPeriod", unbondingPeriod_);
        }
        if (insurance_ == address(0)) revert ParameterOutOfRange("insurance", 0);
        if (modules.length == 0 || modules.length > MAX_MODULES) revert ParameterOutOfRange("modules", modules.length);
        for (uint256 i = 0; i < modules.length; i++) {
            if (modules[i] == address(0)) revert ParameterOutOfRange("module", i);
        }
        token = token_;
        unbondingPeriod = unbondingPeriod_;
        insurance = insurance_;
        _module0 = modules[0];
        _module1 = _orZero(modules, 1);
        _module2 = _orZero(modules, 2);
        _module3 = _orZero(modules, 3);
        _module4 = _orZero(modules, 4);
        _module5 = _orZero(modules, 5);
    }

    /// @inheritdoc IBondVault
    function deposit(uint256 amount) external nonReentrant {
        _deposit(amount);
    }

    /// @inheritdoc IBondVault
    function depositWithPermit(uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external nonReentrant {
        // solhint-disable-next-line no-empty-blocks
        try IERC20Permit(address(token)).permit(msg.sender, address(this), amount, deadline, v, r, s) {} catch {}
        _deposit(amount);
    }

    /// @inheritdoc IBondVault
    function requestWithdrawal(uint256 amount) external returns (uint256 releaseAt) {
        if (amount == 0) revert AmountZero();
        _takeFree(msg.sender, amount);
        releaseAt = block.timestamp + unbondingPeriod;
        Unbonding storage waiting = _unbonding[msg.sender];
        waiting.amount = SafeCast.toUint128(waiting.amount + amount);
        waiting.releaseAt = SafeCast.toUint48(releaseAt);
        emit WithdrawalRequested(msg.sender, amount, releaseAt);
    }

    /// @inheritdoc IBondVault
    function withdraw() external nonReentrant returns (uint256 amount) {
        Unbonding memory waiting = _unbonding[msg.sender];
        amount = waiting.amount;
        if (amount == 0) revert NothingDue(msg.sender);
        if (block.timestamp < waiting.releaseAt) revert StillUnbonding(waiting.releaseAt);
        delete _unbonding[msg.sender];
        emit Withdrawn(msg.sender, amount);
        token.safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc IBondVault
    function claim() external nonReentrant returns (uint256 amount) {
        amount = _accounts[msg.sender].credit;
        if (amount == 0) revert NothingDue(msg.sender);
        _accounts[msg.sender].credit = 0;
        emit Claimed(msg.sender, amount);
        token.safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc IBondVault
    function burnSlashed() external nonReentrant returns (uint256 amount) {
        amount = unburned;
        if (amount == 0) revert NothingDue(address(0));
        unburned = 0;
        emit SlashedBurned(amount);
        ERC20Burnable(address(token)).burn(amount);
    }

    /// @inheritdoc IBondVault
    function lock(address account, uint256 amount) external onlyModule {
        _takeFree(account, amount);
        lockedOf[msg.sender][account] += amount;
        emit BondLocked(msg.sender, account, amount);
    }

    /// @inheritdoc IBondVault
    function release(address account, uint256 amount) external onlyModule {
        _takeLocked(account, amount);
        _addFree(account, amount);
        emit BondReleased(msg.sender, account, amount);
    }

    /// @inheritdoc IBondVault
    function slash(address account, uint256 burned, address beneficiary, uint256 bounty, uint256 pooled)
        external
        onlyModule
    {
        if (bounty != 0 && beneficiary == address(0)) revert BeneficiaryZero();
        _takeLocked(account, burned + bounty + pooled);
        if (burned != 0) unburned += burned;
        if (bounty != 0) _credit(beneficiary, bounty);
        if (pooled != 0) _credit(insurance, pooled);
        emit BondSlashed(msg.sender, account, beneficiary, burned, bounty, pooled);
    }

    /// @inheritdoc IBondVault
    function freeOf(address account) external view returns (uint256) {
        return _accounts[account].free;
    }

    /// @inheritdoc IBondVault
    function credits(address account) external view returns (uint256) {
        return _accounts[account].credit;
    }

    /// @inheritdoc IBondVault
    function unbondingOf(address account) external view returns (Unbonding memory) {
        return _unbonding[account];
    }

    /// @inheritdoc IBondVault
    function isModule(address account) public view returns (bool) {
        return account != address(0)
            && (account == _module0
                || account == _module1
                || account == _module2
                || account == _module3
                || account == _module4
                || account == _module5);
    }

    /// @dev The effect stands before the call; a token that moves another amount is refused afterwards.
    function _deposit(uint256 amount) private {
        if (amount == 0) revert AmountZero();
        _addFree(msg.sender, amount);
        emit Deposited(msg.sender, amount);
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        // All that is owed, and thereby every account, fits 128 bits.
        uint256 received = SafeCast.toUint128(token.balanceOf(address(this))) - before;
        if (received != amount) revert TokenTookFee(amount, received);
    }

    function _addFree(address account, uint256 amount) private {
        Account storage one = _accounts[account];
        one.free = SafeCast.toUint128(one.free + amount);
    }

    function _credit(address account, uint256 amount) private {
        Account storage one = _accounts[account];
        one.credit = SafeCast.toUint128(one.credit + amount);
    }

    function _takeFree(address account, uint256 amount) private {
        Account storage one = _accounts[account];
        uint256 free = one.free;
        if (amount > free) revert FreeTooSmall(account, free, amount);
        // At most what was there.
        unchecked {
            one.free = uint128(free - amount);
        }
    }

    function _takeLocked(address account, uint256 amount) private {
        uint256 locked = lockedOf[msg.sender][account];
        if (amount > locked) revert LockedTooSmall(msg.sender, account, locked, amount);
        lockedOf[msg.sender][account] = locked - amount;
    }

    function _orZero(address[] memory modules, uint256 i) private pure returns (address) {
        return i < modules.length ? modules[i] : address(0);
    }
}
