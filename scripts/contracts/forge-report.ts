/** One test as forge reports it; what is not used here is left out. */
interface ForgeTest {
  status: 'Success' | 'Failure' | 'Skipped'
  reason?: string | null
  kind:
    | { Unit: { gas: number } }
    | { Fuzz: { runs: number } }
    | { Table: { runs: number } }
    | { Invariant: { runs: number; calls: number; reverts: number } }
  logs?: ForgeLog[]
}

/** An event that was emitted during a test. */
export interface ForgeLog {
  topics: `0x${string}`[]
  data: `0x${string}`
}

/** What `forge test --json` writes: suites by `path:contract`, tests by signature. */
export type ForgeReport = Readonly<
  Record<string, { test_results: Readonly<Record<string, ForgeTest>> }>
>

/** What the tests of a run were, and how many of each. */
export interface TestSummary {
  /** Passed tests but invariants: unit, fuzz and table tests. */
  tests: number
  /** Passed fuzz tests. */
  fuzz: number
  /** Passed invariants. */
  invariants: number
  /** Runs of the fuzz test with the fewest; null where there is none. */
  leastFuzzRuns: number | null
  /** Calls of the invariant with the fewest; null where there is none. */
  leastInvariantCalls: number | null
  /** All calls of all invariants. */
  invariantCalls: number
  skipped: number
  /** `contract test: reason` of every failure. */
  failures: string[]
}

/** One attack: what it does to the victim, and what ours make of it. */
export interface AttackSummary {
  name: string
  /** Tests in which it succeeds on the victim. */
  onTheVictim: number
  /** Tests in which ours stop it. */
  onOurs: number
  /** It succeeds on the victim, and every test of ours passes, of which there is one at least. */
  stopped: boolean
}

/** Names of the invariants as forge's filters know them: each in games of its own. */
export const APART = '^invariant_'

/** Names of the games in which all invariants of a suite are looked at after every call. */
export const TOGETHER = '^statefulFuzz_'

/** Prefixes of the names of an attack's tests. */
const VICTIM = 'test_onTheVictim_'
const OURS = 'test_onOurs_'

/** Reads the JSON of forge, which may follow other lines. @throws SyntaxError when there is none */
export function parseForgeReport(stdout: string): ForgeReport {
  const line = stdout.split('\n').findLast((each) => each.startsWith('{'))
  return JSON.parse(line ?? stdout) as ForgeReport
}

/** Counts the tests of a report. */
export function summariseTests(report: ForgeReport): TestSummary {
  const all = listTests(report)
  const passed = all.filter(({ test }) => test.status === 'Success').map(({ test }) => test.kind)
  const fuzzRuns = passed.flatMap((kind) => ('Fuzz' in kind ? [kind.Fuzz.runs] : []))
  const calls = passed.flatMap((kind) => ('Invariant' in kind ? [kind.Invariant.calls] : []))
  return {
    tests: passed.length - calls.length,
    fuzz: fuzzRuns.length,
    invariants: calls.length,
    leastFuzzRuns: fuzzRuns.length === 0 ? null : Math.min(...fuzzRuns),
    leastInvariantCalls: calls.length === 0 ? null : Math.min(...calls),
    invariantCalls: calls.reduce((sum, each) => sum + each, 0),
    skipped: all.filter(({ test }) => test.status === 'Skipped').length,
    failures: all
      .filter(({ test }) => test.status === 'Failure')
      .map(({ suite, name, test }) => `${contractOf(suite)} ${name}: ${test.reason ?? 'failed'}`),
  }
}

/** The attacks of a report: contracts with tests that name the victim. */
export function summariseAttacks(report: ForgeReport): AttackSummary[] {
  return Object.entries(report)
    .flatMap(([suite, { test_results: results }]) => {
      const victim = Object.entries(results).filter(([name]) => name.startsWith(VICTIM))
      if (victim.length === 0) return []
      const ours = Object.entries(results).filter(([name]) => name.startsWith(OURS))
      const passes = (tests: typeof ours) =>
        tests.filter(([, { status }]) => status === 'Success').length
      const [onTheVictim, onOurs] = [passes(victim), passes(ours)]
      const stopped = onTheVictim === victim.length && onOurs === ours.length && onOurs > 0
      return [{ name: contractOf(suite).replace(/Test$/, ''), onTheVictim, onOurs, stopped }]
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Every event of every passed test. Forge reports them from `-vv` on. */
export function listLogs(report: ForgeReport): ForgeLog[] {
  return listTests(report).flatMap(({ test }) =>
    test.status === 'Success' ? (test.logs ?? []) : [],
  )
}

/**
 * One report of two: the invariants of the first, which count each, with the calls of the second, in whose games they
 * all are; everything else of the second.
 */
export function joinReports(apart: ForgeReport, together: ForgeReport): ForgeReport {
  const isInvariant = (name: string) => new RegExp(APART).test(name)
  const isGame = (name: string) => new RegExp(TOGETHER).test(name)
  return Object.fromEntries(
    Object.keys({ ...apart, ...together }).map((suite) => {
      const played = Object.entries(together[suite]?.test_results ?? {})
      const [, game] = played.find(([name]) => isGame(name)) ?? []
      const invariants = Object.entries(apart[suite]?.test_results ?? {})
        .filter(([name]) => isInvariant(name))
        .map(([name, test]) => [name, game ?? test])
      const others = played.filter(([name]) => !isGame(name))
      return [suite, { test_results: Object.fromEntries([...invariants, ...others]) }]
    }),
  )
}

function listTests(report: ForgeReport) {
  return Object.entries(report).flatMap(([suite, { test_results: results }]) =>
    Object.entries(results).map(([name, test]) => ({ suite, name, test })),
  )
}

function contractOf(suite: string): string {
  return suite.slice(suite.lastIndexOf(':') + 1)
}
