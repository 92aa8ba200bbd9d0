// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAttestationHub} from "../../src/interfaces/IAttestationHub.sol";
import {IExperienceRegistry} from "../../src/interfaces/IExperienceRegistry.sol";
import {IScoreKernel} from "../../src/interfaces/IScoreKernel.sol";

/// @notice The part of the bond vault that modules use, with books that can be summed.
contract MockVault {
    mapping(address account => uint256) public freeOf;
    mapping(address module => mapping(address account => uint256)) public lockedOf;
    mapping(address account => uint256) public credits;
    uint256 public burned;
    uint256 public pooled;

    error FreeTooSmall(address account, uint256 free, uint256 required);
    error LockedTooSmall(address module, address account, uint256 locked, uint256 required);
    error BeneficiaryZero();

    function fund(address account, uint256 amount) external {
        freeOf[account] += amount;
    }

    function lock(address account, uint256 amount) external {
        if (freeOf[account] < amount) revert FreeTooSmall(account, freeOf[account], amount);
        freeOf[account] -= amount;
        lockedOf[msg.sender][account] += amount;
    }

    function release(address account, uint256 amount) external {
        _take(account, amount);
        freeOf[account] += amount;
    }

    function slash(address account, uint256 burned_, address beneficiary, uint256 bounty, uint256 pooled_) external {
        if (bounty != 0 && beneficiary == address(0)) revert BeneficiaryZero();
        _take(account, burned_ + bounty + pooled_);
        burned += burned_;
        pooled += pooled_;
        credits[beneficiary] += bounty;
    }

    /// @notice All that an account can get out.
    function wealthOf(address account) external view returns (uint256) {
        return freeOf[account] + credits[account];
    }

    function _take(address account, uint256 amount) private {
        uint256 locked = lockedOf[msg.sender][account];
        if (locked < amount) revert LockedTooSmall(msg.sender, account, locked, amount);
        lockedOf[msg.sender][account] = locked - amount;
    }
}

/// @notice The part of the registry that court, oracle, schema book and facade use.
contract MockRegistry {
    mapping(uint256 id => IExperienceRegistry.EntryView) private _entries;
    mapping(bytes32 key => bytes32 setHash) private _sets;
    mapping(bytes32 key => bool) private _closed;
    mapping(address submitter => mapping(bytes32 merkleRoot => uint256)) public idOf;
    mapping(uint256 id => uint256) public openDisputes;
    uint256 public schemaCount;
    bool public refusesDisputes;

    error ChallengeClosed(uint256 id, uint256 endedAt);

    function setEntry(uint256 id, bytes32 root, uint64 schema, address submitter, uint256 bond) external {
        IExperienceRegistry.EntryView storage entry = _entries[id];
        entry.merkleRoot = root;
        entry.schema = schema;
        entry.submitter = submitter;
        entry.bond = bond;
        entry.submittedAt = block.timestamp;
        entry.status = IExperienceRegistry.Status.Scored;
        idOf[submitter][root] = id;
    }

    function setStatus(uint256 id, IExperienceRegistry.Status status_) external {
        _entries[id].status = status_;
    }

    function setSchemaCount(uint256 count) external {
        schemaCount = count;
    }

    function setRefusesDisputes(bool refuses) external {
        refusesDisputes = refuses;
    }

    function setSet(uint64 schema, uint256 epoch, uint256 page, bytes32 setHash, bool closed) external {
        bytes32 key = keccak256(abi.encode(schema, epoch, page));
        _sets[key] = setHash;
        _closed[key] = closed;
    }

    function openDispute(uint256 id) external {
        if (refusesDisputes) revert ChallengeClosed(id, block.timestamp);
        openDisputes[id] += 1;
    }

    function closeDispute(uint256 id) external {
        openDisputes[id] -= 1;
    }

    function getEntry(uint256 id) external view returns (IExperienceRegistry.EntryView memory) {
        if (_entries[id].submitter == address(0)) revert IExperienceRegistry.EntryUnknown(id);
        return _entries[id];
    }

    function status(uint256 id) external view returns (IExperienceRegistry.Status) {
        return _entries[id].status;
    }

    function finalSet(uint64 schema, uint256 epoch, uint256 page) external view returns (bytes32, uint256, bool) {
        bytes32 key = keccak256(abi.encode(schema, epoch, page));
        return (_sets[key], 0, _closed[key]);
    }
}

/// @notice Weights at the only past second that the tests ask for.
contract MockLocks {
    mapping(address account => uint256) public weights;
    uint256 public total;

    function set(address account, uint256 weight) external {
        total = total - weights[account] + weight;
        weights[account] = weight;
    }

    function getPastVotes(address account, uint256 timepoint) external view returns (uint256) {
        require(timepoint < block.timestamp, "future");
        return weights[account];
    }

    function getPastTotalSupply(uint256 timepoint) external view returns (uint256) {
        require(timepoint < block.timestamp, "future");
        return total;
    }
}

/// @notice Finds a fault where the evidence says so.
contract MockHub is IAttestationHub {
    function isFaulty(uint256, bytes32, address, bytes calldata evidence) external pure returns (bool) {
        return keccak256(evidence) == keccak256("faulty");
    }
}

/// @notice Scores an answer by its length in per mille.
contract LengthKernel is IScoreKernel {
    function score(bytes calldata, bytes calldata answer) external pure returns (uint256) {
        return answer.length > 1000 ? 1000 : answer.length;
    }
}
