// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FaultJudge} from "../../src/FaultJudge.sol";
import {MerkleLeaves} from "../../src/MerkleLeaves.sol";
import {IDisputeCourt} from "../../src/interfaces/IDisputeCourt.sol";
import {Trees} from "../support/Trees.sol";
import {HanzoMerkle} from "../victims/HanzoMerkle.sol";
import {PlainToken} from "../victims/PlainToken.sol";
import {OursBase} from "./support/OursBase.sol";

/// @notice Seed A, E-21 (`proof` undefined): where a leaf is hashed like an inner node, two hashes pass for a record.
contract LeafOf64BytesTest is OursBase {
    function test_onTheVictim_twoHashesPassForABrokenRecordOfAnHonestShard() public {
        PlainToken coin = new PlainToken("AI");
        HanzoMerkle victim = new HanzoMerkle(coin);
        fundForHanzo(coin, address(victim));
        bytes32 left = keccak256(recordOf("one"));
        bytes32 right = keccak256(recordOf("two"));
        uint256 id = submitToHanzo(victim, AUTHOR, keccak256(abi.encodePacked(left, right)));

        // 64 bytes are no record; the author never published them, yet they stand under the root.
        bytes memory forged = abi.encodePacked(left, right);
        vm.prank(MALLORY);
        victim.slash(id, MALLORY, abi.encode(forged, 0, new bytes32[](0)));

        assertEq(coin.balanceOf(MALLORY), 112.5 ether, "an honest bond fell to the inner node of its own tree");
    }

    function test_onOurs_twoHashesAreNoRecordAndAccusingByThemCostsTheAccuser() public {
        bytes32[] memory leaves = new bytes32[](2);
        (leaves[0], leaves[1]) = (Trees.recordLeaf(0, recordOf("one")), Trees.recordLeaf(1, recordOf("two")));
        bytes memory forged = abi.encodePacked(leaves[0], leaves[1]);
        bytes32 root = Trees.root(leaves);
        uint256 id = submitOpaqueAs(AUTHOR, root);
        assertTrue(MerkleLeaves.verifyLeaf(root, 2, 0, recordOf("one"), Trees.path(leaves, 0)), "a record is one");
        for (uint32 count = 1; count <= 3; count++) {
            assertTrue(!MerkleLeaves.verifyLeaf(root, count, 0, forged, new bytes32[](0)), "two hashes are none");
        }

        bytes memory payload = abi.encode(FaultJudge.SchemaProof(1, 0, forged, new bytes32[](0), ""));
        uint256 caseId = commitAs(MALLORY, id, IDisputeCourt.Fault.Schema, payload);
        skip(1);
        vm.prank(MALLORY);
        vm.expectRevert(abi.encodeWithSelector(FaultJudge.LeafNotProven.selector, uint32(1), uint32(0)));
        court.open(caseId, IDisputeCourt.Fault.Schema, payload, "salt");

        skip(1 hours);
        court.advance(caseId);
        assertEq(bonds.lockedOf(address(registry), AUTHOR), BOND, "the author's bond is whole");
        assertEq(wealth(MALLORY), FUND - BOND / 2, "the accuser's is lost");
        assertEq(wealth(AUTHOR), FUND + BOND / 4, "half of it to the author");
    }

    function testFuzz_onOurs_noTwoHashesAreARecord(bytes32 left, bytes32 right, uint32 count, uint32 index)
        public
        pure
    {
        bytes memory forged = abi.encodePacked(left, right);
        bytes32 root = keccak256(abi.encodePacked(keccak256("dso.root.v1"), count, keccak256(forged)));
        assertTrue(!MerkleLeaves.verifyLeaf(root, count, index, forged, new bytes32[](0)), "whatever the root says");
    }

    /// @dev A well-formed record: the binary CID of `content`.
    function recordOf(bytes memory content) private pure returns (bytes memory) {
        return abi.encodePacked(hex"01711220", sha256(content));
    }
}
