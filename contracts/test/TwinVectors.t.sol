// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {AggregateOracle} from "../src/AggregateOracle.sol";
import {AggregateWeights} from "../src/AggregateWeights.sol";
import {CourtCases} from "../src/CourtCases.sol";
import {DisputeCourt} from "../src/DisputeCourt.sol";
import {DsoToken} from "../src/DsoToken.sol";
import {FaultJudge} from "../src/FaultJudge.sol";
import {LockVault} from "../src/LockVault.sol";
import {LockWeight} from "../src/LockWeight.sol";
import {MerklePositions} from "../src/MerklePositions.sol";
import {OracleBooks} from "../src/OracleBooks.sol";
import {QualityTally} from "../src/QualityTally.sol";
import {RevenueSplitter} from "../src/RevenueSplitter.sol";
import {RewardDistributor} from "../src/RewardDistributor.sol";
import {SchemaBook} from "../src/SchemaBook.sol";
import {SlashingProfiles} from "../src/SlashingProfiles.sol";
import {VerdictSignatures} from "../src/VerdictSignatures.sol";
import {WeightHistogram} from "../src/WeightHistogram.sol";
import {IAttestationHub} from "../src/interfaces/IAttestationHub.sol";
import {IBondVault} from "../src/interfaces/IBondVault.sol";
import {IDisputeCourt} from "../src/interfaces/IDisputeCourt.sol";
import {IExperienceRegistry} from "../src/interfaces/IExperienceRegistry.sol";
import {IJurorWeights} from "../src/interfaces/IJurorWeights.sol";
import {RegistryFixture} from "./support/RegistryFixture.sol";
import {TestBase} from "./support/TestBase.sol";
import {Trees} from "./support/Trees.sol";

/// @notice The cheat codes that reading columns needs.
interface VmTwin {
    function chainId(uint256 id) external;
    function etch(address account, bytes calldata code) external;
    function pauseGasMetering() external;
    function parseJsonAddress(string calldata json, string calldata key) external pure returns (address);
    function parseJsonUintArray(string calldata json, string calldata key) external pure returns (uint256[] memory);
    function parseJsonIntArray(string calldata json, string calldata key) external pure returns (int256[] memory);
    function parseJsonBoolArray(string calldata json, string calldata key) external pure returns (bool[] memory);
    function parseJsonAddressArray(string calldata json, string calldata key) external pure returns (address[] memory);
    function parseJsonBytesArray(string calldata json, string calldata key) external pure returns (bytes[] memory);
}

/// @notice Weights of jurors that nobody asks for.
contract NoJurors {
    uint256 public constant lookback = type(uint128).max;
}

/// @notice The court with cases as a test wants them.
contract CourtHarness is DisputeCourt {
    constructor(IExperienceRegistry registry_, FaultJudge judge_, NoJurors jurors_)
        DisputeCourt(
            address(1),
            registry_,
            IBondVault(address(2)),
            judge_,
            IJurorWeights(address(jurors_)),
            Periods(1 hours, 1 hours, 1 hours, 1 hours, 1 hours, 1 hours, 1 hours)
        )
    {}

    function setCase(VerdictSignatures.Verdict calldata v) external {
        Case storage c = _cases[v.caseId];
        c.phase = Phase.Voting;
        c.fault = Fault(v.kind);
        c.round = v.round;
        c.proof = v.evidenceHash;
        c.challenger = v.challenger;
        c.snapshot = v.snapshot;
    }
}

/// @notice The oracle with aggregates as a test wants them.
contract OracleHarness is AggregateOracle {
    constructor(IExperienceRegistry registry_, IBondVault bonds_, NoJurors jurors_)
        AggregateOracle(
            registry_,
            bonds_,
            SchemaBook(address(3)),
            IJurorWeights(address(jurors_)),
            Settings(1e12, 500, 1 hours, 1 hours, 1 hours, 10, 2)
        )
    {}

    function setAggregate(uint256 id, bytes32 setHash, bytes32 root, uint48 snapshot) external {
        Aggregate storage a = _aggregates[id];
        a.status = Status.Proposed;
        a.setHash = setHash;
        a.root = root;
        a.proposedAt = snapshot + 1;
    }

    function reject(uint256 id, uint128 bond, address refuter) external {
        _aggregates[id].bond = bond;
        _reject(id, _aggregates[id], 0, refuter);
    }
}

/// @notice Remembers the last slash.
contract SlashRecorder {
    uint256 public burned;
    uint256 public bounty;
    uint256 public pooled;

    function slash(address, uint256 burned_, address, uint256 bounty_, uint256 pooled_) external {
        (burned, bounty, pooled) = (burned_, bounty_, pooled_);
    }
}

