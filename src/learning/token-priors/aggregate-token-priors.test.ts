import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { toySchema } from '../../../test/fixtures/token-schema.ts'
import { aggregateTokenPriors } from './aggregate-token-priors.ts'
import { codeTokenPrior } from './code-token-prior.ts'
import type { CodedTokenPrior, TokenPrior } from './token-prior.ts'

const schema = toySchema()
const BINS = schema.pieces.length

/** A prior that gives some bins of an element a sign and all of them one scale. */
function says(element: number, entries: Record<number, 1 | -1>, scale = 1): CodedTokenPrior {
  const bins = Object.keys(entries).map(Number)
  const row = {
    element,
    bins: Uint32Array.from(bins),
    values: Float32Array.from(Object.values(entries)),
  }
  const prior = { schema: schema.id, rows: [row] }
  return codeTokenPrior({ schema, prior, model: 'toy', scaleOf: () => scale })
}

const aggregate = (
  priors: CodedTokenPrior[],
  weights = priors.map(() => 1),
  leastVoices?: number,
) =>
  aggregateTokenPriors({
    schema,
    priors,
    weights,
    ...(leastVoices === undefined ? {} : { leastVoices }),
  })

const spell = ({ rows }: TokenPrior) =>
  rows.map(({ element, bins, values }) => [
    element,
    Object.fromEntries(Array.from(bins, (bin, i) => [bin, values[i]])),
  ])

describe('aggregateTokenPriors', () => {
  test('an entry is the lower weighted median of those who speak of it', () => {
    const priors = [says(0, { 1: 1, 2: 1 }, 1), says(0, { 1: -1 }, 2), says(0, { 1: 1, 2: -1 }, 3)]
    expect(spell(aggregate(priors, [1, 1, 1], 1))).toEqual([[0, { 1: 1, 2: -3 }]])
    expect(spell(aggregate(priors, [1, 5, 1], 1))).toEqual([[0, { 1: -2, 2: -3 }]])
    expect(spell(aggregate(priors, [3, 1, 1], 1))).toEqual([[0, { 1: 1, 2: 1 }]])
  })

  test('what fewer than three speak of is left out; weight 0 has no voice', () => {
    const priors = [says(1, { 1: 1, 2: 1 }), says(1, { 1: 1, 2: 1 }), says(1, { 1: 1 })]
    expect(spell(aggregate(priors))).toEqual([[1, { 1: 1 }]])
    expect(spell(aggregate(priors, [1, 1, 0]))).toEqual([])
    expect(spell(aggregate(priors, [1, 0, 0], 1))).toEqual([[1, { 1: 1, 2: 1 }]])
  })

  test('elements stay apart, in order', () => {
    const priors = [says(2, { 0: 1 }), says(0, { 0: -1 })]
    expect(spell(aggregate(priors, [1, 1], 1))).toEqual([
      [0, { 0: -1 }],
      [2, { 0: 1 }],
    ])
  })

  const scale = fc.constantFrom(0.5, 1, 2, 4)
  const entries = fc.dictionary(
    fc.integer({ min: 0, max: BINS - 1 }).map(String),
    fc.constantFrom<1 | -1>(1, -1),
    { minKeys: 1 },
  )
  const somePriors = fc.array(fc.tuple(entries, scale, fc.integer({ min: 1, max: 5 })), {
    minLength: 1,
    maxLength: 7,
  })

  test.prop([somePriors, fc.nat()])(
    'the order of the contributors does not matter',
    (list, turn) => {
      const at = turn % list.length
      const turned = [...list.slice(at), ...list.slice(0, at)]
      const [here, there] = [list, turned].map((each) =>
        aggregate(
          each.map(([said, size]) => says(0, said, size)),
          each.map(([, , weight]) => weight),
          1,
        ),
      )
      expect(here).toEqual(there)
    },
  )

  test.prop([somePriors, entries, fc.integer({ min: 1, max: 100 })])(
    'where all honest speak, liars of less weight leave every entry between honest values',
    (honest, lie, liars) => {
      const everywhere = Object.fromEntries(
        Array.from({ length: BINS }, (_, bin) => [bin, 1]),
      ) as Record<number, 1 | -1>
      const priors = honest.map(([said, size]) => says(0, { ...everywhere, ...said }, size))
      const weights = honest.map(([, , weight]) => weight)
      const whole = weights.reduce((sum, weight) => sum + weight, 0)
      const found = aggregate(
        [...priors, says(0, lie, 8)],
        [...weights, Math.min(liars, whole - 1)],
        1,
      )
      const valuesOf = (bin: number) =>
        honest.map(([said, size]) => size * ({ ...everywhere, ...said }[bin] ?? 1))
      for (const [i, bin] of found.rows[0]!.bins.entries()) {
        const value = found.rows[0]!.values[i]!
        expect(value).toBeGreaterThanOrEqual(Math.min(...valuesOf(bin)))
        expect(value).toBeLessThanOrEqual(Math.max(...valuesOf(bin)))
      }
    },
  )

  test('no priors, no weight, weights and priors that are none are refused', () => {
    const one = says(0, { 1: 1 })
    expect(() => aggregate([])).toThrowDso('SAMPLE_EMPTY')
    expect(() => aggregate([one], [0])).toThrowDso('MEDIAN_EMPTY')
    expect(() => aggregate([one], [1, 1])).toThrowDso('LENGTH_MISMATCH')
    for (const weight of [-1, 0.5, Number.NaN, 2 ** 31]) {
      expect(() => aggregate([one], [weight])).toThrowDso('WEIGHT_OUT_OF_RANGE')
    }
    expect(() => aggregate([one], [1], 0)).toThrowDso('OPTION_INVALID')
    expect(() => aggregate([{ ...one, schema: 'other' }])).toThrowDso('SCHEMA_MISMATCH')
    const twice = { ...one, rows: [...one.rows, ...one.rows] }
    expect(() => aggregate([twice])).toThrowDso('FORMAT_INVALID')
    const cut = { ...one, rows: one.rows.map((row) => ({ ...row, code: row.code.slice(1) })) }
    expect(() => aggregate([cut])).toThrowDso('LENGTH_MISMATCH')
  })
})
