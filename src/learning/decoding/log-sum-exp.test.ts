import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { logSumExp } from './log-sum-exp.ts'

describe('logSumExp', () => {
  test('of hand-made values', () => {
    expect(logSumExp(Float64Array.of(0, 0))).toBeCloseTo(Math.LN2, 15)
    expect(logSumExp(Float64Array.of(Math.log(1), Math.log(2), Math.log(5)))).toBeCloseTo(
      Math.log(8),
      14,
    )
    expect(logSumExp(Float64Array.of(-Infinity, 3))).toBe(3)
  })

  test('does not overflow where the exponentials would', () => {
    expect(logSumExp(Float64Array.of(1e300, 1e300))).toBe(1e300)
    expect(logSumExp(Float64Array.of(-5000, -5000))).toBeCloseTo(-5000 + Math.LN2, 9)
  })

  test.prop([fc.float32Array({ minLength: 1, noNaN: true, noDefaultInfinity: true })])(
    'lies between the largest value and ln n above it',
    (values) => {
      const most = values.reduce((a, b) => Math.max(a, b))
      const found = logSumExp(values)
      expect(found).toBeGreaterThanOrEqual(most)
      expect(found).toBeLessThanOrEqual(
        most + Math.log(values.length) + 1e-9 * Math.abs(most) + 1e-9,
      )
    },
  )
})