/// @notice Reads the files that the TypeScript twin wrote.
abstract contract TwinFile is TestBase {
    VmTwin internal constant vmTwin = VmTwin(address(vm));

    string internal json;

    function open(string memory name) internal {
        vmTwin.pauseGasMetering();
        json = vm.readFile(string.concat("vectors/", name));
    }

    function uints(string memory key) internal view returns (uint256[] memory) {
        return vmTwin.parseJsonUintArray(json, key);
    }

    function ints(string memory key) internal view returns (int256[] memory) {
        return vmTwin.parseJsonIntArray(json, key);
    }

    function bools(string memory key) internal view returns (bool[] memory) {
        return vmTwin.parseJsonBoolArray(json, key);
    }

    function hashes(string memory key) internal view returns (bytes32[] memory) {
        return vm.parseJsonBytes32Array(json, key);
    }

    function addresses(string memory key) internal view returns (address[] memory) {
        return vmTwin.parseJsonAddressArray(json, key);
    }

    function assertCases(uint256 seen, uint256 expected) internal pure {
        assertEq(seen, expected, "number of cases");
    }

    function where(string memory what, uint256 place) internal pure returns (string memory) {
        return string.concat(what, " ", vm.toString(place));
    }
}

contract TwinMedianTest is TwinFile {
    using QualityTally for WeightHistogram.Tally;
    using WeightHistogram for WeightHistogram.Tally;

    struct Cases {
        uint256[] count;
        uint256[] supply;
        uint256[] participationBps;
        uint256[] agreementDelta;
        uint256[] agreementBps;
        uint256[] median;
        uint256[] total;
        uint256[] agreeing;
        bool[] decided;
    }

    mapping(uint256 run => WeightHistogram.Tally) private tallies;

    function test_theTallyDecidesEveryCaseAsTheTwinDoes() public {
        open("chain-median.json");
        Cases memory c = load();
        uint256[] memory scores = uints(".votes.score");
        uint256[] memory weights = uints(".votes.weight");
        uint256 vote = 0;
        for (uint256 i = 0; i < c.count.length; i++) {
            for (uint256 last = vote + c.count[i]; vote < last; vote++) {
                tallies[i].add(scores[vote], weights[vote]);
            }
            check(c, i);
        }
        assertCases(c.count.length, 2000);
        assertEq(vote, scores.length, "votes");
    }

    function check(Cases memory c, uint256 i) private view {
        QualityTally.Result memory result =
            tallies[i].decide(c.supply[i], c.participationBps[i], c.agreementDelta[i], c.agreementBps[i]);
        assertEq(result.median, c.median[i], where("median", i));
        assertEq(result.total, c.total[i], where("total", i));
        assertEq(result.agreeing, c.agreeing[i], where("agreeing", i));
        assertTrue(result.decided == c.decided[i], where("decided", i));
    }

    function load() private view returns (Cases memory c) {
        c.count = uints(".cases.count");
        c.supply = uints(".cases.supply");
        c.participationBps = uints(".cases.participationBps");
        c.agreementDelta = uints(".cases.agreementDelta");
        c.agreementBps = uints(".cases.agreementBps");
        c.median = uints(".cases.median");
        c.total = uints(".cases.total");
        c.agreeing = uints(".cases.agreeing");
        c.decided = bools(".cases.decided");
    }
}

