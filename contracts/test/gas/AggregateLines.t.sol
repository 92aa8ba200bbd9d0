// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {AggregateOracle} from "../../src/AggregateOracle.sol";
import {AggregateRefutation} from "../../src/AggregateRefutation.sol";
import {LeafRules} from "../../src/LeafRules.sol";
import {MerklePositions} from "../../src/MerklePositions.sol";
import {OracleBooks} from "../../src/OracleBooks.sol";
import {RewardDistributor} from "../../src/RewardDistributor.sol";
import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {OursBase} from "../attacks/support/OursBase.sol";
import {Trees} from "../support/Trees.sol";
import {GasLines} from "./GasLines.sol";

/// @notice Calls the library's function, so that what it costs can be told from what calling it costs.
contract MerkleMeter {
    function gasOf(bytes32 root, uint256 count, bytes32 leaf, bytes32[] calldata path)
        external
        view
        returns (uint256 used)
    {
        used = gasleft();
        bool proven = MerklePositions.verify(root, count, 0, leaf, path);
        used -= gasleft();
        require(proven, "not proven");
    }
}

/// @notice What proposing and refuting aggregates costs: entries of 30 leaves with 256 signs, as a 7,680-dimensional code
/// has, on the whole system.
contract AggregateLinesTest is OursBase, GasLines {
    uint256 private constant LEAVES = 30;
    /// @dev The leaf that is wrong in the aggregate.
    uint32 private constant WRONG = 17;
    uint64 private constant SIGNS = 3;

    function setUp() public override {
        super.setUp();
        schemas.addSchema(SIGNS, LeafRules.Rule(LeafRules.Kind.Signs, 30, 256, 0));
        registry.addSchema("signs");
        depositAs(WHALE, 20 * BOND);
    }

    function test_aRefutationOfSixtyFourEntries() public {
        IExperienceRegistry.Member[] memory members = fill(64);
        bytes memory proposal = abi.encodeCall(AggregateOracle.propose, (proposalOf(), members));
        line("propose-64", WHALE, address(oracle), proposal);
        refute("challenge-leaf-64", members);
    }

    function test_aRefutationOfOneHundredAndTwentyEightEntries() public {
        IExperienceRegistry.Member[] memory members = fill(128);
        OracleBooks.Proposal memory proposal = proposalOf();
        vm.prank(WHALE);
        oracle.propose(proposal, members);
        refute("challenge-leaf-128", members);
    }

    function test_merkleProofs() public {
        measureProof("merkle-verify-8", 8);
        measureProof("merkle-verify-12", 12);
        measureProof("merkle-verify-16", 16);
    }

    function test_aRewardAmongSixtyFiveThousand() public {
        AccessManager manager = new AccessManager(address(this));
        RewardDistributor rewards = new RewardDistributor(address(manager), ai, 1 hours, 1 hours, 2);
        vm.startPrank(WHALE);
        ai.transfer(address(rewards), 10 ether);
        ai.transfer(address(this), 2);
        vm.stopPrank();
        ai.approve(address(rewards), 2);
        (bytes32 root, bytes32[] memory path) = pathOf(rewards.leafOf(0, AUTHOR, 10 ether), 16);
        rewards.proposeRoot(root, 65_536, 10 ether, "");
        skip(1 hours);
        rewards.activateRoot(root);
        bytes memory claim = abi.encodeCall(RewardDistributor.claim, (AUTHOR, 10 ether, 0, path));
        line("claim-reward", AUTHOR, address(rewards), claim);
    }

    /// @dev Final entries, all in one page. Their first leaves differ, because no root is accepted twice; everything else
    /// says 1 everywhere.
    function fill(uint256 count) private returns (IExperienceRegistry.Member[] memory members) {
        depositAs(WHALE, count * BOND);
        members = new IExperienceRegistry.Member[](count);
        uint256 first = registry.entryCount() + 1;
        for (uint256 i = 0; i < count; i++) {
            IExperienceRegistry.Entry memory e = entryOf(Trees.rawRoot(entryLeaves(i)));
            e.schema = SIGNS;
            vm.prank(WHALE);
            registry.submit(e);
            voteAs(ROBIN, first + i, 1000);
        }
        skip(VOTING + CHALLENGE);
        for (uint256 i = 0; i < count; i++) {
            registry.finalise(first + i);
            members[i] = registry.memberOf(first + i);
        }
        skip(EPOCH);
    }

    /// @dev The aggregate claims 0 everywhere.
    function proposalOf() private view returns (OracleBooks.Proposal memory) {
        bytes32 root = Trees.rawRoot(leavesOf(0x00));
        return OracleBooks.Proposal(SIGNS, registry.epochAt(block.timestamp - EPOCH), 0, root, CID_TEXT);
    }

    function refute(string memory name, IExperienceRegistry.Member[] memory members) private {
        OracleBooks.Refutation memory r;
        bytes[] memory claimed = leavesOf(0x00);
        r.leafIndex = WRONG;
        r.payload = claimed[WRONG];
        r.path = Trees.path(Trees.rawLeaves(claimed), WRONG);
        r.above = true;
        r.salt = "salt";
        r.roots = new bytes32[](members.length);
        r.weights = new uint64[](members.length);
        r.openings = new AggregateRefutation.Opening[](members.length / 2 + 1);
        for (uint256 i = 0; i < members.length; i++) {
            // 25 whole tokens at full quality, in units of 10^9 wei.
            (r.roots[i], r.weights[i]) = (members[i].merkleRoot, 25 * 10 ** 9);
            if (i < r.openings.length) r.openings[i] = openingOf(i);
        }
        uint256 id = oracle.aggregateCount();
        oracle.commitRefutation(oracle.hashRefutation(id, WRONG, 0, true, ROBIN, "salt"));
        skip(1);
        line(name, ROBIN, address(oracle), abi.encodeCall(AggregateOracle.challengeLeaf, (id, r)));
        assertTrue(oracle.getAggregate(id).status == OracleBooks.Status.Rejected, "rejected");
    }

    function openingOf(uint256 i) private pure returns (AggregateRefutation.Opening memory) {
        bytes[] memory payloads = entryLeaves(i);
        return AggregateRefutation.Opening(i, payloads[WRONG], Trees.path(Trees.rawLeaves(payloads), WRONG));
    }

    function entryLeaves(uint256 i) private pure returns (bytes[] memory payloads) {
        payloads = leavesOf(0xff);
        payloads[0] = abi.encode(i);
    }

    function leavesOf(bytes1 value) private pure returns (bytes[] memory payloads) {
        payloads = new bytes[](LEAVES);
        for (uint256 i = 0; i < LEAVES; i++) {
            payloads[i] = value == 0 ? abi.encode(uint256(0)) : abi.encode(type(uint256).max);
        }
    }

    function measureProof(string memory name, uint256 depth) private {
        (bytes32 root, bytes32[] memory path) = pathOf(keccak256("leaf"), depth);
        emit GasLine(name, new MerkleMeter().gasOf(root, 1 << depth, keccak256("leaf"), path));
    }

    /// @dev A path for the first leaf of a full tree, and its root.
    function pathOf(bytes32 leaf, uint256 depth) private pure returns (bytes32 root, bytes32[] memory path) {
        path = new bytes32[](depth);
        bytes32 node = leaf;
        for (uint256 i = 0; i < depth; i++) {
            path[i] = keccak256(abi.encode(i));
            node = keccak256(abi.encodePacked(node, path[i]));
        }
        root = keccak256(abi.encodePacked(MerklePositions.ROOT_TAG, uint32(1 << depth), node));
    }
}
