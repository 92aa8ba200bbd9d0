// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AggregateOracle} from "../../src/AggregateOracle.sol";
import {AggregateRefutation} from "../../src/AggregateRefutation.sol";
import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {OracleBooks} from "../../src/OracleBooks.sol";
import {CourtSignatures} from "./CourtSignatures.sol";
import {OracleShards} from "./OracleShards.sol";
import {TestBase} from "./TestBase.sol";
import {Trees} from "./Trees.sol";

/// @notice Plays four proposers and challengers, one honest proposer, the jurors and time against three pages at random.
/// Whatever is proposed claims 200, 300 or 400 everywhere; 300 is right.
contract OraclePlayer is TestBase, OracleShards {
    uint256 private constant RIGHT = 300;
    /// @dev Every invariant looks at every aggregate after every move, so that long games need a bound.
    uint256 private constant MOST_AGGREGATES = 16;

    AggregateOracle private immutable oracle;
    /// @notice Whoever plays at random; the honest proposer comes after them.
    address[4] public accounts;
    address public immutable honest;

    IExperienceRegistry.Member[][3] private members;
    bytes32[3] public setHashes;
    mapping(uint256 value => bytes32) private rootOf;
    mapping(uint256 id => uint256) public valueOf;
    /// @notice The first final root of a page: it must be the last.
    mapping(bytes32 setHash => bytes32) public firstFinal;
    /// @notice Whether the right median was refuted by openings, which must not happen.
    bool public refutedTheRight;
    /// @notice Whether an aggregate became final that had an unanswered request.
    bool public finalWithRequests;

    constructor(
        AggregateOracle oracle_,
        address[4] memory accounts_,
        address honest_,
        IExperienceRegistry.Member[][3] memory members_,
        bytes32[3] memory setHashes_
    ) {
        (oracle, honest) = (oracle_, honest_);
        accounts = accounts_;
        setHashes = setHashes_;
        for (uint256 set = 0; set < 3; set++) {
            for (uint256 i = 0; i < members_[set].length; i++) {
                members[set].push(members_[set][i]);
            }
        }
        for (uint256 value = 200; value <= 400; value += 100) {
            rootOf[value] = Trees.rawRoot(uniform(value));
        }
    }

    modifier move() {
        _;
        vm.warp(block.timestamp + 1);
        vm.roll(block.number + 1);
        for (uint256 set = 0; set < 3; set++) {
            bytes32 root = oracle.finalRootOf(setHashes[set]);
            if (firstFinal[setHashes[set]] == 0) firstFinal[setHashes[set]] = root;
        }
    }

    function propose(uint256 who, uint256 set, uint256 value) external move {
        _propose(accounts[who % 4], set % 3, 200 + value % 3 * 100);
    }

    function proposeHonestly(uint256 set) external move {
        _propose(honest, set % 3, RIGHT);
    }

    function commit(uint256 who, uint256 which, bool above) external move {
        address challenger = accounts[who % 4];
        bytes32 commitment = oracle.hashRefutation(pick(which), 0, 0, above, challenger, "salt");
        vm.prank(challenger);
        try oracle.commitRefutation(commitment) {} catch {}
    }

    /// @dev The right value cannot be refuted whatever is opened.
    function refute(uint256 who, uint256 which, bool guess) external move {
        uint256 id = pick(which);
        if (id == 0) return;
        if (oracle.getAggregate(id).status != OracleBooks.Status.Proposed) return;
        uint256 value = valueOf[id];
        bool above = value == RIGHT ? guess : value < RIGHT;
        OracleBooks.Refutation memory r = refutation(value, above, value == RIGHT ? 2 : 3);
        vm.prank(accounts[who % 4]);
        try oracle.challengeLeaf(id, r) {
            if (value == RIGHT) refutedTheRight = true;
        } catch {}
    }

    /// @dev The honest proposer publishes at once what is asked for.
    function request(uint256 who, uint256 which, uint256 index) external move {
        uint256 id = pick(which);
        if (id == 0) return;
        vm.prank(accounts[who % 4]);
        try oracle.requestLeaf(id, uint32(index % 4)) {
            if (oracle.getAggregate(id).proposer == honest) _answer(id, index % 4);
        } catch {}
    }

    function answer(uint256 which, uint256 index) external move {
        uint256 id = pick(which);
        if (id != 0) _answer(id, index % 3);
    }

    function close(uint256 which, uint256 index) external move {
        uint256 id = pick(which);
        if (id == 0) return;
        try oracle.closeRequest(id, uint32(index % 3)) {} catch {}
    }

    function cosign(uint256 which) external move {
        uint256 id = pick(which);
        if (id == 0 || oracle.getAggregate(id).status != OracleBooks.Status.Proposed) return;
        uint48 expiry = uint48(block.timestamp);
        bytes32 digest = oracle.cosignatureDigest(id, expiry);
        try oracle.cosign(id, expiry, CourtSignatures.signAll(digest, CourtSignatures.keysOf(1, 3))) {} catch {}
    }

    function finalise(uint256 which) external move {
        uint256 id = pick(which);
        if (id == 0) return;
        try oracle.finalise(id) {
            if (oracle.getAggregate(id).openRequests != 0) finalWithRequests = true;
        } catch {}
    }

    function wait(uint256 duration) external move {
        vm.warp(block.timestamp + bound(duration, 1, 1 days));
    }

    function _propose(address who, uint256 set, uint256 value) private {
        if (oracle.aggregateCount() == MOST_AGGREGATES) return;
        OracleBooks.Proposal memory p = OracleBooks.Proposal(1, 7 + set, 0, rootOf[value], "cid");
        vm.prank(who);
        try oracle.propose(p, members[set]) returns (uint256 id) {
            valueOf[id] = value;
        } catch {}
    }

    function _answer(uint256 id, uint256 index) private {
        try oracle.answerRequest(id, leafOf(uniform(valueOf[id]), uint32(index))) {} catch {}
    }

    /// @dev Opens `count` of the entries from the announced side of 300.
    function refutation(uint256 value, bool above, uint256 count)
        private
        view
        returns (OracleBooks.Refutation memory r)
    {
        bytes[] memory claimed = uniform(value);
        r.payload = claimed[0];
        r.path = Trees.path(Trees.rawLeaves(claimed), 0);
        (r.above, r.salt) = (above, "salt");
        (r.roots, r.weights) = (new bytes32[](5), new uint64[](5));
        for (uint256 i = 0; i < 5; i++) {
            (r.roots[i], r.weights[i]) = (members[0][i].merkleRoot, 25 * 10 ** 9);
        }
        r.openings = new AggregateRefutation.Opening[](count);
        uint256 first = above ? 5 - count : 0;
        for (uint256 i = 0; i < count; i++) {
            r.openings[i] = openingOf(first + i, 100 * (first + i + 1), 0);
        }
    }

    function pick(uint256 which) private view returns (uint256) {
        uint256 count = oracle.aggregateCount();
        if (count == MOST_AGGREGATES) return 1 + which % count;
        return count == 0 ? 0 : count - which % (count < 4 ? count : 4);
    }
}
