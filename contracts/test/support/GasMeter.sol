// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TestBase} from "./TestBase.sol";

/// @notice Measures calls as whole transactions: base price, calldata and execution.
abstract contract GasMeter is TestBase {
    /// @dev Gas of a transaction with this calldata; it must not revert.
    function measure(address target, bytes memory data) internal returns (uint256 used) {
        used = 21_000;
        for (uint256 i = 0; i < data.length; i++) {
            used += data[i] == 0 ? 4 : 16;
        }
        uint256 before = gasleft();
        (bool done,) = target.call(data);
        used += before - gasleft();
        assertTrue(done, "the call must succeed");
    }

    /// @dev Fails with the number where it is above the goal.
    function assertGas(uint256 used, uint256 goal) internal pure {
        if (used > goal) revert NotEqual("gas above its goal", used, goal);
    }
}
