// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BondVault} from "../../src/BondVault.sol";
import {ExperienceRegistry} from "../../src/ExperienceRegistry.sol";
import {IBondVault} from "../../src/interfaces/IBondVault.sol";
import {IExperienceRegistry as I} from "../../src/interfaces/IExperienceRegistry.sol";
import {Receiver} from "./HostileTokens.sol";
import {TestBase} from "./TestBase.sol";

/// @notice Votes for a handful of accounts, directly or by commitments, and keeps books of what was counted. Whatever the
/// registry refuses is left; what it accepts is written down.
abstract contract VotePlayer is TestBase {
    struct Vote {
        address voter;
        uint256 score;
        uint256 weight;
    }

    struct List {
        uint256 epoch;
        bytes32 salt;
        I.Ballot[] ballots;
    }

    ExperienceRegistry internal immutable registry;
    BondVault private immutable voterBonds;
    bool internal immutable batch;
    address internal immutable owner;
    address[] internal accounts;

    mapping(uint256 id => mapping(uint256 round => Vote[])) private votes;
    mapping(address voter => List) private lists;

    /// @notice What voters lost by the books because they did not open their lists.
    uint256 public penalties;
    /// @notice Whether something happened that must not.
    bool public votedTwice;
    bool public openedAnother;
    bool public leftDuringItsVote;

    constructor(ExperienceRegistry registry_, address[] memory accounts_) {
        (registry, voterBonds, batch) =
        (registry_, BondVault(address(registry_.voterBonds())), registry_.commitWindow() != 0);
        accounts = accounts_;
        owner = msg.sender;
    }

    modifier move() {
        _;
        vm.warp(block.timestamp + 1);
        vm.roll(block.number + 1);
    }

    // Votes

    function vote(uint256 who, uint256 which, uint256 score) external move {
        uint256 id = recent(which);
        if (batch || id == 0) return;
        address voter = account(who);
        score = bound(score, 0, 1010);
        uint256 weight = weightOf(id, voter);
        if (play(voter, address(registry), abi.encodeCall(I.voteQuality, (id, uint64(score))))) {
            count(id, voter, score, weight);
        }
    }

    function commit(uint256 who, uint256 seed) external move {
        commitAs(account(who), seed);
    }

    function open(uint256 who, uint256 seed) external move {
        openAs(account(who), seed);
    }

    /// @notice A whole epoch: most accounts commit, most of those open.
    function playEpoch(uint256 seed) external move {
        if (!batch) return;
        uint256 start = registry.epochStart(registry.epochAt(block.timestamp) + 1);
        vm.warp(start + seed % 100);
        for (uint256 i = 0; i < accounts.length; i++) {
            commitAs(accounts[i], uint256(keccak256(abi.encode(seed, i))));
        }
        vm.warp(start + registry.commitWindow() + seed % 100);
        for (uint256 i = 0; i < accounts.length; i++) {
            if (uint256(keccak256(abi.encode(seed, "open", i))) % 5 != 0) openAs(accounts[i], seed);
        }
        vm.warp(start + registry.commitWindow() + registry.revealWindow());
    }

    // Bonds of voters

    function addVoterBond(uint256 who, uint256 amount) external move {
        bytes memory call = abi.encodeCall(I.addVoterBond, (bound(amount, 0, 20 ether)));
        play(account(who), address(registry), call);
    }

    function removeVoterBond(uint256 who, uint256 amount) external move {
        (uint256 bonded,,) = registry.voterOf(account(who));
        removeAs(account(who), bound(amount, 0, bonded + 1));
    }

    // Time

    /// @notice A while, or to one of the boundaries of the epoch or the second before it.
    function wait(uint256 seed) external move {
        uint256 start = registry.epochStart(registry.epochAt(block.timestamp));
        uint256 opens = start + registry.commitWindow();
        uint256[4] memory boundaries =
            [opens, opens + registry.revealWindow(), start + registry.epochLength(), block.timestamp + 1 + seed % 100];
        uint256 target = boundaries[(seed >> 16) % 4] - (seed >> 24 & 1);
        if (seed % 16 == 0) target = block.timestamp + bound(seed >> 32, 1, 30 days);
        if (target > block.timestamp) vm.warp(target);
    }

    // What the invariants ask

    /// @notice Total weight and lower median of the votes of an entry's present round, by counting.
    function expected(uint256 id) public view returns (uint256 total, uint256 median) {
        Vote[] storage cast = votes[id][registry.getEntry(id).round];
        for (uint256 i = 0; i < cast.length; i++) {
            total += cast[i].weight;
        }
        if (total == 0) return (0, 0);
        median = type(uint256).max;
        for (uint256 i = 0; i < cast.length; i++) {
            uint256 below = 0;
            for (uint256 j = 0; j < cast.length; j++) {
                if (cast[j].score <= cast[i].score) below += cast[j].weight;
            }
            if (2 * below >= total && cast[i].score < median) median = cast[i].score;
        }
    }

    function play(address who, address target, bytes memory call) public returns (bool done) {
        if (who.code.length != 0) {
            (done,) = who.call(abi.encodeCall(Receiver.act, (target, call)));
        } else {
            vm.prank(who);
            (done,) = target.call(call);
        }
    }

    /// @notice Takes every voter's bond out of the registry after the game.
    function leaveVotes() external {
        if (msg.sender != owner) return;
        vm.warp(block.timestamp + 4 days);
        for (uint256 i = 0; i < accounts.length; i++) {
            removeAs(accounts[i], 0);
            (uint256 bonded,,) = registry.voterOf(accounts[i]);
            removeAs(accounts[i], bonded);
            uint256 free = voterBonds.freeOf(accounts[i]);
            if (free == 0) continue;
            play(accounts[i], address(voterBonds), abi.encodeCall(IBondVault.requestWithdrawal, (free)));
        }
    }

    function commitAs(address voter, uint256 seed) private {
        I.Ballot[] memory ballots = ballotsFor(voter, seed);
        uint256 epoch = registry.epochAt(block.timestamp);
        bytes32 commitment = registry.hashBallots(epoch, voter, ballots, bytes32(seed));
        (uint256 before,, bool pending) = registry.voterOf(voter);
        if (!play(voter, address(registry), abi.encodeCall(I.commitVotes, (commitment)))) return;
        noteMissed(voter, before, pending);
        List storage list = lists[voter];
        (list.epoch, list.salt) = (epoch, bytes32(seed));
        delete list.ballots;
        for (uint256 i = 0; i < ballots.length; i++) {
            list.ballots.push(ballots[i]);
        }
    }

    function openAs(address voter, uint256 seed) private {
        List storage list = lists[voter];
        I.Ballot[] memory ballots = list.ballots;
        bytes32 salt = seed % 9 == 0 ? bytes32(seed) : list.salt;
        uint256[] memory weights = new uint256[](ballots.length);
        for (uint256 i = 0; i < ballots.length; i++) {
            // What was settled since is passed over.
            if (registry.status(ballots[i].id) < I.Status.Final) weights[i] = weightOf(ballots[i].id, voter);
        }
        if (!play(voter, address(registry), abi.encodeCall(I.revealVotes, (ballots, salt)))) return;
        if (salt != list.salt || list.epoch != registry.epochAt(block.timestamp)) openedAnother = true;
        for (uint256 i = 0; i < ballots.length; i++) {
            if (weights[i] != 0) count(ballots[i].id, voter, ballots[i].score, weights[i]);
        }
    }

    function removeAs(address voter, uint256 amount) private {
        (uint256 before, uint256 epoch, bool pending) = registry.voterOf(voter);
        if (!play(voter, address(registry), abi.encodeCall(I.removeVoterBond, (amount)))) return;
        noteMissed(voter, before - amount, pending);
        if (!pending) return;
        uint256 end = registry.epochStart(epoch) + registry.commitWindow() + registry.revealWindow();
        if (block.timestamp < end) leftDuringItsVote = true;
    }

    function count(uint256 id, address voter, uint256 score, uint256 weight) private {
        Vote[] storage cast = votes[id][registry.getEntry(id).round];
        for (uint256 i = 0; i < cast.length; i++) {
            if (cast[i].voter == voter) votedTwice = true;
        }
        cast.push(Vote(voter, score, weight));
    }

    /// @dev A list that nobody opened has cost its penalty in the call that came after.
    function noteMissed(address voter, uint256 before, bool pending) private {
        if (!pending) return;
        (uint256 present,,) = registry.voterOf(voter);
        penalties += before - present;
    }

    /// @dev 0 where the vault no longer knows the snapshot, and no vote is taken.
    function weightOf(uint256 id, address voter) private view returns (uint256) {
        try registry.weightOf(id, voter) returns (uint256 weight) {
            return weight;
        } catch {
            return 0;
        }
    }

    /// @dev Scores for what is voted on in this epoch, rarely with an entry that does not belong there.
    function ballotsFor(address voter, uint256 seed) private view returns (I.Ballot[] memory found) {
        uint256 opens = registry.epochStart(registry.epochAt(block.timestamp)) + registry.commitWindow();
        found = new I.Ballot[](8);
        uint256 filled = 0;
        uint256 last = registry.entryCount();
        for (uint256 id = last > 8 ? last - 7 : 1; id <= last; id++) {
            I.EntryView memory entry = registry.getEntry(id);
            bool fits = entry.revealStartsAt == opens && entry.submitter != voter && entry.status < I.Status.Final;
            if (!fits && seed % 16 != 0) continue;
            found[filled++] = I.Ballot(uint64(id), uint16(uint256(keccak256(abi.encode(seed, id))) % 1001));
        }
        assembly ("memory-safe") {
            mstore(found, filled)
        }
    }

    function account(uint256 who) internal view returns (address) {
        return accounts[who % accounts.length];
    }

    function any(uint256 which) internal view returns (uint256) {
        uint256 entries = registry.entryCount();
        return entries == 0 ? 0 : 1 + which % entries;
    }

    /// @dev One of the four newest, because older ones are closed.
    function recent(uint256 which) internal view returns (uint256) {
        uint256 entries = registry.entryCount();
        return entries == 0 ? 0 : entries - which % (entries < 4 ? entries : 4);
    }
}
