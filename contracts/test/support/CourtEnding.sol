// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CourtCases} from "../../src/CourtCases.sol";
import {DisputeCourt} from "../../src/DisputeCourt.sol";
import {TestBase} from "./TestBase.sol";

/// @notice Every case ends by itself, whatever was done before.
abstract contract CourtEnding is TestBase {
    /// @dev Nobody does anything but wait and call what anybody may call.
    function end(DisputeCourt court, uint256 caseId) internal {
        for (uint256 steps = 0; steps < 8; steps++) {
            CourtCases.Case memory c = court.getCase(caseId);
            if (c.phase == CourtCases.Phase.Closed || c.paid) return;
            vm.warp(block.timestamp + 15 days);
            if (c.phase == CourtCases.Phase.Upheld) court.payBack(caseId);
            else court.advance(caseId);
        }
        assertTrue(false, "no end");
    }
}
