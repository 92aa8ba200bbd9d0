import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './find-forge.ts'
import { APART } from './forge-report.ts'
import { readSolidity } from './hash-sources.ts'
import { type MissedSource, percentOf, readLcov } from './read-lcov.ts'
import type { ContractsReport } from './report.ts'
import { runForge } from './run-forge.ts'

/** Why a line is not reached by any test: file → the line's text → the reason. */
const REASONS = path.join(ROOT, 'contracts/uncovered.json')
/** Coverage compiles without the optimizer: it must not touch what the tests compiled. */
const FOLDER = path.join(ROOT, 'node_modules/.cache/forge-coverage')

/** What the tests have to reach, in percent. */
export const COVERAGE_GOALS = { line: 100, branch: 98, function: 100 } as const

/** What the tests reached of the contracts. */
export type CoverageReport = NonNullable<ContractsReport['coverage']>

/**
 * Measures what the tests reach, with few runs of each fuzz test and invariant.
 *
 * @throws Error when forge wrote no report, which is what happens when the sources do not compile without the optimizer
 */
export async function measureCoverage(): Promise<CoverageReport> {
  mkdirSync(FOLDER, { recursive: true })
  const file = path.join(FOLDER, 'lcov.info')
  rmSync(file, { force: true })
  const run = await runForge(
    [
      'coverage',
      '--report=lcov',
      `--report-file=${file}`,
      '--exclude-tests',
      `--no-match-test=${APART}`,
      // Gas is another one without the optimizer; whether the tests pass is asked elsewhere.
      '--no-match-path=contracts/test/gas/*',
    ],
    {
      env: {
        FOUNDRY_PROFILE: 'coverage',
        FOUNDRY_OUT: path.join(FOLDER, 'out'),
        FOUNDRY_CACHE_PATH: path.join(FOLDER, 'cache'),
      },
    },
  )
  if (!existsSync(file)) throw new Error(`forge measured no coverage:\n${run.stderr || run.stdout}`)
  const { missed, ...shares } = readLcov(readFileSync(file, 'utf8'), 'contracts/src/')
  const reasons = readReasons()
  return { ...shares, missed: missed.map((each) => explain(each, reasons)) }
}

/** What is wrong with a coverage: shares below their goals, and unreached lines that nobody explains. */
export function checkCoverage(coverage: CoverageReport): string[] {
  const shares = (['line', 'branch', 'function'] as const).flatMap((what) => {
    const unexplained = coverage.missed.filter((each) => each.what === what && each.reason === null)
    const { hit, found } = coverage[what]
    const explained = found - hit - unexplained.length
    const percent = percentOf({ hit: hit + explained, found })
    const goal = COVERAGE_GOALS[what]
    return percent >= goal
      ? []
      : [`coverage by ${what} is ${percent.toFixed(2)} % of what has no reason, goal ${goal} %`]
  })
  const lines = coverage.missed
    .filter(({ what, reason }) => what !== 'branch' && reason === null)
    .map(({ file, line, what, text }) => `${file}:${line} is not reached (${what}): ${text}`)
  return [...shares, ...lines]
}

function explain(
  missed: MissedSource,
  reasons: Readonly<Record<string, Readonly<Record<string, string>>>>,
) {
  const text = readSolidity(missed.file).split('\n')[missed.line - 1]?.trim() ?? ''
  return { ...missed, text, reason: reasons[missed.file]?.[text] ?? null }
}

function readReasons(): Record<string, Record<string, string>> {
  return existsSync(REASONS)
    ? (JSON.parse(readFileSync(REASONS, 'utf8')) as Record<string, Record<string, string>>)
    : {}
}
