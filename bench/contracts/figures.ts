import { GAS_ABSENT, GAS_GOALS } from '../../scripts/contracts/gas-lines.ts'
import { COVERAGE_GOALS } from '../../scripts/contracts/measure-coverage.ts'
import { percentOf } from '../../scripts/contracts/read-lcov.ts'
import type { ContractsReport } from '../../scripts/contracts/report.ts'
import type { MutantsReport } from '../../scripts/mutation/mutants-report.ts'
import { type BenchFigure, type BenchGoal, makeFigure } from '../common/figure.ts'
import type { MissingFigure } from '../common/write-figures.ts'

/** What the tools left behind; a report of other sources than the present ones counts as none. */
export interface ContractsEvidence {
  /** Of `npm run test:contracts -- --profile long`. */
  report: ContractsReport | undefined
  /** Of `npm run mutate:contracts`. */
  mutants: MutantsReport | undefined
  /** Hash of the present sources and tests. */
  sources: string
}

/** The figures that the evidence supports, and the reasons for all others. */
export interface ContractsFigures {
  figures: BenchFigure[]
  notMeasured: MissingFigure[]
}

const TEST_COMMAND = 'npm run test:contracts -- --profile long'
const MUTANT_COMMAND = 'npm run mutate:contracts'

/** Least calls of each invariant and sequences of the model in the long profile. */
const LONG = { calls: 128_000, sequences: 500, steps: 40 }

/** Turns what the tools reported into figures. Nothing is filled in: what is missing or stale is named. */
export function contractsFigures({
  report,
  mutants,
  sources,
}: ContractsEvidence): ContractsFigures {
  const figures: BenchFigure[] = []
  const notMeasured: MissingFigure[] = GAS_ABSENT.map(({ name, reason }) => {
    return { id: `gas-${name}`, reason }
  })
  const add = (
    id: string,
    value: number | string,
    unit: BenchFigure['unit'],
    goal: BenchGoal | null,
    label: string,
  ) => {
    if (typeof value === 'string') notMeasured.push({ id, reason: value })
    else figures.push(makeFigure(id, value, unit, goal, label))
  }

  const tested = current(report, sources, TEST_COMMAND)
  const fromTests = (read: (report: ContractsReport) => number | undefined) => {
    if (typeof tested === 'string') return tested
    return read(tested) ?? `the last run had no such part: ${TEST_COMMAND}`
  }
  const count = (
    id: string,
    min: number | null,
    label: string,
    read: Parameters<typeof fromTests>[0],
  ) => add(id, fromTests(read), 'count', min === null ? null : { min }, label)

  count('solidity-tests', 300, 'passed unit and fuzz tests', ({ tests }) => tests.tests)
  count('fuzz-tests', 120, '… of them fuzz tests', ({ tests }) => tests.fuzz)
  count('invariants', 30, 'passed invariants', ({ tests }) => tests.invariants)
  count(
    'invariant-calls-least',
    LONG.calls,
    'calls of the invariant with the fewest',
    ({ tests }) => tests.leastInvariantCalls ?? undefined,
  )
  for (const what of ['line', 'branch', 'function'] as const) {
    const share = fromTests(({ coverage }) => coverage && percentOf(coverage[what]))
    add(
      `coverage-${what}`,
      share,
      'percent',
      { min: COVERAGE_GOALS[what] },
      `reached by tests, by ${what}`,
    )
  }

  const judged = current(mutants, sources, MUTANT_COMMAND)
  const valid = typeof judged === 'string' ? judged : judged.tested - judged.invalid
  add('mutants', valid, 'count', { min: 200 }, 'small mistakes that compile')
  const killed = typeof judged === 'string' ? judged : judged.killedShare
  add('mutants-killed-share', killed, 'share', { min: 0.95 }, '… of them noticed by a test')

  count(
    'differential-cases',
    10_000,
    'random cases on which TypeScript and Solidity agree',
    ({ cases }) => cases?.['differential-cases'],
  )
  count(
    'model-sequences',
    LONG.sequences,
    'random sequences of calls on which model and chain agree',
    ({ cases }) => cases?.['model-sequences'],
  )
  count('model-steps-each', LONG.steps, '… calls in each, on average', ({ cases }) => {
    const [sequences, steps] = [cases?.['model-sequences'], cases?.['model-steps']]
    return sequences === undefined || steps === undefined ? undefined : steps / sequences
  })

  const attacks = typeof tested === 'string' ? 0 : tested.attacks.length
  const works = ({ onTheVictim }: ContractsReport['attacks'][number]) => onTheVictim > 0
  count('victim-attacks', 14, 'attacks that succeed on the seeds’ contracts', (each) => {
    return each.attacks.filter(works).length
  })
  count('victim-attacks-stopped', attacks, '… of them stopped by ours', (each) => {
    return each.attacks.filter((attack) => works(attack) && attack.stopped).length
  })

  const largest = fromTests(({ sizes }) => sizes && Math.max(...Object.values(sizes)))
  add(
    'largest-contract',
    largest,
    'bytes',
    { max: 20_000 },
    'code of the largest contract on chain',
  )
  const seed = (victim: string | undefined) => {
    const gas =
      typeof tested === 'string' || victim === undefined ? undefined : tested.gas?.[victim]
    return gas === undefined ? '' : `; seed: ${gas}`
  }
  for (const { name, most, note, victim } of GAS_GOALS) {
    const gas = fromTests((each) => each.gas?.[name])
    const label = `gas of a transaction${note === undefined ? '' : `: ${note}`}${seed(victim)}`
    add(`gas-${name}`, gas, 'count', most === undefined ? null : { max: most }, label)
  }
  return { figures, notMeasured }
}

/** A report of the present sources, or why there is none. */
function current<R extends { sources: string }>(
  report: R | undefined,
  sources: string,
  command: string,
): R | string {
  if (report === undefined) return `nothing was measured yet: ${command}`
  if (report.sources !== sources) return `the contracts or tests changed since: ${command}`
  return report
}
