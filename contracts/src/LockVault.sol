// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {ILockVault} from "./interfaces/ILockVault.sol";
import {LockWeight} from "./LockWeight.sol";

/// @title Voting weight from locked tokens, see {ILockVault}.
/// @dev weight = 10 · deposit + bonus of the locks that have 26 weeks or more left. The deposit of an account is
/// checkpointed. Its locks never change and only leave when they ended; at any second less than 26 weeks ago such a lock
/// had no bonus, so the remaining list gives the exact past weight, at most {MAX_LOCKS} slots long.
/// The total bonus is checkpointed when a lock is added. Between checkpoints it falls at week boundaries only, by
/// amounts known in advance, because locks end at whole weeks and the steps are whole weeks before the end.
contract LockVault is ILockVault, ReentrancyGuardTransient {
    using Checkpoints for Checkpoints.Trace208;
    using SafeERC20 for IERC20;

    /// @inheritdoc ILockVault
    uint256 public constant UNIT = 1e12;
    /// @inheritdoc ILockVault
    uint256 public constant WEIGHT_PER_UNIT = LockWeight.BASE;
    /// @inheritdoc ILockVault
    uint256 public constant MAX_LOCKS = 16;
    /// @inheritdoc ILockVault
    uint256 public constant MAX_DURATION = 208 weeks;
    /// @inheritdoc ILockVault
    uint256 public constant HISTORY = 26 weeks;
    /// @notice Longest withdrawal delay.
    uint256 public constant MAX_WITHDRAWAL_DELAY = 60 days;
    /// @notice Largest total deposit in wei: three times its weight fits 64 bits.
    uint256 public constant MAX_TOTAL = type(uint64).max / LockWeight.HIGHEST * UNIT;

    /// @dev No step lies further ahead of a checkpoint than the longest lock, rounded up, allows.
    uint256 private constant MAX_WEEKS = 209;

    /// @inheritdoc ILockVault
    IERC20 public immutable token;
    /// @inheritdoc ILockVault
    uint256 public immutable withdrawalDelay;

    Checkpoints.Trace208 private _totalUnits;
    Checkpoints.Trace208 private _totalBonus;
    /// @dev By how much the total bonus falls after the first second of a week.
    mapping(uint256 week => uint256) private _drops;
    mapping(address account => Checkpoints.Trace208) private _units;
    mapping(address account => Lock[]) private _locks;
    mapping(address account => Pending) private _pending;

    /// @param token_ A plain ERC-20 without fees and hooks.
    /// @param withdrawalDelay_ Seconds, 1 … {MAX_WITHDRAWAL_DELAY}.
    constructor(IERC20 token_, uint256 withdrawalDelay_) {
        if (address(token_).code.length == 0) revert ParameterOutOfRange("token", 0);
        if (withdrawalDelay_ == 0 || withdrawalDelay_ > MAX_WITHDRAWAL_DELAY) {
            revert ParameterOutOfRange("withdrawalDelay", withdrawalDelay_);
        }
        token = token_;
        withdrawalDelay = withdrawalDelay_;
    }

    /// @inheritdoc ILockVault
    function lock(uint256 amount, uint256 duration) external nonReentrant returns (uint256 end) {
        uint256 units = _wholeUnits(amount);
        if (duration > MAX_DURATION) revert DurationTooLong(duration, MAX_DURATION);
        uint256 total = _totalUnits.latest() + units;
        if (total * UNIT > MAX_TOTAL) revert TotalTooLarge(total * UNIT, MAX_TOTAL);
        _totalUnits.push(clock(), SafeCast.toUint208(total));
        _setUnits(msg.sender, _units[msg.sender].latest() + units);
        if (duration == 0) {
            emit Locked(msg.sender, amount, 0, 0);
        } else {
            end = LockWeight.endOf(block.timestamp + duration);
            _addLock(amount, units, end);
        }
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        uint256 received = token.balanceOf(address(this)) - before;
        if (received != amount) revert TokenTookFee(amount, received);
    }

    /// @inheritdoc ILockVault
    function unlock(uint256 index) external {
        Lock[] storage locks = _locks[msg.sender];
        uint256 count = locks.length;
        if (index >= count) revert LockUnknown(index, count);
        Lock memory ended = locks[index];
        if (block.timestamp < ended.end) revert StillLocked(ended.end);
        locks[index] = locks[count - 1];
        locks.pop();
        emit Unlocked(msg.sender, ended.amount, ended.end);
    }

    /// @inheritdoc ILockVault
    function requestWithdrawal(uint256 amount) external returns (uint256 releaseAt) {
        uint256 units = _wholeUnits(amount);
        uint256 unlocked = unlockedOf(msg.sender);
        if (amount > unlocked) revert UnlockedTooSmall(unlocked, amount);
        _totalUnits.push(clock(), SafeCast.toUint208(_totalUnits.latest() - units));
        _setUnits(msg.sender, _units[msg.sender].latest() - units);
        releaseAt = block.timestamp + withdrawalDelay;
        Pending storage pending = _pending[msg.sender];
        pending.amount = SafeCast.toUint128(pending.amount + amount);
        pending.releaseAt = SafeCast.toUint48(releaseAt);
        emit WithdrawalRequested(msg.sender, amount, releaseAt);
    }

    /// @inheritdoc ILockVault
    function withdraw() external nonReentrant returns (uint256 amount) {
        Pending memory pending = _pending[msg.sender];
        amount = pending.amount;
        if (amount == 0) revert NothingDue(msg.sender);
        if (block.timestamp < pending.releaseAt) revert StillPending(pending.releaseAt);
        delete _pending[msg.sender];
        emit Withdrawn(msg.sender, amount);
        token.safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc ILockVault
    function checkpoint() external {
        _totalBonus.push(clock(), SafeCast.toUint208(_bonusAt(block.timestamp)));
    }

    /// @notice Refused: weight cannot be delegated.
    /// @param delegatee Whoever.
    function delegate(address delegatee) external pure {
        revert DelegationNotSupported(delegatee);
    }

    /// @notice Refused: weight cannot be delegated.
    /// @param delegatee Whoever.
    function delegateBySig(address delegatee, uint256, uint256, uint8, bytes32, bytes32) external pure {
        revert DelegationNotSupported(delegatee);
    }

    /// @notice Whose votes an account's weight counts for: always its own.
    /// @param account Account.
    /// @return The account itself.
    function delegates(address account) external pure returns (address) {
        return account;
    }

    /// @notice Present weight of an account.
    /// @param account Account.
    /// @return Weight, see {ILockVault}.
    function getVotes(address account) external view returns (uint256) {
        return _weightAt(account, block.timestamp);
    }

    /// @notice Weight of an account at the end of a past second.
    /// @param account Account.
    /// @param timepoint Unix second before now and less than {HISTORY} back.
    /// @return Weight, see {ILockVault}.
    function getPastVotes(address account, uint256 timepoint) external view returns (uint256) {
        _checkPast(timepoint);
        return _weightAt(account, timepoint);
    }

    /// @notice Total weight at the end of a past second.
    /// @param timepoint Unix second before now and less than {HISTORY} back.
    /// @return Weight, see {ILockVault}.
    function getPastTotalSupply(uint256 timepoint) external view returns (uint256) {
        _checkPast(timepoint);
        return _totalAt(timepoint);
    }

    /// @inheritdoc ILockVault
    function totalWeight() external view returns (uint256) {
        return _totalAt(block.timestamp);
    }

    /// @inheritdoc ILockVault
    function locksOf(address account) external view returns (Lock[] memory) {
        return _locks[account];
    }

    /// @inheritdoc ILockVault
    function pendingOf(address account) external view returns (Pending memory) {
        return _pending[account];
    }

    /// @inheritdoc ILockVault
    function weightPerUnit(uint256 remaining) external pure returns (uint256) {
        return LockWeight.BASE + LockWeight.bonusOf(remaining);
    }

    /// @inheritdoc ILockVault
    function unlockedOf(address account) public view returns (uint256 amount) {
        amount = depositOf(account);
        Lock[] storage locks = _locks[account];
        for (uint256 i = 0; i < locks.length; i++) {
            amount -= locks[i].amount;
        }
    }

    /// @inheritdoc ILockVault
    function depositOf(address account) public view returns (uint256) {
        return _units[account].latest() * UNIT;
    }

    /// @notice Present Unix second (ERC-6372).
    /// @return Seconds since 1970.
    function clock() public view returns (uint48) {
        return SafeCast.toUint48(block.timestamp);
    }

    /// @notice Description of the clock (ERC-6372).
    /// @return The clock's mode.
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() external pure returns (string memory) {
        return "mode=timestamp";
    }

    function _addLock(uint256 amount, uint256 units, uint256 end) private {
        Lock[] storage locks = _locks[msg.sender];
        if (locks.length == MAX_LOCKS) revert TooManyLocks(MAX_LOCKS);
        locks.push(Lock(SafeCast.toUint128(amount), uint64(block.timestamp), uint64(end)));
        uint256 bonus = _bonusAt(block.timestamp) + units * LockWeight.bonusOf(end - block.timestamp);
        _totalBonus.push(clock(), SafeCast.toUint208(bonus));
        _addDrop(end, LockWeight.LONG, units * LockWeight.LONG_STEP);
        _addDrop(end, LockWeight.MIDDLE, units * LockWeight.MIDDLE_STEP);
        _addDrop(end, LockWeight.SHORT, units * LockWeight.SHORT_STEP);
        emit Locked(msg.sender, amount, end, locks.length - 1);
    }

    /// @dev A step that the lock is too short for was never part of the bonus.
    function _addDrop(uint256 end, uint256 span, uint256 bonus) private {
        if (end >= block.timestamp + span) _drops[(end - span) / 1 weeks] += bonus;
    }

    function _setUnits(address account, uint256 units) private {
        _units[account].push(clock(), SafeCast.toUint208(units));
    }

    function _weightAt(address account, uint256 timepoint) private view returns (uint256 weight) {
        weight = LockWeight.BASE * _units[account].upperLookupRecent(uint48(timepoint));
        Lock[] storage locks = _locks[account];
        uint256 count = locks.length;
        for (uint256 i = 0; i < count; i++) {
            Lock memory one = locks[i];
            if (one.start > timepoint || one.end <= timepoint) continue;
            weight += one.amount / UNIT * LockWeight.bonusOf(one.end - timepoint);
        }
    }

    function _totalAt(uint256 timepoint) private view returns (uint256) {
        return LockWeight.BASE * _totalUnits.upperLookupRecent(uint48(timepoint)) + _bonusAt(timepoint);
    }

    /// @dev The last checkpoint less every step from its second on and before `timepoint`: a lock counts up to and with
    /// the second at which a step's whole time remains. Locks made later have their steps later.
    function _bonusAt(uint256 timepoint) private view returns (uint256 bonus) {
        (uint256 since, uint256 value) = _bonusCheckpoint(timepoint);
        bonus = value;
        if (bonus == 0) return 0;
        uint256 week = (since + 1 weeks - 1) / 1 weeks;
        uint256 last = week + MAX_WEEKS;
        for (; week < last && week * 1 weeks < timepoint; week++) {
            bonus -= _drops[week];
        }
    }

    /// @dev Second and value of the newest checkpoint at or before `timepoint`, by bisection.
    function _bonusCheckpoint(uint256 timepoint) private view returns (uint256 since, uint256 value) {
        uint256 low = 0;
        uint256 high = _totalBonus.length();
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (_totalBonus.pos(SafeCast.toUint32(middle))._key > timepoint) high = middle;
            else low = middle + 1;
        }
        if (low == 0) return (0, 0);
        Checkpoints.Checkpoint208 memory found = _totalBonus.pos(SafeCast.toUint32(low - 1));
        return (found._key, found._value);
    }

    function _checkPast(uint256 timepoint) private view {
        if (timepoint >= block.timestamp) revert FutureLookup(timepoint, clock());
        if (timepoint + HISTORY <= block.timestamp) revert LookupTooOld(timepoint, block.timestamp - HISTORY + 1);
    }

    function _wholeUnits(uint256 amount) private pure returns (uint256) {
        if (amount == 0) revert AmountZero();
        if (amount % UNIT != 0) revert AmountNotWhole(amount, UNIT);
        return amount / UNIT;
    }
}
