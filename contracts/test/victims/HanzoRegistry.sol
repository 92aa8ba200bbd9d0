// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title Seed A's registry interface, member by member as §7.1 prints it.
/// @notice The selectors are the seed's: a caller written for the printed interface can call any implementation.
interface IHanzoRegistry {
    /// @notice What is stored of a submission; the caller fills in every field.
    struct Entry {
        bytes32 merkleRoot;
        string cid;
        uint64 schema;
        uint64 quality;
        address submitter;
        uint256 bond;
    }

    /// @notice Registers an entry.
    function submit(Entry calldata e) external payable returns (uint256 id);
    /// @notice Gives an entry a score of 0…1000.
    function voteQuality(uint256 id, uint64 score) external;
    /// @notice Forfeits the bond of an entry to `challenger`.
    function slash(uint256 id, address challenger, bytes calldata proof) external;
    /// @notice Aggregates the entries `ids`.
    function aggregate(uint256[] calldata ids) external returns (bytes32 aggregateMerkleRoot);
}

/// @title Victim: the contract behind seed A's `IExperienceRegistry` (§7.1), taken at its word.
/// @notice DELIBERATELY UNSAFE: it exists to be robbed by the tests in contracts/test/attacks. Never deploy it.
///
/// The seed prints an interface and two paragraphs (§6.3, §7.2). What they say is done here to the letter, and what
/// they do not say is not added: no voting window, no record of voters, no tie between the challenger and the caller,
/// no meaning of `proof` beyond its presence, no way to get a bond back. Two readings were needed, both charitable:
/// a score above 1000 is refused, because §7.1 gives the range, and votes are averaged, because nothing is said.
/// Bonds are paid in $AI (§7.2) although `submit` is payable; coins sent along stay here, as the listing allows.
contract HanzoRegistry is IHanzoRegistry {
    /// @notice Bond D, 25 $AI (§7.2).
    uint256 public constant D = 25 ether;
    /// @notice Burned share σ of a slashed bond, in per mille (§7.2).
    uint256 public constant SIGMA = 500;
    /// @notice Floor q_min in per mille (§6.3).
    uint256 public constant Q_MIN = 300;
    /// @notice Where burned tokens go.
    address public constant BURNED = address(0xdead);

    /// @notice The token of the bonds, $AI.
    IERC20 public immutable ai;
    /// @notice Number of entries; ids run from 1 to this.
    uint256 public entryCount;
    /// @notice The entries. The seed prints no getter; this one is for the tests.
    mapping(uint256 id => Entry) public entries;

    /// @notice What the last {aggregate} returned. For the tests.
    bytes32 public lastAggregate;

    mapping(uint256 id => uint256) private _scoreSum;
    mapping(uint256 id => uint256) private _scoreCount;

    /// @param ai_ The token of the bonds.
    constructor(IERC20 ai_) {
        ai = ai_;
    }

    /// @inheritdoc IHanzoRegistry
    /// @dev Quality and submitter are stored as the caller wrote them; a root may come any number of times.
    function submit(Entry calldata e) external payable returns (uint256 id) {
        require(e.bond >= D, "bond below D");
        require(ai.transferFrom(msg.sender, address(this), e.bond), "bond not paid");
        id = ++entryCount;
        entries[id] = e;
    }

    /// @inheritdoc IHanzoRegistry
    /// @dev Whoever calls is heard, as often as it calls, the submitter included.
    function voteQuality(uint256 id, uint64 score) external {
        require(id != 0 && id <= entryCount, "unknown entry");
        require(score <= 1000, "score above 1000");
        _scoreSum[id] += score;
        _scoreCount[id] += 1;
        entries[id].quality = uint64(_scoreSum[id] / _scoreCount[id]);
    }

    /// @inheritdoc IHanzoRegistry
    /// @dev σD is burned and the rest goes to whomever the caller names.
    function slash(uint256 id, address challenger, bytes calldata proof) external {
        _checkProof(id, challenger, proof);
        uint256 amount = entries[id].bond;
        require(amount != 0, "nothing bonded");
        entries[id].bond = 0;
        uint256 burned = amount * SIGMA / 1000;
        require(ai.transfer(BURNED, burned), "not burned");
        require(ai.transfer(challenger, amount - burned), "not paid");
    }

    /// @inheritdoc IHanzoRegistry
    /// @dev The priors are off chain, so all that is left is to fold what the chain knows of each named entry, its root
    /// and its weight of §6.2 (stake times quality), in the order and as often as the caller names it.
    function aggregate(uint256[] calldata ids) external returns (bytes32 aggregateMerkleRoot) {
        for (uint256 i = 0; i < ids.length; i++) {
            aggregateMerkleRoot =
                keccak256(abi.encode(aggregateMerkleRoot, entries[ids[i]].merkleRoot, weightOf(ids[i])));
        }
        lastAggregate = aggregateMerkleRoot;
    }

    /// @notice Weight of an entry in the aggregate: its bond times its quality (§6.2).
    function weightOf(uint256 id) public view returns (uint256) {
        return entries[id].bond * entries[id].quality;
    }

    /// @dev §7.2: the bond falls when the quality is below the floor; the proof has no form, so that it is there is all
    /// that can be asked.
    function _checkProof(uint256 id, address, bytes calldata proof) internal view virtual {
        require(proof.length != 0, "no proof");
        require(entries[id].quality < Q_MIN, "quality not below q_min");
    }
}
