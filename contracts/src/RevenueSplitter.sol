// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @title Splits the network's fees by seed B §8.3: 50 % treasury, 25 % contributors, 15 % operators, 10 % research.
/// @notice Every receipt is credited in full, to the last unit; what does not divide goes to the treasury. Payees pull,
/// so that one that reverts blocks nobody. Immutable: neither shares, payees nor tokens can change.
/// @dev Tokens are listed at construction, because a hostile token could lie about balances. Each token has its own
/// books. Tokens with a fee on transfer are credited with what arrived; tokens whose balances shrink are not supported.
contract RevenueSplitter is ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @notice The whole, in basis points.
    uint256 public constant WHOLE_BPS = 10_000;
    /// @notice Share of the contributors, in basis points.
    uint256 public constant CONTRIBUTORS_BPS = 2_500;
    /// @notice Share of the node operators, in basis points.
    uint256 public constant OPERATORS_BPS = 1_500;
    /// @notice Share of research, in basis points.
    uint256 public constant RESEARCH_BPS = 1_000;
    /// @notice Most tokens that one splitter serves.
    uint256 public constant MAX_TOKENS = 16;

    /// @notice Receives half of each receipt and what does not divide.
    address public immutable treasury;
    /// @notice Receives the contributors' quarter; usually a {RewardDistributor}.
    address public immutable contributors;
    /// @notice Receives the operators' share; usually a {RewardDistributor}.
    address public immutable operators;
    /// @notice Receives the share for research.
    address public immutable research;

    /// @notice Whether receipts of a token are split here.
    mapping(IERC20 token => bool) public isListed;
    /// @notice Units of a token that a payee can pull.
    mapping(IERC20 token => mapping(address payee => uint256)) public due;
    /// @notice Units of a token that all payees together can pull.
    mapping(IERC20 token => uint256) public totalDue;

    /// @notice A receipt was credited. The four shares sum to `amount`.
    event RevenueCredited(
        IERC20 indexed token,
        address indexed payer,
        uint256 amount,
        uint256 toTreasury,
        uint256 toContributors,
        uint256 toOperators,
        uint256 toResearch
    );
    /// @notice A payee's credit was paid out.
    event RevenueReleased(IERC20 indexed token, address indexed payee, address indexed to, uint256 amount);

    /// @notice A payee is the zero address or named twice.
    error PayeeInvalid(address payee);
    /// @notice The list of tokens is empty or longer than {MAX_TOKENS}.
    error TokenCountInvalid(uint256 count);
    /// @notice A token has no code or is listed twice.
    error TokenInvalid(IERC20 token);
    /// @notice The token is not listed.
    error TokenNotListed(IERC20 token);
    /// @notice Nothing has arrived that is not credited yet.
    error NothingReceived(IERC20 token);
    /// @notice The payee has no credit in this token.
    error NothingDue(IERC20 token, address payee);
    /// @notice Credit may not be sent to the zero address or to this contract.
    error RecipientInvalid(address to);

    /// @param treasury_ Receives 50 % and the remainders.
    /// @param contributors_ Receives 25 %.
    /// @param operators_ Receives 15 %.
    /// @param research_ Receives 10 %.
    /// @param tokens The tokens whose receipts are split, 1 … {MAX_TOKENS}, without repeats.
    constructor(
        address treasury_,
        address contributors_,
        address operators_,
        address research_,
        IERC20[] memory tokens
    ) {
        treasury = treasury_;
        contributors = contributors_;
        operators = operators_;
        research = research_;
        _checkPayees([treasury_, contributors_, operators_, research_]);
        if (tokens.length == 0 || tokens.length > MAX_TOKENS) revert TokenCountInvalid(tokens.length);
        for (uint256 i = 0; i < tokens.length; i++) {
            if (address(tokens[i]).code.length == 0 || isListed[tokens[i]]) revert TokenInvalid(tokens[i]);
            isListed[tokens[i]] = true;
        }
    }

    /// @notice Pulls a payment from the caller, who must have approved it, and splits what arrived.
    /// @dev Whatever was sent here before without being split is split with it.
    /// @param token A listed token.
    /// @param amount Units to pull.
    /// @return credited Units that were split.
    function pay(IERC20 token, uint256 amount) external nonReentrant returns (uint256 credited) {
        _checkListed(token);
        token.safeTransferFrom(msg.sender, address(this), amount);
        return _credit(token);
    }

    /// @notice Splits what was transferred here without {pay}; anybody may call it.
    /// @param token A listed token.
    /// @return credited Units that were split.
    function sync(IERC20 token) external nonReentrant returns (uint256 credited) {
        _checkListed(token);
        return _credit(token);
    }

    /// @notice Pays a payee's credit to the payee; anybody may call it.
    /// @param token A listed token.
    /// @param payee Whose credit is paid.
    /// @return amount Units paid.
    function release(IERC20 token, address payee) external nonReentrant returns (uint256 amount) {
        return _release(token, payee, payee);
    }

    /// @notice Pays the caller's credit to another address, for a payee that cannot receive the token itself.
    /// @param token A listed token.
    /// @param to Where it goes.
    /// @return amount Units paid.
    function releaseTo(IERC20 token, address to) external nonReentrant returns (uint256 amount) {
        if (to == address(0) || to == address(this)) revert RecipientInvalid(to);
        return _release(token, msg.sender, to);
    }

    /// @notice The four shares of an amount, which sum to it.
    /// @dev The remainder is taken before the multiplication, so that no amount overflows.
    /// @param amount Units.
    /// @return toTreasury Half and what does not divide.
    /// @return toContributors A quarter, rounded down.
    /// @return toOperators 15 %, rounded down.
    /// @return toResearch A tenth, rounded down.
    function split(uint256 amount)
        public
        pure
        returns (uint256 toTreasury, uint256 toContributors, uint256 toOperators, uint256 toResearch)
    {
        toContributors = _share(amount, CONTRIBUTORS_BPS);
        toOperators = _share(amount, OPERATORS_BPS);
        toResearch = _share(amount, RESEARCH_BPS);
        toTreasury = amount - toContributors - toOperators - toResearch;
    }

    function _credit(IERC20 token) private returns (uint256 amount) {
        uint256 before = totalDue[token];
        uint256 balance = token.balanceOf(address(this));
        if (balance <= before) revert NothingReceived(token);
        amount = balance - before;
        (uint256 toTreasury, uint256 toContributors, uint256 toOperators, uint256 toResearch) = split(amount);
        totalDue[token] = balance;
        due[token][treasury] += toTreasury;
        due[token][contributors] += toContributors;
        due[token][operators] += toOperators;
        due[token][research] += toResearch;
        emit RevenueCredited(token, msg.sender, amount, toTreasury, toContributors, toOperators, toResearch);
    }

    function _release(IERC20 token, address payee, address to) private returns (uint256 amount) {
        amount = due[token][payee];
        if (amount == 0) revert NothingDue(token, payee);
        due[token][payee] = 0;
        totalDue[token] -= amount;
        emit RevenueReleased(token, payee, to, amount);
        token.safeTransfer(to, amount);
    }

    function _checkListed(IERC20 token) private view {
        if (!isListed[token]) revert TokenNotListed(token);
    }

    function _checkPayees(address[4] memory payees) private pure {
        for (uint256 i = 0; i < 4; i++) {
            if (payees[i] == address(0)) revert PayeeInvalid(payees[i]);
            for (uint256 j = 0; j < i; j++) {
                if (payees[i] == payees[j]) revert PayeeInvalid(payees[i]);
            }
        }
    }

    /// @dev floor(amount · bps / WHOLE_BPS) without an overflow.
    function _share(uint256 amount, uint256 bps) private pure returns (uint256) {
        return amount / WHOLE_BPS * bps + amount % WHOLE_BPS * bps / WHOLE_BPS;
    }
}
