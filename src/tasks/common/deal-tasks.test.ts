import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { SPLITS, type Dealt, dealTasks } from './deal-tasks.ts'
import { between } from './draws.ts'

const seeds = fc.nat({ max: 1_000_000 })
const FEW_RUNS = { numRuns: 20 }
const task = (a: number, b: number): Dealt => ({
  request: `add ${a} and ${b}`,
  solution: { sum: a + b },
  literals: [a, b],
})
const dealSums = (seed: number, most: number) =>
  dealTasks(
    (random) => task(between(random, 1, most), between(random, 1, most)),
    createSeededRandom(seed),
  )

describe('dealTasks', () => {
  test.prop([seeds, fc.integer({ min: 2, max: 400 })], FEW_RUNS)(
    'no request, no answer and no combination of literals stands in two splits or twice in one',
    (seed, most) => {
      const deck = dealSums(seed, most)
      const dealt = SPLITS.flatMap((split) => deck[split])
      const distinct = (mark: (task: Dealt) => string) => new Set(dealt.map(mark)).size
      expect(distinct(({ request }) => request)).toBe(dealt.length)
      expect(distinct(({ solution }) => JSON.stringify(solution))).toBe(dealt.length)
      expect(distinct(({ literals }) => literals.join())).toBe(dealt.length)
    },
  )

  test('requests that differ in case only are one', () => {
    let draws = 0
    const deck = dealTasks(
      () => ({ ...task(draws, 1), request: ['a', 'A'][draws++ % 2] ?? '' }),
      createSeededRandom(1),
    )
    expect(SPLITS.flatMap((split) => deck[split])).toHaveLength(1)
  })

  test('a draw that repeats literals in another wording is dropped', () => {
    let draws = 0
    const deck = dealTasks(
      () => ({ request: `${draws}`, solution: { at: draws++ }, literals: ['same'] }),
      createSeededRandom(1),
    )
    expect(SPLITS.flatMap((split) => deck[split])).toHaveLength(1)
  })

  test('each split gets 30 tasks, or a fair share of what there is', () => {
    const full = dealSums(3, 500)
    for (const split of SPLITS) expect(full[split]).toHaveLength(30)
    const few = dealSums(3, 6)
    const sizes = SPLITS.map((split) => few[split].length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    expect(sizes.reduce((a, b) => a + b)).toBeLessThanOrEqual(11)
  })

  test('a generator that makes nothing deals nothing, and ends', () => {
    const deck = dealTasks(() => undefined, createSeededRandom(1))
    expect(deck).toEqual({ practice: [], validation: [], test: [] })
  })

  test.prop([seeds], FEW_RUNS)('every split meets every case within its first tasks', (seed) => {
    let serial = 0
    const deck = dealTasks((random) => {
      const kind = ['a', 'b', 'c', 'd'][random.integer(4)] ?? 'a'
      return { ...task(serial++, 0), case: kind }
    }, createSeededRandom(seed))
    for (const split of SPLITS) {
      const kinds = deck[split].slice(0, 4).map((dealt) => dealt.case)
      expect(new Set(kinds).size).toBe(4)
    }
  })
})
