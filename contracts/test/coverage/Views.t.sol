// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AggregateWeights} from "../../src/AggregateWeights.sol";
import {CourtCases} from "../../src/CourtCases.sol";
import {FaultJudge} from "../../src/FaultJudge.sol";
import {IDisputeCourt} from "../../src/interfaces/IDisputeCourt.sol";
import {CourtFixture} from "../support/CourtFixture.sol";
import {OracleFixture} from "../support/OracleFixture.sol";
import {Trees} from "../support/Trees.sol";

/// @notice What challengers read before they show the drawn leaves.
contract DrawSeedTest is CourtFixture {
    uint256 private constant COPY = 2;

    bytes private claim;

    function setUp() public override {
        super.setUp();
        registry.setEntry(ENTRY, Trees.rawRoot(badScores()), 3, CAROL, BOND);
        skip(1 days + 1);
        registry.setEntry(COPY, Trees.rawRoot(badScores()), 3, alice(), BOND);
        claim = abi.encode(FaultJudge.CopyClaim(ENTRY, 3, 3));
    }

    function test_theSeedOfADrawIsThatOfTheBlockAfterTheOpening() public {
        uint256 caseId = commitCopy(BOB);
        openCopy(BOB, caseId);
        uint256 drawn = block.number + 1;
        vm.expectRevert(abi.encodeWithSelector(CourtCases.DrawUnknown.selector, drawn));
        court.drawSeed(caseId);
        vm.roll(drawn + 1);
        assertEq(court.drawSeed(caseId), keccak256(abi.encode(blockhash(drawn), caseId)), "seed");
        vm.roll(drawn + 256);
        assertEq(court.drawSeed(caseId), keccak256(abi.encode(blockhash(drawn), caseId)), "while it is known");
    }

    function test_twoCasesOfOneBlockDrawDifferently() public {
        uint256 first = commitCopy(BOB);
        uint256 second = commitCopy(CAROL);
        openCopy(BOB, first);
        vm.prank(CAROL);
        court.open(second, IDisputeCourt.Fault.Copy, claim, SALT);
        vm.roll(block.number + 5);
        assertTrue(court.drawSeed(first) != court.drawSeed(second), "case by case");
    }

    function commitCopy(address who) private returns (uint256) {
        bytes32 commitment = court.hashChallenge(COPY, IDisputeCourt.Fault.Copy, claim, who, SALT);
        vm.prank(who);
        return court.commit(COPY, commitment);
    }

    function openCopy(address who, uint256 caseId) private {
        skip(12);
        openAs(who, caseId, IDisputeCourt.Fault.Copy, claim);
    }
}

/// @notice What proposers read before they work out an aggregate.
contract OracleScaleTest is OracleFixture {
    function test_theScaleIsTheOneItWasBuiltWith() public view {
        AggregateWeights.Scale memory scale = oracle.scale();
        assertEq(scale.cap, oracle.cap(), "cap");
        assertEq(scale.qLow, oracle.qLow(), "lowest quality");
        assertTrue(scale.cap != 0 && scale.qLow >= 100 && scale.qLow <= 1000, "within the bounds");
    }
}
