// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {JurorBonds} from "../../src/JurorBonds.sol";
import {Deploys} from "../support/Deploys.sol";
import {TestBase} from "../support/TestBase.sol";
import {TestToken} from "../support/TestToken.sol";

/// @notice Plays five jurors at random and remembers weights at one second after the other.
contract JurorPlayer is TestBase {
    struct Seen {
        uint256 time;
        uint256[5] weights;
        uint256 total;
    }

    JurorBonds private immutable jurors;
    address[] private accounts;
    Seen[] private seen;

    constructor(JurorBonds jurors_, address[] memory accounts_) {
        jurors = jurors_;
        accounts = accounts_;
    }

    modifier move() {
        _;
        remember();
        vm.warp(block.timestamp + 1);
    }

    function add(uint256 who, uint256 amount) external move {
        act(who, abi.encodeCall(JurorBonds.addBond, (bound(amount, 0, 30) * 1e15)));
    }

    function reduce(uint256 who, uint256 amount) external move {
        uint256 bonded = jurors.bondOf(accounts[who % 5]);
        act(who, abi.encodeCall(JurorBonds.reduceBond, (amount % 2 == 0 ? bonded : bound(amount, 0, 30) * 1e15)));
    }

    function withdraw(uint256 who) external move {
        act(who, abi.encodeCall(JurorBonds.withdraw, ()));
    }

    function wait(uint256 duration) external move {
        vm.warp(block.timestamp + bound(duration, 1, 8 days));
    }

    /// @notice Whether seconds that are still known are remembered as they were: the last one, and two of all others.
    function pastIsAsItWas() external view returns (bool) {
        uint256 count = seen.length;
        if (count < 2) return true;
        uint256 draw = uint256(keccak256(abi.encode(block.timestamp, count)));
        return isAsItWas(count - 2) && isAsItWas(draw % count) && isAsItWas((draw >> 128) % count);
    }

    function act(uint256 who, bytes memory call) public returns (bool done) {
        vm.prank(accounts[who % 5]);
        (done,) = address(jurors).call(call);
    }

    function isAsItWas(uint256 k) private view returns (bool) {
        Seen storage one = seen[k];
        if (one.time + jurors.lookback() < block.timestamp) return true;
        address[] memory signers = new address[](5);
        uint256 count = 0;
        for (uint256 i = 0; i < 5; i++) {
            if (jurors.weightAt(accounts[i], one.time) != one.weights[i]) return false;
            if (one.weights[i] != 0) signers[count++] = accounts[i];
        }
        assembly ("memory-safe") {
            mstore(signers, count)
        }
        (uint256 sum, uint256 total, address stranger) = jurors.weigh(signers, address(0), address(0), one.time);
        return
            stranger == address(0) && sum == one.total && total == one.total
                && jurors.totalWeightAt(one.time) == one.total;
    }

    /// @dev What the books say at the end of this second.
    function remember() private {
        Seen storage one = seen.push();
        one.time = block.timestamp;
        one.total = jurors.totalWeight();
        for (uint256 i = 0; i < 5; i++) {
            one.weights[i] = jurors.bondOf(accounts[i]) / jurors.UNIT();
        }
    }
}

/// @notice What holds of the jurors' bonds whatever they do.
contract JurorInvariantsTest is Deploys {
    uint256 private constant LOOKBACK = 10 days;
    uint256 private constant PERIOD = 20 days;

    TestToken private zoo;
    JurorBonds private jurors;
    JurorPlayer private player;
    address[] private accounts;

    function setUp() public {
        vm.warp(START);
        zoo = new TestToken();
        jurors = new JurorBonds(zoo, 1e16, LOOKBACK, PERIOD);
        accounts = everyone();
        for (uint256 i = 0; i < accounts.length; i++) {
            zoo.mint(accounts[i], 100 ether);
            vm.prank(accounts[i]);
            zoo.approve(address(jurors), type(uint256).max);
        }
        player = new JurorPlayer(jurors, accounts);
    }

    function targetContracts() public view returns (address[] memory) {
        return list(address(player));
    }

    function invariant_theTotalIsTheSumOfTheWeights() public view {
        uint256 sum = 0;
        for (uint256 i = 0; i < accounts.length; i++) {
            uint256 bonded = jurors.bondOf(accounts[i]);
            assertTrue(bonded == 0 || bonded >= jurors.minBond(), "none or enough");
            sum += bonded / jurors.UNIT();
        }
        assertEq(jurors.totalWeight(), sum, "total");
    }

    function invariant_theJurorsBondsAreHeldToTheWei() public view {
        uint256 owed = 0;
        for (uint256 i = 0; i < accounts.length; i++) {
            (uint256 amount,) = jurors.pendingOf(accounts[i]);
            owed += jurors.bondOf(accounts[i]) + amount;
        }
        assertEq(zoo.balanceOf(address(jurors)), owed, "solvent");
    }

    function invariant_thePastNeverChanges() public view {
        assertTrue(player.pastIsAsItWas(), "as it was");
    }

    /// @dev Every invariant above after every call of one game: what the long profile plays.
    function statefulFuzz_allTogether() public view {
        invariant_theTotalIsTheSumOfTheWeights();
        invariant_theJurorsBondsAreHeldToTheWei();
        invariant_thePastNeverChanges();
    }

    /// @dev Whatever happened, every juror gets everything back.
    function afterInvariant() public {
        vm.warp(block.timestamp + LOOKBACK);
        for (uint256 i = 0; i < accounts.length; i++) {
            uint256 bonded = jurors.bondOf(accounts[i]);
            if (bonded != 0) assertTrue(player.act(i, abi.encodeCall(JurorBonds.reduceBond, (bonded))), "leaves");
        }
        vm.warp(block.timestamp + PERIOD);
        for (uint256 i = 0; i < accounts.length; i++) {
            player.act(i, abi.encodeCall(JurorBonds.withdraw, ()));
            assertEq(zoo.balanceOf(accounts[i]), 100 ether, "all back");
        }
    }
}
