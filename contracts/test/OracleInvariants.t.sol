// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IExperienceRegistry} from "../src/interfaces/IExperienceRegistry.sol";
import {OracleBooks} from "../src/OracleBooks.sol";
import {OracleFixture} from "./support/OracleFixture.sol";
import {OraclePlayer} from "./support/OraclePlayer.sol";

/// @notice What holds of the oracle of aggregates whatever anybody does, in which order and when.
contract OracleInvariantsTest is OracleFixture {
    address private constant HONEST = address(0x40);
    uint256 private constant FORTUNE = 10 ** 9 * 1 ether;

    OraclePlayer private player;
    address[5] private everyone = [PROPOSER, CHALLENGER, OTHER, address(0xE21), HONEST];

    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < 5; i++) {
            vault.fund(everyone[i], FORTUNE - vault.freeOf(everyone[i]));
        }
        IExperienceRegistry.Member[][3] memory pages;
        bytes32[3] memory hashes;
        for (uint64 page = 0; page < 3; page++) {
            pages[page] = members;
            for (uint64 i = 0; i < 5; i++) {
                IExperienceRegistry.Member memory m = pages[page][i];
                m.id = 10 * page + i + 1;
                hashes[page] = keccak256(abi.encode(hashes[page], m.id, m.merkleRoot, m.bond, m.quality));
            }
            registry.setSet(1, 7 + page, 0, hashes[page], true);
        }
        player = new OraclePlayer(oracle, [everyone[0], everyone[1], everyone[2], everyone[3]], HONEST, pages, hashes);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(player);
    }

    function invariant_aFinalRootNeverChanges() public view {
        for (uint256 page = 0; page < 3; page++) {
            bytes32 hash = player.setHashes(page);
            assertEq(oracle.finalRootOf(hash), player.firstFinal(hash), "root");
        }
    }

    function invariant_whatIsLockedIsWhatOpenAggregatesAndRequestsLocked() public view {
        uint256 expected = 0;
        for (uint256 id = 1; id <= oracle.aggregateCount(); id++) {
            OracleBooks.Aggregate memory a = oracle.getAggregate(id);
            if (a.status == OracleBooks.Status.Proposed) expected += a.bond;
            expected += a.openRequests * REQUEST_BOND;
        }
        uint256 locked = 0;
        for (uint256 i = 0; i < 5; i++) {
            locked += vault.lockedOf(address(oracle), everyone[i]);
        }
        assertEq(locked, expected, "locked");
    }

    function invariant_nothingIsCreatedOrLost() public view {
        uint256 sum = vault.burned() + vault.pooled();
        for (uint256 i = 0; i < 5; i++) {
            sum += vault.wealthOf(everyone[i]) + vault.lockedOf(address(oracle), everyone[i]);
        }
        assertEq(sum, 5 * FORTUNE, "conserved");
    }

    function invariant_onlyTheLatestAggregateOfAPageIsNotRejected() public view {
        for (uint256 id = 1; id <= oracle.aggregateCount(); id++) {
            OracleBooks.Aggregate memory a = oracle.getAggregate(id);
            if (a.status != OracleBooks.Status.Rejected) assertEq(oracle.latestOf(a.setHash), id, "latest");
        }
    }

    function invariant_openRequestsAreCounted() public view {
        for (uint256 id = 1; id <= oracle.aggregateCount(); id++) {
            uint256 open = 0;
            for (uint256 index = 0; index < 3; index++) {
                (address requester,, bool closed) = oracle.requests(id, index);
                if (requester != address(0) && !closed) open++;
            }
            assertEq(oracle.getAggregate(id).openRequests, open, "requests");
        }
        assertTrue(!player.finalWithRequests(), "final while a request was open");
    }

    function invariant_whoeverProposesTheMedianAndPublishesItLosesNothing() public view {
        assertTrue(vault.wealthOf(HONEST) + vault.lockedOf(address(oracle), HONEST) >= FORTUNE, "loss");
        for (uint256 id = 1; id <= oracle.aggregateCount(); id++) {
            OracleBooks.Aggregate memory a = oracle.getAggregate(id);
            if (a.proposer == HONEST) assertTrue(a.status != OracleBooks.Status.Rejected, "rejected");
        }
    }

    function invariant_theMedianIsNeverRefuted() public view {
        assertTrue(!player.refutedTheRight(), "refuted");
    }

    function invariant_atLeastHalfOfEveryRejectedBondIsBurned() public view {
        uint256 least = 0;
        for (uint256 id = 1; id <= oracle.aggregateCount(); id++) {
            OracleBooks.Aggregate memory a = oracle.getAggregate(id);
            if (a.status == OracleBooks.Status.Rejected) least += a.bond - a.bond / 2;
        }
        assertTrue(vault.burned() >= least, "burned");
    }

    /// @dev Every invariant above after every call of one game: what the long profile plays.
    function statefulFuzz_allTogether() public view {
        invariant_aFinalRootNeverChanges();
        invariant_whatIsLockedIsWhatOpenAggregatesAndRequestsLocked();
        invariant_nothingIsCreatedOrLost();
        invariant_onlyTheLatestAggregateOfAPageIsNotRejected();
        invariant_openRequestsAreCounted();
        invariant_whoeverProposesTheMedianAndPublishesItLosesNothing();
        invariant_theMedianIsNeverRefuted();
        invariant_atLeastHalfOfEveryRejectedBondIsBurned();
    }

    /// @dev Runs once at the end of every sequence: whatever is open ends, and nothing stays locked.
    function afterInvariant() public {
        vm.warp(block.timestamp + WINDOW + RESPONSE + SHORT);
        for (uint256 id = 1; id <= oracle.aggregateCount(); id++) {
            for (uint32 index = 0; index < 3; index++) {
                (address requester,, bool closed) = oracle.requests(id, index);
                if (requester != address(0) && !closed) oracle.closeRequest(id, index);
            }
            if (statusOf(id) == uint256(OracleBooks.Status.Proposed)) oracle.finalise(id);
        }
        for (uint256 i = 0; i < 5; i++) {
            assertEq(vault.lockedOf(address(oracle), everyone[i]), 0, "stranded");
        }
    }
}
