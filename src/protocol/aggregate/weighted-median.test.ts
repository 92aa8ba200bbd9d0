import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import vectors from '../../../vectors/weighted-median.json' with { type: 'json' }
import type { ErrorCode } from '../error-codes.ts'
import { weightedMedian } from './weighted-median.ts'

const median = (votes: readonly (readonly [value: number, weight: number])[]) =>
  weightedMedian({
    values: Uint16Array.from(votes, ([value]) => value),
    weights: Uint32Array.from(votes, ([, weight]) => weight),
  })

const vote = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 20 }))

describe('weightedMedian', () => {
  test.each(vectors.cases)('$name', ({ values, weights, median }) => {
    const votes = { values: Uint16Array.from(values), weights: Uint32Array.from(weights) }
    expect(weightedMedian(votes)).toBe(median)
  })

  test.each(vectors.refused)('refuses: $name', ({ error, values, weights }) => {
    const votes = { values: Uint16Array.from(values), weights: Uint32Array.from(weights) }
    expect(() => weightedMedian(votes)).toThrowDso(error as ErrorCode)
  })

  test.prop([fc.array(vote, { minLength: 1, maxLength: 12 })])(
    'is the middle of the votes, each written out as often as it weighs',
    (votes) => {
      const all = votes.flatMap(([value, weight]) => Array.from({ length: weight }, () => value))
      fc.pre(all.length > 0)
      const sorted = all.toSorted((a, b) => a - b)
      expect(median(votes)).toBe(sorted[Math.ceil(sorted.length / 2) - 1])
    },
  )

  test.prop([fc.array(vote, { minLength: 1, maxLength: 12 }), fc.array(vote, { maxLength: 12 })])(
    'stays within the honest range while honest weight is more than half',
    (honest, hostile) => {
      const weigh = (votes: readonly (readonly [number, number])[]) =>
        votes.reduce((sum, [, weight]) => sum + weight, 0)
      fc.pre(weigh(honest) > weigh(hostile))
      const counted = honest.filter(([, weight]) => weight > 0).map(([value]) => value)
      const result = median([...hostile, ...honest])
      expect(result).toBeGreaterThanOrEqual(Math.min(...counted))
      expect(result).toBeLessThanOrEqual(Math.max(...counted))
    },
  )

  test.prop([fc.array(vote, { minLength: 1, maxLength: 12 })])(
    'does not depend on the order',
    (votes) => {
      fc.pre(votes.some(([, weight]) => weight > 0))
      expect(median(votes.toReversed())).toBe(median(votes))
    },
  )
})
