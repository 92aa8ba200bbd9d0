import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './find-forge.ts'

/** Files and folders that decide how a run of the contracts' tests ends; reports are what it leaves behind. */
const INPUTS = [
  'contracts/src',
  'contracts/test',
  'contracts/proofs',
  'contracts/gas.json',
  'contracts/uncovered.json',
  'vectors',
  'scripts',
  'foundry.toml',
  'package-lock.json',
]

/**
 * SHA-256 (hex) of all that a run of the contracts' tests depends on: a run that passed need not be repeated until one
 * byte of it changes.
 */
export function hashInputs(): string {
  const hash = createHash('sha256')
  for (const file of INPUTS.flatMap(listFiles).sort()) {
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
