// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AggregateOracle} from "../src/AggregateOracle.sol";
import {AggregateRefutation} from "../src/AggregateRefutation.sol";
import {IBondVault} from "../src/interfaces/IBondVault.sol";
import {IExperienceRegistry} from "../src/interfaces/IExperienceRegistry.sol";
import {JurorQuorum} from "../src/JurorQuorum.sol";
import {LeafRules} from "../src/LeafRules.sol";
import {OracleBooks} from "../src/OracleBooks.sol";
import {SchemaBook} from "../src/SchemaBook.sol";
import {VerdictSignatures} from "../src/VerdictSignatures.sol";
import {MockVault} from "./support/CourtMocks.sol";
import {CourtSignatures} from "./support/CourtSignatures.sol";
import {OracleFixture} from "./support/OracleFixture.sol";
import {Trees} from "./support/Trees.sol";

contract AggregateProposalTest is OracleFixture {
    function test_anAggregateThatNobodyRefutesBecomesFinal() public {
        bytes[] memory right = uniform(300);
        uint256 id = proposeAs(PROPOSER, right);
        assertEq(vault.lockedOf(address(oracle), PROPOSER), BOND, "ten bonds");
        assertEq(oracle.finalRootOf(setHash), 0, "not yet");
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.WindowOpen.selector, id, block.timestamp + WINDOW));
        oracle.finalise(id);
        skip(WINDOW);
        vm.expectEmit();
        emit OracleBooks.AggregateFinal(id, setHash, Trees.rawRoot(right));
        oracle.finalise(id);
        assertEq(oracle.finalRootOf(setHash), Trees.rawRoot(right), "root");
        assertTrue(oracle.verifyFinalLeaf(setHash, leafOf(right, 2)), "leaf");
        assertTrue(!oracle.verifyFinalLeaf(setHash, leafOf(uniform(301), 2)), "another leaf");
        assertConserved();
    }

    function test_announcesWhatWasProposed() public {
        OracleBooks.Proposal memory p = proposal(uniform(300));
        vm.prank(PROPOSER);
        vm.expectEmit();
        emit OracleBooks.AggregateProposed(
            1, 1, setHash, PROPOSER, p.root, 125 * 10 ** 9, block.timestamp + WINDOW, CID
        );
        oracle.propose(p, members);
        OracleBooks.Aggregate memory a = oracle.getAggregate(1);
        assertEq(a.total, 125 * 10 ** 9, "total");
        assertEq(a.proposer, PROPOSER, "proposer");
        assertEq(oracle.challengeEndsAt(1), block.timestamp + WINDOW, "end");
        assertEq(oracle.latestOf(setHash), 1, "latest");
    }

    function test_aFinalRootNeverChanges() public {
        uint256 id = proposeAs(PROPOSER, uniform(300));
        skip(WINDOW);
        oracle.finalise(id);
        refuse(proposal(uniform(200)), abi.encodeWithSelector(OracleBooks.SetTaken.selector, setHash, id));
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.AggregateDecided.selector, id, OracleBooks.Status.Final));
        oracle.finalise(id);
    }

    function test_refusesASecondProposalWhileOneIsOpen() public {
        uint256 id = proposeAs(PROPOSER, uniform(300));
        refuse(proposal(uniform(200)), abi.encodeWithSelector(OracleBooks.SetTaken.selector, setHash, id));
    }

    function test_refusesAPageThatIsOpenOrHasOtherMembers() public {
        registry.setSet(1, 7, 0, setHash, false);
        refuse(proposal(uniform(300)), abi.encodeWithSelector(OracleBooks.SetNotClosed.selector, 1, 7, 0));
        registry.setSet(1, 7, 0, "other", true);
        refuse(
            proposal(uniform(300)), abi.encodeWithSelector(OracleBooks.SetMismatch.selector, setHash, bytes32("other"))
        );
    }

    function test_refusesDuplicateMissingAndSwappedMembers() public {
        IExperienceRegistry.Member memory second = members[1];
        members[1] = members[0];
        refuseMembers();
        members[1] = second;
        members.pop();
        refuseMembers();
    }

    function test_refusesNoMembersAndMoreThanAPage() public {
        OracleBooks.Proposal memory p = proposal(uniform(300));
        vm.startPrank(PROPOSER);
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.MemberCountInvalid.selector, 0));
        oracle.propose(p, new IExperienceRegistry.Member[](0));
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.MemberCountInvalid.selector, 129));
        oracle.propose(p, new IExperienceRegistry.Member[](129));
        vm.stopPrank();
    }

    function test_refusesAZeroRootAndABadCid() public {
        OracleBooks.Proposal memory p = proposal(uniform(300));
        p.root = 0;
        refuse(p, abi.encodeWithSelector(OracleBooks.RootZero.selector));
        p = proposal(uniform(300));
        p.cid = "";
        refuse(p, abi.encodeWithSelector(OracleBooks.CidLengthInvalid.selector, 0));
        p.cid = string(new bytes(97));
        refuse(p, abi.encodeWithSelector(OracleBooks.CidLengthInvalid.selector, 97));
    }

    function test_refusesASchemaWithoutLanes() public {
        OracleBooks.Proposal memory p = proposal(uniform(300));
        p.schema = 2;
        refuse(p, abi.encodeWithSelector(LeafRules.NotAggregable.selector, LeafRules.Kind.Opaque));
        p.schema = 9;
        refuse(p, abi.encodeWithSelector(SchemaBook.SchemaUnknown.selector, 9));
    }

    function test_refusesEntriesWithoutWeight() public {
        delete members;
        IExperienceRegistry.Member memory m = IExperienceRegistry.Member(1, "root", 10 ** 9 - 1, 1000);
        members.push(m);
        registry.setSet(1, 7, 0, keccak256(abi.encode(bytes32(0), m.id, m.merkleRoot, m.bond, m.quality)), true);
        refuse(proposal(uniform(300)), abi.encodeWithSelector(OracleBooks.WeightZero.selector));
    }

    function test_refusesWhoCannotPay() public {
        OracleBooks.Proposal memory p = proposal(uniform(300));
        vm.prank(address(0xDEAD));
        vm.expectRevert(abi.encodeWithSelector(MockVault.FreeTooSmall.selector, address(0xDEAD), 0, BOND));
        oracle.propose(p, members);
    }

    function test_refusesUnknownAggregates() public {
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.AggregateUnknown.selector, 5));
        oracle.finalise(5);
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.AggregateUnknown.selector, 5));
        oracle.getAggregate(5);
    }

    function test_refusesSettingsOutOfBounds() public {
        OracleBooks.Settings memory s = settings();
        s.cap = 0;
        refuseSettings(s, "cap", 0);
        s = settings();
        s.qLow = 99;
        refuseSettings(s, "qLow", 99);
        s.qLow = 1001;
        refuseSettings(s, "qLow", 1001);
        s = settings();
        s.window = 15 days;
        refuseSettings(s, "window", 15 days);
        s = settings();
        s.shortWindow = uint32(WINDOW + 1);
        refuseSettings(s, "shortWindow", WINDOW + 1);
        s = settings();
        s.responsePeriod = 1;
        refuseSettings(s, "responsePeriod", 1);
        s = settings();
        s.bondMultiple = 9;
        refuseSettings(s, "bondMultiple", 9);
        s = settings();
        s.requestBond = 1;
        refuseSettings(s, "requestBond", 1);
        s = settings();
        (s.window, s.shortWindow, s.responsePeriod) = (14 days, 14 days, 14 days);
        refuseSettings(s, "lookback", 30 days);
    }

    function test_refusesMissingContracts() public {
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.ParameterOutOfRange.selector, "registry", 0));
        new AggregateOracle(IExperienceRegistry(address(0)), IBondVault(address(vault)), schemas, jurors, settings());
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.ParameterOutOfRange.selector, "bonds", 0));
        new AggregateOracle(IExperienceRegistry(address(registry)), IBondVault(address(0)), schemas, jurors, settings());
    }

    function testFuzz_theBondIsAMultipleOfTheLargestEntrysBond(uint96[3] memory bonds, uint16 multiple) public {
        OracleBooks.Settings memory s = settings();
        s.bondMultiple = uint16(bound(multiple, 10, 1000));
        oracle = build(s);
        delete members;
        uint256 largest = 0;
        bytes32 hash = 0;
        for (uint64 i = 0; i < 3; i++) {
            uint96 bond = uint96(bound(bonds[i], 2 * 10 ** 9, 10 ether));
            members.push(IExperienceRegistry.Member(i + 1, keccak256(abi.encode(i)), bond, 700));
            hash = keccak256(abi.encode(hash, members[i].id, members[i].merkleRoot, bond, members[i].quality));
            if (bond > largest) largest = bond;
        }
        registry.setSet(1, 7, 0, hash, true);
        uint256 id = proposeAs(PROPOSER, uniform(300));
        assertEq(oracle.getAggregate(id).bond, largest * s.bondMultiple, "bond");
        assertEq(vault.lockedOf(address(oracle), PROPOSER), largest * s.bondMultiple, "locked");
    }

    function testFuzz_anAggregateIsChallengedBeforeAndFinalAfterItsWindow(uint32 passed) public {
        uint256 waited = bound(passed, 0, 2 * WINDOW);
        bytes[] memory wrong = uniform(400);
        uint256 id = proposeAs(PROPOSER, wrong);
        OracleBooks.Refutation memory r = refutation(wrong, 0, 0, false, 0, 2);
        vm.warp(block.timestamp + waited);
        if (waited < WINDOW) vm.expectRevert();
        oracle.finalise(id);
        if (waited >= WINDOW) vm.expectRevert();
        oracle.challengeLeaf(id, r);
        assertTrue((oracle.finalRootOf(setHash) != 0) == (waited >= WINDOW), "final");
        assertConserved();
    }

    function refuseSettings(OracleBooks.Settings memory s, string memory name, uint256 value) private {
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.ParameterOutOfRange.selector, name, value));
        build(s);
    }

    function refuse(OracleBooks.Proposal memory p, bytes memory reason) private {
        vm.prank(OTHER);
        vm.expectRevert(reason);
        oracle.propose(p, members);
    }

    function refuseMembers() private {
        OracleBooks.Proposal memory p = proposal(uniform(300));
        vm.prank(PROPOSER);
        vm.expectRevert();
        oracle.propose(p, members);
    }
}

