// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DsoToken} from "../src/DsoToken.sol";
import {Deploys} from "./support/Deploys.sol";

contract DsoTokenTest is Deploys {
    DsoToken private token;

    function setUp() public {
        vm.warp(START);
        token = deployToken("DSO AI", "AI");
    }

    function test_hasAFixedSupplyInTheHandsOfItsHolders() public view {
        assertEq(token.totalSupply(), 5 * FUND, "supply");
        assertEq(keccak256(bytes(token.symbol())), keccak256("AI"), "symbol");
        assertEq(keccak256(bytes(token.name())), keccak256("DSO AI"), "name");
        assertEq(token.decimals(), 18, "decimals");
    }

    function test_burnsOnlyWhatTheHolderBurns() public {
        vm.prank(ALICE);
        token.burn(1 ether);
        assertEq(token.totalSupply(), 5 * FUND - 1 ether, "supply");
        assertEq(token.balanceOf(ALICE), FUND - 1 ether, "balance");
    }

    function test_countsDelegatedVotesByTheSecond() public {
        assertEq(token.clock(), START, "clock");
        assertEq(keccak256(bytes(token.CLOCK_MODE())), keccak256("mode=timestamp"), "mode");
        vm.prank(ALICE);
        token.delegate(ALICE);
        skip(10);
        vm.prank(ALICE);
        token.transfer(BOB, 1 ether);
        skip(1);
        assertEq(token.getVotes(ALICE), FUND - 1 ether, "votes now");
        assertEq(token.getPastVotes(ALICE, START), FUND, "votes then");
        assertEq(token.getPastTotalSupply(START), 5 * FUND, "supply then");
    }

    function test_permitsBySignatureOnce() public {
        uint256 key = 0xA11CE5EED;
        address owner = vm.addr(key);
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                owner,
                BOB,
                7 ether,
                0,
                block.timestamp
            )
        );
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), structHash));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        token.permit(owner, BOB, 7 ether, block.timestamp, v, r, s);
        assertEq(token.allowance(owner, BOB), 7 ether, "allowance");
        assertEq(token.nonces(owner), 1, "nonce");
        vm.expectRevert();
        token.permit(owner, BOB, 7 ether, block.timestamp, v, r, s);
    }

    function test_refusesListsOfUnequalLengthAndAnUnboundedSupply() public {
        address[] memory holders = list(ALICE);
        vm.expectRevert(abi.encodeWithSelector(DsoToken.LengthMismatch.selector, 1, 2));
        new DsoToken("n", "s", holders, new uint256[](2));
        uint256[] memory amounts = new uint256[](1);
        amounts[0] = uint256(type(uint128).max) + 1;
        vm.expectRevert(abi.encodeWithSelector(DsoToken.SupplyTooLarge.selector, amounts[0]));
        new DsoToken("n", "s", holders, amounts);
        amounts[0] = type(uint128).max;
        assertEq(new DsoToken("n", "s", holders, amounts).totalSupply(), type(uint128).max, "the bound is accepted");
    }

    function testFuzz_transfersConserveTheSupply(uint256 amount, uint256 burned) public {
        amount = bound(amount, 0, FUND);
        burned = bound(burned, 0, FUND + amount);
        vm.prank(ALICE);
        token.transfer(BOB, amount);
        vm.prank(BOB);
        token.burn(burned);
        assertEq(token.balanceOf(ALICE) + token.balanceOf(BOB), 2 * FUND - burned, "balances");
        assertEq(token.totalSupply(), 5 * FUND - burned, "supply");
    }
}
