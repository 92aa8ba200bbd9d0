// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title Ledger of bonds in one token: deposit once, bond many times.
/// @notice An account's deposit is *free* until a module locks it. A module is a contract that the vault was built with
/// (registry, court, oracle …); the list never changes, and nobody else can move a deposit but its owner.
/// - `lock` takes from the free deposit, `release` gives back to it, `slash` takes from what the *same* module locked.
/// - What a slash pays to others are *credits*, which {claim} pays at once.
/// - The free deposit leaves through {requestWithdrawal} and, after {unbondingPeriod}, {withdraw}.
/// - What is burned waits in {unburned} until anybody calls {burnSlashed}.
/// At every moment: balance ≥ Σ free + Σ locked + Σ unbonding + Σ credits + unburned.
interface IBondVault {
    /// @notice Deposit that waits for its release.
    struct Unbonding {
        /// Wei of the token.
        uint128 amount;
        /// Unix second from which {withdraw} pays.
        uint48 releaseAt;
    }

    /// @notice Tokens were added to an account's free deposit.
    event Deposited(address indexed account, uint256 amount);
    /// @notice Free deposit began to leave; {withdraw} pays the account's whole waiting sum from `releaseAt` on.
    event WithdrawalRequested(address indexed account, uint256 amount, uint256 releaseAt);
    /// @notice Deposit was paid out.
    event Withdrawn(address indexed account, uint256 amount);
    /// @notice A module locked free deposit.
    event BondLocked(address indexed module, address indexed account, uint256 amount);
    /// @notice A module gave a lock back to the free deposit.
    event BondReleased(address indexed module, address indexed account, uint256 amount);
    /// @notice A module slashed a lock: `burned`, `bounty` to `beneficiary` and `pooled` to the insurance.
    event BondSlashed(
        address indexed module,
        address indexed account,
        address indexed beneficiary,
        uint256 burned,
        uint256 bounty,
        uint256 pooled
    );
    /// @notice Credits were paid out.
    event Claimed(address indexed account, uint256 amount);
    /// @notice Slashed tokens left the supply.
    event SlashedBurned(uint256 amount);

    /// @notice A constructor argument is outside its bounds.
    error ParameterOutOfRange(string name, uint256 value);
    /// @notice The caller is none of the vault's modules.
    error NotModule(address caller);
    /// @notice The amount is zero.
    error AmountZero();
    /// @notice The account's free deposit is smaller than what is asked.
    error FreeTooSmall(address account, uint256 free, uint256 required);
    /// @notice The module has locked less of this account's deposit than it wants to release or slash.
    error LockedTooSmall(address module, address account, uint256 locked, uint256 required);
    /// @notice The bounty has no beneficiary.
    error BeneficiaryZero();
    /// @notice Nothing is due to the caller.
    error NothingDue(address account);
    /// @notice The deposit is not released yet.
    error StillUnbonding(uint256 releaseAt);
    /// @notice The token moved another amount than it was asked to; such tokens are not supported.
    error TokenTookFee(uint256 expected, uint256 received);

    /// @notice The token of the deposits.
    /// @return The token.
    function token() external view returns (IERC20);

    /// @notice Seconds from {requestWithdrawal} to {withdraw}; longer than every path on which a bond can be slashed.
    /// @return Seconds.
    function unbondingPeriod() external view returns (uint256);

    /// @notice Account whose credits take the insurance share of slashes.
    /// @return The account.
    function insurance() external view returns (address);

    /// @notice Whether `account` may lock, release and slash.
    /// @param account Any address.
    /// @return True for a module.
    function isModule(address account) external view returns (bool);

    /// @notice Deposit of `account` that no module has locked and that is not leaving, in wei.
    /// @param account Owner of the deposit.
    /// @return Wei.
    function freeOf(address account) external view returns (uint256);

    /// @notice What `module` has locked of the deposit of `account`, in wei.
    /// @param module The module.
    /// @param account Owner of the deposit.
    /// @return Wei.
    function lockedOf(address module, address account) external view returns (uint256);

    /// @notice Deposit of `account` that waits for its release.
    /// @param account Owner of the deposit.
    /// @return Amount and time; both 0 where nothing waits.
    function unbondingOf(address account) external view returns (Unbonding memory);

    /// @notice What {claim} pays to `account`, in wei.
    /// @param account Whose credits.
    /// @return Wei.
    function credits(address account) external view returns (uint256);

    /// @notice Slashed tokens that are still here, in wei.
    /// @return Wei.
    function unburned() external view returns (uint256);

    /// @notice Adds to the caller's free deposit; the caller must have approved the vault.
    /// @param amount Wei of the token, above 0.
    function deposit(uint256 amount) external;

    /// @notice {deposit} with an ERC-2612 signature of the caller instead of an approval.
    /// @dev A permit that somebody else has already sent is no obstacle: the allowance decides.
    /// @param amount Wei of the token, above 0.
    /// @param deadline Unix second until which the signature holds.
    /// @param v Signature.
    /// @param r Signature.
    /// @param s Signature.
    function depositWithPermit(uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external;

    /// @notice Takes `amount` out of the free deposit; a second request restarts the period for the whole sum.
    /// @param amount Wei of the token, above 0.
    /// @return releaseAt Unix second from which {withdraw} pays.
    function requestWithdrawal(uint256 amount) external returns (uint256 releaseAt);

    /// @notice Pays the caller's released deposit to the caller.
    /// @return amount Wei of the token.
    function withdraw() external returns (uint256 amount);

    /// @notice Pays the caller's credits to the caller.
    /// @return amount Wei of the token.
    function claim() external returns (uint256 amount);

    /// @notice Burns {unburned}; anybody may call it.
    /// @return amount Wei of the token.
    function burnSlashed() external returns (uint256 amount);

    /// @notice Locks free deposit of `account` for the calling module.
    /// @param account Whose deposit.
    /// @param amount Wei of the token.
    function lock(address account, uint256 amount) external;

    /// @notice Gives what the calling module has locked back to the free deposit of `account`.
    /// @param account Whose deposit.
    /// @param amount Wei of the token.
    function release(address account, uint256 amount) external;

    /// @notice Takes `burned + bounty + pooled` from what the calling module has locked of `account`.
    /// @param account Whose deposit.
    /// @param burned Wei that leave the supply.
    /// @param beneficiary Who is credited `bounty`; may be zero only where `bounty` is 0.
    /// @param bounty Wei credited to `beneficiary`.
    /// @param pooled Wei credited to {insurance}.
    function slash(address account, uint256 burned, address beneficiary, uint256 bounty, uint256 pooled) external;
}
