// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {MerklePositions} from "./MerklePositions.sol";

/// @title Pays rewards by a Merkle tree of what each account has earned since the beginning.
/// @notice A reward committee proposes a root with a bond. It becomes active after {disputePeriod}, unless somebody
/// disputes it with a bond or the guardian disables it. Nothing can disable an active root. Accounts pull the
/// difference between what they have earned and what they have been paid; nobody's claim can block another's.
/// @dev What all claims together can take is bounded twice: a root's total never exceeds what has been funded, and the
/// sum of the payments never exceeds the active root's total, whatever its leaves say. Fund it with plain transfers.
/// The token must be a plain ERC-20 with `burn`, without fees on transfer and without hooks.
contract RewardDistributor is AccessManaged, ReentrancyGuardTransient {
    using SafeERC20 for ERC20Burnable;

    /// @notice Where a proposed root stands. `None`: there is none.
    enum Phase {
        None,
        Pending,
        Disputed
    }

    /// @notice A root that is not active yet. Times are Unix seconds.
    struct Proposal {
        bytes32 root;
        address proposer;
        uint48 activatesAt;
        uint32 leafCount;
        Phase phase;
        address disputer;
        uint48 ruleBy;
        uint128 total;
    }

    /// @notice The root that claims are checked against.
    struct ActiveRoot {
        bytes32 root;
        uint128 total;
        uint32 leafCount;
    }

    /// @notice Domain tag of a leaf.
    bytes32 public constant REWARD_TAG = keccak256("dso.reward.v1");
    /// @notice Shortest dispute period. It is part of the promise that a wrong root can be stopped.
    uint256 public constant MIN_DISPUTE_PERIOD = 1 hours;
    /// @notice Longest dispute period, and longest time to rule on a dispute.
    uint256 public constant MAX_PERIOD = 30 days;

    /// @notice The token of rewards and bonds.
    ERC20Burnable public immutable token;
    /// @notice Seconds from the proposal of a root until it can become active.
    uint256 public immutable disputePeriod;
    /// @notice Seconds from a dispute in which it can be ruled on.
    uint256 public immutable rulingPeriod;
    /// @notice Bond of a proposal and of a dispute, in units of the token.
    uint256 public immutable bond;

    /// @notice The root that claims are checked against; zero before the first.
    ActiveRoot public active;
    /// @notice The root that waits or is disputed.
    Proposal public proposal;
    /// @notice Units paid to an account so far.
    mapping(address account => uint256) public claimed;
    /// @notice Units paid to all accounts so far.
    uint256 public totalClaimed;
    /// @notice Bonds that were given back or won and wait for {withdrawBond}.
    mapping(address account => uint256) public bondCredits;
    /// @notice Units of the balance that are bonds or credits of bonds, and not funds.
    uint256 public bondsHeld;

    /// @notice A root was proposed and its bond locked. `uri` names where the leaves can be read.
    event RootProposed(
        bytes32 indexed root, address indexed proposer, uint256 total, uint32 leafCount, uint256 activatesAt, string uri
    );
    /// @notice The proposed root was disputed with a bond. `evidence` names the reason.
    event RootDisputed(bytes32 indexed root, address indexed disputer, uint256 ruleBy, string evidence);
    /// @notice A dispute was ruled on. The loser's bond goes half to the winner and is half burned.
    event DisputeRuled(bytes32 indexed root, bool valid, address indexed winner, uint256 toWinner, uint256 burned);
    /// @notice The proposed root was given up and all bonds came back.
    event RootDropped(bytes32 indexed root, address indexed by);
    /// @notice A root became the active one.
    event RootActivated(bytes32 indexed root, uint256 total, uint32 leafCount);
    /// @notice An account was paid.
    event RewardClaimed(address indexed account, uint256 amount, uint256 cumulative);
    /// @notice A credit of bonds was paid out.
    event BondWithdrawn(address indexed account, uint256 amount);

    /// @notice A constructor argument is outside its bounds.
    error ParameterOutOfRange(string name, uint256 value);
    /// @notice Another root is waiting or disputed.
    error ProposalInTheWay(bytes32 root);
    /// @notice No root is in the phase that the call needs.
    error WrongPhase(Phase phase);
    /// @notice The root is zero or the tree has no leaves.
    error RootInvalid(bytes32 root, uint256 leafCount);
    /// @notice The total is below that of the active root.
    error TotalShrinks(uint256 active, uint256 proposed);
    /// @notice The total exceeds what has been funded.
    error NotFunded(uint256 funded, uint256 proposed);
    /// @notice The dispute period is still running.
    error TooEarly(uint256 until);
    /// @notice The period for this call is over.
    error TooLate(uint256 since);
    /// @notice The leaf is not in the active tree.
    error ProofInvalid(address account, uint256 cumulative);
    /// @notice Nothing is left to pay to the account.
    error NothingDue(address account);
    /// @notice The payments would exceed the active root's total: its leaves sum to more than it says.
    error TotalExceeded(uint256 total, uint256 wanted);

    /// @param authority_ Access manager: it says who proposes roots, who rules on disputes and who may disable.
    /// @param token_ Token of rewards and bonds.
    /// @param disputePeriod_ Seconds, {MIN_DISPUTE_PERIOD} … {MAX_PERIOD}.
    /// @param rulingPeriod_ Seconds, {MIN_DISPUTE_PERIOD} … {MAX_PERIOD}.
    /// @param bond_ Units, 2 … 2^96 − 1.
    constructor(address authority_, ERC20Burnable token_, uint256 disputePeriod_, uint256 rulingPeriod_, uint256 bond_)
        AccessManaged(authority_)
    {
        if (address(token_).code.length == 0) revert ParameterOutOfRange("token", uint160(address(token_)));
        _checkPeriod("disputePeriod", disputePeriod_);
        _checkPeriod("rulingPeriod", rulingPeriod_);
        if (bond_ < 2 || bond_ > type(uint96).max) revert ParameterOutOfRange("bond", bond_);
        token = token_;
        disputePeriod = disputePeriod_;
        rulingPeriod = rulingPeriod_;
        bond = bond_;
    }

    /// @notice Proposes the next root and locks the caller's bond. For the reward committee only.
    /// @param root Root of the tree of {leafOf}.
    /// @param leafCount Number of its leaves.
    /// @param total Sum of all cumulative earnings: at least the active root's, at most {funded}.
    /// @param uri Where the leaves can be read; only emitted.
    function proposeRoot(bytes32 root, uint32 leafCount, uint128 total, string calldata uri)
        external
        restricted
        nonReentrant
    {
        if (proposal.phase != Phase.None) revert ProposalInTheWay(proposal.root);
        if (root == 0 || leafCount == 0) revert RootInvalid(root, leafCount);
        if (total < active.total) revert TotalShrinks(active.total, total);
        if (total > funded()) revert NotFunded(funded(), total);
        uint48 activatesAt = uint48(block.timestamp + disputePeriod);
        proposal = Proposal({
            root: root,
            proposer: msg.sender,
            activatesAt: activatesAt,
            leafCount: leafCount,
            phase: Phase.Pending,
            disputer: address(0),
            ruleBy: 0,
            total: total
        });
        emit RootProposed(root, msg.sender, total, leafCount, activatesAt, uri);
        _pullBond();
    }

    /// @notice Disputes the waiting root with a bond. It cannot become active until somebody has ruled on it.
    /// @param root The root that is meant, so that the call cannot hit another one.
    /// @param evidence Where the reason can be read; only emitted.
    function disputeRoot(bytes32 root, string calldata evidence) external nonReentrant {
        _inPhase(Phase.Pending, root);
        if (block.timestamp >= proposal.activatesAt) revert TooLate(proposal.activatesAt);
        uint48 ruleBy = uint48(block.timestamp + rulingPeriod);
        proposal.phase = Phase.Disputed;
        proposal.disputer = msg.sender;
        proposal.ruleBy = ruleBy;
        emit RootDisputed(root, msg.sender, ruleBy, evidence);
        _pullBond();
    }

    /// @notice Rules on a dispute: the loser's bond goes half to the winner and is half burned. For the court of
    /// appeal that the access manager names.
    /// @dev A root that was found valid waits on; it can be disputed again until its period is over.
    /// @param root The root that is meant.
    /// @param valid Whether the root is right.
    function ruleDispute(bytes32 root, bool valid) external restricted nonReentrant {
        _inPhase(Phase.Disputed, root);
        if (block.timestamp >= proposal.ruleBy) revert TooLate(proposal.ruleBy);
        address winner = valid ? proposal.proposer : proposal.disputer;
        uint256 toWinner = bond / 2;
        uint256 burned = bond - toWinner;
        if (valid) {
            // The proposer's own bond stays locked until the root is active or dropped.
            proposal.phase = Phase.Pending;
            proposal.disputer = address(0);
            bondCredits[winner] += toWinner;
        } else {
            delete proposal;
            bondCredits[winner] += bond + toWinner;
        }
        bondsHeld -= burned;
        emit DisputeRuled(root, valid, winner, toWinner, burned);
        token.burn(burned);
    }

    /// @notice Drops a disputed root on which nobody has ruled in time; anybody may call it. All bonds come back.
    /// @param root The root that is meant.
    function dropUnruled(bytes32 root) external {
        _inPhase(Phase.Disputed, root);
        if (block.timestamp < proposal.ruleBy) revert TooEarly(proposal.ruleBy);
        _drop();
    }

    /// @notice Disables the waiting or disputed root before it becomes active. All bonds come back. For the guardian.
    /// @param root The root that is meant.
    function disableRoot(bytes32 root) external restricted {
        if (proposal.phase == Phase.None || proposal.root != root) revert WrongPhase(proposal.phase);
        _drop();
    }

    /// @notice Makes the waiting root the active one after its dispute period; anybody may call it.
    /// @param root The root that is meant.
    function activateRoot(bytes32 root) external {
        _inPhase(Phase.Pending, root);
        if (block.timestamp < proposal.activatesAt) revert TooEarly(proposal.activatesAt);
        active = ActiveRoot(root, proposal.total, proposal.leafCount);
        bondCredits[proposal.proposer] += bond;
        emit RootActivated(root, proposal.total, proposal.leafCount);
        delete proposal;
    }

    /// @notice Pays an account what it has earned and not been paid; anybody may call it for anybody.
    /// @param account Who is paid.
    /// @param cumulative What the account has earned since the beginning, as its leaf says.
    /// @param index Place of the leaf.
    /// @param proof Siblings from the leaf up.
    /// @return amount Units paid.
    function claim(address account, uint256 cumulative, uint32 index, bytes32[] calldata proof)
        external
        nonReentrant
        returns (uint256 amount)
    {
        if (!MerklePositions.verify(active.root, active.leafCount, index, leafOf(index, account, cumulative), proof)) {
            revert ProofInvalid(account, cumulative);
        }
        uint256 before = claimed[account];
        if (cumulative <= before) revert NothingDue(account);
        amount = cumulative - before;
        uint256 wanted = totalClaimed + amount;
        if (wanted > active.total) revert TotalExceeded(active.total, wanted);
        claimed[account] = cumulative;
        totalClaimed = wanted;
        emit RewardClaimed(account, amount, cumulative);
        token.safeTransfer(account, amount);
    }

    /// @notice Pays out the caller's credit of bonds.
    function withdrawBond() external nonReentrant {
        uint256 amount = bondCredits[msg.sender];
        if (amount == 0) revert NothingDue(msg.sender);
        bondCredits[msg.sender] = 0;
        bondsHeld -= amount;
        emit BondWithdrawn(msg.sender, amount);
        token.safeTransfer(msg.sender, amount);
    }

    /// @notice What has been funded since the beginning: what was paid, and the balance without bonds.
    /// @return Units.
    function funded() public view returns (uint256) {
        return totalClaimed + token.balanceOf(address(this)) - bondsHeld;
    }

    /// @notice Hash of a leaf. It binds the chain and this contract, so that no tree can be used twice.
    /// @param index Place of the leaf.
    /// @param account Who has earned.
    /// @param cumulative Units earned since the beginning.
    /// @return The leaf's hash, doubled.
    function leafOf(uint32 index, address account, uint256 cumulative) public view returns (bytes32) {
        return MerklePositions.doubled(abi.encode(REWARD_TAG, block.chainid, address(this), index, account, cumulative));
    }

    function _inPhase(Phase phase, bytes32 root) private view {
        if (proposal.phase != phase || proposal.root != root) revert WrongPhase(proposal.phase);
    }

    function _pullBond() private {
        bondsHeld += bond;
        token.safeTransferFrom(msg.sender, address(this), bond);
    }

    function _drop() private {
        bondCredits[proposal.proposer] += bond;
        if (proposal.phase == Phase.Disputed) bondCredits[proposal.disputer] += bond;
        emit RootDropped(proposal.root, msg.sender);
        delete proposal;
    }

    function _checkPeriod(string memory name, uint256 value) private pure {
        if (value < MIN_DISPUTE_PERIOD || value > MAX_PERIOD) revert ParameterOutOfRange(name, value);
    }
}
