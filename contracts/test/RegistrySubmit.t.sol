// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBondVault} from "../src/interfaces/IBondVault.sol";
import {IExperienceRegistry as I} from "../src/interfaces/IExperienceRegistry.sol";
import {RegistryFixture} from "./support/RegistryFixture.sol";

/// @notice Seed A's listing, to show that its callers work unchanged.
interface ISeedRegistry {
    struct Entry {
        bytes32 merkleRoot;
        string cid;
        uint64 schema;
        uint64 quality;
        address submitter;
        uint256 bond;
    }

    function submit(Entry calldata e) external payable returns (uint256 id);
    function voteQuality(uint256 id, uint64 score) external;
    function slash(uint256 id, address challenger, bytes calldata proof) external;
    function aggregate(uint256[] calldata ids) external returns (bytes32 aggregateMerkleRoot);
}

contract RegistrySubmitTest is RegistryFixture {
    function test_locksTheBondAndOpensTheEntry() public {
        vm.expectEmit();
        emit I.Submitted(1, ALICE, "root", 1, CID);
        uint256 id = submitAs(ALICE, "root");

        I.EntryView memory entry = registry.getEntry(id);
        assertEq(id, 1, "id");
        assertEq(entry.merkleRoot, "root", "root");
        assertEq(entry.schema, 1, "schema");
        assertEq(entry.submitter, ALICE, "submitter");
        assertEq(entry.bond, BOND, "bond");
        assertEq(entry.submittedAt, block.timestamp, "time");
        assertEq(entry.snapshot, block.timestamp - 1, "snapshot");
        assertEq(entry.revealStartsAt, block.timestamp, "votes are taken at once");
        assertEq(entry.votingEndsAt, block.timestamp + 60, "end of the voting");
        assertEq(entry.challengeEndsAt, block.timestamp + 60 + CHALLENGE, "end of the challenges");
        assertEq(entry.challenger, address(0), "no challenger");
        assertTrue(!entry.scored && entry.round == 0 && entry.openDisputes == 0, "nothing has happened");
        assertStatus(id, I.Status.Reveal);
        assertEq(registry.idOf(ALICE, "root"), id, "id by submitter and root");
        assertEq(registry.idOf(BOB, "root"), 0, "nobody else's");
        assertEq(registry.idOf(ALICE, "other"), 0, "no other root");
        assertEq(registry.entryCount(), 1, "count");
        assertEq(bonds.freeOf(ALICE), DEPOSIT - BOND, "free");
        assertEq(bonds.lockedOf(address(registry), ALICE), BOND, "locked");
    }

    function test_acceptsTheSeedsAbi() public {
        ISeedRegistry seed = ISeedRegistry(address(registry));
        vm.prank(ALICE);
        uint256 id = seed.submit(ISeedRegistry.Entry("root", CID, 2, 0, ALICE, BOND));
        vm.prank(BOB);
        seed.voteQuality(id, 500);
        assertEq(registry.getEntry(id).schema, 2, "schema");
        refused(I.NotDecided.selector, id);
        seed.slash(id, BOB, "proof");
        refused(I.NotFinal.selector, id);
        seed.aggregate(ids(id));
    }

    function test_ofOneDepositManyBondsAreTaken() public {
        for (uint256 i = 1; i <= 40; i++) {
            assertEq(submitAs(ALICE, bytes32(i)), i, "id");
        }
        assertEq(bonds.freeOf(ALICE), 0, "free");
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IBondVault.FreeTooSmall.selector, ALICE, 0, BOND));
        registry.submit(entryOf("one more"));
        assertEq(registry.entryCount(), 40, "nothing registered");
        assertEq(registry.idOf(ALICE, "one more"), 0, "root free");
    }

    function test_refusesValue() public {
        vm.deal(ALICE, 1);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(I.ValueNotAccepted.selector, 1));
        registry.submit{value: 1}(entryOf("root"));
    }

    function test_refusesACallerSetQuality() public {
        I.Entry memory e = entryOf("root");
        e.quality = 1000;
        refuse(e, abi.encodeWithSelector(I.QualityNotZero.selector, 1000));
    }

    function test_refusesAnotherSubmitter() public {
        I.Entry memory e = entryOf("root");
        e.submitter = BOB;
        refuse(e, abi.encodeWithSelector(I.SubmitterNotSender.selector, BOB));
    }

    function test_refusesAnotherBond() public {
        I.Entry memory e = entryOf("root");
        e.bond = BOND - 1;
        refuse(e, abi.encodeWithSelector(I.WrongBond.selector, BOND - 1, BOND));
    }

    function test_refusesAnEmptyOrLongCid() public {
        I.Entry memory e = entryOf("root");
        e.cid = "";
        refuse(e, abi.encodeWithSelector(I.CidLengthInvalid.selector, 0));
        e.cid = string(new bytes(97));
        refuse(e, abi.encodeWithSelector(I.CidLengthInvalid.selector, 97));
        e.cid = string(new bytes(96));
        vm.prank(ALICE);
        assertEq(registry.submit(e), 1, "the longest is accepted");
    }

    function test_refusesAZeroRootAndUnknownSchemas() public {
        refuse(entryOf(0), abi.encodeWithSelector(I.RootZero.selector));
        I.Entry memory e = entryOf("root");
        e.schema = 0;
        refuse(e, abi.encodeWithSelector(I.SchemaUnknown.selector, 0));
        e.schema = 3;
        refuse(e, abi.encodeWithSelector(I.SchemaUnknown.selector, 3));
        e.schema = type(uint64).max;
        refuse(e, abi.encodeWithSelector(I.SchemaUnknown.selector, type(uint64).max));
    }

    function test_refusesARootTwiceEvenAfterItWasSettled() public {
        uint256 id = submitAs(ALICE, "root");
        refuse(entryOf("root"), abi.encodeWithSelector(I.RootTaken.selector, id));
        voteAs(BOB, id, 800);
        settle(id);
        I.Entry memory e = entryOf("root");
        e.schema = 2;
        refuse(e, abi.encodeWithSelector(I.RootTaken.selector, id));
    }

    function test_theEntryZeroIsNobodys() public {
        assertStatus(0, I.Status.None);
        assertStatus(1, I.Status.None);
        refused(I.EntryUnknown.selector, 0);
        registry.getEntry(0);
        refused(I.EntryUnknown.selector, 1);
        registry.parametersOf(1);
        refused(I.EntryUnknown.selector, 1);
        registry.weightOf(1, BOB);
        refused(I.EntryUnknown.selector, 1);
        registry.hasVoted(1, BOB);
    }

    function testFuzz_everySubmissionGetsTheNextId(bytes32[6] memory roots) public {
        uint256 expected = 0;
        for (uint256 i = 0; i < 6; i++) {
            address who = i & 1 == 0 ? ALICE : ERIN;
            if (roots[i] == 0 || registry.idOf(who, roots[i]) != 0) continue;
            assertEq(submitAs(who, roots[i]), ++expected, "id");
            assertEq(registry.idOf(who, roots[i]), expected, "found");
            assertEq(registry.getEntry(expected).merkleRoot, roots[i], "root");
        }
        assertEq(registry.entryCount(), expected, "count");
    }

    function refuse(I.Entry memory e, bytes memory reason) private {
        vm.prank(ALICE);
        vm.expectRevert(reason);
        registry.submit(e);
        assertEq(bonds.lockedOf(address(registry), BOB), 0, "nothing locked");
    }

    function ids(uint256 id) private pure returns (uint256[] memory all) {
        all = new uint256[](1);
        all[0] = id;
    }
}