contract TwinMerkleTest is TwinFile {
    struct Claim {
        bytes32 root;
        uint256 count;
        uint256 index;
        bytes32 leaf;
        bytes32[] path;
    }

    struct Cases {
        uint256[] tree;
        uint256[] index;
        uint256[] change;
        bool[] valid;
    }

    RewardDistributor private distributor;
    uint256[] private kinds;
    uint256[] private counts;
    bytes32[] private roots;

    function setUp() public {
        open("chain-merkle.json");
        address[] memory none = new address[](0);
        DsoToken token = new DsoToken("DSO AI", "AI", none, new uint256[](0));
        address at = vmTwin.parseJsonAddress(json, ".distributor");
        distributor = new RewardDistributor(address(1), ERC20Burnable(address(token)), 1 hours, 1 hours, 2);
        vmTwin.etch(at, address(distributor).code);
        distributor = RewardDistributor(at);
        vmTwin.chainId(vm.parseJsonUint(json, ".chainId"));
        kinds = uints(".trees.kind");
        counts = uints(".trees.count");
        roots = hashes(".trees.root");
    }

    function test_everyTreeHasTheTwinsRootAndTheTwinsProofs() public {
        vmTwin.pauseGasMetering();
        bytes32[] memory proofs = hashes(".trees.proofs");
        for (uint256 t = 0; t < roots.length; t++) {
            bytes32[] memory leaves = leavesOf(t);
            assertEq(Trees.root(leaves), roots[t], where("root", t));
            bytes memory all;
            for (uint256 i = 0; i < leaves.length; i++) {
                all = abi.encodePacked(all, Trees.path(leaves, i));
            }
            assertEq(keccak256(all), proofs[t], where("proofs", t));
        }
        assertCases(roots.length, 35);
    }

    function test_everyChangedProofIsJudgedAsByTheTwin() public {
        vmTwin.pauseGasMetering();
        Cases memory c =
            Cases(uints(".cases.tree"), uints(".cases.index"), uints(".cases.change"), bools(".cases.valid"));
        uint256 proven = 0;
        for (uint256 i = 0; i < c.tree.length; i++) {
            bool verified = this.verify(claimOf(c.tree[i], c.index[i], c.change[i]));
            assertTrue(verified == c.valid[i], where("case", i));
            if (verified) proven++;
        }
        assertCases(c.tree.length, 2320);
        assertTrue(proven >= 290 && proven < c.tree.length / 2, "both kinds");
    }

    function claimOf(uint256 tree, uint256 index, uint256 change) private view returns (Claim memory) {
        bytes32[] memory leaves = leavesOf(tree);
        Claim memory claim = Claim(roots[tree], leaves.length, index, leaves[index], Trees.path(leaves, index));
        return changed(claim, leaves, change);
    }

    function verify(Claim calldata c) external pure returns (bool) {
        return MerklePositions.verify(c.root, c.count, c.index, c.leaf, c.path);
    }

    function leavesOf(uint256 tree) private view returns (bytes32[] memory leaves) {
        leaves = new bytes32[](counts[tree]);
        for (uint256 i = 0; i < leaves.length; i++) {
            leaves[i] = leafOf(tree, uint32(i));
        }
    }

    function leafOf(uint256 tree, uint32 index) private view returns (bytes32) {
        string memory name = string.concat(vm.toString(tree), ".", vm.toString(uint256(index)));
        if (kinds[tree] == 2) {
            address account = address(uint160(uint256(keccak256(bytes(string.concat("account ", name))))));
            return distributor.leafOf(index, account, 1000 * tree + index);
        }
        bytes4 prefix = kinds[tree] == 0 ? MerklePositions.RAW_CID : MerklePositions.DAG_CBOR_CID;
        return MerklePositions.recordLeaf(index, prefix, sha256(bytes(string.concat("leaf ", name))));
    }

    function changed(Claim memory c, bytes32[] memory leaves, uint256 change) private pure returns (Claim memory) {
        uint256 length = c.path.length;
        if (change == 1) c.index++;
        else if (change == 2) c.count++;
        else if (change == 3) c.count--;
        else if (change == 4) c.leaf = leaves[(c.index + 1) % leaves.length];
        else if (change == 5 && length > 0) c.path = resized(c.path, length - 1);
        else if (change == 6) c.path = resized(c.path, length + 1);
        else if (change == 7 && length > 1) (c.path[0], c.path[1]) = (c.path[1], c.path[0]);
        return c;
    }

    function resized(bytes32[] memory list, uint256 length) private pure returns (bytes32[] memory copy) {
        copy = new bytes32[](length);
        for (uint256 i = 0; i < length && i < list.length; i++) {
            copy[i] = list[i];
        }
    }
}

