// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBondVault} from "../src/interfaces/IBondVault.sol";
import {IExperienceRegistry as I} from "../src/interfaces/IExperienceRegistry.sol";
import {BatchFixture} from "./support/BatchFixture.sol";

/// @notice The cheat code that makes storage cold again.
interface VmCool {
    function cool(address target) external;
}

/// @notice What whole transactions cost: execution on cold storage, 21,000, and the calldata. Refunds are left out.
/// @dev What stands before a call is prepared in {setUp}, which is a transaction of its own.
abstract contract GasFixture is BatchFixture {
    event GasUsed(string name, uint256 gas);

    function measure(string memory name, address who, address target, bytes memory call, uint256 goal) internal {
        uint256 used = gasOf(who, target, call);
        emit GasUsed(name, used);
        if (used > goal) revert NotEqual(name, used, goal);
    }

    function gasOf(address who, address target, bytes memory call) internal returns (uint256 used) {
        VmCool cold = VmCool(address(vm));
        cold.cool(address(registry));
        cold.cool(address(bonds));
        cold.cool(address(voterBonds));
        cold.cool(address(locks));
        cold.cool(address(ai));
        used = 21_000;
        for (uint256 i = 0; i < call.length; i++) {
            used += call[i] == 0 ? 4 : 16;
        }
        vm.prank(who);
        uint256 before = gasleft();
        (bool done,) = target.call(call);
        used += before - gasleft();
        assertTrue(done, "accepted");
        // The target of a transaction is warm, that of this call is not.
        used -= 2500;
    }
}

contract RegistrySubmitGasTest is GasFixture {
    function setUp() public override {
        super.setUp();
        submitAs(ALICE, "before");
    }

    function test_aSubmissionFromTheBondLedger() public {
        I.Entry memory e = entryOf(keccak256("gas"));
        measure("submit", ALICE, address(registry), abi.encodeCall(I.submit, (e)), 96_000);
    }

    function test_aDeposit() public {
        measure("bond-deposit", ALICE, address(bonds), abi.encodeCall(IBondVault.deposit, (1 ether)), 70_000);
    }

    function test_aWithdrawalRequest() public {
        bytes memory call = abi.encodeCall(IBondVault.requestWithdrawal, (1 ether));
        measure("bond-request-withdrawal", ALICE, address(bonds), call, 70_000);
    }
}

/// @dev Twenty voters, ten entries.
abstract contract VotingGasFixture is GasFixture {
    uint256 internal constant VOTERS = 20;

    /// @dev How many voters have opened their lists before the one that is measured.
    function already() internal pure virtual returns (uint256);

    function setUp() public override {
        super.setUp();
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
        vm.warp(VOTING - 1);
        for (uint256 i = 0; i < 10; i++) {
            submitAs(CAROL, keccak256(abi.encode("voted", i)));
        }
        vm.warp(VOTING);
        for (uint256 i = 0; i <= already(); i++) {
            commitAs(voterAt(i), ballotsOf(i), "salt");
        }
        vm.warp(VOTING + COMMIT);
        for (uint256 i = 0; i < already(); i++) {
            revealAs(voterAt(i), ballotsOf(i), "salt");
        }
    }

    function measureReveal(string memory name, uint256 goal) internal {
        bytes memory call = abi.encodeCall(I.revealVotes, (ballotsOf(already()), "salt"));
        uint256 each = gasOf(voterAt(already()), address(registry), call) / 10;
        emit GasUsed(name, each);
        if (each > goal) revert NotEqual(name, each, goal);
    }

    function ballotsOf(uint256 voter) internal view returns (I.Ballot[] memory ballots) {
        ballots = new I.Ballot[](10);
        uint256 last = registry.entryCount();
        for (uint256 i = 0; i < 10; i++) {
            uint256 spread = uint256(keccak256(abi.encode(voter, i))) % 200;
            ballots[i] = I.Ballot(uint64(last - 9 + i), uint16(500 + spread));
        }
    }

    function voterAt(uint256 i) internal pure returns (address) {
        return address(uint160(0xF00000 + i));
    }
}

contract RegistryFirstVoterGasTest is VotingGasFixture {
    function already() internal pure override returns (uint256) {
        return 0;
    }

    function test_theFirstListCostsMost() public {
        measureReveal("reveal-per-score-first-voter", 75_000);
    }
}

contract RegistryTenthVoterGasTest is VotingGasFixture {
    function already() internal pure override returns (uint256) {
        return 9;
    }

    function test_theTenthListCostsLess() public {
        measureReveal("reveal-per-score-tenth-voter", 55_000);
    }
}

contract RegistryLastVoterGasTest is VotingGasFixture {
    function already() internal pure override returns (uint256) {
        return VOTERS - 1;
    }

    function test_theTwentiethListCostsLessStill() public {
        measureReveal("reveal-per-score-twentieth-voter", 55_000);
    }
}

contract RegistryCommitGasTest is GasFixture {
    function setUp() public override {
        super.setUp();
        vm.prank(BOB);
        registry.commitVotes("first");
        vm.warp(VOTING);
        vm.prank(CAROL);
        registry.commitVotes("first");
    }

    function test_aCommitmentOfANewVoter() public {
        measure("commit-first", DAVE, address(registry), abi.encodeCall(I.commitVotes, (keccak256("c"))), 55_500);
    }
}

contract RegistrySettlementGasTest is GasFixture {
    uint256 private good;
    uint256 private ready;
    uint256 private low;

    function setUp() public override {
        super.setUp();
        vm.warp(VOTING - 1);
        good = submitAs(ALICE, "good");
        ready = submitAs(ALICE, "ready");
        low = submitAs(ALICE, "low");
        challengeAs(ERIN, low);
        vm.warp(VOTING);
        I.Ballot[] memory ballots = new I.Ballot[](3);
        ballots[0] = I.Ballot(uint64(good), 927);
        ballots[1] = I.Ballot(uint64(ready), 900);
        ballots[2] = I.Ballot(uint64(low), 100);
        commitAs(BOB, ballots, "salt");
        commitAs(CAROL, ballots, "salt");
        vm.warp(VOTING + COMMIT);
        revealAs(BOB, ballots, "salt");
        revealAs(CAROL, ballots, "salt");
        vm.warp(VOTING + COMMIT + REVEAL + CHALLENGE);
        registry.tally(ready);
        registry.tally(low);
    }

    function test_aTally() public {
        measure("tally", DAVE, address(registry), abi.encodeCall(I.tally, (good)), 100_000);
    }

    function test_aFinalisationAfterTheTally() public {
        measure("finalise-first-of-epoch", DAVE, address(registry), abi.encodeCall(I.finalise, (ready)), 110_000);
    }

    function test_aFinalisationWithTheTally() public {
        registry.finalise(ready);
        measure("finalise-with-tally", DAVE, address(registry), abi.encodeCall(I.finalise, (good)), 135_000);
    }

    function test_aSlash() public {
        measure("slash-low-quality", DAVE, address(registry), abi.encodeCall(I.finalise, (low)), 96_000);
    }
}
