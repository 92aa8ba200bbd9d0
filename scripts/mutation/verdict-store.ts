import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../contracts/find-forge.ts'
import { hashSolidity } from '../contracts/hash-sources.ts'
import type { ImportGraph } from '../contracts/import-graph.ts'
import type { Mutant } from './list-mutants.ts'
import type { Verdict } from './mutants-report.ts'

/** Verdicts that outlive the process, so that a stopped run goes on where it was. */
export interface VerdictStore {
  /** The verdict on a mutant, if what it rests on has not changed since. */
  find: (mutant: Mutant) => Verdict | undefined
  save: (mutant: Mutant, verdict: Verdict) => void
}

interface Line extends Verdict {
  id: string
  basis: string
}

/** Where verdicts are kept. */
const FILE = path.join(ROOT, 'node_modules/.cache/mutants/verdicts.jsonl')

/**
 * Opens the verdicts of earlier runs.
 *
 * A killed mutant stays killed as long as neither the test that killed it nor anything that this test needs changes. A
 * survivor, or one that ran out of time, is asked again whenever anything changes.
 */
export function openVerdicts(
  { graph, everything }: { graph: ImportGraph; everything: string },
  file = FILE,
): VerdictStore {
  const hashes = new Map<string, string>()
  function basisOf({ outcome, by }: Verdict, mutated: string): string {
    const test = by?.split(' ')[0]
    if (outcome !== 'killed' || test === undefined) return everything
    const key = `${test} ${mutated}`
    const known = hashes.get(key)
    if (known !== undefined) return known
    const hash = hashSolidity([...new Set([...graph.stepsFrom(test).keys(), mutated])])
    hashes.set(key, hash)
    return hash
  }
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  const saved = new Map<string, Line>()
  for (const line of lines) {
    const parsed = tryParse(line)
    if (parsed !== undefined) saved.set(parsed.id, parsed)
  }
  return {
    find: (mutant) => {
      const line = saved.get(mutant.id)
      if (line === undefined || line.basis !== safely(() => basisOf(line, mutant.file)))
        return undefined
      const { outcome, by } = line
      return by === undefined ? { outcome } : { outcome, by }
    },
    save: (mutant, verdict) => {
      const line: Line = { id: mutant.id, basis: basisOf(verdict, mutant.file), ...verdict }
      saved.set(mutant.id, line)
      mkdirSync(path.dirname(file), { recursive: true })
      appendFileSync(file, `${JSON.stringify(line)}\n`)
    },
  }
}

/** A line that a killed process left half written is none. */
function tryParse(line: string): Line | undefined {
  try {
    return JSON.parse(line) as Line
  } catch {
    return undefined
  }
}

/** A test that was deleted cannot be hashed. */
function safely(hash: () => string): string | undefined {
  try {
    return hash()
  } catch {
    return undefined
  }
}
