import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { decodeMargins } from './decode-margins.ts'
import { probit } from './probit.ts'

describe('probit', () => {
  test.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.9, 1.2815515655446004],
    [0.841344746068543, 1],
    [0.0013498980316300946, -3],
    [1e-6, -4.753424308822899],
    [1e-12, -7.034483825301131],
  ])('of %d is %d', (p, z) => {
    expect(probit(p)).toBeCloseTo(z, 9)
  })

  test.prop([fc.double({ min: 1e-9, max: 0.5, noNaN: true })])(
    'is odd around a half and rises',
    (p) => {
      expect(probit(1 - p)).toBeCloseTo(-probit(p), 6)
      expect(probit(p * 0.999)).toBeLessThan(probit(p))
    },
  )
})

describe('decodeMargins', () => {
  const counts = fc.uint8Array({ minLength: 1, maxLength: 20 }).map((c) => Uint32Array.from(c))

  test.prop([counts])(
    'gives a unit vector, and the opposite one for the opposite votes',
    (given) => {
      const found = decodeMargins({ counts: given, whole: 255 })
      const norm = found.reduce((sum, x) => sum + x * x, 0)
      expect(norm).toBeCloseTo(1, 5)
      const opposite = decodeMargins({ counts: given.map((count) => 255 - count), whole: 255 })
      expect(opposite).toEqual(found.map((x) => -x))
    },
  )

  test('ties everywhere have no direction', () => {
    expect([...decodeMargins({ counts: Uint32Array.of(2, 2), whole: 4 })]).toEqual([0, 0])
  })

  test('the linear curve is the difference of the shares', () => {
    const found = decodeMargins({ counts: Uint32Array.of(0, 4), whole: 7, curve: 'linear' })
    // Shares ½ / 8 and 4½ / 8, so −7/8 and 1/8.
    expect(found[0]! / found[1]!).toBeCloseTo(-7, 5)
  })

  test('counts above the whole, no counts and no whole are refused', () => {
    const counts = Uint32Array.of(3)
    expect(() => decodeMargins({ counts, whole: 2 })).toThrowDso('FORMAT_INVALID')
    expect(() => decodeMargins({ counts, whole: 0 })).toThrowDso('OPTION_INVALID')
    expect(() => decodeMargins({ counts, whole: 2.5 })).toThrowDso('OPTION_INVALID')
    expect(() => decodeMargins({ counts: new Uint32Array(0), whole: 2 })).toThrowDso('SAMPLE_EMPTY')
  })
})
