// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC5805} from "@openzeppelin/contracts/interfaces/IERC5805.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title Voting weight from locked tokens, by the time that remains.
/// @notice A unit is 10^12 wei. weight(t) = Σ units · 10 · multiplier(remaining at t):
///
/// | remaining at t | ≥ 104 weeks | ≥ 52 weeks | ≥ 26 weeks | less, or no lock |
/// |---|---|---|---|---|
/// | multiplier | 3 | 2 | 1.5 | 1 |
///
/// One whole token (10^18 wei) without a lock weighs 10^7. Unlock times are whole weeks since 1970, so that weights fall
/// only at week boundaries and the total is known at every past second. Neither positions nor weight can be transferred
/// or delegated. Clock: Unix seconds ({IERC6372}). `getPastVotes` and `getPastTotalSupply` accept seconds strictly
/// before now and less than {HISTORY} back.
interface ILockVault is IERC5805 {
    /// @notice One lock; it never changes.
    struct Lock {
        /// Wei of the token, a multiple of {UNIT}.
        uint128 amount;
        /// Unix second of the deposit.
        uint64 start;
        /// Unix second, a multiple of a week, from which it can be unlocked.
        uint64 end;
    }

    /// @notice Deposit that left the weight and waits for its release.
    struct Pending {
        /// Wei of the token.
        uint128 amount;
        /// Unix second from which {withdraw} pays.
        uint48 releaseAt;
    }

    /// @notice Tokens were deposited; `end` is 0 where they are not locked, `index` is then 0 and means nothing.
    event Locked(address indexed account, uint256 amount, uint256 end, uint256 index);
    /// @notice A lock ended and its tokens count once from now on, until they are withdrawn.
    event Unlocked(address indexed account, uint256 amount, uint256 end);
    /// @notice Unlocked tokens left the weight; {withdraw} pays the account's whole waiting sum from `releaseAt` on.
    event WithdrawalRequested(address indexed account, uint256 amount, uint256 releaseAt);
    /// @notice Tokens were paid out.
    event Withdrawn(address indexed account, uint256 amount);

    /// @notice A constructor argument is outside its bounds.
    error ParameterOutOfRange(string name, uint256 value);
    /// @notice The amount is zero.
    error AmountZero();
    /// @notice The amount is no multiple of {UNIT}.
    error AmountNotWhole(uint256 amount, uint256 unit);
    /// @notice The duration is above {MAX_DURATION}.
    error DurationTooLong(uint256 duration, uint256 longest);
    /// @notice The total would pass what 64-bit weights can hold.
    error TotalTooLarge(uint256 amount, uint256 largest);
    /// @notice The account has {MAX_LOCKS} locks already.
    error TooManyLocks(uint256 locks);
    /// @notice The account has no lock with this index.
    error LockUnknown(uint256 index, uint256 locks);
    /// @notice The lock has not ended.
    error StillLocked(uint256 end);
    /// @notice The account has fewer unlocked tokens than it wants to withdraw.
    error UnlockedTooSmall(uint256 unlocked, uint256 required);
    /// @notice Nothing is due to the caller.
    error NothingDue(address account);
    /// @notice The withdrawal is not released yet.
    error StillPending(uint256 releaseAt);
    /// @notice The second asked for is not in the past.
    error FutureLookup(uint256 timepoint, uint48 clock);
    /// @notice The second asked for is {HISTORY} back or further.
    error LookupTooOld(uint256 timepoint, uint256 oldest);
    /// @notice Weight cannot be delegated.
    error DelegationNotSupported(address delegatee);
    /// @notice The token moved another amount than it was asked to; such tokens are not supported.
    error TokenTookFee(uint256 expected, uint256 received);

    /// @notice The token that is locked.
    /// @return The token.
    function token() external view returns (IERC20);

    /// @notice Smallest amount and divisor of every amount: 10^12 wei.
    /// @return Wei.
    function UNIT() external view returns (uint256);

    /// @notice Weight of one {UNIT} without a lock: 10.
    /// @return Weight.
    function WEIGHT_PER_UNIT() external view returns (uint256);

    /// @notice Most locks of one account: 16.
    /// @return Number of locks.
    function MAX_LOCKS() external view returns (uint256);

    /// @notice Longest lock: 208 weeks.
    /// @return Seconds.
    function MAX_DURATION() external view returns (uint256);

    /// @notice How far back weights can be asked for: 26 weeks.
    /// @return Seconds.
    function HISTORY() external view returns (uint256);

    /// @notice Seconds from {requestWithdrawal} to {withdraw}.
    /// @return Seconds.
    function withdrawalDelay() external view returns (uint256);

    /// @notice Deposits `amount` and locks it for at least `duration`; the caller must have approved the vault.
    /// @param amount Wei, a multiple of {UNIT}, above 0.
    /// @param duration Seconds up to {MAX_DURATION}; the end is rounded up to a week. 0: not locked, multiplier 1.
    /// @return end Unix second of the end; 0 where it is not locked.
    function lock(uint256 amount, uint256 duration) external returns (uint256 end);

    /// @notice Makes the tokens of an ended lock available. The last lock of the account takes its index.
    /// @param index Position in {locksOf}.
    function unlock(uint256 index) external;

    /// @notice Takes unlocked tokens out of the weight; a second request restarts the delay for the whole sum.
    /// @param amount Wei, a multiple of {UNIT}, above 0.
    /// @return releaseAt Unix second from which {withdraw} pays.
    function requestWithdrawal(uint256 amount) external returns (uint256 releaseAt);

    /// @notice Pays the caller's released tokens to the caller.
    /// @return amount Wei.
    function withdraw() external returns (uint256 amount);

    /// @notice Writes the total up to the present week, so that later calls need not walk the weeks in between.
    function checkpoint() external;

    /// @notice Locks of an account, at most {MAX_LOCKS}.
    /// @param account Whose locks.
    /// @return The locks; their order changes with {unlock}.
    function locksOf(address account) external view returns (Lock[] memory);

    /// @notice Tokens of an account that count, locked or not, in wei.
    /// @param account Whose tokens.
    /// @return Wei.
    function depositOf(address account) external view returns (uint256);

    /// @notice Tokens of an account that {requestWithdrawal} accepts, in wei.
    /// @param account Whose tokens.
    /// @return Wei.
    function unlockedOf(address account) external view returns (uint256);

    /// @notice Tokens of an account that wait for their release.
    /// @param account Whose tokens.
    /// @return Amount and time; both 0 where nothing waits.
    function pendingOf(address account) external view returns (Pending memory);

    /// @notice Present total weight.
    /// @return Weight of all accounts at this second.
    function totalWeight() external view returns (uint256);

    /// @notice Weight of one {UNIT} whose lock has `remaining` seconds left: 10, 15, 20 or 30.
    /// @param remaining Seconds to the end of the lock.
    /// @return Weight.
    function weightPerUnit(uint256 remaining) external pure returns (uint256);
}
