import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { measureDivergence } from './measure-divergence.ts'

const logits = fc.float32Array({
  minLength: 5,
  maxLength: 5,
  noNaN: true,
  noDefaultInfinity: true,
})
const f32 = (...values: number[]) => Float32Array.from(values)

describe('measureDivergence', () => {
  test('of hand-made distributions', () => {
    const [half, quarter] = [Math.log(0.5), Math.log(0.25)]
    // JSD of (½, ½) and (¼, ¾): ½ (KL to the middle (⅜, ⅝) of each).
    const bits = (p: number, m: number) => p * Math.log2(p / m)
    const expected =
      (bits(0.5, 0.375) + bits(0.5, 0.625) + bits(0.25, 0.375) + bits(0.75, 0.625)) / 2
    const found = measureDivergence(f32(half, half), f32(quarter, Math.log(0.75)))
    expect(found).toBeCloseTo(expected, 6)
  })

  test('is 1 where no token is common', () => {
    expect(measureDivergence(f32(1000, 0), f32(0, 1000))).toBe(1)
  })

  test.prop([logits, logits])('lies in 0…1 and does not depend on the order', (a, b) => {
    const found = measureDivergence(a, b)
    expect(found).toBeGreaterThanOrEqual(0)
    expect(found).toBeLessThanOrEqual(1)
    expect(measureDivergence(b, a)).toBe(found)
    expect(measureDivergence(a, a)).toBe(0)
  })

  test('refuses what is no pair of distributions', () => {
    expect(() => measureDivergence(f32(1), f32(1, 2))).toThrowDso('LENGTH_MISMATCH')
    expect(() => measureDivergence(f32(), f32())).toThrowDso('SAMPLE_EMPTY')
    for (const value of [Number.NaN, Infinity, -Infinity]) {
      expect(() => measureDivergence(f32(1), f32(value))).toThrowDso('VALUE_NOT_FINITE')
      expect(() => measureDivergence(f32(value), f32(1))).toThrowDso('VALUE_NOT_FINITE')
    }
  })
})
