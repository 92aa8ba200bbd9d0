// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TestBase} from "../../support/TestBase.sol";
import {HanzoRegistry, IHanzoRegistry} from "../../victims/HanzoRegistry.sol";
import {PlainToken} from "../../victims/PlainToken.sol";

/// @notice The cheat code that the attacks need beyond {Vm}.
interface VmChain {
    function chainId(uint256 id) external;
}

/// @notice The people of an attack and the victims' side of the stage.
abstract contract AttackBase is TestBase {
    /// @dev An honest author, two honest reviewers, and the attacker with a second address.
    address internal constant AUTHOR = address(0xA07);
    address internal constant ROBIN = address(0x30B1);
    address internal constant SASHA = address(0x5A5A);
    address internal constant MALLORY = address(0xBAD);
    address internal constant SHILL = address(0x5EC0);

    string internal constant CID_TEXT = "bafyreiaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    uint256 internal constant START = 1_700_000_000;
    /// @dev What a block of a large public chain holds.
    uint256 internal constant BLOCK_GAS = 30_000_000;

    VmChain internal constant vmChain = VmChain(address(vm));

    /// @dev Mints $AI for the five and lets `registry` take it.
    function fundForHanzo(PlainToken ai, address registry) internal {
        address[5] memory people = [AUTHOR, ROBIN, SASHA, MALLORY, SHILL];
        for (uint256 i = 0; i < people.length; i++) {
            ai.mint(people[i], 100 ether);
            vm.prank(people[i]);
            ai.approve(registry, type(uint256).max);
        }
    }

    function hanzo() internal returns (PlainToken ai, HanzoRegistry victim) {
        ai = new PlainToken("AI");
        victim = new HanzoRegistry(ai);
        fundForHanzo(ai, address(victim));
    }

    function seedEntry(bytes32 root, address submitter) internal pure returns (IHanzoRegistry.Entry memory) {
        return IHanzoRegistry.Entry(root, CID_TEXT, 1, 0, submitter, 25 ether);
    }

    function submitToHanzo(HanzoRegistry victim, address submitter, bytes32 root) internal returns (uint256) {
        vm.prank(submitter);
        return victim.submit(seedEntry(root, submitter));
    }

    function qualityIn(HanzoRegistry victim, uint256 id) internal view returns (uint256 quality) {
        (,,, quality,,) = victim.entries(id);
    }
}
