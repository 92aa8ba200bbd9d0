import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { createSeededRandom } from '../statistics/create-seeded-random.ts'
import { decodeSign1 } from './decode-sign1.ts'
import { distilScale } from './distil-scale.ts'
import { encodeSign1 } from './encode-sign1.ts'

/** Kullback–Leibler divergence of the student's next-token distribution from the teacher's. */
function divergence(teacher: ArrayLike<number>, student: ArrayLike<number>): number {
  const softmax = (logits: ArrayLike<number>) => {
    const powers = Array.from(logits, (logit) => Math.exp(logit))
    const whole = powers.reduce((sum, power) => sum + power, 0)
    return powers.map((power) => power / whole)
  }
  const [p, q] = [softmax(teacher), softmax(student)]
  return p.reduce((sum, each, i) => sum + each * Math.log(each / q[i]!), 0)
}

describe('distilScale', () => {
  test('finds the scale whose logits are the teacher’s', () => {
    const { scale, loss } = distilScale({
      meanMagnitude: 1,
      loss: (each) => divergence([2.5, -2.5, 2.5, -2.5], [each, -each, each, -each]),
    })
    expect(scale).toBeCloseTo(2.5, 4)
    expect(loss).toBeCloseTo(0, 8)
  })

  test('improves the logits of a coded prior', () => {
    const random = createSeededRandom('prior')
    const prior = Float32Array.from({ length: 40 }, () => (random.next() - 0.5) ** 3 * 40)
    const lossOf = (code: Uint8Array) => divergence(prior, decodeSign1(code, { count: 40 }))
    const distilled = encodeSign1(prior, {
      chooseScale: (meanMagnitude) =>
        distilScale({
          meanMagnitude,
          loss: (scale) => lossOf(encodeSign1(prior, { chooseScale: () => scale })),
        }).scale,
    })
    expect(lossOf(distilled)).toBeLessThan(lossOf(encodeSign1(prior)))
  })

  test.prop([fc.double({ min: 1e-6, max: 1e6, noNaN: true }), fc.func(fc.double())])(
    'never returns a scale that is worse, whatever the loss does',
    (meanMagnitude, loss) => {
      const start = loss(Math.fround(meanMagnitude))
      fc.pre(!Number.isNaN(start))
      const result = distilScale({ meanMagnitude, loss })
      expect(result.loss).toBeLessThanOrEqual(start)
      expect(result.loss).toBe(loss(result.scale))
      expect(result.scale).toBe(Math.fround(result.scale))
      expect(result.scale / meanMagnitude).toBeLessThan(4.001)
      expect(result.scale / meanMagnitude).toBeGreaterThan(0.249)
    },
  )

  test('calls the loss as often as it may, and once is enough', () => {
    let calls = 0
    const loss = (scale: number) => {
      calls++
      return scale
    }
    for (const evaluations of [1, 2, 3, 10, 32]) {
      calls = 0
      distilScale({ meanMagnitude: 1, loss, evaluations })
      expect(calls).toBeLessThanOrEqual(evaluations)
      expect(calls).toBeGreaterThanOrEqual(evaluations === 2 ? 1 : evaluations)
    }
    expect(distilScale({ meanMagnitude: 0.5, loss, evaluations: 1 })).toEqual({
      scale: 0.5,
      loss: 0.5,
    })
  })

  test('a loss that is NaN elsewhere leaves the mean magnitude', () => {
    const loss = (scale: number) => (scale === 1 ? 7 : Number.NaN)
    expect(distilScale({ meanMagnitude: 1, loss })).toEqual({ scale: 1, loss: 7 })
  })

  test('refuses a mean magnitude that is none, a loss that is NaN there, options out of range', () => {
    const loss = () => 1
    for (const meanMagnitude of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e39, 1e-50]) {
      expect(() => distilScale({ meanMagnitude, loss })).toThrowDso('SCALE_INVALID')
    }
    expect(() => distilScale({ meanMagnitude: 1, loss: () => Number.NaN })).toThrowDso(
      'SCALE_INVALID',
    )
    for (const options of [
      { reach: 1 },
      { reach: Number.NaN },
      { evaluations: 0 },
      { evaluations: 2.5 },
    ]) {
      expect(() => distilScale({ meanMagnitude: 1, loss, ...options })).toThrowDso('OPTION_INVALID')
    }
  })
})