contract TwinDigestTest is TwinFile {
    struct Verdicts {
        uint256[] place;
        uint256[] caseId;
        uint256[] kind;
        uint256[] round;
        bytes32[] evidenceHash;
        bool[] upheld;
        address[] challenger;
        uint256[] snapshot;
        uint256[] expiry;
        bytes32[] digest;
    }

    struct Manifests {
        uint256[] place;
        uint256[] schema;
        uint256[] nonce;
        bytes32[] merkleRoot;
        bytes32[] digest;
    }

    struct Cosignatures {
        uint256[] place;
        uint256[] id;
        bytes32[] setHash;
        bytes32[] root;
        uint256[] snapshot;
        uint256[] expiry;
        bytes32[] digest;
    }

    uint256[] private chains;
    address[] private contracts;
    NoJurors private jurors;
    SchemaBook private schemas;

    function setUp() public {
        open("chain-typed-data.json");
        chains = uints(".places.chainId");
        contracts = addresses(".places.contract");
        jurors = new NoJurors();
        schemas = new SchemaBook(address(1), IExperienceRegistry(address(2)));
    }

    function test_jurorsSignTheDigestsOfTheTwin() public {
        vmTwin.pauseGasMetering();
        Verdicts memory all = loadVerdicts();
        for (uint256 p = 0; p < chains.length; p++) {
            vmTwin.chainId(chains[p]);
            CourtHarness court = courtAt(contracts[p]);
            for (uint256 i = 0; i < all.digest.length; i++) {
                if (all.place[i] == p) checkVerdict(court, all, i);
            }
        }
        assertCases(all.digest.length, 600);
    }

    function test_submittersSignTheDigestsOfTheTwin() public {
        vmTwin.pauseGasMetering();
        Manifests memory all = Manifests(
            uints(".manifests.place"),
            uints(".manifests.schema"),
            uints(".manifests.nonce"),
            hashes(".manifests.merkleRoot"),
            hashes(".manifests.digest")
        );
        for (uint256 p = 0; p < chains.length; p++) {
            vmTwin.chainId(chains[p]);
            FaultJudge judge = judgeOf(contracts[p]);
            for (uint256 i = 0; i < all.digest.length; i++) {
                if (all.place[i] == p) checkManifest(judge, all, i);
            }
        }
        assertCases(all.digest.length, 600);
    }

    function test_cosignersSignTheDigestsOfTheTwin() public {
        vmTwin.pauseGasMetering();
        Cosignatures memory all = loadCosignatures();
        for (uint256 p = 0; p < chains.length; p++) {
            vmTwin.chainId(chains[p]);
            OracleHarness oracle = new OracleHarness(IExperienceRegistry(address(2)), IBondVault(address(2)), jurors);
            vmTwin.etch(contracts[p], address(oracle).code);
            for (uint256 i = 0; i < all.digest.length; i++) {
                if (all.place[i] == p) checkCosignature(OracleHarness(contracts[p]), all, i);
            }
        }
        assertCases(all.digest.length, 600);
    }

    function checkVerdict(CourtHarness court, Verdicts memory all, uint256 i) private {
        court.setCase(
            VerdictSignatures.Verdict({
                caseId: all.caseId[i],
                kind: uint8(all.kind[i]),
                round: uint8(all.round[i]),
                evidenceHash: all.evidenceHash[i],
                upheld: all.upheld[i],
                challenger: all.challenger[i],
                snapshot: uint48(all.snapshot[i]),
                expiry: uint48(all.expiry[i])
            })
        );
        bytes32 found = court.verdictDigest(all.caseId[i], all.upheld[i], uint48(all.expiry[i]));
        assertEq(found, all.digest[i], where("verdict", i));
    }

    function checkManifest(FaultJudge judge, Manifests memory all, uint256 i) private view {
        VerdictSignatures.Manifest memory manifest =
            VerdictSignatures.Manifest(uint64(all.schema[i]), uint64(all.nonce[i]), all.merkleRoot[i]);
        assertEq(judge.manifestDigest(manifest), all.digest[i], where("manifest", i));
    }

    function checkCosignature(OracleHarness oracle, Cosignatures memory all, uint256 i) private {
        oracle.setAggregate(all.id[i], all.setHash[i], all.root[i], uint48(all.snapshot[i]));
        bytes32 found = oracle.cosignatureDigest(all.id[i], uint48(all.expiry[i]));
        assertEq(found, all.digest[i], where("cosignature", i));
    }

    function courtAt(address at) private returns (CourtHarness) {
        IExperienceRegistry registry = IExperienceRegistry(address(2));
        CourtHarness court = new CourtHarness(registry, judgeOf(address(registry)), jurors);
        vmTwin.etch(at, address(court).code);
        return CourtHarness(at);
    }

    function judgeOf(address registry) private returns (FaultJudge) {
        return new FaultJudge(IExperienceRegistry(registry), schemas, IAttestationHub(address(0)));
    }

    function loadVerdicts() private view returns (Verdicts memory all) {
        all.place = uints(".verdicts.place");
        all.caseId = uints(".verdicts.caseId");
        all.kind = uints(".verdicts.kind");
        all.round = uints(".verdicts.round");
        all.evidenceHash = hashes(".verdicts.evidenceHash");
        all.upheld = bools(".verdicts.upheld");
        all.challenger = addresses(".verdicts.challenger");
        all.snapshot = uints(".verdicts.snapshot");
        all.expiry = uints(".verdicts.expiry");
        all.digest = hashes(".verdicts.digest");
    }

    function loadCosignatures() private view returns (Cosignatures memory all) {
        all.place = uints(".cosignatures.place");
        all.id = uints(".cosignatures.id");
        all.setHash = hashes(".cosignatures.setHash");
        all.root = hashes(".cosignatures.root");
        all.snapshot = uints(".cosignatures.snapshot");
        all.expiry = uints(".cosignatures.expiry");
        all.digest = hashes(".cosignatures.digest");
    }
}

