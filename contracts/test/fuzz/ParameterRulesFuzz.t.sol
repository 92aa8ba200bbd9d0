// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBondVault} from "../../src/interfaces/IBondVault.sol";
import {IDisputeCourt} from "../../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry as I} from "../../src/interfaces/IExperienceRegistry.sol";
import {ParameterRules} from "../../src/registry/ParameterRules.sol";
import {TestBase} from "../support/TestBase.sol";

/// @notice All that the rules ask of a vault.
contract PeriodVault {
    uint256 public immutable unbondingPeriod;

    constructor(uint256 period) {
        unbondingPeriod = period;
    }
}

/// @notice All that the rules ask of a court.
contract DurationCourt {
    uint256 public immutable maxDuration;

    constructor(uint256 duration) {
        maxDuration = duration;
    }
}

/// @notice Each parameter is accepted exactly within its bounds, whatever its type could hold.
contract ParameterRulesFuzzTest is TestBase {
    uint256 private constant PERIOD = 180 days;
    uint256 private constant VOTING = 10 days;

    ParameterRules private rules;
    ParameterRules private direct;

    function setUp() public {
        IBondVault vault = IBondVault(address(new PeriodVault(PERIOD)));
        rules = new ParameterRules(vault, vault, IDisputeCourt(address(0)), true, VOTING);
        direct = new ParameterRules(vault, IBondVault(address(0)), IDisputeCourt(address(0)), false, VOTING);
    }

    function testFuzz_bond(uint96 value) public view {
        I.Parameters memory p = defaults();
        p.bond = value;
        assertBounded(p, value >= 2, "bond", value);
    }

    function testFuzz_challengeWindow(uint32 value) public view {
        I.Parameters memory p = defaults();
        p.challengeWindow = value;
        assertBounded(p, value >= 1 && value <= 30 days, "challengeWindow", value);
    }

    function testFuzz_disputeTime(uint32 value) public view {
        I.Parameters memory p = defaults();
        p.disputeTime = value;
        assertBounded(p, value <= 60 days, "disputeTime", value);
    }

    function testFuzz_qMin(uint16 value) public view {
        I.Parameters memory p = defaults();
        p.qMin = value;
        assertBounded(p, value >= 1 && value <= 1000, "qMin", value);
    }

    function testFuzz_participationBps(uint16 value) public view {
        I.Parameters memory p = defaults();
        p.participationBps = value;
        assertBounded(p, value <= 5000, "participationBps", value);
    }

    function testFuzz_agreementDelta(uint16 value) public view {
        I.Parameters memory p = defaults();
        p.agreementDelta = value;
        assertBounded(p, value <= 1000, "agreementDelta", value);
    }

    function testFuzz_agreementBps(uint16 value) public view {
        I.Parameters memory p = defaults();
        p.agreementBps = value;
        assertBounded(p, value <= 10_000, "agreementBps", value);
    }

    function testFuzz_weightCapBps(uint16 value) public view {
        I.Parameters memory p = defaults();
        p.weightCapBps = value;
        assertBounded(p, value >= 100 && value <= 10_000, "weightCapBps", value);
    }

    function testFuzz_maxRolls(uint8 value) public view {
        I.Parameters memory p = defaults();
        p.maxRolls = value;
        assertBounded(p, value <= 8, "maxRolls", value);
    }

    function testFuzz_burnShare(uint16 value) public view {
        I.Parameters memory p = defaults();
        (p.burnShare, p.bountyShare) = (value, 0);
        assertBounded(p, value >= 500 && value <= 1000, "burnShare", value);
    }

    function testFuzz_bountyShareLeavesTheBurnedShare(uint16 value, uint16 seed) public view {
        I.Parameters memory p = defaults();
        p.burnShare = uint16(bound(seed, 500, 1000));
        p.bountyShare = value;
        assertBounded(p, uint256(p.burnShare) + value <= 1000, "bountyShare", value);
    }

    function testFuzz_lowQualityShare(uint16 value) public view {
        I.Parameters memory p = defaults();
        p.lowQualityShare = value;
        assertBounded(p, value <= 1000, "lowQualityShare", value);
    }

    function testFuzz_missPenaltyIsAtMostTheVotersBond(uint96 voterBond, uint96 missPenalty) public view {
        I.Parameters memory p = defaults();
        (p.voterBond, p.missPenalty) = (voterBond, missPenalty);
        assertBounded(p, missPenalty <= voterBond, "missPenalty", missPenalty);
    }

    function testFuzz_withoutAVaultVotersHaveNoBond(uint96 voterBond) public view {
        I.Parameters memory p = defaults();
        (p.voterBond, p.missPenalty) = (voterBond, 0);
        assertBounded(direct, p, voterBond == 0, "voterBond", voterBond);
    }

    function testFuzz_directVotesNeedNoChallengeWindow(uint32 value) public view {
        I.Parameters memory p = defaults();
        (p.voterBond, p.missPenalty, p.challengeWindow) = (0, 0, value);
        assertBounded(direct, p, value <= 30 days, "challengeWindow", value);
    }

    function testFuzz_unbondingTakesLongerThanEveryPathOfAnEntry(
        uint32 seed,
        uint32 voting,
        uint32 challenge,
        uint32 dispute
    ) public {
        uint256 period = bound(seed, 1, PERIOD);
        I.Parameters memory p = defaults();
        p.challengeWindow = uint32(bound(challenge, 1, 30 days));
        p.disputeTime = uint32(bound(dispute, 0, 60 days));
        uint256 votes = bound(voting, 1, 90 days);
        uint256 path = votes + p.challengeWindow + p.disputeTime;
        IBondVault vault = IBondVault(address(new PeriodVault(period)));
        IBondVault long = IBondVault(address(new PeriodVault(path + 1)));
        ParameterRules ofBonds = new ParameterRules(vault, long, IDisputeCourt(address(0)), true, votes);
        ParameterRules ofVoters = new ParameterRules(long, vault, IDisputeCourt(address(0)), true, votes);
        bytes memory refusal = abi.encodeWithSelector(I.UnbondingTooShort.selector, period, path);
        assertAnswer(ofBonds, p, period > path, refusal);
        assertAnswer(ofVoters, p, period > path, refusal);
    }

    function testFuzz_disputesMayLastAsLongAsTheCourtNeeds(uint32 seed, uint32 dispute) public {
        IBondVault vault = IBondVault(address(new PeriodVault(PERIOD)));
        uint256 duration = bound(seed, 0, 60 days);
        I.Parameters memory p = defaults();
        p.disputeTime = uint32(bound(dispute, 0, 60 days));
        DurationCourt court = new DurationCourt(duration);
        ParameterRules withCourt = new ParameterRules(vault, vault, IDisputeCourt(address(court)), true, VOTING);
        assertBounded(withCourt, p, p.disputeTime >= duration, "disputeTime", p.disputeTime);
    }

    function defaults() private pure returns (I.Parameters memory p) {
        p.bond = 25 ether;
        p.challengeWindow = 2 days;
        p.disputeTime = 40 days;
        p.qMin = 300;
        p.participationBps = 1000;
        p.agreementDelta = 100;
        p.agreementBps = 5000;
        p.weightCapBps = 500;
        p.maxRolls = 3;
        p.bountyCap = 3 ether;
        p.burnShare = 500;
        p.bountyShare = 150;
        p.lowQualityShare = 100;
        p.voterBond = 10_000 ether;
        p.missPenalty = 100 ether;
    }

    function assertBounded(I.Parameters memory p, bool fits, string memory name, uint256 value) private view {
        assertBounded(rules, p, fits, name, value);
    }

    function assertBounded(ParameterRules some, I.Parameters memory p, bool fits, string memory name, uint256 value)
        private
        view
    {
        assertAnswer(some, p, fits, abi.encodeWithSelector(I.ParameterOutOfRange.selector, name, value));
    }

    function assertAnswer(ParameterRules some, I.Parameters memory p, bool fits, bytes memory refusal) private view {
        try some.check(p) {
            assertTrue(fits, "accepted within the bounds only");
        } catch (bytes memory reason) {
            assertTrue(!fits, "refused outside the bounds only");
            assertEq(keccak256(reason), keccak256(refusal), "by name");
        }
    }
}
