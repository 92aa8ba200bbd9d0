import type { TestChoice } from './choose-tests.ts'
import type { Workspace } from './create-workspace.ts'
import { applyMutant, type Mutant } from './list-mutants.ts'
import type { Verdict } from './mutants-report.ts'

/** What {@link judgeMutant} works with. */
export interface JudgeMutantOptions {
  workspace: Workspace
  /** The original bytes of the mutant's file. */
  bytes: Buffer
  tests: TestChoice
  /** Milliseconds for the whole mutant, compilation included. */
  timeoutMs: number
}

/**
 * Puts one mutant into the copy, runs the tests that touch it until one fails, and takes it out again.
 * A mutant that takes more than its time counts as killed: the tests notice that they do not end.
 */
export async function judgeMutant(
  mutant: Mutant,
  { workspace, bytes, tests, timeoutMs }: JudgeMutantOptions,
): Promise<Verdict> {
  const end = performance.now() + timeoutMs
  workspace.write(mutant.file, applyMutant(bytes, mutant))
  try {
    for (const wave of [tests.first, tests.rest]) {
      if (wave.length === 0) continue
      const left = end - performance.now()
      if (left <= 0) return { outcome: 'timeout' }
      const { outcome, by } = await workspace.runTests(wave, left)
      if (outcome === 'failed')
        return by === undefined ? { outcome: 'killed' } : { outcome: 'killed', by }
      if (outcome !== 'passed') return { outcome }
    }
    return { outcome: 'survived' }
  } finally {
    workspace.write(mutant.file, bytes.toString('utf8'))
  }
}
