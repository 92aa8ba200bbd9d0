// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RevenueSplitter} from "../../src/RevenueSplitter.sol";
import {RewardDistributor} from "../../src/RewardDistributor.sol";
import {HookToken, Receiver} from "./HostileTokens.sol";
import {TestBase} from "./TestBase.sol";
import {Trees} from "./Trees.sol";

/// @notice Plays four payees, a payer, a disputer, the committee and time at random. The third payee calls
/// back whenever it is paid, the fourth refuses every payment.
contract MoneyPlayer is TestBase {
    HookToken private immutable token;
    RewardDistributor private immutable distributor;
    RevenueSplitter private immutable splitter;
    address private immutable disputer;
    address[4] public payees;

    // What the distributor should have done.
    uint256[4] private earned;
    mapping(bytes32 root => uint256[4]) private proposed;
    mapping(bytes32 root => uint256) private proposedAt;
    uint256 public funded;
    uint256[4] public claimed;
    uint256 public largestTotal;
    bool public activatedEarly;
    bool public totalShrank;

    // What the splitter should have done.
    uint256 public credited;
    uint256[4] public shares;
    uint256[4] public released;

    constructor(
        HookToken token_,
        RewardDistributor distributor_,
        RevenueSplitter splitter_,
        address disputer_,
        address[4] memory payees_
    ) {
        (token, distributor, splitter, disputer) = (token_, distributor_, splitter_, disputer_);
        payees = payees_;
        token.approve(address(distributor_), type(uint256).max);
        token.approve(address(splitter_), type(uint256).max);
    }

    modifier move() {
        _;
        vm.warp(block.timestamp + 1);
    }

    // Rewards; this contract is committee, governance and guardian

    function fund(uint256 amount) external move {
        amount = bound(amount, 0, 1000 ether);
        token.mint(address(distributor), amount);
        funded += amount;
    }

    /// @dev Most of what is earned is funded at once.
    function earn(uint256 who, uint256 amount) external move {
        amount = bound(amount, 0, 100 ether);
        earned[who % 4] += amount;
        if (amount % 8 == 0) return;
        token.mint(address(distributor), amount);
        funded += amount;
    }

    /// @dev Every fourth tree says less than its leaves sum to.
    function propose(uint256 lie) external move {
        bytes32 root = Trees.root(leavesOf(earned));
        uint256 total = earned[0] + earned[1] + earned[2] + earned[3];
        if (lie % 4 == 0) total = total * (lie % 97) / 100;
        token.mint(address(this), distributor.bond());
        try distributor.proposeRoot(root, 4, uint128(total), "") {
            proposed[root] = earned;
            proposedAt[root] = block.timestamp;
        } catch {}
    }

    function dispute() external move {
        (bytes32 root,,,,,,,) = distributor.proposal();
        token.mint(disputer, distributor.bond());
        vm.startPrank(disputer);
        token.approve(address(distributor), type(uint256).max);
        try distributor.disputeRoot(root, "") {} catch {}
        vm.stopPrank();
    }

    function decide(uint256 how) external move {
        (bytes32 root,,,,,,,) = distributor.proposal();
        if (how % 16 == 0) {
            try distributor.disableRoot(root) {} catch {}
        } else if (how % 4 == 1) {
            try distributor.dropUnruled(root) {} catch {}
        } else {
            try distributor.ruleDispute(root, how % 4 == 2) {} catch {}
        }
    }

    function activate(bool patient) external move {
        (bytes32 root,, uint48 activatesAt,,,,, uint128 total) = distributor.proposal();
        if (patient && block.timestamp < activatesAt) vm.warp(activatesAt);
        try distributor.activateRoot(root) {
            if (block.timestamp < proposedAt[root] + distributor.disputePeriod()) activatedEarly = true;
            if (total < largestTotal) totalShrank = true;
            largestTotal = total;
        } catch {}
    }

    /// @dev The third payee tries to claim the same again while it is paid.
    function claim(uint256 who) external move {
        uint256 i = who % 4;
        (bytes32 root,,) = distributor.active();
        uint256[4] memory sums = proposed[root];
        bytes32[] memory path = Trees.path(leavesOf(sums), i);
        bytes memory call = abi.encodeCall(RewardDistributor.claim, (payees[i], sums[i], uint32(i), path));
        if (i == 2) Receiver(payees[i]).listen(token, address(distributor), call, false);
        (bool done, bytes memory answer) = address(distributor).call(call);
        if (done) claimed[i] += abi.decode(answer, (uint256));
    }

    function withdrawBond(bool own) external move {
        if (!own) vm.prank(disputer);
        try distributor.withdrawBond() {} catch {}
    }

    // Fees

    function pay(uint256 amount, bool directly) external move {
        amount = bound(amount, 0, 1000 ether);
        token.mint(address(this), amount);
        if (directly) {
            token.transfer(address(splitter), amount);
            try splitter.sync(token) returns (uint256 sum) {
                _count(sum);
            } catch {}
        } else {
            try splitter.pay(token, amount) returns (uint256 sum) {
                _count(sum);
            } catch {}
        }
    }

    /// @dev The third payee tries to be released again while it is paid; the fourth sends its share elsewhere.
    function release(uint256 who, bool elsewhere) external move {
        uint256 i = who % 4;
        bytes memory call = abi.encodeCall(RevenueSplitter.release, (token, payees[i]));
        if (i == 2) Receiver(payees[i]).listen(token, address(splitter), call, false);
        if (i == 3 && elsewhere) call = abi.encodeCall(RevenueSplitter.releaseTo, (token, address(0xE15E)));
        uint256 due = splitter.due(token, payees[i]);
        if (i == 3 && elsewhere) vm.prank(payees[3]);
        (bool done,) = address(splitter).call(call);
        if (done) released[i] += due;
    }

    function wait(uint256 duration) external move {
        vm.warp(block.timestamp + bound(duration, 1, 2 days));
    }

    function _count(uint256 sum) private {
        credited += sum;
        (uint256 a, uint256 b, uint256 c, uint256 d) = splitter.split(sum);
        (shares[0], shares[1], shares[2], shares[3]) = (shares[0] + a, shares[1] + b, shares[2] + c, shares[3] + d);
    }

    function leavesOf(uint256[4] memory sums) private view returns (bytes32[] memory leaves) {
        leaves = new bytes32[](4);
        for (uint32 i = 0; i < 4; i++) {
            leaves[i] = distributor.leafOf(i, payees[i], sums[i]);
        }
    }
}
