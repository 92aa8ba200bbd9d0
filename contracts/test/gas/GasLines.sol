// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TestBase} from "../support/TestBase.sol";

/// @notice The cheat code that says what the last call cost.
interface VmGas {
    /// @notice Gas of a call. In isolated runs a call of a test is a transaction, and `gasTotalUsed` what it pays for.
    struct Gas {
        uint64 gasLimit;
        uint64 gasTotalUsed;
        uint64 gasMemoryUsed;
        int64 gasRefunded;
        uint64 gasRemaining;
    }

    function lastCallGas() external view returns (Gas memory);
}

/// @notice Measures operations and reports each by an event, which scripts/test-contracts.ts reads. The numbers mean
/// whole transactions where forge runs with `--isolate`; without it the tests pass as well and mean nothing else.
abstract contract GasLines is TestBase {
    /// @notice `name` costs `gas`.
    event GasLine(string name, uint256 gas);

    error CallFailed(string name);

    /// @dev Gas of one transaction of `who`.
    function gasOf(string memory name, address who, address target, bytes memory data) internal returns (uint256) {
        vm.prank(who);
        (bool done,) = target.call(data);
        if (!done) revert CallFailed(name);
        return VmGas(address(vm)).lastCallGas().gasTotalUsed;
    }

    /// @dev Measures one transaction of `who` and reports it.
    function line(string memory name, address who, address target, bytes memory data) internal {
        emit GasLine(name, gasOf(name, who, target, data));
    }
}