contract AggregateChallengeTest is OracleFixture {
    function test_aWrongElementIsRefutedInOneTransaction() public {
        bytes[] memory wrong = uniform(300);
        wrong[1] = abi.encodePacked(uint16(300), uint16(200));
        uint256 id = proposeAs(PROPOSER, wrong);
        OracleBooks.Refutation memory r = refutation(wrong, 1, 1, true, 2, 4);
        vm.prank(CHALLENGER);
        oracle.challengeLeaf(id, r);
        assertEq(statusOf(id), uint256(OracleBooks.Status.Rejected), "rejected");
        assertEq(vault.burned(), BOND / 2, "half burned");
        assertEq(vault.pooled(), BOND / 2, "without a commitment there is no bounty");
        assertEq(vault.wealthOf(PROPOSER), DEPOSIT - BOND, "all of it");
        assertConserved();
    }

    function test_anOlderCommitmentEarnsTheBounty() public {
        bytes[] memory wrong = uniform(400);
        uint256 id = proposeAs(PROPOSER, wrong);
        commitAs(CHALLENGER, id, 0, 0, false);
        OracleBooks.Refutation memory r = refutation(wrong, 0, 0, false, 0, 2);
        vm.prank(CHALLENGER);
        vm.expectEmit();
        emit OracleBooks.AggregateRejected(id, 0, CHALLENGER, BOND / 2, BOND * 150 / 1000, BOND / 2 - BOND * 150 / 1000);
        oracle.challengeLeaf(id, r);
        assertEq(vault.credits(CHALLENGER), BOND * 150 / 1000, "bounty");
        assertConserved();
    }

    function test_whoeverCopiesARefutationEarnsNothing() public {
        bytes[] memory wrong = uniform(400);
        uint256 id = proposeAs(PROPOSER, wrong);
        commitAs(CHALLENGER, id, 0, 0, false);
        OracleBooks.Refutation memory r = refutation(wrong, 0, 0, false, 0, 2);
        vm.prank(OTHER);
        oracle.challengeLeaf(id, r);
        assertEq(vault.credits(OTHER), 0, "nothing");
    }

    function test_aCommitmentOfTheSameBlockEarnsNothing() public {
        bytes[] memory wrong = uniform(400);
        uint256 id = proposeAs(PROPOSER, wrong);
        bytes32 commitment = oracle.hashRefutation(id, 0, 0, false, CHALLENGER, SALT);
        OracleBooks.Refutation memory r = refutation(wrong, 0, 0, false, 0, 2);
        vm.startPrank(CHALLENGER);
        oracle.commitRefutation(commitment);
        oracle.challengeLeaf(id, r);
        vm.stopPrank();
        assertEq(vault.credits(CHALLENGER), 0, "nothing");
    }

    function test_refusesCommitmentsThatAreZeroOrTaken() public {
        vm.expectRevert(OracleBooks.CommitmentZero.selector);
        oracle.commitRefutation(0);
        oracle.commitRefutation("c");
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.CommitmentTaken.selector, bytes32("c")));
        oracle.commitRefutation("c");
    }

    function test_theRightMedianCannotBeRefuted() public {
        bytes[] memory right = uniform(300);
        uint256 id = proposeAs(PROPOSER, right);
        refuse(
            id,
            refutation(right, 0, 0, true, 3, 4),
            abi.encodeWithSelector(AggregateRefutation.WeightTooSmall.selector, 50 * 10 ** 9, 125 * 10 ** 9)
        );
        refuse(
            id,
            refutation(right, 0, 0, false, 0, 1),
            abi.encodeWithSelector(AggregateRefutation.WeightTooSmall.selector, 50 * 10 ** 9, 125 * 10 ** 9)
        );
        refuse(
            id,
            refutation(right, 0, 0, false, 0, 2),
            abi.encodeWithSelector(AggregateRefutation.OpeningOnWrongSide.selector, 2, 300)
        );
    }

    function test_refusesAnotherFrozenSet() public {
        bytes[] memory wrong = uniform(400);
        uint256 id = proposeAs(PROPOSER, wrong);
        OracleBooks.Refutation memory r = refutation(wrong, 0, 0, false, 0, 2);
        r.weights[0] += 1;
        refuse(
            id, r, abi.encodeWithSelector(OracleBooks.FrozenSetMismatch.selector, oracle.getAggregate(id).frozenHash)
        );
    }

    function test_refusesALeafThatIsNotTheAggregates() public {
        uint256 id = proposeAs(PROPOSER, uniform(300));
        refuse(
            id,
            refutation(uniform(400), 0, 0, false, 0, 2),
            abi.encodeWithSelector(OracleBooks.LeafNotProven.selector, 3, 0)
        );
    }

    function test_refusesALaneThatDoesNotExist() public {
        bytes[] memory wrong = uniform(400);
        uint256 id = proposeAs(PROPOSER, wrong);
        refuse(id, refutation(wrong, 0, 2, false, 0, 2), abi.encodeWithSelector(OracleBooks.LaneInvalid.selector, 2, 2));
    }

    function test_refusesADefectiveLeafAsAnElement() public {
        bytes[] memory wrong = uniform(300);
        wrong[0] = abi.encodePacked(uint16(1001), uint16(300));
        uint256 id = proposeAs(PROPOSER, wrong);
        refuse(
            id,
            refutation(wrong, 0, 0, false, 0, 4),
            abi.encodeWithSelector(OracleBooks.LeafDefective.selector, 0, LeafRules.Defect.Range)
        );
    }

    function test_aDefectiveLeafIsAChallengeOfItsOwn() public {
        bytes[] memory wrong = uniform(300);
        wrong[0] = abi.encodePacked(uint16(1001), uint16(300));
        uint256 id = proposeAs(PROPOSER, wrong);
        commitAs(CHALLENGER, id, 0, type(uint256).max, false);
        OracleBooks.Leaf memory leaf = leafOf(wrong, 0);
        vm.prank(CHALLENGER);
        oracle.challengeDefect(id, leaf, SALT);
        assertEq(vault.credits(CHALLENGER), BOND * 150 / 1000, "bounty");
        assertConserved();
    }

    function test_aWrongNumberOfLeavesIsADefect() public {
        bytes[] memory two = new bytes[](2);
        (two[0], two[1]) = (uniform(300)[0], uniform(300)[1]);
        uint256 id = proposeAs(PROPOSER, two);
        oracle.challengeDefect(id, leafOf(two, 1), SALT);
        assertEq(statusOf(id), uint256(OracleBooks.Status.Rejected), "rejected");
    }

    function test_refusesALeafInOrderAndAForeignOneAsDefects() public {
        bytes[] memory right = uniform(300);
        uint256 id = proposeAs(PROPOSER, right);
        OracleBooks.Leaf memory own = leafOf(right, 0);
        OracleBooks.Leaf memory foreign = leafOf(uniform(1001), 0);
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.LeafInOrder.selector, 0));
        oracle.challengeDefect(id, own, SALT);
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.LeafNotProven.selector, 3, 0));
        oracle.challengeDefect(id, foreign, SALT);
    }

    function test_refusesChallengesAfterTheWindowAndOfWhatIsDecided() public {
        bytes[] memory wrong = uniform(400);
        uint256 id = proposeAs(PROPOSER, wrong);
        OracleBooks.Refutation memory r = refutation(wrong, 0, 0, false, 0, 2);
        OracleBooks.Leaf memory leaf = leafOf(wrong, 0);
        skip(WINDOW);
        refuse(id, r, abi.encodeWithSelector(OracleBooks.WindowOver.selector, id, block.timestamp));
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.WindowOver.selector, id, block.timestamp));
        oracle.challengeDefect(id, leaf, SALT);
        oracle.finalise(id);
        refuse(id, r, abi.encodeWithSelector(OracleBooks.AggregateDecided.selector, id, OracleBooks.Status.Final));
    }

    function test_afterARejectionThePageIsFreeAgain() public {
        bytes[] memory wrong = uniform(400);
        uint256 id = proposeAs(PROPOSER, wrong);
        oracle.challengeLeaf(id, refutation(wrong, 0, 0, false, 0, 2));
        uint256 second = proposeAs(OTHER, uniform(300));
        skip(WINDOW);
        oracle.finalise(second);
        assertEq(oracle.finalRootOf(setHash), Trees.rawRoot(uniform(300)), "the right one");
    }

    /// @dev Whatever is proposed for one element: it can be refuted exactly where it is not the median.
    function testFuzz_onlyTheMedianSurvives(uint16 claimed, uint8 place, uint8 lane) public {
        uint256 value = claimed % 1001;
        uint32 index = uint32(place % 3);
        bytes[] memory payloads = uniform(300);
        payloads[index] =
            lane % 2 == 0 ? abi.encodePacked(uint16(value), uint16(300)) : abi.encodePacked(uint16(300), uint16(value));
        uint256 id = proposeAs(PROPOSER, payloads);
        bool above = value < 300;
        OracleBooks.Refutation memory r = refutation(payloads, index, lane % 2, above, above ? 2 : 0, above ? 4 : 2);
        if (value == 300) vm.expectRevert();
        oracle.challengeLeaf(id, r);
        skip(WINDOW);
        if (value == 300) oracle.finalise(id);
        assertTrue((oracle.finalRootOf(setHash) != 0) == (value == 300), "survives");
        assertConserved();
    }

    function testFuzz_everyPartOfARefutationIsCommitted(
        uint64 id,
        uint32 leafIndex,
        uint64 lane,
        bool above,
        address challenger,
        bytes32 salt,
        uint8 part
    ) public {
        bytes32 before = oracle.hashRefutation(id, leafIndex, lane, above, challenger, salt);
        uint256 which = part % 7;
        if (which == 0) id ^= 1;
        else if (which == 1) leafIndex ^= 1;
        else if (which == 2) lane ^= 1;
        else if (which == 3) above = !above;
        else if (which == 4) challenger = address(uint160(challenger) ^ 1);
        else if (which == 5) salt = ~salt;
        else oracle = build(settings());
        assertTrue(oracle.hashRefutation(id, leafIndex, lane, above, challenger, salt) != before, "another");
    }

    /// @dev Whoever refutes itself loses at least 85 % of the bond; every unit is burned, paid or insured.
    function testFuzz_refutingOneselfLosesMostOfTheBond(uint96 bond, bool committed) public {
        delete members;
        delete values;
        setHash = 0;
        values.push(100);
        members.push(
            IExperienceRegistry.Member(1, Trees.rawRoot(uniform(100)), uint96(bound(bond, 10 ** 9, 25 ether)), 1000)
        );
        setHash = keccak256(abi.encode(setHash, uint64(1), members[0].merkleRoot, members[0].bond, uint16(1000)));
        registry.setSet(1, 7, 0, setHash, true);
        bytes[] memory wrong = uniform(101);
        uint256 id = proposeAs(PROPOSER, wrong);
        uint256 locked = oracle.getAggregate(id).bond;
        if (committed) commitAs(CHALLENGER, id, 0, 0, false);
        OracleBooks.Refutation memory r = refutation(wrong, 0, 0, false, 0, 0);
        r.weights[0] = uint64(members[0].bond / 10 ** 9);
        vm.prank(CHALLENGER);
        oracle.challengeLeaf(id, r);
        uint256 pair = vault.wealthOf(PROPOSER) + vault.wealthOf(CHALLENGER);
        assertTrue((2 * DEPOSIT - pair) * 100 >= locked * (committed ? 85 : 100), "loss");
        assertTrue(2 * vault.burned() >= locked, "half is burned");
        assertConserved();
    }

    function refuse(uint256 id, OracleBooks.Refutation memory r, bytes memory reason) private {
        vm.prank(CHALLENGER);
        vm.expectRevert(reason);
        oracle.challengeLeaf(id, r);
    }
}