contract TwinSplitTest is TwinFile {
    function setUp() public {
        open("chain-splits.json");
    }

    function test_feesAreSplitAsByTheTwin() public {
        vmTwin.pauseGasMetering();
        IERC20[] memory tokens = new IERC20[](1);
        tokens[0] = new DsoToken("DSO AI", "AI", new address[](0), new uint256[](0));
        RevenueSplitter splitter = new RevenueSplitter(address(1), address(2), address(3), address(4), tokens);
        uint256[] memory amount = uints(".revenue.amount");
        uint256[][4] memory expected = [
            uints(".revenue.treasury"),
            uints(".revenue.contributors"),
            uints(".revenue.operators"),
            uints(".revenue.research")
        ];
        for (uint256 i = 0; i < amount.length; i++) {
            (uint256 treasury, uint256 contributors, uint256 operators, uint256 research) = splitter.split(amount[i]);
            assertEq(treasury, expected[0][i], where("treasury", i));
            assertEq(contributors, expected[1][i], where("contributors", i));
            assertEq(operators, expected[2][i], where("operators", i));
            assertEq(research, expected[3][i], where("research", i));
        }
        assertCases(amount.length, 1000);
    }

    function test_lostBondsAreSplitAsByTheTwin() public {
        vmTwin.pauseGasMetering();
        uint256[] memory amount = uints(".lost.amount");
        uint256[] memory burned = uints(".lost.burned");
        uint256[] memory toWinner = uints(".lost.toWinner");
        for (uint256 i = 0; i < amount.length; i++) {
            (uint256 lost, uint256 won) = SlashingProfiles.splitLost(amount[i]);
            assertEq(lost, burned[i], where("burned", i));
            assertEq(won, toWinner[i], where("won", i));
        }
        assertCases(amount.length, 500);
    }

    function test_rejectedProposalsAreSplitAsByTheTwin() public {
        vmTwin.pauseGasMetering();
        SlashRecorder vault = new SlashRecorder();
        OracleHarness oracle =
            new OracleHarness(IExperienceRegistry(address(2)), IBondVault(address(vault)), new NoJurors());
        uint256[] memory bond = uints(".rejections.bond");
        bool[] memory refuted = bools(".rejections.refuted");
        uint256[] memory burned = uints(".rejections.burned");
        uint256[] memory bounty = uints(".rejections.bounty");
        uint256[] memory pooled = uints(".rejections.pooled");
        for (uint256 i = 0; i < bond.length; i++) {
            oracle.reject(i, uint128(bond[i]), refuted[i] ? address(5) : address(0));
            assertEq(vault.burned(), burned[i], where("burned", i));
            assertEq(vault.bounty(), bounty[i], where("bounty", i));
            assertEq(vault.pooled(), pooled[i], where("pooled", i));
        }
        assertCases(bond.length, 300);
    }
}

contract TwinSlashTest is TwinFile, RegistryFixture {
    struct Slashes {
        uint256[] bond;
        uint256[] burnShare;
        uint256[] bountyShare;
        uint256[] bountyCap;
        uint256[] lowQualityShare;
        bool[] challenged;
        uint256[] lost;
        uint256[] burned;
        uint256[] bounty;
        uint256[] pooled;
    }

    function test_theRegistrySlashesLowQualityAsTheTwinSays() public {
        open("chain-splits.json");
        Slashes memory s = load();
        for (uint256 i = 0; i < s.bond.length; i++) {
            setParameters(parametersFrom(s, i));
            uint256 before = bonds.freeOf(ALICE);
            uint256 id = submitAs(ALICE, bytes32(i + 1));
            voteAs(CAROL, id, 0);
            if (s.challenged[i]) challengeAs(BOB, id);
            (uint256 burned, uint256 bounty, uint256 pooled) =
                (bonds.unburned(), bonds.credits(BOB), bonds.credits(INSURANCE));
            settle(id);
            assertEq(before - bonds.freeOf(ALICE), s.lost[i], where("lost", i));
            assertEq(bonds.unburned() - burned, s.burned[i], where("burned", i));
            assertEq(bonds.credits(BOB) - bounty, s.bounty[i], where("bounty", i));
            assertEq(bonds.credits(INSURANCE) - pooled, s.pooled[i], where("pooled", i));
        }
        assertCases(s.bond.length, 200);
    }

    function parametersFrom(Slashes memory s, uint256 i)
        private
        pure
        returns (IExperienceRegistry.Parameters memory p)
    {
        p = parameters();
        p.participationBps = 0;
        p.bond = uint96(s.bond[i]);
        p.burnShare = uint16(s.burnShare[i]);
        p.bountyShare = uint16(s.bountyShare[i]);
        p.bountyCap = uint96(s.bountyCap[i]);
        p.lowQualityShare = uint16(s.lowQualityShare[i]);
    }

    function load() private view returns (Slashes memory s) {
        s.bond = uints(".slashes.bond");
        s.burnShare = uints(".slashes.burnShare");
        s.bountyShare = uints(".slashes.bountyShare");
        s.bountyCap = uints(".slashes.bountyCap");
        s.lowQualityShare = uints(".slashes.lowQualityShare");
        s.challenged = bools(".slashes.challenged");
        s.lost = uints(".slashes.lost");
        s.burned = uints(".slashes.burned");
        s.bounty = uints(".slashes.bounty");
        s.pooled = uints(".slashes.pooled");
    }
}

