// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {BondVault} from "../../src/BondVault.sol";
import {ExperienceRegistry} from "../../src/ExperienceRegistry.sol";
import {LockVault} from "../../src/LockVault.sol";
import {IBondVault} from "../../src/interfaces/IBondVault.sol";
import {IExperienceRegistry as I} from "../../src/interfaces/IExperienceRegistry.sol";
import {ILockVault} from "../../src/interfaces/ILockVault.sol";
import {RegistryBase} from "../../src/registry/RegistryBase.sol";
import {CorePlayer} from "./CorePlayer.sol";
import {Deploys} from "./Deploys.sol";
import {HookToken, Receiver} from "./HostileTokens.sol";
import {CourtStub} from "./Stubs.sol";

/// @notice Registry, vaults and six accounts with money in them, played at random.
abstract contract CoreFixture is Deploys {
    uint256 internal constant EACH = 10_000 ether;
    uint256 internal constant VOTER_DEPOSIT = 50 ether;
    uint256 internal constant UNBONDING = 10 days;

    HookToken internal ai;
    HookToken internal zoo;
    BondVault internal bonds;
    BondVault internal voterBonds;
    LockVault internal locks;
    CourtStub internal court;
    ExperienceRegistry internal registry;
    CorePlayer internal player;
    address[] internal accounts;

    function setUp() public {
        vm.warp(START);
        ai = new HookToken();
        zoo = new HookToken();
        locks = new LockVault(zoo, 100);
        court = new CourtStub();
        address at = predict(2);
        bonds = new BondVault(ai, UNBONDING, INSURANCE, list(at));
        voterBonds = new BondVault(zoo, UNBONDING, INSURANCE, list(at));
        registry = new ExperienceRegistry(setup(), parameters());
        accounts = [ALICE, BOB, CAROL, DAVE, address(new Receiver()), address(new Receiver())];
        player = new CorePlayer(registry, bonds, locks, court, AUTHORITY, accounts);
        for (uint256 i = 0; i < accounts.length; i++) {
            ai.mint(accounts[i], EACH);
            zoo.mint(accounts[i], EACH);
            player.play(accounts[i], address(ai), abi.encodeCall(IERC20.approve, (address(bonds), type(uint256).max)));
            player.play(accounts[i], address(zoo), abi.encodeCall(IERC20.approve, (address(locks), type(uint256).max)));
            player.play(
                accounts[i], address(zoo), abi.encodeCall(IERC20.approve, (address(voterBonds), type(uint256).max))
            );
            player.play(accounts[i], address(bonds), abi.encodeCall(IBondVault.deposit, (200 ether)));
            player.play(accounts[i], address(voterBonds), abi.encodeCall(IBondVault.deposit, (VOTER_DEPOSIT)));
            player.play(accounts[i], address(registry), abi.encodeCall(I.addVoterBond, (VOTER_DEPOSIT / 2)));
            player.play(accounts[i], address(locks), abi.encodeCall(ILockVault.lock, (100 ether, i * 30 weeks)));
        }
        Receiver(accounts[4]).listen(ai, address(bonds), abi.encodeCall(IBondVault.claim, ()), false);
        Receiver(accounts[5]).listen(ai, address(bonds), "", true);
        vm.warp(START + 1);
    }

    /// @dev 0 for votes that count at once.
    function commitSeconds() internal pure virtual returns (uint256);

    function targetContracts() public view returns (address[] memory) {
        return list(address(player));
    }

    function setup() private returns (RegistryBase.Setup memory s) {
        s.authority = AUTHORITY;
        s.bonds = bonds;
        s.voterBonds = voterBonds;
        s.locks = locks;
        s.court = court;
        s.epochLength = 1 days;
        s.commitWindow = commitSeconds();
        s.revealWindow = commitSeconds() == 0 ? 60 : 600;
        s.schemas = new bytes32[](1);
    }

    function parameters() private pure returns (I.Parameters memory p) {
        p.bond = 25 ether;
        p.challengeWindow = 30;
        p.disputeTime = 1 days;
        p.qMin = 300;
        p.participationBps = 1000;
        p.agreementDelta = 200;
        p.agreementBps = 3000;
        p.weightCapBps = 5000;
        p.maxRolls = 1;
        p.bountyCap = 100 ether;
        p.burnShare = 500;
        p.bountyShare = 300;
        p.lowQualityShare = 600;
        p.voterBond = 4 ether;
        p.missPenalty = 1 ether;
    }
}
