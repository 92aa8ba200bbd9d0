// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {DsoGovernor} from "../../src/DsoGovernor.sol";
import {OursBase} from "../attacks/support/OursBase.sol";
import {GasLines} from "./GasLines.sol";

/// @notice What governing costs with weights from the lock vault.
contract GovernorLinesTest is OursBase, GasLines {
    function test_aProposalAndItsVotes() public {
        vm.prank(WHALE);
        locks.lock(100_000 ether, 0);
        TimelockController timelock = new TimelockController(2 days, new address[](0), new address[](1), address(this));
        DsoGovernor governor = new DsoGovernor(locks, timelock, DsoGovernor.Settings(1, 1 days, 0, 4, 1 hours), 1e18);
        skip(1);
        address[] memory targets = new address[](1);
        targets[0] = address(registry);
        uint256[] memory values = new uint256[](1);
        bytes[] memory datas = new bytes[](1);
        line(
            "governor-propose",
            ROBIN,
            address(governor),
            abi.encodeCall(IGovernor.propose, (targets, values, datas, "a proposal"))
        );
        uint256 id = governor.hashProposal(targets, values, datas, keccak256("a proposal"));
        skip(2);
        line("governor-vote", ROBIN, address(governor), abi.encodeCall(IGovernor.castVote, (id, 1)));
        line("governor-vote-quorum", WHALE, address(governor), abi.encodeCall(IGovernor.castVote, (id, 1)));
    }
}