/// @dev No contract computes rewards: roots of cumulative earnings are proposed. This is a second implementation.
contract TwinRewardTest is TwinFile {
    int256 private constant WAD = 1e18;

    struct Cases {
        int256[] information;
        int256[] utility;
        int256[] cost;
        int256[] gamma;
        int256[] beta;
        int256[] lambda;
        int256[] reward;
    }

    struct Epochs {
        uint256[] emission;
        uint256[] capPerMille;
        uint256[] count;
        uint256[] carried;
    }

    function setUp() public {
        open("chain-reward.json");
    }

    function test_rewardsAreTheTwins() public {
        vmTwin.pauseGasMetering();
        Cases memory c = load();
        for (uint256 i = 0; i < c.reward.length; i++) {
            int256 exact = c.gamma[i] * c.information[i] + c.beta[i] * c.utility[i] - c.lambda[i] * c.cost[i];
            int256 remainder = exact % WAD;
            // Rounded down: the remainder of a negative number is negative here.
            int256 reward = (exact - (remainder < 0 ? remainder + WAD : remainder)) / WAD;
            assertTrue(reward == c.reward[i], where("reward", i));
        }
        assertCases(c.reward.length, 1500);
    }

    function test_emissionsAreSharedAsByTheTwin() public {
        vmTwin.pauseGasMetering();
        Epochs memory e = Epochs(
            uints(".epochs.emission"), uints(".epochs.capPerMille"), uints(".epochs.count"), uints(".epochs.carried")
        );
        int256[] memory rewards = ints(".shares.reward");
        uint256[] memory payouts = uints(".shares.payout");
        uint256 place = 0;
        for (uint256 i = 0; i < e.emission.length; i++) {
            uint256 last = place + e.count[i];
            uint256 most = e.emission[i] * e.capPerMille[i] / 1000;
            uint256 sum = sumPositive(rewards, place, last);
            uint256 left = e.emission[i];
            for (; place < last; place++) {
                uint256 payout = rewards[place] > 0 ? e.emission[i] * uint256(rewards[place]) / sum : 0;
                if (payout > most) payout = most;
                assertEq(payout, payouts[place], where("payout", place));
                left -= payout;
            }
            assertEq(left, e.carried[i], where("carried", i));
        }
        assertCases(e.emission.length, 100);
    }

    function sumPositive(int256[] memory rewards, uint256 from, uint256 to) private pure returns (uint256 sum) {
        for (uint256 j = from; j < to; j++) {
            if (rewards[j] > 0) sum += uint256(rewards[j]);
        }
    }

    function load() private view returns (Cases memory c) {
        c.information = ints(".cases.information");
        c.utility = ints(".cases.utility");
        c.cost = ints(".cases.cost");
        c.gamma = ints(".cases.gamma");
        c.beta = ints(".cases.beta");
        c.lambda = ints(".cases.lambda");
        c.reward = ints(".cases.reward");
    }
}

contract TwinLockTest is TwinFile {
    struct History {
        uint256[] time;
        uint256[] kind;
        uint256[] account;
        uint256[] units;
        uint256[] duration;
        uint256[] now_;
        uint256[] allNow;
        uint256[] other;
        uint256[] at;
        uint256[] past;
        uint256[] allPast;
    }

    DsoToken private zoo;
    LockVault private locks;

    function setUp() public {
        open("chain-locks.json");
        address[] memory holders = new address[](1);
        holders[0] = address(this);
        uint256[] memory amounts = new uint256[](1);
        amounts[0] = type(uint128).max;
        zoo = new DsoToken("DSO ZOO", "ZOO", holders, amounts);
        locks = new LockVault(zoo, 1 days);
    }

    function test_weightsAndEndsOfLocksAreTheTwins() public {
        vmTwin.pauseGasMetering();
        uint256[] memory remaining = uints(".weights.remaining");
        uint256[] memory weight = uints(".weights.weight");
        for (uint256 i = 0; i < remaining.length; i++) {
            assertEq(locks.weightPerUnit(remaining[i]), weight[i], where("weight", i));
        }
        uint256[] memory wanted = uints(".ends.wanted");
        uint256[] memory end = uints(".ends.end");
        for (uint256 i = 0; i < wanted.length; i++) {
            assertEq(LockWeight.endOf(wanted[i]), end[i], where("end", i));
        }
        assertCases(remaining.length + wanted.length, 1500);
    }

    function test_aHistoryOfDepositsWeighsAsInTheTwin() public {
        vmTwin.pauseGasMetering();
        History memory h = load();
        for (uint256 i = 0; i < h.time.length; i++) {
            vm.warp(h.time[i]);
            act(h, i);
            assertEq(locks.getVotes(actor(h.account[i])), h.now_[i], where("now", i));
            assertEq(locks.totalWeight(), h.allNow[i], where("all now", i));
            assertEq(locks.getPastVotes(actor(h.other[i]), h.at[i]), h.past[i], where("past", i));
            assertEq(locks.getPastTotalSupply(h.at[i]), h.allPast[i], where("all past", i));
        }
        assertCases(4 * h.time.length, 800);
    }

    function act(History memory h, uint256 i) private {
        address account = actor(h.account[i]);
        uint256 amount = h.units[i] * locks.UNIT();
        if (h.kind[i] == 1) {
            vm.prank(account);
            locks.requestWithdrawal(amount);
            return;
        }
        zoo.transfer(account, amount);
        vm.startPrank(account);
        zoo.approve(address(locks), amount);
        locks.lock(amount, h.duration[i]);
        vm.stopPrank();
    }

    function actor(uint256 place) private pure returns (address) {
        return address(uint160(0xAC700 + place));
    }

    function load() private view returns (History memory h) {
        h.time = uints(".history.time");
        h.kind = uints(".history.kind");
        h.account = uints(".history.account");
        h.units = uints(".history.units");
        h.duration = uints(".history.duration");
        h.now_ = uints(".history.now");
        h.allNow = uints(".history.allNow");
        h.other = uints(".history.other");
        h.at = uints(".history.at");
        h.past = uints(".history.past");
        h.allPast = uints(".history.allPast");
    }
}

