// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ZooFacade} from "../../src/ZooFacade.sol";
import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {HanzoRegistry, IHanzoRegistry} from "../victims/HanzoRegistry.sol";
import {ZooRegistry} from "../victims/ZooRegistry.sol";
import {OursBase} from "./support/OursBase.sol";

/// @notice Seed B, E-20, and seed A, E-21: what is registered names its author nowhere, so that a transaction seen
/// before it is mined can be sent again under another name.
contract MempoolCopyTest is OursBase {
    bytes32 internal constant HASH = keccak256("experience");

    function test_onTheVictim_theCopyIsTheContributorAndTheAuthorIsRefused() public {
        ZooRegistry victim = new ZooRegistry(660_000 ether);

        // MALLORY sees AUTHOR's transaction, sends the same call, and pays more for being first.
        vm.prank(MALLORY);
        victim.submitExperience(HASH, "root");

        vm.prank(AUTHOR);
        vm.expectRevert("Experience already exists");
        victim.submitExperience(HASH, "root");
        (, address contributor,,,) = victim.experiences(HASH);
        assertEq(contributor, MALLORY, "the copy owns the experience");
    }

    function test_onTheVictim_theCopyOfARootIsTheOlderEntry() public {
        (, HanzoRegistry victim) = hanzo();

        uint256 copy = submitToHanzo(victim, MALLORY, "root");
        uint256 original = submitToHanzo(victim, AUTHOR, "root");

        assertTrue(copy < original, "the copy comes first");
        (bytes32 rootOfCopy,,,, address submitter,) = victim.entries(copy);
        assertEq(rootOfCopy, "root", "under the author's root");
        assertEq(submitter, MALLORY, "with the attacker as its submitter");
    }

    function test_onTheVictim_anEntryCanBeSignedWithSomebodyElsesName() public {
        (, HanzoRegistry victim) = hanzo();

        vm.prank(MALLORY);
        uint256 id = victim.submit(IHanzoRegistry.Entry("poison", CID_TEXT, 1, 1000, AUTHOR, 25 ether));

        (,,, uint64 quality, address submitter,) = victim.entries(id);
        assertEq(submitter, AUTHOR, "the author is blamed");
        assertEq(quality, 1000, "for what the attacker rated itself");
    }

    function test_onOurs_aCopiedHashIsRefusedAndTheAuthorIsTheContributor() public {
        submitAs(AUTHOR, "root");
        bytes32 hash = facade.hashOf(AUTHOR, "root");

        // AUTHOR's submitExperience(hash, root) waits; MALLORY sends it first.
        vm.startPrank(MALLORY);
        bytes32 own = facade.hashOf(MALLORY, "root");
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.HashNotBound.selector, hash, own));
        facade.submitExperience(hash, "root");
        vm.expectRevert(abi.encodeWithSelector(ZooFacade.RootNotOwned.selector, bytes32("root"), MALLORY));
        facade.submitExperience(own, "root");
        vm.stopPrank();

        vm.prank(AUTHOR);
        facade.submitExperience(hash, "root");
        (, address contributor,,,) = facade.experiences(hash);
        assertEq(contributor, AUTHOR, "the author owns the experience");
    }

    function test_onOurs_anEntryCannotBeSignedWithSomebodyElsesNameNorRateItself() public {
        IExperienceRegistry.Entry memory e = entryOf("poison");

        vm.startPrank(MALLORY);
        e.submitter = AUTHOR;
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.SubmitterNotSender.selector, AUTHOR));
        registry.submit(e);
        e.submitter = MALLORY;
        e.quality = 1000;
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.QualityNotZero.selector, uint64(1000)));
        registry.submit(e);
        vm.stopPrank();
    }

    function test_onOurs_aSubmitterRegistersARootOnce() public {
        uint256 id = submitAs(AUTHOR, "root");

        vm.prank(AUTHOR);
        vm.expectRevert(abi.encodeWithSelector(IExperienceRegistry.RootTaken.selector, id));
        registry.submit(entryOf("root"));
    }

    function test_onOurs_aRootCopiedBeforeItIsRegisteredBlocksNobodyAndCostsABondOfItsOwn() public {
        // AUTHOR's submit(root) waits; MALLORY sends it first.
        uint256 copy = submitAs(MALLORY, "root");
        uint256 original = submitAs(AUTHOR, "root");

        assertEq(registry.idOf(MALLORY, "root"), copy, "the copier holds the copy");
        assertEq(registry.idOf(AUTHOR, "root"), original, "the author holds the original");
        assertEq(registry.getEntry(copy).submitter, MALLORY, "each under the own name");
        assertEq(registry.getEntry(original).submitter, AUTHOR, "each under the own name");
        assertEq(registry.getEntry(original).merkleRoot, "root", "the same root");
        assertEq(bonds.lockedOf(address(registry), MALLORY), BOND, "the copier has bonded");

        // The author is the contributor of the experience, whoever came first.
        bytes32 hash = facade.hashOf(AUTHOR, "root");
        vm.prank(AUTHOR);
        facade.submitExperience(hash, "root");
        assertEq(facade.getExperience(hash).entryId, original, "by the author's entry");
        (, address contributor,,,) = facade.experiences(hash);
        assertEq(contributor, AUTHOR, "under the author's name");

        // Neither entry's votes and money touch the other's.
        voteAs(ROBIN, original, 900);
        voteAs(SASHA, original, 900);
        voteAs(ROBIN, copy, 0);
        voteAs(SASHA, copy, 0);
        skip(VOTING);
        settle(original);
        registry.finalise(copy);
        assertEq(uint256(registry.status(original)), uint256(IExperienceRegistry.Status.Final), "the original counts");
        assertEq(uint256(registry.status(copy)), uint256(IExperienceRegistry.Status.Slashed), "the copy cost money");
        assertEq(bonds.freeOf(AUTHOR), DEPOSIT, "the author's bond is back");
    }
}
