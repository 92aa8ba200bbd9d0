// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {BondVault} from "../../src/BondVault.sol";
import {DisputeCourt} from "../../src/DisputeCourt.sol";
import {ExperienceRegistry} from "../../src/ExperienceRegistry.sol";
import {IDisputeCourt} from "../../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {SlashingProfiles} from "../../src/SlashingProfiles.sol";
import {CourtShards} from "./CourtShards.sol";
import {TestBase} from "./TestBase.sol";
import {Trees} from "./Trees.sol";

/// @notice Plays four submitters, voters and challengers who may all be one person, an honest challenger, the guardian,
/// governance and time on the whole system at random.
contract CourtSystemPlayer is TestBase {
    /// @dev Every invariant looks at everything after every move, so that long games need a bound.
    uint256 private constant MOST_CASES = 16;
    uint256 private constant MOST_ENTRIES = 16;

    ExperienceRegistry private immutable registry;
    DisputeCourt private immutable court;
    BondVault private immutable bonds;
    AccessManager private immutable manager;
    /// @dev The last one is honest and challenges only what is faulty.
    address[5] private accounts;

    mapping(uint256 id => bool) private faulty;
    mapping(uint256 id => uint256) private burnShare;
    mapping(uint256 id => bool) private convicted;
    /// @notice Sum of the shares that convictions must have burned.
    uint256 public mustBurn;
    /// @notice Whether an entry without fault, or one that no ruling held against, was slashed as faulty.
    bool public wronged;
    /// @notice Whether an entry was slashed twice.
    bool public slashedTwice;

    constructor(
        ExperienceRegistry registry_,
        DisputeCourt court_,
        BondVault bonds_,
        AccessManager manager_,
        address[5] memory accounts_
    ) {
        (registry, court, bonds, manager) = (registry_, court_, bonds_, manager_);
        accounts = accounts_;
    }

    modifier move() {
        _;
        next();
    }

    /// @dev Half of the entries are voted on at once.
    function submit(uint256 who, bool bad, bool voted) external move {
        if (registry.entryCount() == MOST_ENTRIES) return;
        uint256 number = registry.entryCount() + 1;
        IExperienceRegistry.Entry memory e;
        (e.merkleRoot, e.cid, e.schema) = (Trees.rawRoot(CourtShards.leaves(number, bad)), "cid", 1);
        uint256 share = registry.parametersAt(registry.parameterVersion()).burnShare;
        vm.prank(accounts[who % 4]);
        try registry.submit(e) returns (uint256 id) {
            (faulty[id], burnShare[id]) = (bad, share);
            if (voted) _vote((who % 4 + 1) % 4, id, 800);
        } catch {}
    }

    function vote(uint256 who, uint256 which, uint256 score) external move {
        _vote(who % 4, recent(which), score % 1001);
    }

    function accuse(uint256 who, uint256 which, bool proven) external move {
        _commit(accounts[who % 4], recent(which), proven);
    }

    function open(uint256 which, bool proven) external move {
        uint256 caseId = pick(which);
        if (caseId != 0) _open(caseId, proven);
    }

    /// @dev The honest challenger commits only to proofs that hold, and opens them in the next block.
    function accuseHonestly(uint256 which) external move {
        uint256 id = recent(which);
        if (id > 1 && !faulty[id]) id--;
        if (!faulty[id]) return;
        uint256 caseId = _commit(accounts[4], id, true);
        next();
        if (caseId != 0) _open(caseId, true);
    }

    function advance(uint256 which) external move {
        try court.advance(pick(which)) {} catch {}
    }

    function payBack(uint256 which) external move {
        try court.payBack(pick(which)) {} catch {}
    }

    function lead(uint256 which) external move {
        try court.lead(pick(which)) {} catch {}
    }

    function stop(uint256 which, uint256 how) external move {
        if (how % 16 == 0) {
            try court.veto(pick(which)) {} catch {}
        } else if (how % 16 == 1) {
            try court.reverse(pick(which)) {} catch {}
        }
    }

    function slash(uint256 which, bool patient) external move {
        uint256 id = recent(which);
        uint256 leading = court.leadingCase(id);
        if (patient && leading != 0) {
            warpTo(court.getCase(leading).decidedAt + court.vetoPeriod() + court.escrowPeriod());
        }
        IDisputeCourt.Ruling memory ruling = court.rulingOf(id);
        bytes memory proof = abi.encode(IDisputeCourt.Fault.Schema, payloadOf(id, true));
        try registry.slash(id, ruling.challenger, proof) {
            if (!ruling.upheld || !faulty[id]) wronged = true;
            if (convicted[id]) slashedTwice = true;
            convicted[id] = true;
            mustBurn += (registry.getEntry(id).bond * burnShare[id] + 999) / 1000;
        } catch {}
    }

    function finalise(uint256 which, bool patient) external move {
        uint256 id = recent(which);
        if (patient && id != 0) warpTo(registry.getEntry(id).challengeEndsAt);
        try registry.finalise(id) {} catch {}
    }

    function burn() external move {
        try bonds.burnSlashed() {} catch {}
    }

    /// @dev Other bonds, and the other profile, for later submissions.
    function govern(uint256 seed) external move {
        IExperienceRegistry.Parameters memory p = registry.parametersAt(registry.parameterVersion());
        SlashingProfiles.Profile memory profile =
            seed % 2 == 0 ? SlashingProfiles.seed() : SlashingProfiles.hardened(uint96(seed % 5 ether));
        (p.burnShare, p.bountyShare, p.bountyCap) = (profile.burnShare, profile.bountyShare, profile.bountyCap);
        p.bond = uint96(bound(seed, 2, 40 ether));
        manager.execute(address(registry), abi.encodeCall(registry.setParameters, (p)));
    }

    function wait(uint256 duration) external move {
        vm.warp(block.timestamp + (duration % 4 == 0 ? bound(duration, 1, 8 days) : bound(duration, 1, 1 hours)));
    }

    function warpTo(uint256 time) private {
        if (block.timestamp < time) vm.warp(time);
    }

    function next() private {
        vm.warp(block.timestamp + 1);
        vm.roll(block.number + 1);
    }

    function _vote(uint256 who, uint256 id, uint256 score) private {
        vm.prank(accounts[who]);
        try registry.voteQuality(id, uint64(score)) {} catch {}
    }

    function _commit(address who, uint256 id, bool proven) private returns (uint256 caseId) {
        if (id == 0 || court.caseCount() == MOST_CASES) return 0;
        bytes32 commitment = court.hashChallenge(id, faultOf(proven), payloadOf(id, proven), who, "salt");
        vm.prank(who);
        try court.commit(id, commitment) returns (uint256 opened) {
            caseId = opened;
        } catch {}
    }

    function _open(uint256 caseId, bool proven) private {
        bytes memory payload = payloadOf(court.getCase(caseId).entryId, proven);
        address challenger = court.getCase(caseId).challenger;
        vm.prank(challenger);
        try court.open(caseId, faultOf(proven), payload, "salt") {} catch {}
    }

    function faultOf(bool proven) private pure returns (IDisputeCourt.Fault) {
        return proven ? IDisputeCourt.Fault.Schema : IDisputeCourt.Fault.Quality;
    }

    function payloadOf(uint256 id, bool proven) private pure returns (bytes memory) {
        return proven ? CourtShards.faultProof(id) : bytes("evidence");
    }

    function pick(uint256 which) private view returns (uint256) {
        uint256 count = court.caseCount();
        if (count == MOST_CASES) return 1 + which % count;
        return count == 0 ? 0 : count - which % (count < 5 ? count : 5);
    }

    function recent(uint256 which) private view returns (uint256) {
        uint256 count = registry.entryCount();
        if (count == MOST_ENTRIES) return 1 + which % count;
        return count == 0 ? 0 : count - which % (count < 4 ? count : 4);
    }
}
