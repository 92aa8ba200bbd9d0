import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { cosine } from './cosine.ts'
import { sumInLanes } from './sum-in-lanes.ts'

const f32 = (...values: number[]) => Float32Array.from(values)
const vector = fc.float32Array({ minLength: 5, maxLength: 5, noNaN: true, min: -1000, max: 1000 })

describe('cosine', () => {
  test('of hand-made vectors', () => {
    expect(cosine(f32(1, 0), f32(1, 0))).toBe(1)
    expect(cosine(f32(1, 0), f32(0, 2))).toBe(0)
    expect(cosine(f32(1, 1), f32(-2, -2))).toBeCloseTo(-1, 15)
    expect(cosine(f32(3, 4), f32(4, 3))).toBeCloseTo(0.96, 7)
  })

  test('with a zero vector is 0', () => {
    expect(cosine(f32(0, 0), f32(1, 2))).toBe(0)
  })

  test.prop([vector, vector])('lies in [−1, 1] and does not depend on the order', (a, b) => {
    const value = cosine(a, b)
    expect(Math.abs(value)).toBeLessThanOrEqual(1)
    expect(cosine(b, a)).toBe(value)
  })

  test('refuses other lengths and numbers that are not finite', () => {
    expect(() => cosine(f32(1), f32(1, 2))).toThrowDso('LENGTH_MISMATCH')
    expect(() => cosine(f32(Number.NaN), f32(1))).toThrowDso('VALUE_NOT_FINITE')
    expect(() => cosine(f32(1), f32(Number.POSITIVE_INFINITY))).toThrowDso('VALUE_NOT_FINITE')
  })
})

describe('sumInLanes', () => {
  test('adds every term once', () => {
    expect(sumInLanes(100, (i) => i)).toBe(4950)
    expect(sumInLanes(0, () => 1)).toBe(0)
  })

  test('folds lane i with lane i + 8 first', () => {
    // In this order 2^53 and −2^53 cancel before 1 is added; from left to right the 1 would be lost.
    const terms = [2 ** 53, 1, 0, 0, 0, 0, 0, 0, -(2 ** 53)]
    expect(sumInLanes(terms.length, (i) => terms[i]!)).toBe(1)
    expect(terms.reduce((sum, term) => sum + term)).toBe(0)
  })
})
