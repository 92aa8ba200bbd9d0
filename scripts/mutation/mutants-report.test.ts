import { describe, expect, test } from 'vitest'
import type { Workspace } from './create-workspace.ts'
import { judgeRun } from './create-workspace.ts'
import { judgeMutant } from './judge-mutant.ts'
import type { Mutant } from './list-mutants.ts'
import { summariseMutants } from './mutants-report.ts'

const mutant: Mutant = {
  id: 'aa',
  file: 'contracts/src/A.sol',
  line: 3,
  start: 4,
  end: 5,
  operator: 'comparison',
  replacement: '>',
  diff: '- a < b\n+ a > b',
}

test('timeouts count as killed, what does not compile counts as nothing', () => {
  const judged = [
    {
      mutant,
      verdict: { outcome: 'killed' as const, by: 'contracts/test/A.t.sol ATest test_a()' },
    },
    { mutant: { ...mutant, id: 'bb' }, verdict: { outcome: 'timeout' as const } },
    { mutant: { ...mutant, id: 'cc' }, verdict: { outcome: 'invalid' as const } },
    { mutant: { ...mutant, id: 'dd', line: 9 }, verdict: { outcome: 'survived' as const } },
  ]
  const report = summariseMutants(judged, { sources: 'x', generated: 10 }, { dd: 'it is equal' })
  expect(report).toMatchObject({
    generated: 10,
    tested: 4,
    invalid: 1,
    killed: 2,
    timeouts: 1,
    killedShare: 2 / 3,
    byOperator: { comparison: { killed: 2, survived: 1 } },
    killers: { ATest: 1 },
    survived: [{ id: 'dd', line: 9, reason: 'it is equal' }],
  })
})

describe('judgeRun', () => {
  const run = { status: 1, stdout: '', stderr: '', timedOut: false, milliseconds: 5 }
  const suite = (status: string) =>
    JSON.stringify({
      'contracts/test/A.t.sol:ATest': { test_results: { 'test_a()': { status, kind: {} } } },
    })

  test('names the test that failed', () => {
    expect(judgeRun({ ...run, stdout: suite('Failure') })).toMatchObject({
      outcome: 'failed',
      by: 'contracts/test/A.t.sol ATest test_a()',
    })
  })

  test.each([
    [
      'what does not compile is invalid',
      { ...run, stderr: 'Error: Compiler run failed' },
      'invalid',
    ],
    ['no test at all is invalid', { ...run, status: 0, stdout: '{}' }, 'invalid'],
    ['all passed', { ...run, status: 0, stdout: suite('Success') }, 'passed'],
    ['killed in the middle', { ...run, status: null, timedOut: true }, 'timeout'],
  ])('%s', (_, ended, outcome) => {
    expect(judgeRun(ended).outcome).toBe(outcome)
  })
})

describe('judgeMutant', () => {
  const bytes = Buffer.from('a < b')
  const at = { ...mutant, start: 2, end: 3 }

  /** A copy whose runs end as told; remembers what was written and run. */
  function workspaceOf(outcomes: readonly ('passed' | 'failed' | 'invalid')[]) {
    const written: string[] = []
    const runs: (readonly string[])[] = []
    const workspace: Workspace = {
      write: (_, text) => void written.push(text),
      runTests: async (tests) => {
        runs.push(tests)
        return { outcome: outcomes[runs.length - 1] ?? 'passed', milliseconds: 1, output: '' }
      },
      [Symbol.dispose]: () => undefined,
    }
    return { workspace, written, runs }
  }

  test('a mutant that the first wave kills needs no second, and is taken out again', async () => {
    const { workspace, written, runs } = workspaceOf(['failed'])
    const tests = { first: ['a'], rest: ['b'] }
    const verdict = await judgeMutant(at, { workspace, bytes, tests, timeoutMs: 1000 })
    expect(verdict).toEqual({ outcome: 'killed' })
    expect(written).toEqual(['a > b', 'a < b'])
    expect(runs).toEqual([['a']])
  })

  test('only what passes every test survives', async () => {
    const { workspace, runs } = workspaceOf(['passed', 'passed'])
    const tests = { first: ['a'], rest: ['b'] }
    const verdict = await judgeMutant(at, { workspace, bytes, tests, timeoutMs: 1000 })
    expect(verdict).toEqual({ outcome: 'survived' })
    expect(runs).toEqual([['a'], ['b']])
  })

  test('a mutant without time left is out of time', async () => {
    const { workspace } = workspaceOf([])
    const tests = { first: ['a'], rest: [] }
    expect(await judgeMutant(at, { workspace, bytes, tests, timeoutMs: -1 })).toEqual({
      outcome: 'timeout',
    })
  })
})
