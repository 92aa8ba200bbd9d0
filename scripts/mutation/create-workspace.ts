import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ROOT } from '../contracts/find-forge.ts'
import { APART, type ForgeReport, parseForgeReport } from '../contracts/forge-report.ts'
import { type ForgeRun, runForge } from '../contracts/run-forge.ts'

/** A copy of the contracts that may be broken at will. */
export interface Workspace extends Disposable {
  /** Writes one file of the copy. */
  write: (file: string, text: string) => void
  /** Runs these test files of the copy until one test fails. */
  runTests: (tests: readonly string[], timeoutMs?: number) => Promise<TestRun>
}

/** How a run of tests ended. */
export interface TestRun {
  /** `invalid`: it does not compile. */
  outcome: 'passed' | 'failed' | 'timeout' | 'invalid'
  /** `file contract test` of the first failure. */
  by?: string
  milliseconds: number
  /** What forge wrote, where there is no report. */
  output: string
}

/** Says something about the optimizer's output only. */
const OF_OPTIMIZED_CODE = '^test_theRuntimeCodeFitsTheLimit'

/** Copies the contracts and their tests into a temporary folder; packages and tools are linked. */
export function createWorkspace(): Workspace {
  const folder = mkdtempSync(path.join(tmpdir(), 'dso-mutants-'))
  for (const each of ['contracts', 'vectors', 'foundry.toml']) {
    cpSync(path.join(ROOT, each), path.join(folder, each), { recursive: true })
  }
  for (const each of ['node_modules', 'scripts']) {
    symlinkSync(path.join(ROOT, each), path.join(folder, each), 'junction')
  }
  const cache = path.join(folder, 'cache')
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  return {
    write: (file, text) => writeFileSync(path.join(folder, file), text),
    async runTests(tests, timeoutMs) {
      // Inputs that failed once would be tried first in the next run: every mutant begins anew.
      for (const each of ['fuzz', 'invariant']) {
        rmSync(path.join(cache, each), { recursive: true, force: true })
      }
      mkdirSync(cache, { recursive: true })
      const run = await runForge(
        [
          'test',
          `--root=${folder}`,
          '--json',
          '--fail-fast',
          // All invariants of a suite in one game: a fail names the suite, and that is enough.
          `--no-match-test=${APART}|${OF_OPTIMIZED_CODE}`,
          `--match-path=${globOf(tests)}`,
        ],
        {
          cwd: folder,
          env: {
            FOUNDRY_PROFILE: 'mutants',
            // Every mutant is compiled anew, and the optimizer takes most of that time.
            FOUNDRY_OPTIMIZER: 'false',
            FOUNDRY_OUT: path.join(folder, 'out'),
            FOUNDRY_CACHE_PATH: cache,
          },
          ...(timeoutMs === undefined ? {} : { timeoutMs }),
        },
      )
      return judgeRun(run)
    },
    [Symbol.dispose]: () => {
      process.removeListener('exit', remove)
      remove()
    },
  }
}

/** How a run of forge is to be read. */
export function judgeRun({ status, stdout, stderr, timedOut, milliseconds }: ForgeRun): TestRun {
  const output = `${stdout.slice(-2000)}\n${stderr.slice(-2000)}`.trim()
  if (timedOut) return { outcome: 'timeout', milliseconds, output }
  const report = tryParse(stdout)
  if (report === undefined) return { outcome: 'invalid', milliseconds, output }
  const by = firstFailure(report)
  if (by !== undefined) return { outcome: 'failed', by, milliseconds, output: '' }
  return { outcome: status === 0 ? 'passed' : 'invalid', milliseconds, output }
}

function tryParse(stdout: string): ForgeReport | undefined {
  try {
    const report = parseForgeReport(stdout)
    // Forge reports compiler errors as JSON as well.
    const isReport = Object.values(report).every(
      (suite) => typeof suite === 'object' && suite !== null && 'test_results' in suite,
    )
    return isReport && Object.keys(report).length > 0 ? report : undefined
  } catch {
    return undefined
  }
}

function firstFailure(report: ForgeReport): string | undefined {
  for (const [suite, { test_results: results }] of Object.entries(report)) {
    for (const [test, { status }] of Object.entries(results)) {
      if (status === 'Failure') return `${suite.replace(':', ' ')} ${test}`
    }
  }
  return undefined
}

function globOf(tests: readonly string[]): string {
  return tests.length === 1 ? (tests[0] ?? '') : `{${tests.join(',')}}`
}
