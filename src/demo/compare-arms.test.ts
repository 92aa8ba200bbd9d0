import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '../protocol/statistics/create-seeded-random.ts'
import { compareArms, figure, mean, type PooledScore } from './compare-arms.ts'
import type { Arm } from './test-arms.ts'

/** What of a score matters here. */
type Parts = Partial<PooledScore> & Pick<PooledScore, 'arm' | 'success'>

function score({ success, ...parts }: Parts): PooledScore {
  return {
    agent: 'agent-1',
    cluster: '1/a',
    domain: 'a',
    taskId: 'a/1',
    own: true,
    grade: 'explicit',
    several: false,
    reward: Number(success),
    calls: success ? 1 : 3,
    promptTokens: 10,
    success,
    ...parts,
  }
}

/** One agent on `tasks` tasks of a tool: the first `solved` succeed. */
function row(arm: Arm, solved: number, tasks: number, parts: Partial<PooledScore> = {}) {
  return Array.from({ length: tasks }, (_, index) =>
    score({ arm, success: index < solved, taskId: `${parts.domain ?? 'a'}/${index}`, ...parts }),
  )
}

const compare = (scores: readonly PooledScore[]) =>
  new Map(compareArms(scores, createSeededRandom('compare-arms')).map((each) => [each.id, each]))

const A = { domain: 'a', cluster: '1/a', grade: 'explicit', several: false } as const
const B = { domain: 'b', cluster: '1/b', grade: 'vague', several: true } as const

/** An agent that practised on `a` but not on `b`, four tasks each. */
const TABLE: readonly PooledScore[] = [
  ...row('none', 1, 4, { ...A, own: true }),
  ...row('none', 1, 4, { ...B, own: false }),
  ...row('own', 4, 4, { ...A, own: true }),
  ...row('own', 1, 4, { ...B, own: false }),
  ...row('shared', 4, 4, { ...A, own: true }),
  ...row('shared', 3, 4, { ...B, own: false }),
  ...row('clean', 4, 4, { ...A, own: true }),
  ...row('clean', 4, 4, { ...B, own: false }),
  ...row('unverified', 2, 4, { ...A, own: true }),
  ...row('unverified', 4, 4, { ...B, own: false }),
  ...row('placebo', 0, 4, { ...A, own: true }),
  ...row('placebo', 1, 4, { ...B, own: false }),
  ...row('raw-errors', 2, 4, { ...A, own: true }),
  ...row('template', 3, 4, { ...A, own: true }),
  ...row('one-shot', 1, 4, { ...A, own: true }),
  ...row('oracle', 4, 4, { ...A, own: true }),
  ...row('oracle', 4, 4, { ...B, own: false }),
]

describe('compareArms', () => {
  const figures = compare(TABLE)

  // none 2 of 8, own tools 1 of 4; shared 7 of 8; clean 8 of 8; unverified 6 of 8; placebo 1 of 8; oracle 8 of 8.
  test.each([
    ['own-minus-none', 75, 4, 1, true],
    ['shared-minus-own', 50, 4, 1, true],
    ['own-minus-raw-errors', 50, 4, 1, true],
    ['own-minus-template-explicit', 25, 4, 1, true],
    ['own-minus-one-shot', 75, 4, 1, true],
    ['poisoned-minus-clean', -12.5, 8, 2, false],
    ['unverified-minus-clean', -25, 8, 2, null],
    ['placebo-minus-none', -12.5, 8, 2, null],
    ['placebo-minus-none-abs', 12.5, 8, 2, false],
    ['shared-share-of-oracle', (7 - 2) / (8 - 2), null, 2, false],
    ['calls-to-solve-shared-over-none', (7 + 3) / (2 + 18), null, 2, true],
    ['baseline-none', 25, null, 2, true],
  ])('%s is %d', (id, value, n, tools, holds) => {
    expect(figures.get(id)).toMatchObject({ n, tools, holds })
    expect(figures.get(id)?.value).toBeCloseTo(value, 10)
  })

  test('what no score speaks of is left out, not given as zero', () => {
    expect(figures.has('own-minus-template-vague')).toBe(false)
    expect(figures.has('own-minus-one-shot-multi')).toBe(false)
  })

  test('a difference lies within its interval, whose lower bound is a figure of its own', () => {
    for (const id of ['own-minus-none', 'shared-minus-own']) {
      const { low, value, high } = figures.get(id) ?? {}
      expect(low).toBeLessThanOrEqual(value ?? Number.NaN)
      expect(high).toBeGreaterThanOrEqual(value ?? Number.NaN)
      expect(figures.get(`${id}-ci-low`)).toMatchObject({ value: low, low: null, high: null })
    }
  })

  test('the same scores give the same figures', () => {
    expect([...compare(TABLE)]).toEqual([...figures])
  })

  test('grades and rules that need several examples are compared apart', () => {
    const own = { ...B, own: true }
    const scores = [
      ...row('none', 0, 2, own),
      ...row('own', 2, 2, own),
      ...row('template', 1, 2, own),
      ...row('one-shot', 0, 2, own),
      // Another agent's score on the tool does not enter: it has no own memory of it.
      ...row('own', 0, 2, { ...B, own: false }),
      ...row('one-shot', 2, 2, { ...B, own: false }),
    ]
    const found = compare(scores)
    expect(found.get('own-minus-template-vague')?.value).toBe(50)
    expect(found.get('own-minus-one-shot-multi')?.value).toBe(100)
    expect(found.has('own-minus-template-explicit')).toBe(false)
  })

  test('agents share one model: a task counts once, with the mean over them', () => {
    const agents = ['agent-1', 'agent-2', 'agent-3']
    const scores = agents.flatMap((agent, index) => [
      score({ arm: 'own', success: true, agent }),
      score({ arm: 'none', success: index === 0, agent }),
    ])
    const found = compare(scores).get('own-minus-none')
    expect(found).toMatchObject({ n: 1, tools: 1 })
    expect(found?.value).toBeCloseTo(100 * (1 - 1 / 3), 10)
  })

  test('tasks of the same name in other universes are other tasks', () => {
    const scores = [1, 2].flatMap((seed) => [
      score({ arm: 'own', success: true, cluster: `${seed}/a` }),
      score({ arm: 'none', success: seed === 1, cluster: `${seed}/a` }),
    ])
    expect(compare(scores).get('own-minus-none')).toMatchObject({ value: 50, n: 2, tools: 2 })
  })

  test('oracle hints that gain nothing give a finite share', () => {
    const scores = (['none', 'shared', 'oracle'] as const).map((arm) =>
      score({ arm, success: true }),
    )
    expect(compare(scores).get('shared-share-of-oracle')).toMatchObject({ value: 0, holds: false })
  })
})

describe('figure', () => {
  const base = {
    id: 'x',
    label: 'x',
    low: null,
    high: null,
    unit: 'count',
    n: null,
    tools: null,
  } as const

  test.each([
    [{ min: null, max: 0 }, 0, true],
    [{ min: null, max: 0 }, 1, false],
    [undefined, 1, null],
  ])('with goal %o the value %d holds: %s', (goal, value, holds) => {
    expect(figure({ ...base, value }, goal)).toMatchObject({ value, goal: goal ?? null, holds })
  })
})

test('the mean of nothing is 0', () => {
  expect([mean([]), mean([1, 2, 6])]).toEqual([0, 3])
})
