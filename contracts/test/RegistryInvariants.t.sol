// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ExperienceRegistry as Registry} from "../src/ExperienceRegistry.sol";
import {DsoToken} from "../src/DsoToken.sol";
import {RegistryFixture} from "./support/RegistryFixture.sol";
import {TestBase} from "./support/TestBase.sol";

/// @notice Plays five accounts at random and keeps its own books.
contract Player is TestBase {
    Registry private immutable registry;
    address[] private accounts;

    struct Ballot {
        address voter;
        uint256 score;
        uint256 weight;
    }

    mapping(uint256 id => Ballot[]) private ballots;

    constructor(Registry registry_, address[] memory accounts_) {
        registry = registry_;
        accounts = accounts_;
    }

    modifier move() {
        _;
        vm.warp(block.timestamp + 1);
    }

    function submit(uint256 who, bytes32 root) external move {
        if (root == 0 || registry.idByRoot(root) != 0) return;
        DsoToken token = DsoToken(address(registry.token()));
        if (token.balanceOf(account(who)) < registry.bond()) return;
        vm.prank(account(who));
        registry.submit(Registry.Entry(root, "cid", 1, 0, address(0), 0));
    }

    function vote(uint256 who, uint256 id, uint256 score) external move {
        uint256 count = registry.entryCount();
        if (count == 0) return;
        // The newest entries, because the older ones are closed.
        id = count - id % (count < 4 ? count : 4);
        score = bound(score, 0, 1000);
        address voter = account(who);
        Registry.EntryView memory entry = registry.getEntry(id);
        uint256 weight = registry.weightOf(id, voter);
        bool allowed = entry.status == Registry.Status.Open && block.timestamp < entry.votingEndsAt
            && entry.submitter != voter && !registry.hasVoted(id, voter) && weight != 0;
        if (!allowed) vm.expectRevert();
        vm.prank(voter);
        registry.voteQuality(id, uint64(score));
        if (allowed) ballots[id].push(Ballot(voter, score, weight));
    }

    function challenge(uint256 who, uint256 id) external move {
        uint256 count = registry.entryCount();
        if (count == 0) return;
        id = count - id % (count < 4 ? count : 4);
        Registry.EntryView memory entry = registry.getEntry(id);
        DsoToken token = DsoToken(address(registry.token()));
        bool allowed = entry.status == Registry.Status.Open && block.timestamp < entry.votingEndsAt
            && entry.submitter != account(who) && entry.challenger == address(0)
            && token.balanceOf(account(who)) >= registry.challengeBond();
        if (!allowed) vm.expectRevert();
        vm.prank(account(who));
        registry.challenge(id);
    }

    function finalise(uint256 id) external move {
        uint256 count = registry.entryCount();
        if (count == 0) return;
        id = 1 + id % count;
        Registry.EntryView memory entry = registry.getEntry(id);
        bool allowed = entry.status == Registry.Status.Open && block.timestamp >= entry.votingEndsAt;
        if (!allowed) vm.expectRevert();
        registry.finalise(id);
    }

    function stake(uint256 who, uint256 amount) external move {
        uint256 free = DsoToken(address(registry.token())).balanceOf(account(who));
        if (free == 0) return;
        vm.prank(account(who));
        registry.stake(bound(amount, 1, free / 4 + 1));
    }

    function unstake(uint256 who, uint256 amount) external move {
        uint256 staked = registry.stakeOf(account(who));
        if (staked == 0) return;
        vm.prank(account(who));
        registry.requestUnstake(bound(amount, 1, staked));
    }

    function payOut(uint256 who) external move {
        address to = account(who);
        if (registry.credits(to) != 0) {
            vm.prank(to);
            registry.claim();
        }
        (uint128 amount, uint48 releaseAt) = registry.unbonding(to);
        if (amount != 0 && block.timestamp >= releaseAt) {
            vm.prank(to);
            registry.withdraw();
        }
    }

    function wait(uint256 duration) external move {
        vm.warp(block.timestamp + bound(duration, 1, registry.votingWindow()));
    }

    /// @notice Total weight and lower median of the ballots of an entry, by counting; every voter once.
    function expectedMedian(uint256 id) external view returns (uint256 total, uint256 median) {
        Ballot[] storage cast = ballots[id];
        for (uint256 i = 0; i < cast.length; i++) {
            total += cast[i].weight;
            for (uint256 j = 0; j < i; j++) {
                assertTrue(cast[j].voter != cast[i].voter, "one vote an account");
            }
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

    function account(uint256 who) private view returns (address) {
        return accounts[who % accounts.length];
    }
}

contract RegistryInvariantsTest is RegistryFixture {
    Player private player;
    uint256 private supply;

    function setUp() public override {
        super.setUp();
        supply = token.totalSupply();
        player = new Player(registry, everyone());
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(player);
    }

    function invariant_theBalanceIsBondsStakesAndCredits() public view {
        assertEq(token.balanceOf(address(registry)), lockedBonds() + held(), "solvent to the wei");
    }

    function invariant_nothingIsMintedAndOnlyBondsAreBurned() public view {
        uint256 lost = 0;
        for (uint256 id = 1; id <= registry.entryCount(); id++) {
            Registry.EntryView memory entry = registry.getEntry(id);
            if (entry.status == Registry.Status.Slashed) lost += BOND;
            else if (entry.status == Registry.Status.Final && entry.challenger != address(0)) lost += BOND / 4;
        }
        assertTrue(token.totalSupply() <= supply && supply - token.totalSupply() <= lost, "burned at most the bonds");
    }

    function invariant_theMedianEqualsTheOracleAndDecides() public view {
        for (uint256 id = 1; id <= registry.entryCount(); id++) {
            Registry.EntryView memory entry = registry.getEntry(id);
            (uint256 total, uint256 median) = player.expectedMedian(id);
            assertTrue(entry.scored == (total != 0), "scored iff voted");
            assertEq(entry.quality, median, "median");
            if (entry.status == Registry.Status.Slashed) assertTrue(total != 0 && median < Q_MIN, "slashed");
            if (entry.status == Registry.Status.Final) assertTrue(total == 0 || median >= Q_MIN, "final");
        }
    }

    /// @dev Runs once at the end of every sequence: whatever happened, everybody gets out and nothing stays behind.
    function afterInvariant() public {
        vm.warp(block.timestamp + 2 * WINDOW);
        for (uint256 id = 1; id <= registry.entryCount(); id++) {
            if (registry.getEntry(id).status == Registry.Status.Open) registry.finalise(id);
        }
        address[] memory accounts = everyone();
        for (uint256 i = 0; i < accounts.length; i++) {
            vm.startPrank(accounts[i]);
            uint256 staked = registry.stakeOf(accounts[i]);
            if (staked != 0) registry.requestUnstake(staked);
            if (registry.credits(accounts[i]) != 0) registry.claim();
            vm.stopPrank();
        }
        vm.warp(block.timestamp + 2 * WINDOW);
        for (uint256 i = 0; i < accounts.length; i++) {
            (uint128 amount,) = registry.unbonding(accounts[i]);
            if (amount == 0) continue;
            vm.prank(accounts[i]);
            registry.withdraw();
        }
        assertEq(token.balanceOf(address(registry)), 0, "nothing left behind");
    }

    function lockedBonds() private view returns (uint256 sum) {
        for (uint256 id = 1; id <= registry.entryCount(); id++) {
            Registry.EntryView memory entry = registry.getEntry(id);
            if (entry.status != Registry.Status.Open) continue;
            sum += BOND;
            if (entry.challenger != address(0)) sum += registry.challengeBond();
        }
    }

    function held() private view returns (uint256 sum) {
        address[] memory accounts = everyone();
        for (uint256 i = 0; i < accounts.length; i++) {
            (uint128 unbonding,) = registry.unbonding(accounts[i]);
            sum += registry.stakeOf(accounts[i]) + registry.credits(accounts[i]) + unbonding;
        }
    }
}
