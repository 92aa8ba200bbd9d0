import { describe, expect, test } from 'vitest'
import { GAS_ABSENT } from '../../scripts/contracts/gas-lines.ts'
import type { ContractsReport } from '../../scripts/contracts/report.ts'
import type { MutantsReport } from '../../scripts/mutation/mutants-report.ts'
import { FIGURE_IDS } from '../common/figure-ids.ts'
import { contractsFigures } from './figures.ts'

const OWED = FIGURE_IDS['contracts'] ?? []

const attack = { onTheVictim: 1, onOurs: 2 }
const report: ContractsReport = {
  profile: 'long',
  inputs: 'all',
  passed: true,
  sources: 'now',
  seconds: 1,
  tests: {
    tests: 400,
    fuzz: 119,
    invariants: 31,
    leastFuzzRuns: 10_000,
    leastInvariantCalls: 128_000,
    invariantCalls: 4_000_000,
    skipped: 0,
    failures: [],
  },
  attacks: [
    { ...attack, name: 'A', stopped: true },
    { ...attack, name: 'B', stopped: false },
  ],
  gas: { submit: 96_000, 'victim-submit': 164_000 },
  sizes: { A: 10, B: 21_000 },
  coverage: {
    line: { hit: 10, found: 10 },
    branch: { hit: 97, found: 100 },
    function: { hit: 3, found: 3 },
    missed: [],
  },
  cases: { 'model-sequences': 500, 'model-steps': 20_000 },
}
const mutants: MutantsReport = {
  sources: 'now',
  generated: 2000,
  tested: 410,
  invalid: 10,
  killed: 390,
  timeouts: 2,
  killedShare: 0.975,
  byOperator: {},
  byFile: {},
  killers: {},
  survived: [],
}

/** Figures by id. */
function measured(evidence: Parameters<typeof contractsFigures>[0]) {
  return new Map(contractsFigures(evidence).figures.map((figure) => [figure.id, figure]))
}

describe('contractsFigures', () => {
  test.each([
    ['solidity-tests', 400, true],
    ['fuzz-tests', 119, false],
    ['invariants', 31, true],
    ['invariant-calls-least', 128_000, true],
    ['coverage-line', 100, true],
    ['coverage-branch', 97, false],
    ['mutants', 400, true],
    ['mutants-killed-share', 0.975, true],
    ['model-sequences', 500, true],
    ['model-steps-each', 40, true],
    ['victim-attacks', 2, false],
    ['victim-attacks-stopped', 1, false],
    ['largest-contract', 21_000, false],
    ['gas-submit', 96_000, false],
  ])('%s is %d', (id, value, holds) => {
    expect(measured({ report, mutants, sources: 'now' }).get(id)).toMatchObject({ value, holds })
  })

  test('a line of gas stands beside the seed’s', () => {
    const { label } = measured({ report, mutants, sources: 'now' }).get('gas-submit') ?? {}
    expect(label).toContain('seed: 164000')
  })

  test.each([
    ['nothing was measured', { report: undefined, mutants: undefined, sources: 'now' }],
    ['all was measured on other sources', { report, mutants, sources: 'then' }],
  ])('%s: every figure is named with the command that measures it', (_, evidence) => {
    const { figures, notMeasured } = contractsFigures(evidence)
    expect(figures).toEqual([])
    expect(notMeasured.map(({ id }) => id).toSorted()).toEqual(OWED.toSorted())
    const absent = GAS_ABSENT.map(({ name }) => `gas-${name}`)
    for (const { reason } of notMeasured.filter(({ id }) => !absent.includes(id))) {
      expect(reason).toContain('npm run ')
    }
  })

  test('what one part did not measure is named, the others are measured', () => {
    const { gas: _, ...withoutGas } = report
    const { figures, notMeasured } = contractsFigures({
      report: withoutGas,
      mutants,
      sources: 'now',
    })
    expect(figures.map(({ id }) => id)).toContain('solidity-tests')
    expect(notMeasured.map(({ id }) => id)).toContain('gas-submit')
    expect(notMeasured.map(({ id }) => id)).toContain('differential-cases')
  })

  test('every figure is measured or named, and none twice', () => {
    const { figures, notMeasured } = contractsFigures({ report, mutants, sources: 'now' })
    const ids = [...figures, ...notMeasured].map(({ id }) => id)
    expect(ids.toSorted()).toEqual(OWED.toSorted())
  })
})
