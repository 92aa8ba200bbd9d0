// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AggregateRefutation} from "./AggregateRefutation.sol";
import {AggregateWeights} from "./AggregateWeights.sol";
import {IAggregateOracle} from "./interfaces/IAggregateOracle.sol";
import {IBondVault} from "./interfaces/IBondVault.sol";
import {IExperienceRegistry} from "./interfaces/IExperienceRegistry.sol";
import {IJurorWeights} from "./interfaces/IJurorWeights.sol";
import {LeafRules} from "./LeafRules.sol";
import {SchemaBook} from "./SchemaBook.sol";

/// @title Books of the oracle of aggregates: its settings, its aggregates and their money.
/// @dev All bonds are locks of the vault, so no token moves here.
abstract contract OracleBooks is IAggregateOracle {
    /// @notice Where an aggregate stands.
    enum Status {
        None,
        Proposed,
        Rejected,
        Final
    }

    /// @notice Settings, fixed at construction. Times in seconds, `cap` in units of 10^9 wei, `qLow` in per mille.
    struct Settings {
        uint64 cap;
        uint16 qLow;
        uint32 window;
        uint32 shortWindow;
        uint32 responsePeriod;
        uint16 bondMultiple;
        uint96 requestBond;
    }

    /// @notice What is proposed: the page of the canonical set, the aggregate's root and where its leaves can be read.
    struct Proposal {
        uint64 schema;
        uint256 epoch;
        uint256 page;
        bytes32 root;
        string cid;
    }

    /// @notice One aggregate. `windowEndsAt` ends requests and, unless `extendedUntil` is later, challenges.
    struct Aggregate {
        bytes32 setHash;
        bytes32 frozenHash;
        bytes32 root;
        address proposer;
        uint48 proposedAt;
        uint48 windowEndsAt;
        uint64 schema;
        uint64 total;
        uint48 extendedUntil;
        uint32 openRequests;
        Status status;
        uint128 bond;
    }

    /// @notice A request for a leaf.
    struct Request {
        address requester;
        uint48 answerBy;
        bool closed;
    }

    /// @notice A leaf with all that its root binds. `codec`: first four bytes of its CID.
    struct Leaf {
        uint32 count;
        uint32 index;
        bytes4 codec;
        bytes payload;
        bytes32[] path;
    }

    /// @notice A refutation: the aggregate's leaf, the element of it, the frozen set and openings of its entries.
    /// `salt` is that of the commitment, if there is one.
    struct Refutation {
        uint32 leafIndex;
        bytes payload;
        bytes32[] path;
        uint256 lane;
        bool above;
        bytes32[] roots;
        uint64[] weights;
        AggregateRefutation.Opening[] openings;
        bytes32 salt;
    }

    /// @notice Longest CID text, in bytes.
    uint256 public constant MAX_CID_BYTES = 96;
    /// @notice Smallest multiple of the largest entry bond that a proposer bonds.
    uint256 public constant MIN_BOND_MULTIPLE = 10;
    /// @notice Largest multiple.
    uint256 public constant MAX_BOND_MULTIPLE = 1000;
    /// @notice Shortest time to challenge, and to answer a request.
    uint256 public constant MIN_PERIOD = 1 hours;
    /// @notice Longest time to challenge, and to answer a request.
    uint256 public constant MAX_PERIOD = 14 days;
    /// @notice Share of a rejected proposer's bond that the refuter earns, in per mille.
    uint256 public constant BOUNTY_SHARE = 150;

    /// @notice The registry whose sets are aggregated.
    IExperienceRegistry public immutable registry;
    /// @notice The vault that holds the bonds.
    IBondVault public immutable bonds;
    /// @notice Rules of the schemas.
    SchemaBook public immutable schemas;
    /// @notice Weights of those who may shorten a window.
    IJurorWeights public immutable jurors;
    /// @notice Largest weight of one entry, in units of 10^9 wei.
    uint64 public immutable cap;
    /// @notice Quality below which a weight falls no further, in per mille.
    uint16 public immutable qLow;
    /// @notice Seconds to challenge a proposal.
    uint256 public immutable window;
    /// @notice Seconds to challenge after a quorum signed, and after a requested leaf was published.
    uint256 public immutable shortWindow;
    /// @notice Seconds to answer a request.
    uint256 public immutable responsePeriod;
    /// @notice A proposer bonds this many times the largest entry bond of the set.
    uint256 public immutable bondMultiple;
    /// @notice Bond of a request, in wei.
    uint256 public immutable requestBond;

    /// @notice Number of aggregates; they run from 1 to this.
    uint256 public aggregateCount;
    /// @notice Latest aggregate that was proposed for a page; 0 if none.
    mapping(bytes32 setHash => uint256 id) public latestOf;
    /// @notice Requests for leaves of an aggregate.
    mapping(uint256 id => mapping(uint256 index => Request)) public requests;
    /// @notice Block of a commitment to a refutation; 0 if none.
    mapping(bytes32 commitment => uint256 blockNumber) public committedAt;

    mapping(uint256 id => Aggregate) internal _aggregates;

    /// @notice An aggregate was proposed and its bond locked.
    event AggregateProposed(
        uint256 indexed id,
        uint64 indexed schema,
        bytes32 indexed setHash,
        address proposer,
        bytes32 root,
        uint64 totalWeight,
        uint256 windowEndsAt,
        string cid
    );
    /// @notice A quorum of jurors signed; the window ends at `windowEndsAt`.
    event AggregateCosigned(uint256 indexed id, uint256 weight, uint256 windowEndsAt);
    /// @notice An aggregate was refuted at a leaf; `bounty` went to `refuter`, which is zero where nobody had committed.
    event AggregateRejected(
        uint256 indexed id, uint32 leafIndex, address indexed refuter, uint256 burned, uint256 bounty, uint256 pooled
    );
    /// @notice An aggregate became final.
    event AggregateFinal(uint256 indexed id, bytes32 indexed setHash, bytes32 root);
    /// @notice A leaf was asked for.
    event LeafRequested(uint256 indexed id, uint32 index, address indexed requester, uint256 answerBy);
    /// @notice A requested leaf was published in the calldata of this transaction.
    event LeafAnswered(uint256 indexed id, uint32 index, address indexed by, uint256 challengeEndsAt);
    /// @notice A request ended without an answer.
    event RequestClosed(uint256 indexed id, uint32 index);

    /// @notice A constructor argument is outside its bounds.
    error ParameterOutOfRange(string name, uint256 value);
    /// @notice The root is zero.
    error RootZero();
    /// @notice The CID is empty or longer than {MAX_CID_BYTES}.
    error CidLengthInvalid(uint256 length);
    /// @notice The set is empty or larger than 128.
    error MemberCountInvalid(uint256 count);
    /// @notice Members can still join the page.
    error SetNotClosed(uint64 schema, uint256 epoch, uint256 page);
    /// @notice The members are not those of the page.
    error SetMismatch(bytes32 given, bytes32 required);
    /// @notice No member has a weight.
    error WeightZero();
    /// @notice The page has an aggregate that is not rejected.
    error SetTaken(bytes32 setHash, uint256 id);
    /// @notice No aggregate has this id.
    error AggregateUnknown(uint256 id);
    /// @notice The aggregate is rejected or final.
    error AggregateDecided(uint256 id, Status status);
    /// @notice The time for the call is over.
    error WindowOver(uint256 id, uint256 endedAt);
    /// @notice It is too early for the call.
    error WindowOpen(uint256 id, uint256 endsAt);
    /// @notice Requests wait for an answer.
    error RequestsOpen(uint256 id, uint256 count);
    /// @notice The commitment is zero.
    error CommitmentZero();
    /// @notice Somebody made this commitment before.
    error CommitmentTaken(bytes32 commitment);
    /// @notice Roots and weights are not those that were frozen.
    error FrozenSetMismatch(bytes32 frozenHash);
    /// @notice The leaf does not stand under the root.
    error LeafNotProven(uint32 count, uint32 index);
    /// @notice The leaf keeps to its schema.
    error LeafInOrder(uint32 index);
    /// @notice The leaf breaks its schema.
    error LeafDefective(uint32 index, LeafRules.Defect defect);
    /// @notice The leaf has no such lane.
    error LaneInvalid(uint256 lane, uint256 lanes);
    /// @notice The aggregate has no such leaf.
    error LeafIndexInvalid(uint32 index, uint256 leafCount);
    /// @notice The leaf was asked for before.
    error AlreadyRequested(uint256 id, uint32 index);
    /// @notice The leaf was not asked for, or the request has ended.
    error RequestNotOpen(uint256 id, uint32 index);

    /// @param registry_ The registry.
    /// @param bonds_ The vault of bonds.
    /// @param schemas_ Rules of the schemas.
    /// @param jurors_ Weights, known at least as far back as a window and an answer can last.
    /// @param s Settings.
    constructor(
        IExperienceRegistry registry_,
        IBondVault bonds_,
        SchemaBook schemas_,
        IJurorWeights jurors_,
        Settings memory s
    ) {
        if (address(registry_) == address(0)) revert ParameterOutOfRange("registry", 0);
        if (address(bonds_) == address(0)) revert ParameterOutOfRange("bonds", 0);
        _checkSetting("cap", s.cap, 1, AggregateWeights.MAX_CAP);
        _checkSetting("qLow", s.qLow, 100, LeafRules.MAX_SCORE);
        _checkSetting("window", s.window, MIN_PERIOD, MAX_PERIOD);
        _checkSetting("shortWindow", s.shortWindow, MIN_PERIOD, s.window);
        _checkSetting("responsePeriod", s.responsePeriod, MIN_PERIOD, MAX_PERIOD);
        _checkSetting("bondMultiple", s.bondMultiple, MIN_BOND_MULTIPLE, MAX_BOND_MULTIPLE);
        _checkSetting("requestBond", s.requestBond, 2, type(uint96).max);
        uint256 longest = uint256(s.window) + s.responsePeriod + s.shortWindow;
        _checkSetting("lookback", jurors_.lookback(), longest, type(uint256).max);
        registry = registry_;
        bonds = bonds_;
        schemas = schemas_;
        jurors = jurors_;
        cap = s.cap;
        qLow = s.qLow;
        window = s.window;
        shortWindow = s.shortWindow;
        responsePeriod = s.responsePeriod;
        bondMultiple = s.bondMultiple;
        requestBond = s.requestBond;
    }

    /// @notice One aggregate.
    /// @param id Its id.
    /// @return The aggregate; refused where there is none.
    function getAggregate(uint256 id) external view returns (Aggregate memory) {
        return _known(id);
    }

    /// @notice When the challenges of an aggregate end.
    /// @param id Its id.
    /// @return Unix second.
    function challengeEndsAt(uint256 id) external view returns (uint256) {
        return _challengeEndsAt(_known(id));
    }

    /// @notice Settings of the weights.
    /// @return Cap and lowest quality.
    function scale() public view returns (AggregateWeights.Scale memory) {
        return AggregateWeights.Scale(cap, qLow);
    }

    function _register(Proposal calldata p, AggregateWeights.Frozen memory frozen) internal returns (uint256 id) {
        id = ++aggregateCount;
        latestOf[frozen.setHash] = id;
        Aggregate storage a = _aggregates[id];
        a.setHash = frozen.setHash;
        a.frozenHash = frozen.frozenHash;
        a.root = p.root;
        a.proposer = msg.sender;
        a.proposedAt = uint48(block.timestamp);
        a.windowEndsAt = uint48(block.timestamp + window);
        a.schema = p.schema;
        a.total = frozen.total;
        a.status = Status.Proposed;
        // A bond is below 2^96 and the multiple at most 1000.
        a.bond = uint128(frozen.largestBond * bondMultiple);
        emit AggregateProposed(id, p.schema, frozen.setHash, msg.sender, p.root, frozen.total, a.windowEndsAt, p.cid);
        bonds.lock(msg.sender, a.bond);
    }

    /// @dev Half of the bond is burned, the bounty is fixed by the share, the rest is insured.
    function _reject(uint256 id, Aggregate storage a, uint32 leafIndex, address refuter) internal {
        a.status = Status.Rejected;
        uint256 half = a.bond / 2;
        uint256 burned = a.bond - half;
        uint256 bounty = refuter == address(0) ? 0 : a.bond * BOUNTY_SHARE / 1000;
        emit AggregateRejected(id, leafIndex, refuter, burned, bounty, half - bounty);
        bonds.slash(a.proposer, burned, refuter, bounty, half - bounty);
    }

    function _known(uint256 id) internal view returns (Aggregate storage a) {
        a = _aggregates[id];
        if (a.status == Status.None) revert AggregateUnknown(id);
    }

    function _proposed(uint256 id) internal view returns (Aggregate storage a) {
        a = _known(id);
        if (a.status != Status.Proposed) revert AggregateDecided(id, a.status);
    }

    function _challengeable(uint256 id) internal view returns (Aggregate storage a) {
        a = _proposed(id);
        if (block.timestamp >= _challengeEndsAt(a)) revert WindowOver(id, _challengeEndsAt(a));
    }

    function _challengeEndsAt(Aggregate storage a) internal view returns (uint256) {
        return a.extendedUntil > a.windowEndsAt ? a.extendedUntil : a.windowEndsAt;
    }

    function _openRequest(uint256 id, uint32 index) internal view returns (Request storage request) {
        request = requests[id][index];
        if (request.requester == address(0) || request.closed) revert RequestNotOpen(id, index);
    }

    function _checkSetting(string memory name, uint256 value, uint256 low, uint256 high) private pure {
        if (value < low || value > high) revert ParameterOutOfRange(name, value);
    }
}