contract AggregateRequestTest is OracleFixture {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = proposeAs(PROPOSER, uniform(300));
    }

    function test_aRequestHoldsTheAggregateUpUntilItIsAnswered() public {
        requestAs(CHALLENGER, 1);
        assertEq(vault.lockedOf(address(oracle), CHALLENGER), REQUEST_BOND, "locked");
        skip(RESPONSE - 1);
        OracleBooks.Leaf memory leaf = leafOf(uniform(300), 1);
        vm.prank(OTHER);
        vm.expectEmit();
        emit OracleBooks.LeafAnswered(id, 1, OTHER, block.timestamp + WINDOW - RESPONSE + 1);
        oracle.answerRequest(id, leaf);
        assertEq(vault.wealthOf(CHALLENGER), DEPOSIT - REQUEST_BOND, "paid");
        assertEq(vault.credits(PROPOSER), REQUEST_BOND / 2, "half to the proposer");
        skip(WINDOW);
        oracle.finalise(id);
        assertConserved();
    }

    function test_aLateAnswerLeavesTimeToChallenge() public {
        skip(WINDOW - 1);
        requestAs(CHALLENGER, 1);
        skip(RESPONSE - 1);
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.RequestsOpen.selector, id, 1));
        oracle.finalise(id);
        oracle.answerRequest(id, leafOf(uniform(300), 1));
        assertEq(oracle.challengeEndsAt(id), block.timestamp + SHORT, "extended");
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.WindowOpen.selector, id, block.timestamp + SHORT));
        oracle.finalise(id);
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.WindowOver.selector, id, windowEnd()));
        oracle.requestLeaf(id, 2);
        skip(SHORT);
        oracle.finalise(id);
        assertConserved();
    }

    function test_whatIsNotAnsweredRejectsTheAggregateAndPaysTheRequester() public {
        requestAs(CHALLENGER, 1);
        uint256 requestedAt = block.timestamp;
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.WindowOpen.selector, id, requestedAt + RESPONSE));
        oracle.closeRequest(id, 1);
        skip(RESPONSE);
        OracleBooks.Leaf memory leaf = leafOf(uniform(300), 1);
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.WindowOver.selector, id, requestedAt + RESPONSE));
        oracle.answerRequest(id, leaf);
        oracle.closeRequest(id, 1);
        assertEq(statusOf(id), uint256(OracleBooks.Status.Rejected), "rejected");
        assertEq(vault.wealthOf(CHALLENGER), DEPOSIT + BOND * 150 / 1000, "bond and bounty");
        assertConserved();
    }

    function test_requestsOfARejectedAggregateAreGivenBack() public {
        requestAs(CHALLENGER, 1);
        requestAs(OTHER, 2);
        skip(RESPONSE);
        oracle.closeRequest(id, 1);
        oracle.closeRequest(id, 2);
        assertEq(vault.wealthOf(OTHER), DEPOSIT, "whole");
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.RequestNotOpen.selector, id, 2));
        oracle.closeRequest(id, 2);
        assertConserved();
    }

    function test_aDefectiveLeafIsNoAnswer() public {
        bytes[] memory wrong = uniform(300);
        wrong[1] = hex"03e9012c";
        oracle = build(settings());
        uint256 second = proposeAs(PROPOSER, wrong);
        vm.prank(CHALLENGER);
        oracle.requestLeaf(second, 1);
        OracleBooks.Leaf memory leaf = leafOf(wrong, 1);
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.LeafDefective.selector, 1, LeafRules.Defect.Range));
        oracle.answerRequest(second, leaf);
    }

    function test_refusesAnswersThatFitNoRequestOrNoRoot() public {
        OracleBooks.Leaf memory right = leafOf(uniform(300), 1);
        OracleBooks.Leaf memory foreign = leafOf(uniform(301), 1);
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.RequestNotOpen.selector, id, 1));
        oracle.answerRequest(id, right);
        requestAs(CHALLENGER, 1);
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.LeafNotProven.selector, 3, 1));
        oracle.answerRequest(id, foreign);
    }

    function test_refusesRequestsTwiceTooLateAndBeyondTheLastLeaf() public {
        requestAs(CHALLENGER, 1);
        vm.prank(OTHER);
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.AlreadyRequested.selector, id, 1));
        oracle.requestLeaf(id, 1);
        vm.prank(OTHER);
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.LeafIndexInvalid.selector, 3, 3));
        oracle.requestLeaf(id, 3);
        skip(WINDOW);
        vm.prank(OTHER);
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.WindowOver.selector, id, block.timestamp));
        oracle.requestLeaf(id, 2);
    }

    function test_jurorsShortenTheWindowAndNeverARequest() public {
        requestAs(CHALLENGER, 1);
        cosign(3);
        assertEq(oracle.challengeEndsAt(id), block.timestamp + SHORT, "shorter");
        skip(SHORT);
        vm.expectRevert(abi.encodeWithSelector(OracleBooks.RequestsOpen.selector, id, 1));
        oracle.finalise(id);
        oracle.answerRequest(id, leafOf(uniform(300), 1));
        skip(SHORT);
        oracle.finalise(id);
    }

    function test_lateSignaturesDoNotLengthenTheWindow() public {
        skip(WINDOW - 1);
        cosign(3);
        skip(1);
        oracle.finalise(id);
    }

    function test_twoOfThreeEqualJurorsAreAQuorumAndOneIsNot() public {
        uint48 expiry = uint48(block.timestamp);
        VerdictSignatures.Signature[] memory one = sign(1, expiry);
        vm.expectRevert(abi.encodeWithSelector(JurorQuorum.QuorumMissed.selector, 10_000 * 10 ** 6, 30_000 * 10 ** 6));
        oracle.cosign(id, expiry, one);
        cosign(2);
    }

    function test_refusesSignaturesForAnotherAggregate() public {
        uint48 expiry = uint48(block.timestamp);
        VerdictSignatures.Signature[] memory list = sign(3, expiry);
        oracle = build(settings());
        id = proposeAs(PROPOSER, uniform(300));
        vm.expectRevert();
        oracle.cosign(id, expiry, list);
    }

    /// @dev Requests, answers and time in any order: in the end nothing is locked, and the aggregate is final exactly
    /// where every request was answered in time.
    function testFuzz_noBondIsStranded(uint8 requested, uint8 answered, uint32[3] memory delays) public {
        uint256 open = 0;
        for (uint32 i = 0; i < 3; i++) {
            if (requested >> i & 1 == 0) continue;
            requestAs(i == 0 ? CHALLENGER : OTHER, i);
            skip(bound(delays[i], 0, RESPONSE / 4));
            if (answered >> i & 1 == 1) oracle.answerRequest(id, leafOf(uniform(300), i));
            else open++;
        }
        skip(WINDOW + RESPONSE);
        for (uint32 i = 0; i < 3; i++) {
            if (requested >> i & 1 == 1 && answered >> i & 1 == 0) oracle.closeRequest(id, i);
        }
        if (open == 0) oracle.finalise(id);
        assertTrue((oracle.finalRootOf(setHash) != 0) == (open == 0), "final");
        assertConserved();
    }

    function cosign(uint256 count) private {
        uint48 expiry = uint48(block.timestamp);
        oracle.cosign(id, expiry, sign(count, expiry));
    }

    function sign(uint256 count, uint48 expiry) private view returns (VerdictSignatures.Signature[] memory) {
        bytes32 digest = oracle.cosignatureDigest(id, expiry);
        return CourtSignatures.signAll(digest, CourtSignatures.keysOf(1, count));
    }

    function windowEnd() private view returns (uint256) {
        return oracle.getAggregate(id).windowEndsAt;
    }

    function requestAs(address who, uint32 index) private {
        vm.prank(who);
        oracle.requestLeaf(id, index);
    }
}
