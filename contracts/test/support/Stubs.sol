// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAggregateOracle} from "../../src/interfaces/IAggregateOracle.sol";
import {IDisputeCourt} from "../../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";

/// @notice A court that decides whatever a test says.
contract CourtStub is IDisputeCourt {
    uint256 public maxDuration = 1 hours;
    mapping(uint256 id => Ruling) private _rulings;

    function setMaxDuration(uint256 duration) external {
        maxDuration = duration;
    }

    function open(IExperienceRegistry registry, uint256 id) external {
        registry.openDispute(id);
    }

    function close(IExperienceRegistry registry, uint256 id) external {
        registry.closeDispute(id);
    }

    function uphold(uint256 id, address challenger, Fault fault, bytes calldata proof) external {
        _rulings[id] = Ruling(true, fault, challenger, keccak256(proof));
    }

    function rulingOf(uint256 id) external view returns (Ruling memory) {
        return _rulings[id];
    }
}

/// @notice An oracle that holds final whatever a test says.
contract OracleStub is IAggregateOracle {
    mapping(bytes32 setHash => bytes32) public finalRootOf;

    function setRoot(bytes32 setHash, bytes32 root) external {
        finalRootOf[setHash] = root;
    }
}
