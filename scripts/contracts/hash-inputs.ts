import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './find-forge.ts'
import { hashSolidity, listSolidity, readSolidity } from './hash-sources.ts'
import { createImportGraph } from './import-graph.ts'

/** Files and folders that decide how forge's tests end, whatever sources they are of. */
const FORGE_INPUTS: readonly string[] = ['vectors', 'foundry.toml', 'package-lock.json']

/** Those that decide how a whole run ends; reports are what it leaves behind. */
const INPUTS: readonly string[] = [
  ...FORGE_INPUTS,
  'contracts/src',
  'contracts/test',
  'contracts/proofs',
  'contracts/gas.json',
  'contracts/uncovered.json',
  'scripts',
]

/**
 * SHA-256 (hex) of what a run of the contracts' tests depends on: a run that passed need not be repeated until one byte of
 * it changes.
 */
export function hashInputs(): string {
  return hashFiles(INPUTS)
}

/** SHA-256 (hex) of what forge's tests depend on beside Solidity. */
export function hashForgeInputs(): string {
  return hashFiles(FORGE_INPUTS)
}

/**
 * Names what each test file depends on by a SHA-256 (hex): the Solidity that it reaches by imports, and what all share. It
 * stays the same while others change.
 */
export function createSuiteHash(): (file: string) => string {
  const graph = createImportGraph(
    new Map(listSolidity('contracts').map((file) => [file, readSolidity(file)])),
  )
  const shared = hashForgeInputs()
  return (file) => `${hashSolidity([...graph.stepsFrom(file).keys()])} ${shared}`
}

function hashFiles(inputs: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(listFiles).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(ROOT, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function listFiles(input: string): string[] {
  const stats = statSync(path.join(ROOT, input), { throwIfNoEntry: false })
  if (stats?.isDirectory() !== true) return stats === undefined ? [] : [input]
  return readdirSync(path.join(ROOT, input), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
}
