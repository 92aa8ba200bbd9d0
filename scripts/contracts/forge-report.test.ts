import { describe, expect, test } from 'vitest'
import {
  type ForgeReport,
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
