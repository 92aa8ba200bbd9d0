// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {LockVault} from "../../src/LockVault.sol";
import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {FlashLender, IFlashBorrower} from "../victims/FlashLender.sol";
import {PlainToken} from "../victims/PlainToken.sol";
import {ZooVoting} from "../victims/ZooVoting.sol";
import {OursBase} from "./support/OursBase.sol";

/// @notice Borrows everything, votes with it, and gives it back, in one transaction.
contract VotingBorrower is IFlashBorrower {
    FlashLender private immutable _lender;
    ZooVoting private immutable _registry;
    bytes32 private immutable _hash;

    constructor(FlashLender lender, ZooVoting registry, bytes32 hash) {
        (_lender, _registry, _hash) = (lender, registry, hash);
    }

    function attack() external {
        _lender.loanOfEverything();
    }

    function onLoan(uint256 amount) external {
        _registry.voteExperience(_hash, amount);
        IERC20 token = _lender.token();
        token.transfer(address(_lender), amount);
    }
}

/// @notice The same against the lock vault, which is where weight comes from here.
contract LockingBorrower is IFlashBorrower {
    FlashLender private immutable _lender;
    LockVault private immutable _locks;
    IExperienceRegistry private immutable _registry;
    uint256 private immutable _id;
    bool private _vote;

    constructor(FlashLender lender, LockVault locks, IExperienceRegistry registry, uint256 id) {
        (_lender, _locks, _registry, _id) = (lender, locks, registry, id);
    }

    function attack(bool vote) external {
        _vote = vote;
        _lender.loanOfEverything();
    }

    function onLoan(uint256 amount) external {
        IERC20 token = _lender.token();
        token.approve(address(_locks), amount);
        _locks.lock(amount, 0);
        if (_vote) _registry.voteQuality(_id, 1000);
        _locks.requestWithdrawal(amount);
        token.transfer(address(_lender), amount);
    }
}

/// @notice Seed B, eq. 24: the balance at the moment of the vote is a balance that can be borrowed for that moment.
contract FlashLoanWeightTest is OursBase {
    bytes32 internal constant HASH = keccak256("poisoned experience");

    function test_onTheVictim_aLoanOfOneTransactionApproves() public {
        PlainToken coin = new PlainToken("ZOO");
        ZooVoting victim = new ZooVoting(coin, 660_000 ether);
        FlashLender lender = new FlashLender(coin);
        coin.mint(address(lender), 700_000 ether);
        VotingBorrower mallory = new VotingBorrower(lender, victim, HASH);
        vm.prank(MALLORY);
        victim.submitExperience(HASH, "root");

        mallory.attack();

        (,,, uint256 votes, bool approved) = victim.experiences(HASH);
        assertTrue(approved, "approved by somebody who owns nothing");
        assertEq(votes, 700_000 ether, "with the lender's tokens");
        assertEq(coin.balanceOf(address(mallory)), 0, "the voter holds nothing");
        assertEq(coin.balanceOf(address(lender)), 700_000 ether, "the lender has all of it back");
    }

    function test_onTheVictim_tokensVoteAgainAfterATransfer() public {
        PlainToken coin = new PlainToken("ZOO");
        ZooVoting victim = new ZooVoting(coin, 660_000 ether);
        coin.mint(MALLORY, 330_000 ether);
        vm.startPrank(MALLORY);
        victim.submitExperience(HASH, "root");
        victim.voteExperience(HASH, 330_000 ether);
        coin.transfer(SHILL, 330_000 ether);
        vm.stopPrank();

        vm.prank(SHILL);
        victim.voteExperience(HASH, 330_000 ether);

        (,,,, bool approved) = victim.experiences(HASH);
        assertTrue(approved, "the same tokens counted twice");
    }

    function test_onOurs_aLoanLockedForTheVoteHasNoWeightAndCannotBePaidBack() public {
        uint256 id = submitAs(AUTHOR, "root");
        FlashLender lender = new FlashLender(zoo);
        vm.prank(WHALE);
        zoo.transfer(address(lender), 700_000 ether);
        LockingBorrower mallory = new LockingBorrower(lender, locks, registry, id);

        // The vote alone is refused: the weight of the second before the submission counts, and that was none.
        vm.expectRevert(
            abi.encodeWithSelector(
                IExperienceRegistry.NoWeight.selector, id, address(mallory), registry.getEntry(id).snapshot
            )
        );
        mallory.attack(true);

        // Without the vote the loan is still stuck in the vault, and the lender refuses the whole transaction.
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, address(mallory), 0, 700_000 ether)
        );
        mallory.attack(false);
        assertEq(zoo.balanceOf(address(lender)), 700_000 ether, "nothing has moved");
    }

    function test_onOurs_tokensThatChangedHandsAfterTheSubmissionDoNotVote() public {
        uint256 id = submitAs(AUTHOR, "root");
        vm.startPrank(SHILL);
        zoo.approve(address(locks), type(uint256).max);
        locks.lock(100 ether, 0);
        skip(1);

        vm.expectRevert(
            abi.encodeWithSelector(IExperienceRegistry.NoWeight.selector, id, SHILL, registry.getEntry(id).snapshot)
        );
        registry.voteQuality(id, 1000);
        vm.stopPrank();
    }
}
