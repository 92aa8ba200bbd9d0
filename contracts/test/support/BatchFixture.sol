// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {RegistryFixture} from "./RegistryFixture.sol";

/// @notice A registry that takes votes by commitments. It stands in its second epoch, whose entries are voted on from
/// {VOTING} on; three accounts have weight and a voter's bond.
abstract contract BatchFixture is RegistryFixture {
    uint256 internal constant COMMIT = 300;
    uint256 internal constant REVEAL = 400;
    uint256 internal constant VOTING = START + 2 * EPOCH;
    uint256 internal constant VOTER_BOND = 10_000 ether;
    uint256 internal constant MISS_PENALTY = 100 ether;

    function setUp() public virtual override {
        super.setUp();
        bondVoter(BOB, VOTER_BOND);
        bondVoter(CAROL, VOTER_BOND);
        bondVoter(DAVE, VOTER_BOND);
        vm.warp(START + EPOCH);
    }

    function commitSeconds() internal pure override returns (uint256) {
        return COMMIT;
    }

    function revealSeconds() internal pure override returns (uint256) {
        return REVEAL;
    }

    function parameters() internal pure virtual override returns (IExperienceRegistry.Parameters memory p) {
        p = super.parameters();
        p.voterBond = uint96(VOTER_BOND);
        p.missPenalty = uint96(MISS_PENALTY);
    }

    function bondVoter(address voter, uint256 amount) internal {
        if (amount == 0) return;
        vm.startPrank(voter);
        voterBonds.deposit(amount);
        registry.addVoterBond(amount);
        vm.stopPrank();
    }

    function commitAs(address voter, IExperienceRegistry.Ballot[] memory ballots, bytes32 salt)
        internal
        returns (bytes32 commitment)
    {
        commitment = registry.hashBallots(registry.epochAt(block.timestamp), voter, ballots, salt);
        vm.prank(voter);
        registry.commitVotes(commitment);
    }

    function revealAs(address voter, IExperienceRegistry.Ballot[] memory ballots, bytes32 salt) internal {
        vm.prank(voter);
        registry.revealVotes(ballots, salt);
    }

    function one(uint256 id, uint256 score) internal pure returns (IExperienceRegistry.Ballot[] memory ballots) {
        ballots = new IExperienceRegistry.Ballot[](1);
        ballots[0] = IExperienceRegistry.Ballot(uint64(id), uint16(score));
    }

    function two(uint256 id, uint256 score, uint256 other, uint256 otherScore)
        internal
        pure
        returns (IExperienceRegistry.Ballot[] memory ballots)
    {
        ballots = new IExperienceRegistry.Ballot[](2);
        ballots[0] = IExperienceRegistry.Ballot(uint64(id), uint16(score));
        ballots[1] = IExperienceRegistry.Ballot(uint64(other), uint16(otherScore));
    }
}