contract TwinCommitmentTest is TwinFile, RegistryFixture {
    struct Lists {
        uint256[] count;
        uint256[] epoch;
        address[] voter;
        bytes32[] salt;
        bytes32[] hash;
    }

    struct Challenges {
        uint256[] entryId;
        uint256[] fault;
        bytes[] payload;
        address[] challenger;
        bytes32[] salt;
        bytes32[] hash;
    }

    struct Refutations {
        uint256[] id;
        uint256[] leafIndex;
        uint256[] lane;
        bool[] above;
        address[] challenger;
        bytes32[] salt;
        bytes32[] hash;
    }

    struct Sets {
        uint256[] cap;
        uint256[] qLow;
        uint256[] count;
        bytes32[] setHash;
        bytes32[] frozenHash;
        uint256[] total;
        uint256[] largestBond;
        uint256[] id;
        bytes32[] merkleRoot;
        uint256[] bond;
        uint256[] quality;
    }

    address private at;

    function setUp() public override {
        super.setUp();
        open("chain-commitments.json");
        at = vmTwin.parseJsonAddress(json, ".contract");
        vmTwin.chainId(vm.parseJsonUint(json, ".chainId"));
    }

    function test_sealedVotesHashAsInTheTwin() public {
        vmTwin.pauseGasMetering();
        vmTwin.etch(at, address(registry).code);
        Lists memory l = Lists(
            uints(".lists.count"),
            uints(".lists.epoch"),
            addresses(".lists.voter"),
            hashes(".lists.salt"),
            hashes(".lists.hash")
        );
        uint256[] memory ids = uints(".ballots.id");
        uint256[] memory scores = uints(".ballots.score");
        uint256 next = 0;
        for (uint256 i = 0; i < l.hash.length; i++) {
            checkList(l, i, ballotsFrom(ids, scores, next, l.count[i]));
            next += l.count[i];
        }
        assertCases(l.hash.length, 300);
        assertEq(next, ids.length, "ballots");
    }

    function test_sealedChallengesHashAsInTheTwin() public {
        vmTwin.pauseGasMetering();
        IExperienceRegistry any = IExperienceRegistry(address(2));
        SchemaBook schemas = new SchemaBook(address(1), any);
        FaultJudge judge = new FaultJudge(any, schemas, IAttestationHub(address(0)));
        vmTwin.etch(at, address(new CourtHarness(any, judge, new NoJurors())).code);
        Challenges memory c = Challenges(
            uints(".challenges.entryId"),
            uints(".challenges.fault"),
            vmTwin.parseJsonBytesArray(json, ".challenges.payload"),
            addresses(".challenges.challenger"),
            hashes(".challenges.salt"),
            hashes(".challenges.hash")
        );
        for (uint256 i = 0; i < c.hash.length; i++) {
            checkChallenge(c, i);
        }
        assertCases(c.hash.length, 300);
    }

    function test_sealedRefutationsHashAsInTheTwin() public {
        vmTwin.pauseGasMetering();
        OracleHarness any = new OracleHarness(IExperienceRegistry(address(2)), IBondVault(address(2)), new NoJurors());
        vmTwin.etch(at, address(any).code);
        Refutations memory r = Refutations(
            uints(".refutations.id"),
            uints(".refutations.leafIndex"),
            uints(".refutations.lane"),
            bools(".refutations.above"),
            addresses(".refutations.challenger"),
            hashes(".refutations.salt"),
            hashes(".refutations.hash")
        );
        for (uint256 i = 0; i < r.hash.length; i++) {
            checkRefutation(r, i);
        }
        assertCases(r.hash.length, 300);
    }

    function test_entriesWeighAsInTheTwin() public {
        vmTwin.pauseGasMetering();
        uint256[] memory cap = uints(".weights.cap");
        uint256[] memory qLow = uints(".weights.qLow");
        uint256[] memory bond = uints(".weights.bond");
        uint256[] memory quality = uints(".weights.quality");
        uint256[] memory weight = uints(".weights.weight");
        for (uint256 i = 0; i < weight.length; i++) {
            AggregateWeights.Scale memory scale = AggregateWeights.Scale(uint64(cap[i]), uint16(qLow[i]));
            assertEq(AggregateWeights.weigh(scale, bond[i], quality[i]), weight[i], where("weight", i));
        }
        assertCases(weight.length, 1000);
    }

    function test_setsFreezeAsInTheTwin() public {
        vmTwin.pauseGasMetering();
        Sets memory s = load();
        uint256 next = 0;
        for (uint256 i = 0; i < s.count.length; i++) {
            checkSet(s, i, membersFrom(s, next, s.count[i]));
            next += s.count[i];
        }
        assertCases(s.count.length, 60);
        assertEq(next, s.id.length, "members");
    }

    function checkSet(Sets memory s, uint256 i, IExperienceRegistry.Member[] memory members) private view {
        bytes32 fold = 0;
        for (uint256 j = 0; j < members.length; j++) {
            fold = registry.hashMember(fold, members[j]);
        }
        AggregateWeights.Frozen memory frozen =
            this.freeze(AggregateWeights.Scale(uint64(s.cap[i]), uint16(s.qLow[i])), members);
        assertEq(fold, s.setHash[i], where("hash of the registry", i));
        assertEq(frozen.setHash, s.setHash[i], where("hash of the oracle", i));
        assertEq(frozen.frozenHash, s.frozenHash[i], where("frozen", i));
        assertEq(frozen.total, s.total[i], where("total", i));
        assertEq(frozen.largestBond, s.largestBond[i], where("largest bond", i));
    }

    function membersFrom(Sets memory s, uint256 first, uint256 count)
        private
        pure
        returns (IExperienceRegistry.Member[] memory members)
    {
        members = new IExperienceRegistry.Member[](count);
        for (uint256 j = 0; j < count; j++) {
            uint256 place = first + j;
            members[j] = IExperienceRegistry.Member(
                uint64(s.id[place]), s.merkleRoot[place], uint96(s.bond[place]), uint16(s.quality[place])
            );
        }
    }

    function checkList(Lists memory l, uint256 i, IExperienceRegistry.Ballot[] memory ballots) private view {
        bytes32 found = IExperienceRegistry(at).hashBallots(l.epoch[i], l.voter[i], ballots, l.salt[i]);
        assertEq(found, l.hash[i], where("list", i));
    }

    function ballotsFrom(uint256[] memory ids, uint256[] memory scores, uint256 first, uint256 count)
        private
        pure
        returns (IExperienceRegistry.Ballot[] memory ballots)
    {
        ballots = new IExperienceRegistry.Ballot[](count);
        for (uint256 j = 0; j < count; j++) {
            ballots[j] = IExperienceRegistry.Ballot(uint64(ids[first + j]), uint16(scores[first + j]));
        }
    }

    function checkChallenge(Challenges memory c, uint256 i) private view {
        IDisputeCourt.Fault fault = IDisputeCourt.Fault(c.fault[i]);
        bytes32 found = CourtHarness(at).hashChallenge(c.entryId[i], fault, c.payload[i], c.challenger[i], c.salt[i]);
        assertEq(found, c.hash[i], where("challenge", i));
    }

    function checkRefutation(Refutations memory r, uint256 i) private view {
        bytes32 found = OracleHarness(at)
            .hashRefutation(r.id[i], uint32(r.leafIndex[i]), r.lane[i], r.above[i], r.challenger[i], r.salt[i]);
        assertEq(found, r.hash[i], where("refutation", i));
    }

    function freeze(AggregateWeights.Scale calldata scale, IExperienceRegistry.Member[] calldata members)
        external
        pure
        returns (AggregateWeights.Frozen memory)
    {
        return AggregateWeights.freeze(scale, members);
    }

    function load() private view returns (Sets memory s) {
        s.cap = uints(".sets.cap");
        s.qLow = uints(".sets.qLow");
        s.count = uints(".sets.count");
        s.setHash = hashes(".sets.setHash");
        s.frozenHash = hashes(".sets.frozenHash");
        s.total = uints(".sets.total");
        s.largestBond = uints(".sets.largestBond");
        s.id = uints(".members.id");
        s.merkleRoot = hashes(".members.merkleRoot");
        s.bond = uints(".members.bond");
        s.quality = uints(".members.quality");
    }
}
