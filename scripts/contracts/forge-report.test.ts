import { describe, expect, test } from 'vitest'
import { listSolidity, readSolidity } from './hash-sources.ts'
import {
  type ForgeReport,
  joinReports,
  listLogs,
  parseForgeReport,
  summariseAttacks,
  summariseTests,
} from './forge-report.ts'

const log = { topics: ['0x01' as const], data: '0x02' as const }
const report: ForgeReport = {
  'contracts/test/attacks/DoubleVote.t.sol:DoubleVoteTest': {
    test_results: {
      'test_onTheVictim_works()': { status: 'Success', kind: { Unit: { gas: 1 } } },
      'test_onOurs_fails()': { status: 'Success', kind: { Unit: { gas: 1 } }, logs: [log] },
    },
  },
  'contracts/test/attacks/ChainReplay.t.sol:ChainReplayTest': {
    test_results: {
      'test_onTheVictim_works()': { status: 'Success', kind: { Unit: { gas: 1 } } },
      'test_onOurs_fails()': {
        status: 'Failure',
        reason: 'it works',
        kind: { Unit: { gas: 1 } },
        logs: [log],
      },
    },
  },
  'contracts/test/A.t.sol:ATest': {
    test_results: {
      'testFuzz_a(uint256)': { status: 'Success', kind: { Fuzz: { runs: 200 } } },
      'testFuzz_b(uint256)': { status: 'Success', kind: { Fuzz: { runs: 100 } } },
      'invariant_c()': {
        status: 'Success',
        kind: { Invariant: { runs: 2, calls: 20, reverts: 0 } },
      },
      'invariant_d()': {
        status: 'Success',
        kind: { Invariant: { runs: 3, calls: 30, reverts: 0 } },
      },
      'test_e()': { status: 'Skipped', kind: { Unit: { gas: 0 } } },
    },
  },
}

test('tests are counted by kind, and only those that passed', () => {
  expect(summariseTests(report)).toEqual({
    tests: 5,
    fuzz: 2,
    invariants: 2,
    leastFuzzRuns: 100,
    leastInvariantCalls: 20,
    invariantCalls: 50,
    skipped: 1,
    failures: ['ChainReplayTest test_onOurs_fails(): it works'],
  })
})

test('a run without any test has no least of anything', () => {
  expect(summariseTests({})).toMatchObject({
    tests: 0,
    leastFuzzRuns: null,
    leastInvariantCalls: null,
  })
})

test('an attack is stopped only where every test of it passes', () => {
  expect(summariseAttacks(report)).toEqual([
    { name: 'ChainReplay', onTheVictim: 1, onOurs: 0, stopped: false },
    { name: 'DoubleVote', onTheVictim: 1, onOurs: 1, stopped: true },
  ])
})

test('an attack that nothing of ours answers is not stopped', () => {
  const alone: ForgeReport = {
    'x:XTest': {
      test_results: { 'test_onTheVictim_a()': { status: 'Success', kind: { Unit: { gas: 1 } } } },
    },
  }
  expect(summariseAttacks(alone)[0]?.stopped).toBe(false)
})

test('events of failed tests do not count', () => {
  expect(listLogs(report)).toEqual([log])
})

describe('parseForgeReport', () => {
  test('finds the JSON after other lines', () => {
    expect(parseForgeReport('Compiling\n{"a":{"test_results":{}}}\n')).toEqual({
      a: { test_results: {} },
    })
  })

  test('no JSON is refused', () => {
    expect(() => parseForgeReport('Error: compiler failed')).toThrow(SyntaxError)
  })
})

describe('joinReports', () => {
  const game = (status: 'Success' | 'Failure', calls: number) => ({
    status,
    kind: { Invariant: { runs: 1, calls, reverts: 0 } },
  })
  const fuzz = (runs: number) => ({ status: 'Success' as const, kind: { Fuzz: { runs } } })
  const apart: ForgeReport = {
    a: {
      test_results: {
        'invariant_x()': game('Success', 60),
        'invariant_y()': game('Success', 60),
        'testFuzz_z(uint256)': fuzz(200),
      },
    },
    b: { test_results: { 'testFuzz_w(uint256)': fuzz(200) } },
  }
  const together = (status: 'Success' | 'Failure'): ForgeReport => ({
    a: {
      test_results: {
        'statefulFuzz_all()': game(status, 128_000),
        'testFuzz_z(uint256)': fuzz(10_000),
      },
    },
    b: { test_results: { 'testFuzz_w(uint256)': fuzz(10_000) } },
  })

  test('every invariant has the calls of the game that it was in', () => {
    expect(summariseTests(joinReports(apart, together('Success')))).toMatchObject({
      tests: 2,
      fuzz: 2,
      invariants: 2,
      leastFuzzRuns: 10_000,
      leastInvariantCalls: 128_000,
      failures: [],
    })
  })

  test('a game that fails fails all that are in it', () => {
    expect(summariseTests(joinReports(apart, together('Failure')))).toMatchObject({
      invariants: 0,
      failures: ['a invariant_x(): failed', 'a invariant_y(): failed'],
    })
  })
})

test('the game of a suite looks at every invariant of it', () => {
  const suites = listSolidity('contracts/test').flatMap((file) =>
    readSolidity(file).split(/^(?=(?:abstract )?contract )/m),
  )
  const names = (text: string) => [...text.matchAll(/invariant_\w+/g)].map(([name]) => name)
  const found = suites.flatMap((suite) => {
    const declared = names([...suite.matchAll(/function invariant_\w+/g)].join('\n'))
    if (declared.length === 0) return []
    const game = /function statefulFuzz_allTogether\(\)[^{]*\{([^}]*)\}/.exec(suite)?.[1] ?? ''
    expect(names(game)).toEqual(declared)
    return declared
  })
  expect(found.length).toBeGreaterThan(30)
})
