import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileStandardJson } from '../compile-solidity.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CONTRACTS = [
  { source: 'DsoToken', file: 'dso-token', name: 'dsoToken' },
  { source: 'ExperienceRegistry', file: 'experience-registry', name: 'experienceRegistry' },
] as const

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
  const sources = CONTRACTS.map(({ source }) => `contracts/src/${source}.sol`)
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries(
      sources.map((name) => [name, { content: readFileSync(path.join(ROOT, name), 'utf8') }]),
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
    const contract = output.contracts?.[`contracts/src/${source}.sol`]?.[source]
    if (contract === undefined) throw new Error(`the compiler gave no output for ${source}`)
    const abi = JSON.stringify(contract.abi, null, 2)
    return {
      path: `src/chain/generated/${file}.ts`,
      text: `// Generated from contracts/src/${source}.sol by \`npm run generate\`. Do not edit.

/** ABI of ${source}. */
export const ${name}Abi = ${abi} as const

/** Creation bytecode of ${source}. */
export const ${name}Bytecode =
  '0x${contract.evm.bytecode.object}'
`,
    }
  })
}

/** Writes what {@link renderContracts} renders. */
export function generateContracts(): void {
  for (const file of renderContracts()) {
    const target = path.join(ROOT, file.path)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, file.text)
  }
}
