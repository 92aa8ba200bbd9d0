// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CourtCases} from "../src/CourtCases.sol";
import {IExperienceRegistry} from "../src/interfaces/IExperienceRegistry.sol";
import {CourtEnding} from "./support/CourtEnding.sol";
import {CourtSystem} from "./support/CourtSystem.sol";
import {CourtSystemPlayer} from "./support/CourtSystemPlayer.sol";

/// @notice What holds of registry, vault and court together whatever anybody does, in which order and when.
contract CourtSystemInvariantsTest is CourtSystem, CourtEnding {
    CourtSystemPlayer private player;

    function setUp() public override {
        super.setUp();
        player = new CourtSystemPlayer(registry, court, bonds, manager, [ALICE, BOB, CAROL, DAVE, ERIN]);
        manager.grantRole(manager.ADMIN_ROLE(), address(player), 0);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(player);
    }

    function invariant_theVaultHoldsWhatItOwes() public view {
        uint256 owed = bonds.unburned() + bonds.credits(INSURANCE);
        address[] memory accounts = everyone();
        for (uint256 i = 0; i < accounts.length; i++) {
            owed += wealthOf(accounts[i]);
        }
        assertEq(ai.balanceOf(address(bonds)), owed, "solvent");
    }

    /// @dev All accounts may be one: whoever has itself convicted, by whichever challengers, loses the burned shares.
    function invariant_convictingOneselfLosesAtLeastTheBurnedShare() public view {
        uint256 left = 0;
        address[] memory accounts = everyone();
        for (uint256 i = 0; i < accounts.length; i++) {
            left += wealthOf(accounts[i]);
        }
        assertTrue(left + player.mustBurn() <= accounts.length * DEPOSIT, "loss");
    }

    function invariant_anHonestChallengerNeverLoses() public view {
        assertTrue(wealthOf(ERIN) >= DEPOSIT, "loss");
    }

    function invariant_onlyFaultyEntriesWithARulingAreConvictedAndOnce() public view {
        assertTrue(!player.wronged(), "wronged");
        assertTrue(!player.slashedTwice(), "twice");
    }

    function invariant_theRegistryCountsTheCasesThatAreNotClosed() public view {
        uint256[] memory open = new uint256[](registry.entryCount() + 1);
        for (uint256 caseId = 1; caseId <= court.caseCount(); caseId++) {
            CourtCases.Case memory c = court.getCase(caseId);
            if (c.phase != CourtCases.Phase.Closed) open[c.entryId]++;
        }
        for (uint256 id = 1; id < open.length; id++) {
            assertEq(registry.getEntry(id).openDisputes, open[id], "cases");
        }
    }

    function invariant_theRegistryLocksTheBondsOfUnsettledEntries() public view {
        uint256 expected = 0;
        for (uint256 id = 1; id <= registry.entryCount(); id++) {
            IExperienceRegistry.EntryView memory entry = registry.getEntry(id);
            if (uint256(entry.status) < uint256(IExperienceRegistry.Status.Final)) expected += entry.bond;
        }
        uint256 locked = 0;
        address[] memory accounts = everyone();
        for (uint256 i = 0; i < accounts.length; i++) {
            locked += bonds.lockedOf(address(registry), accounts[i]);
        }
        assertEq(locked, expected, "locked");
    }

    /// @dev Every invariant above after every call of one game: what the long profile plays.
    function statefulFuzz_allTogether() public view {
        invariant_theVaultHoldsWhatItOwes();
        invariant_convictingOneselfLosesAtLeastTheBurnedShare();
        invariant_anHonestChallengerNeverLoses();
        invariant_onlyFaultyEntriesWithARulingAreConvictedAndOnce();
        invariant_theRegistryCountsTheCasesThatAreNotClosed();
        invariant_theRegistryLocksTheBondsOfUnsettledEntries();
    }

    /// @dev Runs once at the end of every sequence: every case and every entry ends, and no bond stays locked.
    function afterInvariant() public {
        for (uint256 caseId = 1; caseId <= court.caseCount(); caseId++) {
            end(court, caseId);
        }
        vm.warp(block.timestamp + 60 days);
        for (uint256 id = 1; id <= registry.entryCount(); id++) {
            for (uint256 i = 0; i < 4 && uint256(registry.status(id)) < uint256(IExperienceRegistry.Status.Final); i++) {
                vm.warp(block.timestamp + 2 days);
                registry.finalise(id);
            }
        }
        assertNothingLocked();
    }

    function wealthOf(address account) private view returns (uint256) {
        return bonds.freeOf(account) + bonds.credits(account) + bonds.lockedOf(address(court), account)
            + bonds.lockedOf(address(registry), account);
    }
}
