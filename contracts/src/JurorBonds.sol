// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {IJurorWeights} from "./interfaces/IJurorWeights.sol";

/// @title Bonds of jurors, whose weights at past times decide verdicts.
/// @notice A juror bonds at least {minBond} ZOO (seed B §10.2 asks 10,000). The weight is the bond in units of 10^12 wei.
/// A juror changes the bond at most once in {lookback}, so that two steps of history answer every question that
/// a court asks and a weight costs one storage read. What leaves can be withdrawn after {unbondingPeriod}.
/// @dev Nobody can seize a juror's bond here: it is the price of many identities, not a stake in single verdicts.
contract JurorBonds is IJurorWeights, ReentrancyGuardTransient {
    using Checkpoints for Checkpoints.Trace208;
    using SafeERC20 for IERC20;

    /// @dev One slot, from its lowest bit up: the weight since `since`, and the one before it. {weigh} reads it as a word.
    struct Steps {
        uint64 weight;
        uint48 since;
        uint64 previous;
    }

    /// @notice Bond that left the weight and waits for release.
    struct Pending {
        uint128 amount;
        uint48 releaseAt;
    }

    /// @notice Wei of one unit of weight.
    uint256 public constant UNIT = 10 ** 12;
    /// @notice Largest weight of all jurors together: no sum of weights can overflow 64 bits.
    uint256 public constant MAX_TOTAL = type(uint64).max / 4;
    /// @notice Longest change interval and unbonding period.
    uint256 public constant MAX_PERIOD = 180 days;

    /// @notice Token of the bonds, ZOO.
    IERC20 public immutable token;
    /// @notice Smallest bond, in wei.
    uint256 public immutable minBond;
    /// @inheritdoc IJurorWeights
    /// @dev Also the shortest time between two changes of one juror's bond.
    uint256 public immutable lookback;
    /// @notice Seconds from {reduceBond} to {withdraw}.
    uint256 public immutable unbondingPeriod;

    /// @notice Bond that waits for release.
    mapping(address juror => Pending) public pendingOf;

    mapping(address juror => Steps) private _steps;
    Checkpoints.Trace208 private _total;

    /// @notice A juror's weight changed.
    event JurorWeightChanged(address indexed juror, uint256 weight, uint256 totalWeight);
    /// @notice Bond was paid out.
    event JurorWithdrew(address indexed juror, uint256 amount);

    /// @notice A constructor argument is outside its bounds.
    error ParameterOutOfRange(string name, uint256 value);
    /// @notice The amount is zero or no multiple of {UNIT}.
    error AmountInvalid(uint256 amount);
    /// @notice The bond would be neither zero nor at least {minBond}.
    error BondTooSmall(uint256 bond, uint256 required);
    /// @notice The bond is smaller than what shall leave.
    error BondExceeded(uint256 bond, uint256 amount);
    /// @notice The bonds together would exceed {MAX_TOTAL}.
    error TotalTooLarge(uint256 total);
    /// @notice The juror changed the bond too recently.
    error ChangedRecently(uint256 until);
    /// @notice The time asked for is not in the past.
    error FutureLookup(uint256 timepoint);
    /// @notice The time asked for is further back than {lookback}.
    error LookupTooOld(uint256 timepoint);
    /// @notice Nothing is due to the caller.
    error NothingDue(address juror);
    /// @notice The bond is not released yet.
    error StillUnbonding(uint256 releaseAt);

    /// @param token_ A plain ERC-20.
    /// @param minBond_ Wei, a multiple of {UNIT}, above zero.
    /// @param lookback_ Seconds, 1 … {MAX_PERIOD}; at least the court's verdict period.
    /// @param unbondingPeriod_ Seconds, `lookback_` … {MAX_PERIOD}.
    constructor(IERC20 token_, uint256 minBond_, uint256 lookback_, uint256 unbondingPeriod_) {
        if (address(token_).code.length == 0) revert ParameterOutOfRange("token", uint160(address(token_)));
        if (minBond_ == 0 || minBond_ % UNIT != 0) revert ParameterOutOfRange("minBond", minBond_);
        if (lookback_ == 0 || lookback_ > MAX_PERIOD) {
            revert ParameterOutOfRange("lookback", lookback_);
        }
        if (unbondingPeriod_ < lookback_ || unbondingPeriod_ > MAX_PERIOD) {
            revert ParameterOutOfRange("unbondingPeriod", unbondingPeriod_);
        }
        token = token_;
        minBond = minBond_;
        lookback = lookback_;
        unbondingPeriod = unbondingPeriod_;
    }

    /// @notice Adds to the caller's bond; the caller must have approved it.
    /// @param amount Wei, a multiple of {UNIT}.
    function addBond(uint256 amount) external nonReentrant {
        uint256 weight = _units(amount) + _steps[msg.sender].weight;
        if (weight * UNIT < minBond) revert BondTooSmall(weight * UNIT, minBond);
        _change(weight, totalWeight() + amount / UNIT);
        token.safeTransferFrom(msg.sender, address(this), amount);
    }

    /// @notice Takes from the caller's bond. It leaves the weight at once and can be withdrawn later; a second request
    /// restarts the wait for the whole sum.
    /// @param amount Wei, a multiple of {UNIT}; what remains is zero or at least {minBond}.
    function reduceBond(uint256 amount) external {
        uint256 bonded = bondOf(msg.sender);
        uint256 units = _units(amount);
        if (amount > bonded) revert BondExceeded(bonded, amount);
        if (amount < bonded && bonded - amount < minBond) revert BondTooSmall(bonded - amount, minBond);
        _change(bonded / UNIT - units, totalWeight() - units);
        Pending storage pending = pendingOf[msg.sender];
        // Bonds are below 2^64 units of 10^12 wei, so all sums fit.
        pending.amount += uint128(amount);
        pending.releaseAt = uint48(block.timestamp + unbondingPeriod);
    }

    /// @notice Pays the caller's released bond.
    /// @return amount Wei.
    function withdraw() external nonReentrant returns (uint256 amount) {
        Pending memory pending = pendingOf[msg.sender];
        amount = pending.amount;
        if (amount == 0) revert NothingDue(msg.sender);
        if (block.timestamp < pending.releaseAt) revert StillUnbonding(pending.releaseAt);
        delete pendingOf[msg.sender];
        emit JurorWithdrew(msg.sender, amount);
        token.safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc IJurorWeights
    function weightAt(address juror, uint256 timepoint) external view returns (uint256) {
        _checkLookup(timepoint);
        return _weightAt(juror, timepoint);
    }

    /// @inheritdoc IJurorWeights
    function totalWeightAt(uint256 timepoint) external view returns (uint256) {
        _checkLookup(timepoint);
        return _totalAt(timepoint);
    }

    /// @inheritdoc IJurorWeights
    function weigh(address[] calldata signers, address accused, address challenger, uint256 timepoint)
        external
        view
        returns (uint256 signed, uint256 total, address stranger)
    {
        _checkLookup(timepoint);
        // The loop of every verdict: {_weightAt} for each signer, without what Solidity adds to it.
        assembly ("memory-safe") {
            mstore(0x20, _steps.slot)
            let from := signers.offset
            for { let end := add(from, shl(5, signers.length)) } lt(from, end) { from := add(from, 0x20) } {
                let signer := shr(96, shl(96, calldataload(from)))
                mstore(0, signer)
                let weight := sload(keccak256(0, 0x40))
                if gt(and(shr(64, weight), 0xffffffffffff), timepoint) { weight := shr(112, weight) }
                weight := and(weight, 0xffffffffffffffff)
                if or(iszero(weight), or(eq(signer, accused), eq(signer, challenger))) {
                    stranger := signer
                    break
                }
                // All weights together are below 2^62.
                signed := add(signed, weight)
            }
        }
        total = _totalAt(timepoint) - _weightAt(accused, timepoint) - _weightAt(challenger, timepoint);
    }

    /// @notice A juror's present bond.
    /// @param juror Whose bond.
    /// @return Wei.
    function bondOf(address juror) public view returns (uint256) {
        return uint256(_steps[juror].weight) * UNIT;
    }

    /// @notice The present weight of all jurors.
    /// @return Units of 10^12 wei.
    function totalWeight() public view returns (uint256) {
        return _total.latest();
    }

    function _change(uint256 weight, uint256 total) private {
        Steps memory steps = _steps[msg.sender];
        if (steps.since != 0 && block.timestamp < steps.since + lookback) {
            revert ChangedRecently(steps.since + lookback);
        }
        if (total > MAX_TOTAL) revert TotalTooLarge(total);
        _steps[msg.sender] = Steps(uint64(weight), uint48(block.timestamp), steps.weight);
        _total.push(uint48(block.timestamp), uint208(total));
        emit JurorWeightChanged(msg.sender, weight, total);
    }

    /// @dev The step before the last one is older than any lookup, because steps are at least the interval apart.
    function _weightAt(address juror, uint256 timepoint) private view returns (uint256) {
        Steps storage steps = _steps[juror];
        return steps.since <= timepoint ? steps.weight : steps.previous;
    }

    /// @dev Most questions are about a time after the last change, which is found without a search.
    function _totalAt(uint256 timepoint) private view returns (uint256) {
        (bool exists, uint48 since, uint208 total) = _total.latestCheckpoint();
        return exists && since <= timepoint ? total : _total.upperLookupRecent(uint48(timepoint));
    }

    function _units(uint256 amount) private pure returns (uint256) {
        if (amount == 0 || amount % UNIT != 0) revert AmountInvalid(amount);
        return amount / UNIT;
    }

    function _checkLookup(uint256 timepoint) private view {
        if (timepoint >= block.timestamp) revert FutureLookup(timepoint);
        if (timepoint + lookback < block.timestamp) revert LookupTooOld(timepoint);
    }
}
