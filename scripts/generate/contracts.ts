import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileStandardJson } from '../compile-solidity.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CONTRACTS = [
  { source: 'AccessWiring', file: 'access-wiring', name: 'accessWiring' },
  { source: 'AggregateOracle', file: 'aggregate-oracle', name: 'aggregateOracle' },
  { source: 'BondVault', file: 'bond-vault', name: 'bondVault' },
  { source: 'DisputeCourt', file: 'dispute-court', name: 'disputeCourt' },
  { source: 'DsoGovernor', file: 'dso-governor', name: 'dsoGovernor' },
  { source: 'DsoToken', file: 'dso-token', name: 'dsoToken' },
  { source: 'ExperienceRegistry', file: 'experience-registry', name: 'experienceRegistry' },
  { source: 'FaultJudge', file: 'fault-judge', name: 'faultJudge' },
  { source: 'JurorBonds', file: 'juror-bonds', name: 'jurorBonds' },
  { source: 'LockVault', file: 'lock-vault', name: 'lockVault' },
  { source: 'RevenueSplitter', file: 'revenue-splitter', name: 'revenueSplitter' },
  { source: 'RewardDistributor', file: 'reward-distributor', name: 'rewardDistributor' },
  { source: 'SchemaBook', file: 'schema-book', name: 'schemaBook' },
  { source: 'TimelockController', file: 'timelock-controller', name: 'timelockController' },
  { source: 'ZooFacade', file: 'zoo-facade', name: 'zooFacade' },
] as const

/** Contracts that are taken as they are, by the names under which ours import them. */
const FOREIGN: Readonly<Record<string, string>> = {
  TimelockController: '@openzeppelin/contracts/governance/TimelockController.sol',
}

interface CompilerOutput {
  errors?: { severity: string; formattedMessage: string }[]
  contracts?: Record<
    string,
    Record<string, { abi: unknown[]; evm: { bytecode: { object: string } } }>
  >
}

/** A generated file: path relative to the repository, and its text. */
export interface GeneratedFile {
  path: string
  text: string
}

/**
 * Compiles the contracts and renders one TypeScript module each, with ABI and creation bytecode. The same sources give
 * the same bytes everywhere: the bytecode carries no metadata.
 */
export function renderContracts(): GeneratedFile[] {
  const sources = CONTRACTS.map(({ source }) => unitOf(source))
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries(
      sources.map((name) => [name, { content: readFileSync(fileOf(name), 'utf8') }]),
    ),
    settings: {
      evmVersion: 'cancun',
      optimizer: { enabled: true, runs: 200 },
      metadata: { bytecodeHash: 'none', appendCBOR: false },
      outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
    },
  }
  const output = JSON.parse(compileStandardJson(JSON.stringify(input))) as CompilerOutput
  const faults = (output.errors ?? []).filter(({ severity }) => severity === 'error')
  if (faults.length > 0) throw new Error(faults.map((fault) => fault.formattedMessage).join('\n'))
  return CONTRACTS.map(({ source, file, name }) => {
    const contract = output.contracts?.[unitOf(source)]?.[source]
    if (contract === undefined) throw new Error(`the compiler gave no output for ${source}`)
    const abi = JSON.stringify(contract.abi, null, 2)
    return {
      path: `src/chain/generated/${file}.ts`,
      text: `// Generated from ${unitOf(source)} by \`npm run generate\`. Do not edit.

/** ABI of ${source}. */
export const ${name}Abi = ${abi} as const

/** Creation bytecode of ${source}. */
export const ${name}Bytecode =
  '0x${contract.evm.bytecode.object}'
`,
    }
  })
}

function unitOf(source: string): string {
  return FOREIGN[source] ?? `contracts/src/${source}.sol`
}

function fileOf(unit: string): string {
  return path.join(ROOT, unit.startsWith('@') ? 'node_modules' : '', unit)
}

/** Writes what {@link renderContracts} renders. */
export function generateContracts(): void {
  for (const file of renderContracts()) {
    const target = path.join(ROOT, file.path)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, file.text)
  }
}
