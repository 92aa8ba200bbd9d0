// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {HanzoRegistry} from "./HanzoRegistry.sol";

/// @title Victim: seed A's `slash` with its `proof` filled by signatures of validators.
/// @notice DELIBERATELY UNSAFE, for the tests in contracts/test/attacks only.
///
/// The listing leaves `proof` open (§7.2) and has peers verify each other's priors (§6.3, point 2). The plainest thing
/// between the two is this helper, which the listing implies and does not print: the proof is a list of signatures, and
/// enough of them forfeit the bond. What is signed is the sentence itself, "entry `id` is bad, `challenger` found it",
/// without chain, contract or end of validity. Neighbours that are equal count once, as if the list were sorted; nobody
/// asks that it is, nobody compares signers, and both values of `s` pass.
contract HanzoQuorum is HanzoRegistry {
    /// @notice One ECDSA signature.
    struct Signature {
        bytes32 r;
        bytes32 s;
        uint8 v;
    }

    /// @notice How many signatures forfeit a bond.
    uint256 public immutable quorum;
    /// @notice Whose signatures count.
    mapping(address account => bool) public isValidator;

    /// @param ai_ The token of the bonds.
    /// @param validators Whose signatures count.
    /// @param quorum_ How many signatures forfeit a bond.
    constructor(IERC20 ai_, address[] memory validators, uint256 quorum_) HanzoRegistry(ai_) {
        quorum = quorum_;
        for (uint256 i = 0; i < validators.length; i++) {
            isValidator[validators[i]] = true;
        }
    }

    /// @notice What a validator signs.
    function verdictHash(uint256 id, address challenger) public pure returns (bytes32) {
        return keccak256(abi.encode(id, challenger));
    }

    /// @dev `proof` is the ABI encoding of a `Signature[]`.
    function _checkProof(uint256 id, address challenger, bytes calldata proof) internal view override {
        Signature[] memory list = abi.decode(proof, (Signature[]));
        bytes32 digest = verdictHash(id, challenger);
        bytes32 previous;
        uint256 counted;
        for (uint256 i = 0; i < list.length; i++) {
            bytes32 current = keccak256(abi.encode(list[i]));
            bool known = isValidator[ecrecover(digest, list[i].v, list[i].r, list[i].s)];
            if (known && current != previous) counted++;
            previous = current;
        }
        require(counted >= quorum, "too few signatures");
    }
}
