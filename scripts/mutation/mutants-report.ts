import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ROOT } from '../contracts/find-forge.ts'
import { countBy, type Mutant } from './list-mutants.ts'

const REPORT = path.join(ROOT, 'contracts/reports/mutants.json')
/** Why a mutant survives: id → the reason. */
const REASONS = path.join(ROOT, 'contracts/survivors.json')

const counts = z.record(z.string(), z.int())

const format = z.strictObject({
  /** `hashTestedSources` when the last mutant was tested. */
  sources: z.string(),
  /** How many mutants there are. */
  generated: z.int(),
  /** How many were tested. */
  tested: z.int(),
  /** How many of these do not compile, and are no mutants therefore. */
  invalid: z.int(),
  killed: z.int(),
  /** How many of the killed took more than their time, as a loop without an end does. */
  timeouts: z.int(),
  /** Part of the valid ones that was killed, 0…1. */
  killedShare: z.number(),
  byOperator: z.record(z.string(), z.strictObject({ killed: z.int(), survived: z.int() })),
  byFile: z.record(z.string(), z.strictObject({ killed: z.int(), survived: z.int() })),
  /** Test contracts by how many mutants they were the first to kill. */
  killers: counts,
  survived: z.array(
    z.strictObject({
      id: z.string(),
      file: z.string(),
      line: z.int(),
      operator: z.string(),
      diff: z.string(),
      reason: z.string().nullable(),
    }),
  ),
})

/** What became of the mutants. */
export type MutantsReport = z.infer<typeof format>

/** What became of one mutant. */
export interface Verdict {
  outcome: 'killed' | 'survived' | 'timeout' | 'invalid'
  /** `file contract test` of the test that killed it. */
  by?: string
}

/** Sums verdicts up. */
export function summariseMutants(
  judged: readonly { mutant: Mutant; verdict: Verdict }[],
  { sources, generated }: { sources: string; generated: number },
  reasons: Readonly<Record<string, string>>,
): MutantsReport {
  const valid = judged.filter(({ verdict }) => verdict.outcome !== 'invalid')
  const survivors = valid.filter(({ verdict }) => verdict.outcome === 'survived')
  const killed = valid.length - survivors.length
  const split = (keyOf: (mutant: Mutant) => string) => {
    const all = countBy(valid.map(({ mutant }) => keyOf(mutant)))
    const lost = countBy(survivors.map(({ mutant }) => keyOf(mutant)))
    return Object.fromEntries(
      Object.entries(all)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, count = 0]) => [
          key,
          { killed: count - (lost[key] ?? 0), survived: lost[key] ?? 0 },
        ]),
    )
  }
  return {
    sources,
    generated,
    tested: judged.length,
    invalid: judged.length - valid.length,
    killed,
    timeouts: valid.filter(({ verdict }) => verdict.outcome === 'timeout').length,
    killedShare: valid.length === 0 ? 0 : killed / valid.length,
    byOperator: split(({ operator }) => operator),
    byFile: split(({ file }) => file),
    killers: sortedCounts(valid.flatMap(({ verdict }) => verdict.by?.split(' ')[1] ?? [])),
    survived: survivors
      .map(({ mutant: { id, file, line, operator, diff } }) => {
        return { id, file, line, operator, diff, reason: reasons[id] ?? null }
      })
      .toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)),
  }
}

function sortedCounts(keys: readonly string[]): Record<string, number> {
  const entries = Object.entries(countBy(keys)) as [string, number][]
  return Object.fromEntries(entries.toSorted(([, a], [, b]) => b - a))
}

/** Why mutants survive, by id, as people wrote it down. */
export function readReasons(): Record<string, string> {
  return existsSync(REASONS)
    ? (JSON.parse(readFileSync(REASONS, 'utf8')) as Record<string, string>)
    : {}
}

/** Writes the report. */
export function writeMutantsReport(report: MutantsReport): string {
  mkdirSync(path.dirname(REPORT), { recursive: true })
  writeFileSync(REPORT, `${JSON.stringify(format.parse(report), null, 2)}\n`)
  return REPORT
}

/** The last report; undefined where there is none. @throws zod's error for a damaged one */
export function readMutantsReport(): MutantsReport | undefined {
  return existsSync(REPORT) ? format.parse(JSON.parse(readFileSync(REPORT, 'utf8'))) : undefined
}
