// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BondVault} from "../../src/BondVault.sol";
import {ExperienceRegistry} from "../../src/ExperienceRegistry.sol";
import {LockVault} from "../../src/LockVault.sol";
import {IBondVault} from "../../src/interfaces/IBondVault.sol";
import {IDisputeCourt} from "../../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry as I} from "../../src/interfaces/IExperienceRegistry.sol";
import {ILockVault} from "../../src/interfaces/ILockVault.sol";
import {CourtStub} from "./Stubs.sol";
import {VotePlayer} from "./VotePlayer.sol";

/// @notice The cheat codes that read what was logged.
interface VmLogs {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function recordLogs() external;
    function getRecordedLogs() external returns (Log[] memory);
}

/// @notice Plays six accounts, the court and the authority at random, and keeps its own books. The fifth account calls
/// back into the vault whenever it is paid, the sixth refuses every payment.
contract CorePlayer is VotePlayer {
    /// @dev Few, so that the same root is submitted by several.
    uint256 private constant ROOTS = 64;

    BondVault private immutable bonds;
    LockVault private immutable locks;
    CourtStub private immutable court;
    address private immutable authority;

    mapping(uint256 id => I.Status) private settledAs;
    mapping(bytes32 root => mapping(address submitter => uint256)) private submitted;
    uint256[] private finals;
    uint256[] private finalEpochs;

    /// @notice Whether something happened that must not.
    bool public resettled;
    bool public settledEarly;
    bool public usurped;
    bool public miscounted;
    bool public overslashed;
    bool public registeredTwice;

    constructor(
        ExperienceRegistry registry_,
        BondVault bonds_,
        LockVault locks_,
        CourtStub court_,
        address authority_,
        address[] memory accounts_
    ) VotePlayer(registry_, accounts_) {
        (bonds, locks, court, authority) = (bonds_, locks_, court_, authority_);
    }

    // Money

    function deposit(uint256 who, uint256 amount) external move {
        play(account(who), address(bonds), abi.encodeCall(IBondVault.deposit, (bound(amount, 1, 100 ether))));
    }

    function requestWithdrawal(uint256 who, uint256 amount) external move {
        uint256 free = bonds.freeOf(account(who));
        amount = bound(amount, 0, free + 1);
        play(account(who), address(bonds), abi.encodeCall(IBondVault.requestWithdrawal, (amount)));
    }

    function payOut(uint256 who) external move {
        play(account(who), address(bonds), abi.encodeCall(IBondVault.withdraw, ()));
        play(account(who), address(bonds), abi.encodeCall(IBondVault.claim, ()));
        play(account(who), address(registry.voterBonds()), abi.encodeCall(IBondVault.withdraw, ()));
        play(account(who), address(locks), abi.encodeCall(ILockVault.withdraw, ()));
    }

    function burn() external move {
        play(accounts[0], address(bonds), abi.encodeCall(IBondVault.burnSlashed, ()));
    }

    function usurp(uint256 who, uint256 whom, uint256 amount) external move {
        amount = bound(amount, 1, 100 ether);
        bytes memory call = abi.encodeCall(IBondVault.slash, (account(whom), amount, account(who), 0, 0));
        if (play(account(who), address(bonds), call)) usurped = true;
    }

    // Weight

    function lock(uint256 who, uint256 amount, uint256 duration) external move {
        amount = bound(amount, 1, 1e8) * 1e12;
        duration = duration % 3 == 0 ? 0 : bound(duration, 1, 208 weeks);
        play(account(who), address(locks), abi.encodeCall(ILockVault.lock, (amount, duration)));
    }

    function unlock(uint256 who, uint256 index) external move {
        play(account(who), address(locks), abi.encodeCall(ILockVault.unlock, (index % 17)));
        uint256 unlocked = locks.unlockedOf(account(who));
        if (index & 1 == 0 && unlocked != 0) {
            play(account(who), address(locks), abi.encodeCall(ILockVault.requestWithdrawal, (unlocked)));
        }
    }

    // Entries

    function submit(uint256 who, uint256 root) external move {
        I.Entry memory e;
        (e.merkleRoot, e.cid, e.schema) = (bytes32(root % ROOTS), "cid", 1);
        address submitter = account(who);
        if (!play(submitter, address(registry), abi.encodeCall(I.submit, (e)))) return;
        if (++submitted[e.merkleRoot][submitter] > 1) registeredTwice = true;
    }

    function challenge(uint256 who, uint256 which) external move {
        play(account(who), address(registry), abi.encodeCall(I.challenge, (recent(which))));
    }

    function tally(uint256 which) external move {
        settleBy(any(which), accounts[0], abi.encodeCall(I.tally, (any(which))));
    }

    function finalise(uint256 which) external move {
        settleBy(any(which), accounts[1], abi.encodeCall(I.finalise, (any(which))));
    }

    // Court and authority

    function openDispute(uint256 which) external move {
        play(accounts[0], address(court), abi.encodeCall(CourtStub.open, (registry, recent(which))));
    }

    function closeDispute(uint256 which) external move {
        play(accounts[0], address(court), abi.encodeCall(CourtStub.close, (registry, recent(which))));
    }

    function slash(uint256 who, uint256 which, uint256 fault) external move {
        uint256 id = recent(which);
        if (id == 0 || fault % 3 != 0) return;
        address challenger = account(who);
        if (!court.rulingOf(id).upheld) court.uphold(id, challenger, IDisputeCourt.Fault(1 + fault % 7), "proof");
        settleBy(id, account(fault), abi.encodeCall(I.slash, (id, challenger, "proof")));
    }

    function govern(uint256 seed) external move {
        I.Parameters memory p = registry.parametersAt(registry.parameterVersion());
        p.bond = uint96(bound(seed, 2, 30 ether));
        p.challengeWindow = uint32(seed % 200);
        p.disputeTime = uint32(seed % 3 days);
        p.qMin = uint16(bound(seed >> 8, 0, 1001));
        p.participationBps = uint16(seed % 3000);
        p.agreementBps = uint16(seed % 7000);
        p.weightCapBps = uint16(bound(seed >> 16, 99, 10_000));
        p.maxRolls = uint8(seed % 4);
        p.burnShare = uint16(bound(seed >> 24, 499, 1000));
        p.bountyShare = uint16(bound(seed >> 32, 0, 1001 - p.burnShare));
        p.bountyCap = uint96(seed % 20 ether);
        p.lowQualityShare = uint16(bound(seed >> 40, 0, 1001));
        p.voterBond = uint96(bound(seed >> 48, 0, 5 ether));
        p.missPenalty = uint96(bound(seed >> 56, 0, uint256(p.voterBond) + 1));
        play(authority, address(registry), abi.encodeCall(I.setParameters, (p)));
    }

    function pause(uint256 seed) external move {
        if (seed % 16 == 0) play(authority, address(registry), abi.encodeCall(I.pauseSubmissions, ()));
    }

    // What the invariants ask

    /// @notice The entries that became final in order, and the epochs in which they did.
    function finalEntries() external view returns (uint256[] memory, uint256[] memory) {
        return (finals, finalEpochs);
    }

    /// @notice Settles what is left after the game.
    function settleAll() external {
        if (msg.sender != owner) return;
        for (uint256 id = 1; id <= registry.entryCount(); id++) {
            for (uint256 i = 0; i < 10 && registry.status(id) < I.Status.Final; i++) {
                vm.warp(block.timestamp + 4 days);
                settleBy(id, accounts[2], abi.encodeCall(I.finalise, (id)));
            }
        }
    }

    /// @dev A call that may settle an entry: what it logs is compared with the books.
    function settleBy(uint256 id, address who, bytes memory call) private {
        if (id == 0) return;
        (uint256 total, uint256 median) = expected(id);
        uint256 bond = registry.getEntry(id).bond;
        VmLogs logs = VmLogs(address(vm));
        logs.recordLogs();
        play(who, address(registry), call);
        VmLogs.Log[] memory found = logs.getRecordedLogs();
        for (uint256 i = 0; i < found.length; i++) {
            bytes32 kind = found[i].topics[0];
            if (kind == I.Scored.selector) {
                (uint64 quality,, uint256 weight) = abi.decode(found[i].data, (uint64, bool, uint256));
                if (weight != total || quality != median) miscounted = true;
            } else if (kind == I.Slashed.selector) {
                (,, uint256 burned, uint256 bounty, uint256 pooled) =
                    abi.decode(found[i].data, (uint64, uint8, uint256, uint256, uint256));
                if (burned + bounty + pooled > bond) overslashed = true;
            }
        }
        note(id);
    }

    function note(uint256 id) private {
        I.EntryView memory entry = registry.getEntry(id);
        if (entry.status < I.Status.Final) return;
        if (settledAs[id] == I.Status.None) {
            settledAs[id] = entry.status;
            if (block.timestamp < entry.challengeEndsAt && !court.rulingOf(id).upheld) settledEarly = true;
            if (entry.status != I.Status.Final) return;
            finals.push(id);
            finalEpochs.push(registry.epochAt(block.timestamp));
        } else if (settledAs[id] != entry.status) {
            resettled = true;
        }
    }
}
