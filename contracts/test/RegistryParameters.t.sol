// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BondVault} from "../src/BondVault.sol";
import {ExperienceRegistry} from "../src/ExperienceRegistry.sol";
import {IAggregateOracle} from "../src/interfaces/IAggregateOracle.sol";
import {IBondVault} from "../src/interfaces/IBondVault.sol";
import {IDisputeCourt} from "../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry as I} from "../src/interfaces/IExperienceRegistry.sol";
import {ILockVault} from "../src/interfaces/ILockVault.sol";
import {RegistryBase} from "../src/registry/RegistryBase.sol";
import {BatchFixture} from "./support/BatchFixture.sol";
import {RegistryFixture} from "./support/RegistryFixture.sol";

contract RegistryGovernanceTest is RegistryFixture {
    function test_onlyTheAuthorityGoverns() public {
        I.Parameters memory p = parameters();
        bytes memory refusal = abi.encodeWithSelector(I.NotAuthority.selector, ALICE);
        vm.startPrank(ALICE);
        vm.expectRevert(refusal);
        registry.setParameters(p);
        vm.expectRevert(refusal);
        registry.addSchema("third");
        vm.expectRevert(refusal);
        registry.pauseSubmissions();
        vm.stopPrank();
        assertEq(registry.authority(), AUTHORITY, "authority");
    }

    function test_newParametersHoldForLaterEntriesOnly() public {
        uint256 before = submitAs(ALICE, "before");
        I.Parameters memory p = parameters();
        (p.bond, p.qMin, p.challengeWindow) = (40 ether, 950, 99);
        vm.prank(AUTHORITY);
        vm.expectEmit();
        emit I.ParametersSet(2, p);
        registry.setParameters(p);
        assertEq(registry.parameterVersion(), 2, "version");
        assertEq(registry.bond(), 40 ether, "bond");
        uint256 later = submitAs(ALICE, "later");
        assertEq(registry.getEntry(before).bond, BOND, "old bond");
        assertEq(registry.getEntry(later).bond, 40 ether, "new bond");
        assertEq(registry.parametersOf(before).qMin, Q_MIN, "old floor");
        assertEq(registry.parametersOf(later).qMin, 950, "new floor");
        assertEq(registry.parametersAt(1).challengeWindow, CHALLENGE, "first version");
        voteAs(BOB, before, 900);
        voteAs(BOB, later, 900);
        settle(before);
        settle(later);
        assertStatus(before, I.Status.Final);
        assertStatus(later, I.Status.Slashed);
        assertEq(bonds.freeOf(ALICE), DEPOSIT - 40 ether, "each by its own bond");
    }

    function test_schemasAreNumberedAndStay() public {
        assertEq(registry.schemaCount(), 2, "first two");
        vm.prank(AUTHORITY);
        vm.expectEmit();
        emit I.SchemaAdded(3, "third");
        assertEq(registry.addSchema("third"), 3, "number");
        I.Entry memory e = entryOf("root");
        e.schema = 3;
        vm.prank(ALICE);
        registry.submit(e);
        assertEq(registry.getEntry(1).schema, 3, "used");
    }

    function test_aPauseRefusesSubmissionsForAWeekAndNothingElse() public {
        uint256 id = submitAs(ALICE, "root");
        uint256 until = block.timestamp + 7 days;
        vm.prank(AUTHORITY);
        vm.expectEmit();
        emit I.SubmissionsPaused(until);
        registry.pauseSubmissions();
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(I.SubmissionsPausedUntil.selector, until));
        registry.submit(entryOf("second"));
        challengeAs(ERIN, id);
        voteAs(BOB, id, 900);
        settle(id);
        vm.prank(ALICE);
        bonds.requestWithdrawal(DEPOSIT);
        vm.warp(until - 1);
        vm.prank(CAROL);
        vm.expectRevert(abi.encodeWithSelector(I.SubmissionsPausedUntil.selector, until));
        registry.submit(entryOf("second"));
        skip(1);
        submitAs(CAROL, "second");
    }

    function test_pausesCannotBeChained() public {
        vm.startPrank(AUTHORITY);
        registry.pauseSubmissions();
        uint256 earliest = block.timestamp + 14 days;
        vm.warp(earliest - 1);
        vm.expectRevert(abi.encodeWithSelector(I.PausedRecently.selector, earliest));
        registry.pauseSubmissions();
        skip(1);
        registry.pauseSubmissions();
        vm.stopPrank();
    }

    function test_refusesEachParameterOutsideItsBounds() public {
        I.Parameters memory p = parameters();
        p.bond = 1;
        refuse(p, "bond", 1);
        p = parameters();
        p.challengeWindow = 30 days + 1;
        refuse(p, "challengeWindow", 30 days + 1);
        p = parameters();
        p.disputeTime = 60 days + 1;
        refuse(p, "disputeTime", 60 days + 1);
        p = parameters();
        p.qMin = 0;
        refuse(p, "qMin", 0);
        p.qMin = 1001;
        refuse(p, "qMin", 1001);
        p = parameters();
        p.participationBps = 5001;
        refuse(p, "participationBps", 5001);
        p = parameters();
        p.agreementDelta = 1001;
        refuse(p, "agreementDelta", 1001);
        p = parameters();
        p.agreementBps = 10_001;
        refuse(p, "agreementBps", 10_001);
    }

    function test_refusesEachShareOutsideItsBounds() public {
        I.Parameters memory p = parameters();
        p.weightCapBps = 99;
        refuse(p, "weightCapBps", 99);
        p.weightCapBps = 10_001;
        refuse(p, "weightCapBps", 10_001);
        p = parameters();
        p.maxRolls = 9;
        refuse(p, "maxRolls", 9);
        p = parameters();
        p.burnShare = 499;
        refuse(p, "burnShare", 499);
        p.burnShare = 1001;
        refuse(p, "burnShare", 1001);
        p = parameters();
        p.bountyShare = 501;
        refuse(p, "bountyShare", 501);
        p = parameters();
        p.lowQualityShare = 1001;
        refuse(p, "lowQualityShare", 1001);
        p = parameters();
        p.missPenalty = 1;
        refuse(p, "missPenalty", 1);
    }

    function test_refusesADisputeTimeShorterThanTheCourts() public {
        court.setMaxDuration(DISPUTE + 1);
        refuse(parameters(), "disputeTime", DISPUTE);
        court.setMaxDuration(DISPUTE);
        setParameters(parameters());
    }

    function test_theUnbondingPeriodIsLongerThanEveryPathToASlash() public {
        I.Parameters memory p = parameters();
        p.disputeTime = uint32(UNBONDING - 60 - CHALLENGE);
        vm.prank(AUTHORITY);
        vm.expectRevert(abi.encodeWithSelector(I.UnbondingTooShort.selector, UNBONDING, UNBONDING));
        registry.setParameters(p);
        p.disputeTime -= 1;
        setParameters(p);
    }

    function testFuzz_acceptsExactlyWhatLiesWithinTheBounds(I.Parameters memory p) public {
        p.bond = uint96(bound(p.bond, 0, 20));
        p.challengeWindow = uint32(bound(p.challengeWindow, 0, 6 days));
        p.disputeTime = uint32(bound(p.disputeTime, 0, 6 days));
        p.qMin = uint16(bound(p.qMin, 0, 1010));
        p.participationBps = uint16(bound(p.participationBps, 0, 5050));
        p.agreementDelta = uint16(bound(p.agreementDelta, 0, 1010));
        p.agreementBps = uint16(bound(p.agreementBps, 0, 10_100));
        p.weightCapBps = uint16(bound(p.weightCapBps, 90, 10_100));
        p.maxRolls = uint8(bound(p.maxRolls, 0, 9));
        p.burnShare = uint16(bound(p.burnShare, 490, 1010));
        p.bountyShare = uint16(bound(p.bountyShare, 0, 300));
        p.lowQualityShare = uint16(bound(p.lowQualityShare, 0, 1010));
        p.missPenalty = uint96(bound(p.missPenalty, 0, uint256(p.voterBond) + p.voterBond / 10));
        bool accepted = false;
        vm.prank(AUTHORITY);
        try registry.setParameters(p) {
            accepted = true;
        } catch {}
        assertTrue(accepted == (valuesWithin(p) && sharesWithin(p)), "accepted iff within the bounds");
    }

    function testFuzz_anEntryKeepsItsParameters(uint96 bond_, uint16 floor, uint16 cap, uint8 rolls) public {
        uint256 id = submitAs(ALICE, "root");
        bytes32 before = keccak256(abi.encode(registry.parametersOf(id)));
        I.Parameters memory p = parameters();
        p.bond = uint96(bound(bond_, 2, type(uint96).max));
        p.qMin = uint16(bound(floor, 1, 1000));
        p.weightCapBps = uint16(bound(cap, 100, 10_000));
        p.maxRolls = uint8(bound(rolls, 0, 8));
        setParameters(p);
        assertEq(keccak256(abi.encode(registry.parametersOf(id))), before, "unchanged");
        assertEq(keccak256(abi.encode(registry.parametersAt(2))), keccak256(abi.encode(p)), "stored");
    }

    function valuesWithin(I.Parameters memory p) private pure returns (bool) {
        return p.bond >= 2 && p.qMin >= 1 && p.qMin <= 1000 && p.participationBps <= 5000 && p.agreementDelta <= 1000
            && p.agreementBps <= 10_000 && p.maxRolls <= 8 && p.disputeTime >= 1 hours
            && 60 + p.challengeWindow + p.disputeTime < UNBONDING;
    }

    function sharesWithin(I.Parameters memory p) private pure returns (bool) {
        return p.weightCapBps >= 100 && p.weightCapBps <= 10_000 && p.burnShare >= 500
            && p.burnShare + p.bountyShare <= 1000 && p.lowQualityShare <= 1000 && p.missPenalty <= p.voterBond;
    }

    function refuse(I.Parameters memory p, string memory name, uint256 value) private {
        vm.prank(AUTHORITY);
        vm.expectRevert(abi.encodeWithSelector(I.ParameterOutOfRange.selector, name, value));
        registry.setParameters(p);
    }
}

