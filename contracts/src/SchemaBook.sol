// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IExperienceRegistry} from "./interfaces/IExperienceRegistry.sol";
import {IScoreKernel} from "./interfaces/IScoreKernel.sol";
import {LeafRules} from "./LeafRules.sol";

/// @title The leaf rule of every schema, written once.
/// @notice Governance adds a rule before the registry knows the schema, and nobody can change or remove it, so that
/// every entry is judged by the rule under which it was submitted. A new version of a format is a new schema.
contract SchemaBook is AccessManaged {
    /// @notice Most lanes of a leaf: 1,024 signs are 128 bytes, 1,024 scores 2,048.
    uint256 public constant MAX_LANES = 1024;
    /// @notice Most leaves of an aggregable schema.
    uint256 public constant MAX_AGGREGATE_LEAVES = 4096;
    /// @notice Most bytes of an opaque leaf, so that it can be shown on chain.
    uint256 public constant MAX_OPAQUE_BYTES = 8192;

    /// @notice The registry whose schemas these are.
    IExperienceRegistry public immutable registry;

    mapping(uint64 schema => LeafRules.Rule) private _rules;
    mapping(uint64 schema => IScoreKernel) private _kernels;

    /// @notice A schema got its rule.
    event SchemaAdded(uint64 indexed schema, LeafRules.Kind kind, uint32 leafCount, uint16 lanes, uint16 maxBytes);
    /// @notice A schema of task scores got the kernel that recomputes them.
    event KernelAdded(uint64 indexed schema, IScoreKernel kernel);

    /// @notice The schema has a rule already.
    error SchemaTaken(uint64 schema);
    /// @notice The registry takes entries of the schema already, so that it is too late for a rule.
    error SchemaInUse(uint64 schema);
    /// @notice The schema has no rule.
    error SchemaUnknown(uint64 schema);
    /// @notice A field of the rule is outside its bounds, or set although the kind does not use it.
    error RuleInvalid(string field, uint256 value);
    /// @notice The schema has a kernel already.
    error KernelTaken(uint64 schema);
    /// @notice The kernel has no code, or the schema does not hold task scores.
    error KernelInvalid(uint64 schema, IScoreKernel kernel);

    /// @param authority_ Access manager that says who adds schemas.
    /// @param registry_ The registry whose schemas these are.
    constructor(address authority_, IExperienceRegistry registry_) AccessManaged(authority_) {
        registry = registry_;
    }

    /// @notice Adds a schema.
    /// @param schema The number that the registry will give it.
    /// @param rule Its rule, see {LeafRules}.
    function addSchema(uint64 schema, LeafRules.Rule calldata rule) external restricted {
        if (_rules[schema].kind != LeafRules.Kind.None) revert SchemaTaken(schema);
        _checkUnused(schema);
        _checkRule(rule);
        _rules[schema] = rule;
        emit SchemaAdded(schema, rule.kind, rule.leafCount, rule.lanes, rule.maxBytes);
    }

    /// @notice Gives a schema of task scores the kernel that recomputes them.
    /// @param schema The schema.
    /// @param kernel A contract whose answer depends on its arguments alone.
    function addKernel(uint64 schema, IScoreKernel kernel) external restricted {
        if (address(_kernels[schema]) != address(0)) revert KernelTaken(schema);
        _checkUnused(schema);
        if (_rules[schema].kind != LeafRules.Kind.TaskScore || address(kernel).code.length == 0) {
            revert KernelInvalid(schema, kernel);
        }
        _kernels[schema] = kernel;
        emit KernelAdded(schema, kernel);
    }

    /// @notice Rule of a schema.
    /// @param schema Its number.
    /// @return The rule; refused where there is none.
    function ruleOf(uint64 schema) external view returns (LeafRules.Rule memory) {
        if (_rules[schema].kind == LeafRules.Kind.None) revert SchemaUnknown(schema);
        return _rules[schema];
    }

    /// @notice Whether a schema has a rule.
    /// @param schema Its number.
    /// @return True once it was added.
    function isKnown(uint64 schema) external view returns (bool) {
        return _rules[schema].kind != LeafRules.Kind.None;
    }

    /// @notice Kernel of a schema of task scores.
    /// @param schema Its number.
    /// @return The kernel, or zero where there is none.
    function kernelOf(uint64 schema) external view returns (IScoreKernel) {
        return _kernels[schema];
    }

    function _checkUnused(uint64 schema) private view {
        if (schema <= registry.schemaCount()) revert SchemaInUse(schema);
    }

    function _checkRule(LeafRules.Rule calldata rule) private pure {
        bool lanes = rule.kind == LeafRules.Kind.Signs || rule.kind == LeafRules.Kind.Scores;
        bool opaque = rule.kind == LeafRules.Kind.Opaque;
        if (rule.kind == LeafRules.Kind.None) revert RuleInvalid("kind", 0);
        _checkField("lanes", rule.lanes, lanes, MAX_LANES);
        _checkField("leafCount", rule.leafCount, lanes, MAX_AGGREGATE_LEAVES);
        _checkField("maxBytes", rule.maxBytes, opaque, MAX_OPAQUE_BYTES);
    }

    /// @dev A field that is used is 1 … `largest`; one that is not is zero.
    function _checkField(string memory field, uint256 value, bool used, uint256 largest) private pure {
        if (used ? value == 0 || value > largest : value != 0) revert RuleInvalid(field, value);
    }
}
