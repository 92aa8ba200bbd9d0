// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DsoToken} from "../src/DsoToken.sol";
import {RegistryFixture} from "./support/RegistryFixture.sol";

contract DsoTokenTest is RegistryFixture {
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
        vm.expectRevert();
        token.permit(owner, BOB, 7 ether, block.timestamp, v, r, s);
    }

    function test_refusesListsOfUnequalLengthAndAnUnboundedSupply() public {
        address[] memory holders = new address[](1);
        holders[0] = ALICE;
        vm.expectRevert(abi.encodeWithSelector(DsoToken.LengthMismatch.selector, 1, 2));
        new DsoToken(holders, new uint256[](2));
        uint256[] memory amounts = new uint256[](1);
        amounts[0] = uint256(type(uint128).max) + 1;
        vm.expectRevert(abi.encodeWithSelector(DsoToken.SupplyTooLarge.selector, amounts[0]));
        new DsoToken(holders, amounts);
    }
}