contract RegistrySetupTest is RegistryFixture {
    function test_refusesVaultsThatDoNotKnowIt() public {
        RegistryBase.Setup memory setup = setupOf(address(bonds), address(voterBonds));
        refuse(setup, "bonds", 0);
        setup = next();
        setup.voterBonds = voterBonds;
        refuse(setup, "voterBonds", 0);
    }

    function test_refusesTimesOutsideTheirBounds() public {
        RegistryBase.Setup memory setup = next();
        setup.locks = ILockVault(address(1));
        refuse(setup, "locks", 0);
        setup = next();
        setup.epochLength = 0;
        refuse(setup, "epochLength", 0);
        setup = next();
        setup.epochLength = 30 days + 1;
        refuse(setup, "epochLength", 30 days + 1);
        setup = next();
        setup.revealWindow = 0;
        refuse(setup, "revealWindow", 0);
        setup = next();
        setup.revealWindow = 30 days + 1;
        refuse(setup, "revealWindow", 30 days + 1);
        setup = next();
        setup.commitWindow = EPOCH - 59;
        refuse(setup, "commitWindow", EPOCH - 59);
        setup = next();
        setup.schemas = new bytes32[](17);
        refuse(setup, "schemas", 17);
    }

    function test_takesTheLongestTimes() public {
        address at = predict(2);
        address first = address(new BondVault(ai, 180 days, INSURANCE, list(at)));
        address second = address(new BondVault(zoo, 180 days, INSURANCE, list(at)));
        RegistryBase.Setup memory setup = setupOf(first, second);
        (setup.epochLength, setup.revealWindow) = (30 days, 30 days);
        registry = new ExperienceRegistry(setup, parameters());
        assertTrue(registry.epochLength() == 30 days && registry.revealWindow() == 30 days, "longest");
    }

    function test_batchModeNeedsAChallengeWindow() public {
        RegistryBase.Setup memory setup = next();
        setup.commitWindow = 300;
        I.Parameters memory p = parameters();
        p.challengeWindow = 0;
        vm.expectRevert(abi.encodeWithSelector(I.ParameterOutOfRange.selector, "challengeWindow", 0));
        new ExperienceRegistry(setup, p);
    }

    function test_worksWithoutCourtOracleAndVotersVault() public {
        RegistryBase.Setup memory setup = next();
        setup.voterBonds = IBondVault(address(0));
        setup.court = IDisputeCourt(address(0));
        setup.oracle = IAggregateOracle(address(0));
        I.Parameters memory p = parameters();
        (p.challengeWindow, p.disputeTime, p.maxRolls) = (0, 0, 0);
        BondVault vault = BondVault(address(setup.bonds));
        registry = new ExperienceRegistry(setup, p);
        vm.startPrank(ALICE);
        ai.approve(address(vault), BOND);
        vault.deposit(BOND);
        uint256 id = registry.submit(entryOf("root"));
        vm.expectRevert(I.NoVoterBonds.selector);
        registry.addVoterBond(1);
        vm.stopPrank();
        refused(I.NotDecided.selector, id);
        registry.slash(id, BOB, "");
        vm.expectRevert(abi.encodeWithSelector(I.NotCourt.selector, address(this)));
        registry.openDispute(id);
        voteAs(BOB, id, 900);
        skip(60);
        registry.finalise(id);
        uint256[] memory ids = new uint256[](1);
        ids[0] = id;
        bytes32 hash = registry.hashMember(0, registry.memberOf(id));
        vm.expectRevert(abi.encodeWithSelector(I.AggregateNotFinal.selector, hash));
        registry.aggregate(ids);
    }

    function test_votersBondsNeedAVault() public {
        RegistryBase.Setup memory setup = next();
        setup.voterBonds = IBondVault(address(0));
        I.Parameters memory p = parameters();
        p.voterBond = 1;
        vm.expectRevert(abi.encodeWithSelector(I.ParameterOutOfRange.selector, "voterBond", 1));
        new ExperienceRegistry(setup, p);
    }

    function test_theVotersVaultMustUnbondAsSlowly() public {
        address at = predict(2);
        BondVault slow = new BondVault(ai, UNBONDING, INSURANCE, list(at));
        BondVault fast = new BondVault(zoo, DISPUTE, INSURANCE, list(at));
        RegistryBase.Setup memory setup = setupOf(address(slow), address(fast));
        vm.expectRevert(abi.encodeWithSelector(I.UnbondingTooShort.selector, DISPUTE, 60 + CHALLENGE + DISPUTE));
        new ExperienceRegistry(setup, parameters());
    }

    function test_tellsItsContractsAndTimes() public view {
        assertEq(address(registry.bonds()), address(bonds), "bonds");
        assertEq(address(registry.voterBonds()), address(voterBonds), "voters' bonds");
        assertEq(address(registry.locks()), address(locks), "locks");
        assertEq(address(registry.court()), address(court), "court");
        assertEq(address(registry.oracle()), address(oracle), "oracle");
        assertEq(registry.epochLength(), EPOCH, "epoch");
        assertEq(registry.commitWindow(), 0, "commit");
        assertEq(registry.revealWindow(), 60, "reveal");
        assertEq(registry.deployedBlock(), 100, "block");
        assertEq(registry.MAX_CID_BYTES(), 96, "cid");
        assertEq(registry.MAX_BALLOTS(), 128, "ballots");
        assertEq(registry.PAGE_SIZE(), 128, "page");
    }

    function test_theRuntimeCodeFitsTheLimit() public view {
        assertTrue(address(registry).code.length < 20_000, "registry");
        assertTrue(address(bonds).code.length <= 20_000, "bonds");
        assertTrue(address(locks).code.length <= 20_000, "locks");
        assertTrue(address(ai).code.length <= 20_000, "token");
    }

    /// @dev Vaults for the registry that this contract deploys next.
    function next() private returns (RegistryBase.Setup memory) {
        address at = predict(2);
        BondVault first = new BondVault(ai, UNBONDING, INSURANCE, list(at));
        BondVault second = new BondVault(zoo, UNBONDING, INSURANCE, list(at));
        return setupOf(address(first), address(second));
    }

    function refuse(RegistryBase.Setup memory setup, string memory name, uint256 value) private {
        I.Parameters memory p = parameters();
        vm.expectRevert(abi.encodeWithSelector(I.ParameterOutOfRange.selector, name, value));
        new ExperienceRegistry(setup, p);
    }
}

contract RegistryBatchSetupTest is BatchFixture {
    function test_thePathIncludesTheEntrysEpoch() public {
        I.Parameters memory p = parameters();
        p.disputeTime = uint32(UNBONDING - EPOCH - COMMIT - REVEAL - CHALLENGE);
        vm.prank(AUTHORITY);
        vm.expectRevert(abi.encodeWithSelector(I.UnbondingTooShort.selector, UNBONDING, UNBONDING));
        registry.setParameters(p);
        p.disputeTime -= 1;
        setParameters(p);
    }
}
