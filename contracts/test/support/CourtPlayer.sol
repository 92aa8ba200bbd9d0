// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CourtCases} from "../../src/CourtCases.sol";
import {DisputeCourt} from "../../src/DisputeCourt.sol";
import {IDisputeCourt} from "../../src/interfaces/IDisputeCourt.sol";
import {VerdictSignatures} from "../../src/VerdictSignatures.sol";
import {CourtSignatures} from "./CourtSignatures.sol";
import {TestBase} from "./TestBase.sol";

/// @notice Plays five challengers, an honest one, three jurors, the guardian and governance against three entries at random.
/// Cases with an odd salt hold a valid proof of fault, the others a claim of quality.
contract CourtPlayer is TestBase {
    /// @notice Commits only to proofs that hold, opens them in the next block, and appeals nothing.
    address public constant HONEST = address(0x40);

    /// @dev Every invariant looks at every case after every move, so that long games need a bound.
    uint256 private constant MOST_CASES = 16;

    DisputeCourt private immutable court;
    bytes private proof;
    address[] public accounts;

    /// @notice Entries that were ruled over, and by which challenger: a ruling must never change.
    mapping(uint256 entryId => bytes32) public firstRuling;
    /// @notice When the commitment of a case was made.
    mapping(uint256 caseId => uint256) public committedAt;

    constructor(DisputeCourt court_, bytes memory proof_, address[] memory accounts_) {
        court = court_;
        proof = proof_;
        accounts = accounts_;
    }

    modifier move() {
        _;
        vm.warp(block.timestamp + 1);
        vm.roll(block.number + 1);
        for (uint256 id = 1; id <= 3; id++) {
            IDisputeCourt.Ruling memory ruling = court.rulingOf(id);
            if (ruling.upheld && firstRuling[id] == 0) firstRuling[id] = keccak256(abi.encode(ruling));
        }
    }

    function commit(uint256 who, uint256 entry, bool valid) external move {
        _commit(accounts[who % accounts.length], 1 + entry % 3, valid);
    }

    function open(uint256 which, bool valid) external move {
        uint256 caseId = pick(which);
        if (caseId != 0) _open(caseId, valid);
    }

    function proveHonestly(uint256 entry) external move {
        uint256 caseId = _commit(HONEST, 1 + entry % 3, true);
        vm.roll(block.number + 1);
        if (caseId != 0) _open(caseId, true);
    }

    /// @dev Half of the verdicts are appealed at once.
    function judge(uint256 which, bool upheld, uint256 who) external move {
        uint256 caseId = pick(which);
        if (caseId == 0 || court.getCase(caseId).phase != CourtCases.Phase.Voting) return;
        uint48 expiry = uint48(block.timestamp);
        bytes32 digest = court.verdictDigest(caseId, upheld, expiry);
        VerdictSignatures.Signature[] memory list = CourtSignatures.signAll(digest, CourtSignatures.keysOf(1, 3));
        try court.giveVerdict(caseId, upheld, expiry, list) {} catch {}
        if (who % 2 == 0) _appeal(caseId, who / 2);
    }

    function appeal(uint256 which, uint256 who) external move {
        uint256 caseId = pick(which);
        if (caseId != 0) _appeal(caseId, who);
    }

    function advance(uint256 which) external move {
        uint256 caseId = pick(which);
        if (caseId == 0) return;
        try court.advance(caseId) {} catch {}
    }

    function payBack(uint256 which) external move {
        uint256 caseId = pick(which);
        if (caseId == 0) return;
        try court.payBack(caseId) {} catch {}
    }

    function lead(uint256 which) external move {
        uint256 caseId = pick(which);
        if (caseId == 0) return;
        try court.lead(caseId) {} catch {}
    }

    function govern(uint256 which, uint256 what) external move {
        uint256 caseId = pick(which);
        if (caseId == 0) return;
        if (what % 8 == 0) {
            try court.veto(caseId) {} catch {}
        } else if (what % 8 == 1) {
            try court.reverse(caseId) {} catch {}
        } else {
            try court.decide(caseId, what % 2 == 0) {} catch {}
        }
    }

    function wait(uint256 duration) external move {
        vm.warp(block.timestamp + (duration % 4 == 0 ? bound(duration, 1, 4 days) : bound(duration, 1, 6 hours)));
    }

    function _commit(address challenger, uint256 id, bool valid) private returns (uint256 caseId) {
        if (court.caseCount() == MOST_CASES) return 0;
        bytes32 commitment = court.hashChallenge(id, faultOf(valid), payloadOf(valid), challenger, saltOf(valid));
        vm.prank(challenger);
        try court.commit(id, commitment) returns (uint256 opened) {
            caseId = opened;
            committedAt[caseId] = block.timestamp;
        } catch {}
    }

    function _open(uint256 caseId, bool valid) private {
        address challenger = court.getCase(caseId).challenger;
        vm.prank(challenger);
        try court.open(caseId, faultOf(valid), payloadOf(valid), saltOf(valid)) {} catch {}
    }

    function _appeal(uint256 caseId, uint256 who) private {
        vm.prank(accounts[who % accounts.length]);
        try court.appeal(caseId) {} catch {}
    }

    function faultOf(bool valid) private pure returns (IDisputeCourt.Fault) {
        return valid ? IDisputeCourt.Fault.Schema : IDisputeCourt.Fault.Quality;
    }

    /// @dev One of the four newest, because older ones are mostly over; any where none will be newer.
    function pick(uint256 which) private view returns (uint256) {
        uint256 count = court.caseCount();
        if (count == MOST_CASES) return 1 + which % count;
        return count == 0 ? 0 : count - which % (count < 4 ? count : 4);
    }

    function payloadOf(bool valid) private view returns (bytes memory) {
        return valid ? proof : bytes("evidence");
    }

    function saltOf(bool valid) private pure returns (bytes32) {
        return bytes32(uint256(valid ? 1 : 2));
    }
}
