// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Seed B's registry, member by member as its listing 2 (§7.2) prints it.
/// @notice The selectors, the getters and the event are the seed's.
interface IZooRegistry {
    /// @notice Somebody registered an experience.
    event ExperienceSubmitted(bytes32 indexed hash, address indexed contributor, bytes32 merkleRoot);

    /// @notice One experience.
    function experiences(bytes32 hash)
        external
        view
        returns (bytes32 merkleRoot, address contributor, uint256 timestamp, uint256 votes, bool approved);
    /// @notice One hash, by the order of submission.
    function experienceHashes(uint256 index) external view returns (bytes32);
    /// @notice Registers an experience under `hash`.
    function submitExperience(bytes32 hash, bytes32 merkleRoot) external;
    /// @notice Adds `weight` to the votes of an experience.
    function voteExperience(bytes32 hash, uint256 weight) external;
}

/// @title Victim: seed B's `ExperienceRegistry` (listing 2, §7.2), with the printed ABI and behaviour.
/// @notice DELIBERATELY UNSAFE: it exists to be robbed by the tests in contracts/test/attacks. Never deploy it.
///
/// One thing had to be added to make it compile: the listing compares with `APPROVAL_THRESHOLD` and never declares it.
/// It is a number of votes, so it is one here, given at construction. {_checkVote} is empty and lets the victims that
/// extend this one with what §7.4 says of weights do so.
contract ZooRegistry is IZooRegistry {
    /// @notice What is stored of an experience.
    struct Experience {
        bytes32 merkleRoot;
        address contributor;
        uint256 timestamp;
        uint256 votes;
        bool approved;
    }

    uint256 internal immutable APPROVAL_THRESHOLD;

    /// @inheritdoc IZooRegistry
    mapping(bytes32 hash => Experience) public experiences;
    /// @inheritdoc IZooRegistry
    bytes32[] public experienceHashes;

    /// @param threshold Votes that approve an experience.
    constructor(uint256 threshold) {
        APPROVAL_THRESHOLD = threshold;
    }

    /// @inheritdoc IZooRegistry
    /// @dev Whoever comes first under a hash owns it; neither the root nor the sender has to fit it.
    function submitExperience(bytes32 hash, bytes32 merkleRoot) external {
        Experience storage slot = experiences[hash];
        require(slot.contributor == address(0), "Experience already exists");
        slot.merkleRoot = merkleRoot;
        slot.contributor = msg.sender;
        slot.timestamp = block.timestamp;
        experienceHashes.push(hash);
        emit ExperienceSubmitted(hash, msg.sender, merkleRoot);
    }

    /// @inheritdoc IZooRegistry
    /// @dev The weight is what the caller says; reaching the threshold approves for ever.
    function voteExperience(bytes32 hash, uint256 weight) external {
        Experience storage slot = experiences[hash];
        require(slot.contributor != address(0), "Experience not found");
        _checkVote(hash, weight);
        slot.votes += weight;
        if (slot.votes >= APPROVAL_THRESHOLD) slot.approved = true;
    }

    /// @dev The listing checks nothing.
    function _checkVote(bytes32 hash, uint256 weight) internal virtual {}
}
