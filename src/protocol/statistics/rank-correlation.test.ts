import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { rankCorrelation } from './rank-correlation.ts'

const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
  minLength: 2,
  maxLength: 30,
})

describe('rankCorrelation', () => {
  test.each([
    [[1, 2, 3], [10, 20, 900], 1],
    [[1, 2, 3], [3, 2, 1], -1],
    [[1, 2, 3, 4], [1, 3, 2, 4], 0.8],
    [[1, 1, 2, 3], [1, 2, 3, 4], 0.9486832980505138],
    [[5, 5, 5], [1, 2, 3], 0],
  ])('%j and %j: %f', (left, right, expected) => {
    expect(rankCorrelation(left, right)).toBeCloseTo(expected, 12)
  })

  test.prop([pairs])('is symmetric, between −1 and 1, and turns with the order', (given) => {
    const [left, right] = [given.map(([a]) => a), given.map(([, b]) => b)]
    const found = rankCorrelation(left, right)
    expect(found).toBeCloseTo(rankCorrelation(right, left), 12)
    expect(Math.abs(found)).toBeLessThanOrEqual(1)
    expect(
      rankCorrelation(
        left,
        right.map((value) => -value),
      ),
    ).toBeCloseTo(-found, 12)
  })

  test('lists without sense are refused', () => {
    expect(() => rankCorrelation([1, 2], [1])).toThrowDso('LENGTH_MISMATCH')
    expect(() => rankCorrelation([1], [1])).toThrowDso('SAMPLE_EMPTY')
    expect(() => rankCorrelation([1, Number.NaN], [1, 2])).toThrowDso('VALUE_NOT_FINITE')
  })
})
