// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {VerdictSignatures} from "../../../src/VerdictSignatures.sol";
import {IDisputeCourt} from "../../../src/interfaces/IDisputeCourt.sol";
import {OursBase} from "./OursBase.sol";

/// @notice {OursBase} with three jurors of equal weight and cases that wait for their verdict.
abstract contract JuryBase is OursBase {
    /// @dev Until when the jurors' signatures hold.
    uint48 internal constant EXPIRY = uint48(START + 365 days);

    function setUp() public virtual override {
        super.setUp();
        for (uint256 i = 0; i < 3; i++) {
            seatJuror(vm.addr(jurorKeys()[i]));
        }
        skip(1);
    }

    /// @dev Private keys in the ascending order of their addresses.
    function jurorKeys() internal pure returns (uint256[3] memory keys) {
        keys = [uint256(1), 2, 3];
        for (uint256 i = 0; i < 2; i++) {
            for (uint256 j = 0; j < 2 - i; j++) {
                if (vm.addr(keys[j]) > vm.addr(keys[j + 1])) (keys[j], keys[j + 1]) = (keys[j + 1], keys[j]);
            }
        }
    }

    function qualityCase() internal returns (uint256 caseId) {
        return qualityCaseAgainst("root");
    }

    function qualityCaseAgainst(bytes32 root) internal returns (uint256 caseId) {
        caseId = commitAs(MALLORY, submitAs(AUTHOR, root), IDisputeCourt.Fault.Quality, "evidence");
        skip(1);
        vm.prank(MALLORY);
        court.open(caseId, IDisputeCourt.Fault.Quality, "evidence", "salt");
    }

    /// @dev What the first `count` jurors sign against the accused.
    function verdict(uint256 caseId, uint256 count)
        internal
        view
        returns (VerdictSignatures.Signature[] memory signatures)
    {
        signatures = new VerdictSignatures.Signature[](count);
        bytes32 digest = court.verdictDigest(caseId, true, EXPIRY);
        for (uint256 i = 0; i < count; i++) {
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(jurorKeys()[i], digest);
            signatures[i] = VerdictSignatures.Signature(r, bytes32(uint256(s) | uint256(v - 27) << 255));
        }
    }

    /// @dev Whom a compact signature recovers, zero if nobody.
    function recovered(bytes32 digest, bytes32 r, bytes32 vs) internal pure returns (address) {
        uint8 v = uint8((uint256(vs) >> 255) + 27);
        return ecrecover(digest, v, r, bytes32(uint256(vs) & type(uint256).max >> 1));
    }
}
