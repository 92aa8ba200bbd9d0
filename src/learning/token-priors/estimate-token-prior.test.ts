import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { toySchema } from '../../../test/fixtures/token-schema.ts'
import { ToyLogitsModel, TOY_PIECES } from '../../../test/fixtures/toy-logits-model.ts'
import { estimateTokenPrior, type TokenGroup } from './estimate-token-prior.ts'
import { groupAdvantages } from './group-advantages.ts'
import { mapVocabulary } from './map-vocabulary.ts'
import type { TokenPrior } from './token-prior.ts'

const schema = toySchema()
const vocabulary = mapVocabulary(schema, new ToyLogitsModel())
const token = (piece: (typeof TOY_PIECES)[number]) => TOY_PIECES.indexOf(piece)
const group = (
  element: number,
  ...rollouts: [reward: number, ...pieces: string[]][]
): TokenGroup => ({
  element,
  rollouts: rollouts.map(([reward, ...pieces]) => ({
    reward,
    tokens: pieces.map((piece) => token(piece as '')),
  })),
})
const estimate = (groups: readonly TokenGroup[], leastGroups = 1) =>
  estimateTokenPrior({ vocabulary, groups, leastGroups })

/** Values by element and piece. */
function spell({ rows }: TokenPrior): Record<number, Record<string, number>> {
  return Object.fromEntries(
    rows.map(({ element, bins, values }) => [
      element,
      Object.fromEntries(Array.from(bins, (bin, i) => [schema.pieces[bin], values[i]])),
    ]),
  )
}

describe('groupAdvantages', () => {
  test('are rewards less their mean, over their deviation', () => {
    expect([...groupAdvantages([1, 0, 0, 1])!]).toEqual([1, -1, -1, 1])
    expect([...groupAdvantages([1, 0, 0, 0])!]).toEqual(
      [3, -1, -1, -1].map((each) => expect.closeTo(each / Math.sqrt(3), 12)),
    )
  })

  test('are none where all rewards are the same, whatever they are', () => {
    for (const reward of [0, 0.5, 1]) expect(groupAdvantages([reward, reward])).toBeUndefined()
    expect(groupAdvantages([1])).toBeUndefined()
  })

  test.prop([fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 })])(
    'add up to 0 and have a mean square of 1',
    (rewards) => {
      const advantages = groupAdvantages(rewards)
      if (advantages === undefined) return
      const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length
      expect(mean(advantages)).toBeCloseTo(0, 6)
      expect(mean(advantages.map((each) => each ** 2))).toBeCloseTo(1, 6)
    },
  )

  test('rewards that are none are refused', () => {
    expect(() => groupAdvantages([])).toThrowDso('SAMPLE_EMPTY')
    for (const reward of [-0.1, 1.1, Number.NaN]) {
      expect(() => groupAdvantages([0, reward])).toThrowDso('REWARD_OUT_OF_RANGE')
    }
  })
})

describe('estimateTokenPrior', () => {
  test('an entry is the excess use in better over worse rollouts', () => {
    const prior = estimate([group(1, [1, 'red', 'a'], [0, 'blue', 'a'])])
    // A = ±1, shares ½: ½ (½ − 0) for red, ½ (0 − ½) for blue; what both use says nothing.
    expect(spell(prior)).toEqual({ 1: { red: 0.25, blue: -0.25 } })
    expect(prior.schema).toBe(schema.id)
  })

  test('groups of one element are averaged, others stay apart, in order', () => {
    const prior = estimate([
      group(2, [1, 'red'], [0, 'blue']),
      group(0, [1, 'one'], [0, 'two']),
      group(2, [1, 'red'], [0, 'a']),
    ])
    expect(spell(prior)).toEqual({
      0: { one: 0.5, two: -0.5 },
      2: { red: 0.5, blue: -0.25, a: -0.25 },
    })
    expect(prior.rows.map(({ element }) => element)).toEqual([0, 2])
  })

  test('what only one task shows is not told', () => {
    const groups = [group(0, [1, 'red'], [0, 'blue']), group(0, [1, 'red'], [0, 'a'])]
    expect(spell(estimateTokenPrior({ vocabulary, groups }))).toEqual({ 0: { red: 0.5 } })
  })

  test('equal rewards, no element, and tokens without a bin say nothing', () => {
    const groups = [
      group(0, [1, 'red'], [1, 'blue']),
      group(-1, [1, 'red'], [0, 'blue']),
      group(1, [1, ''], [0, '']),
    ]
    expect(estimate(groups).rows).toEqual([])
    expect(estimate([]).rows).toEqual([])
  })

  const rollout = fc.record({
    reward: fc.constantFrom(0, 0.25, 0.5, 1),
    tokens: fc.array(fc.nat(TOY_PIECES.length - 1), { maxLength: 6 }),
  })
  const someGroups = fc.array(
    fc.record({
      element: fc.integer({ min: -1, max: 2 }),
      rollouts: fc.array(rollout, { minLength: 1, maxLength: 5 }),
    }),
    { maxLength: 6 },
  )

  test.prop([someGroups])(
    'every entry is finite, not 0, in order, and at most ½ in size',
    (groups) => {
      for (const { bins, values } of estimate(groups).rows) {
        expect([...bins]).toEqual([...new Set(bins)].toSorted((a, b) => a - b))
        for (const value of values) {
          expect(Math.abs(value)).toBeLessThanOrEqual(0.5)
          expect(value).not.toBe(0)
        }
      }
    },
  )

  test.prop([someGroups])('rewards turned round turn every sign', (groups) => {
    const turned = groups.map(({ element, rollouts }) => ({
      element,
      rollouts: rollouts.map(({ reward, tokens }) => ({ reward: 1 - reward, tokens })),
    }))
    const [here, there] = [estimate(groups), estimate(turned)]
    expect(there.rows.map(({ element }) => element)).toEqual(
      here.rows.map(({ element }) => element),
    )
    for (const [index, { bins, values }] of here.rows.entries()) {
      expect(there.rows[index]!.bins).toEqual(bins)
      for (const [at, value] of values.entries()) {
        expect(there.rows[index]!.values[at]).toBeCloseTo(-value, 6)
      }
    }
  })

  test.prop([someGroups, fc.double({ min: 0.1, max: 1, noNaN: true })])(
    'rewards on another scale give the same prior',
    (groups, factor) => {
      const scaled = groups.map(({ element, rollouts }) => ({
        element,
        rollouts: rollouts.map(({ reward, tokens }) => ({ reward: reward * factor, tokens })),
      }))
      const [here, there] = [spell(estimate(groups)), spell(estimate(scaled))]
      for (const [element, row] of Object.entries(here)) {
        for (const [piece, value] of Object.entries(row)) {
          expect(there[Number(element)]?.[piece]).toBeCloseTo(value, 6)
        }
      }
    },
  )

  test('what is no group is refused', () => {
    expect(() => estimate([group(0)])).toThrowDso('SAMPLE_EMPTY')
    expect(() => estimate([group(0, [2, 'red'], [0, 'a'])])).toThrowDso('REWARD_OUT_OF_RANGE')
    expect(() => estimate([group(0.5, [1, 'red'], [0, 'a'])])).toThrowDso('OPTION_INVALID')
    expect(() => estimate([], 0)).toThrowDso('OPTION_INVALID')
    for (const bad of [-1, TOY_PIECES.length, 0.5, Number.NaN]) {
      const rollouts = [
        { reward: 1, tokens: [bad] },
        { reward: 0, tokens: [] },
      ]
      expect(() => estimate([{ element: 0, rollouts }])).toThrowDso('OPTION_INVALID')
    }
  })
})
