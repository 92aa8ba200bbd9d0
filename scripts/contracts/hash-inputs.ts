import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './find-forge.ts'

/** Files and folders that decide how forge's tests end. */
export const FORGE_INPUTS: readonly string[] = [
  'contracts/src',
  'contracts/test',
  'vectors',
  'foundry.toml',
  'package-lock.json',
]

/** Those that decide how a whole run ends; reports are what it leaves behind. */
const INPUTS: readonly string[] = [
  ...FORGE_INPUTS,
  'contracts/proofs',
  'contracts/gas.json',
  'contracts/uncovered.json',
  'scripts',
]

/**
 * SHA-256 (hex) of what a run of the contracts' tests depends on: a run that passed need not be repeated until one byte of
 * it changes.
 *
 * @param inputs files and folders, relative to the repository; all that a whole run depends on unless given
 */
export function hashInputs(inputs: readonly string[] = INPUTS): string {
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
