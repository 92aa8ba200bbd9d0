// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CourtCases} from "../src/CourtCases.sol";
import {IDisputeCourt} from "../src/interfaces/IDisputeCourt.sol";
import {CourtEnding} from "./support/CourtEnding.sol";
import {CourtFixture} from "./support/CourtFixture.sol";
import {CourtPlayer} from "./support/CourtPlayer.sol";
import {Trees} from "./support/Trees.sol";

/// @notice What holds of the court whatever anybody does, in which order and when.
contract CourtInvariantsTest is CourtFixture, CourtEnding {
    CourtPlayer private player;
    uint256 private wealth;

    function setUp() public override {
        super.setUp();
        for (uint256 id = 2; id <= 3; id++) {
            registry.setEntry(id, Trees.rawRoot(badScores()), 3, alice(), BOND * id);
        }
        address[] memory accounts = everyone();
        for (uint256 i = 0; i < accounts.length; i++) {
            vault.fund(accounts[i], DEPOSIT);
            wealth += vault.wealthOf(accounts[i]);
        }
        player = new CourtPlayer(court, provenSchemaFault(), randomOnes());
        manager.grantRole(manager.ADMIN_ROLE(), address(player), 0);
        skip(1);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(player);
    }

    function invariant_whatIsLockedIsWhatUnpaidCasesLocked() public view {
        uint256 locked = 0;
        address[] memory accounts = everyone();
        for (uint256 i = 0; i < accounts.length; i++) {
            locked += vault.lockedOf(address(court), accounts[i]);
        }
        assertEq(locked, unpaidBonds(), "locked");
    }

    function invariant_nothingIsCreatedOrLost() public view {
        uint256 sum = vault.burned() + vault.pooled();
        address[] memory accounts = everyone();
        for (uint256 i = 0; i < accounts.length; i++) {
            sum += vault.wealthOf(accounts[i]) + vault.lockedOf(address(court), accounts[i]);
        }
        assertEq(sum, wealth, "conserved");
    }

    function invariant_aRulingNeverChanges() public view {
        for (uint256 id = 1; id <= 3; id++) {
            bytes32 first = player.firstRuling(id);
            if (first != 0) assertEq(keccak256(abi.encode(court.rulingOf(id))), first, "ruling");
        }
    }

    function invariant_theLeadingCaseIsUpheldAndOfItsEntry() public view {
        for (uint256 id = 1; id <= 3; id++) {
            uint256 leading = court.leadingCase(id);
            if (leading == 0) continue;
            CourtCases.Case memory c = court.getCase(leading);
            assertTrue(c.phase == CourtCases.Phase.Upheld && c.entryId == id, "leading");
        }
    }

    function invariant_theEntryIsHeldUpByEveryCaseThatIsNotClosed() public view {
        uint256[4] memory open;
        for (uint256 caseId = 1; caseId <= court.caseCount(); caseId++) {
            CourtCases.Case memory c = court.getCase(caseId);
            if (c.phase != CourtCases.Phase.Closed) open[c.entryId]++;
        }
        for (uint256 id = 1; id <= 3; id++) {
            assertEq(registry.openDisputes(id), open[id], "disputes");
        }
    }

    function invariant_appealsAreBoundedAndClosedCasesArePaid() public view {
        for (uint256 caseId = 1; caseId <= court.caseCount(); caseId++) {
            CourtCases.Case memory c = court.getCase(caseId);
            assertTrue(c.round <= court.MAX_APPEALS(), "appeals");
            if (c.phase == CourtCases.Phase.Closed) assertTrue(c.paid, "closed is paid");
        }
    }

    function invariant_whoeverOnlyProvesFaultsNeverLosesABond() public view {
        address honest = player.HONEST();
        assertTrue(vault.wealthOf(honest) + vault.lockedOf(address(court), honest) >= DEPOSIT, "loss");
    }

    function invariant_noCaseOutlivesWhatTheRegistryIsTold() public view {
        uint256 afterTrial = court.vetoPeriod() + court.escrowPeriod() + court.EXECUTION_SLACK();
        for (uint256 caseId = 1; caseId <= court.caseCount(); caseId++) {
            CourtCases.Case memory c = court.getCase(caseId);
            if (c.phase == CourtCases.Phase.Closed) continue;
            uint256 trialEnds = c.phase == CourtCases.Phase.Upheld ? c.decidedAt : c.deadline;
            assertTrue(trialEnds + afterTrial <= player.committedAt(caseId) + court.maxDuration(), "too long");
        }
    }

    function invariant_everyBondIsHalfOfTheEntrysOrMore() public view {
        for (uint256 caseId = 1; caseId <= court.caseCount(); caseId++) {
            CourtCases.Case memory c = court.getCase(caseId);
            assertTrue(2 * uint256(c.bond) >= registry.getEntry(c.entryId).bond, "bond");
            assertTrue(c.challenger != c.accused, "own entry");
        }
    }

    /// @dev Every invariant above after every call of one game: what the long profile plays.
    function statefulFuzz_allTogether() public view {
        invariant_whatIsLockedIsWhatUnpaidCasesLocked();
        invariant_nothingIsCreatedOrLost();
        invariant_aRulingNeverChanges();
        invariant_theLeadingCaseIsUpheldAndOfItsEntry();
        invariant_theEntryIsHeldUpByEveryCaseThatIsNotClosed();
        invariant_appealsAreBoundedAndClosedCasesArePaid();
        invariant_whoeverOnlyProvesFaultsNeverLosesABond();
        invariant_noCaseOutlivesWhatTheRegistryIsTold();
        invariant_everyBondIsHalfOfTheEntrysOrMore();
    }

    /// @dev Runs once at the end of every sequence: from every state every case ends and nothing stays locked.
    function afterInvariant() public {
        for (uint256 caseId = 1; caseId <= court.caseCount(); caseId++) {
            end(court, caseId);
        }
        address[] memory accounts = everyone();
        for (uint256 i = 0; i < accounts.length; i++) {
            assertEq(vault.lockedOf(address(court), accounts[i]), 0, "stranded");
        }
    }

    function unpaidBonds() private view returns (uint256 sum) {
        for (uint256 caseId = 1; caseId <= court.caseCount(); caseId++) {
            CourtCases.Case memory c = court.getCase(caseId);
            if (c.paid) continue;
            for (uint256 round = 0; round <= c.round; round++) {
                sum += uint256(c.bond) << round;
            }
        }
    }

    function everyone() private pure returns (address[] memory accounts) {
        accounts = new address[](6);
        (accounts[0], accounts[1], accounts[2]) = (BOB, CAROL, address(0xDA5E));
        (accounts[3], accounts[4], accounts[5]) = (address(0xE21), alice(), address(0x40));
    }

    /// @dev All but the honest challenger.
    function randomOnes() private pure returns (address[] memory accounts) {
        address[] memory all = everyone();
        accounts = new address[](5);
        for (uint256 i = 0; i < 5; i++) {
            accounts[i] = all[i];
        }
    }
}
