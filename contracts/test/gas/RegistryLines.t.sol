// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBondVault} from "../../src/interfaces/IBondVault.sol";
import {IExperienceRegistry as I} from "../../src/interfaces/IExperienceRegistry.sol";
import {BatchFixture} from "../support/BatchFixture.sol";
import {GasLines} from "./GasLines.sol";

/// @notice What the registry costs with commitments, which is how networks run it.
contract RegistryLinesTest is BatchFixture, GasLines {
    uint256 private constant VOTERS = 20;
    uint256 private constant ENTRIES = 10;

    function test_aSubmission() public {
        submitAs(ALICE, "before");
        line("submit", ALICE, address(registry), abi.encodeCall(I.submit, (entryOf(keccak256("gas")))));
    }

    function test_aDeposit() public {
        line("bond-deposit", ALICE, address(bonds), abi.encodeCall(IBondVault.deposit, (1 ether)));
    }

    function test_aWithdrawal() public {
        vm.prank(ALICE);
        bonds.requestWithdrawal(1 ether);
        skip(UNBONDING);
        line("withdraw", ALICE, address(bonds), abi.encodeCall(IBondVault.withdraw, ()));
    }

    function test_aChallenge() public {
        uint256 id = submitAs(ALICE, "challenged");
        line("challenge", ERIN, address(registry), abi.encodeCall(I.challenge, (id)));
    }

    function test_theFirstCommitmentOfABondedVoter() public {
        vm.warp(VOTING);
        line("commit", BOB, address(registry), abi.encodeCall(I.commitVotes, (keccak256("list"))));
    }

    function test_theMeanScoreOfTwentyLists() public {
        seatVoters();
        vm.warp(VOTING - 1);
        for (uint256 i = 0; i < ENTRIES; i++) {
            submitAs(CAROL, keccak256(abi.encode("voted", i)));
        }
        vm.warp(VOTING);
        for (uint256 i = 0; i < VOTERS; i++) {
            commitAs(voterAt(i), ballotsOf(i), "salt");
        }
        vm.warp(VOTING + COMMIT);
        uint256 sum = 0;
        for (uint256 i = 0; i < VOTERS; i++) {
            bytes memory call = abi.encodeCall(I.revealVotes, (ballotsOf(i), "salt"));
            sum += gasOf("reveal-per-score", voterAt(i), address(registry), call);
        }
        emit GasLine("reveal-per-score", sum / VOTERS / ENTRIES);
    }

    function test_theTally() public {
        (uint256 good,,) = voted(912);
        line("tally", DAVE, address(registry), abi.encodeCall(I.tally, (good)));
    }

    function test_theTallyWhereTheMedianIsTheLastScoreOfItsLane() public {
        (uint256 good,,) = voted(927);
        line("tally-worst", DAVE, address(registry), abi.encodeCall(I.tally, (good)));
    }

    function test_settlements() public {
        (uint256 good, uint256 other, uint256 low) = voted(912);
        registry.tally(good);
        line("finalise-first-of-epoch", DAVE, address(registry), abi.encodeCall(I.finalise, (good)));
        registry.tally(other);
        line("finalise", DAVE, address(registry), abi.encodeCall(I.finalise, (other)));
        registry.tally(low);
        line("slash-low-quality", DAVE, address(registry), abi.encodeCall(I.finalise, (low)));
    }

    function test_aSettlementWithItsTally() public {
        (uint256 good, uint256 other,) = voted(912);
        registry.finalise(good);
        line("finalise-with-tally", DAVE, address(registry), abi.encodeCall(I.finalise, (other)));
    }

    /// @dev Two entries that pass and one, challenged, that does not, all ready to be tallied and settled.
    function voted(uint16 score) private returns (uint256 good, uint256 other, uint256 low) {
        vm.warp(VOTING - 1);
        (good, other, low) = (submitAs(ALICE, "good"), submitAs(ALICE, "other"), submitAs(ALICE, "low"));
        challengeAs(ERIN, low);
        vm.warp(VOTING);
        I.Ballot[] memory ballots = new I.Ballot[](3);
        ballots[0] = I.Ballot(uint64(good), score);
        ballots[1] = I.Ballot(uint64(other), score);
        ballots[2] = I.Ballot(uint64(low), 100);
        commitAs(BOB, ballots, "salt");
        commitAs(CAROL, ballots, "salt");
        vm.warp(VOTING + COMMIT);
        revealAs(BOB, ballots, "salt");
        revealAs(CAROL, ballots, "salt");
        vm.warp(VOTING + COMMIT + REVEAL + CHALLENGE);
    }

    /// @dev Their locks stand before the epoch of the entries; bonds of voters change nothing about the openings.
    function seatVoters() private {
        vm.warp(START + EPOCH - 1);
        for (uint256 i = 0; i < VOTERS; i++) {
            vm.prank(DAVE);
            zoo.transfer(voterAt(i), 1000 ether);
            vm.startPrank(voterAt(i));
            zoo.approve(address(locks), type(uint256).max);
            locks.lock(100 ether, i % 3 * 60 weeks);
            vm.stopPrank();
        }
        I.Parameters memory p = parameters();
        (p.voterBond, p.missPenalty) = (0, 0);
        setParameters(p);
    }

    function ballotsOf(uint256 voter) private view returns (I.Ballot[] memory ballots) {
        ballots = new I.Ballot[](ENTRIES);
        uint256 last = registry.entryCount();
        for (uint256 i = 0; i < ENTRIES; i++) {
            uint256 spread = uint256(keccak256(abi.encode(voter, i))) % 200;
            ballots[i] = I.Ballot(uint64(last + 1 - ENTRIES + i), uint16(500 + spread));
        }
    }

    function voterAt(uint256 i) private pure returns (address) {
        return address(uint160(0xF00000 + i));
    }
}
