import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { weighExperts } from './weigh-experts.ts'

const credit = (used: [number, number], without: [number, number]) => ({
  with: { trials: used[0], rewards: 1000 * used[1] },
  without: { trials: without[0], rewards: 1000 * without[1] },
})
const PROVED = credit([900, 850], [100, 10])
const HARMFUL = credit([900, 100], [100, 90])

describe('weighExperts', () => {
  test('what is not known to help gets nothing', () => {
    expect(weighExperts([undefined, credit([3, 3], [0, 0]), HARMFUL])).toEqual([0, 0, 0])
    expect(weighExperts([])).toEqual([])
  })

  test('proved experiences share what there is, each at most 1', () => {
    expect(weighExperts([PROVED])).toEqual([1])
    expect(weighExperts([PROVED, undefined, PROVED])).toEqual([0.5, 0, 0.5])
    expect(weighExperts([PROVED, PROVED, PROVED, PROVED], { most: 2 })).toEqual([
      0.5, 0.5, 0.5, 0.5,
    ])
  })

  test.prop([fc.array(fc.tuple(fc.nat(200), fc.nat(200), fc.nat(50), fc.nat(50)))])(
    'exponents are ≥ 0 and the model keeps one ≥ 0',
    (counts) => {
      const alphas = weighExperts(counts.map(([a, b, c, d]) => credit([a + b, a], [c + d, c])))
      expect(alphas.every((alpha) => alpha >= 0 && alpha <= 1)).toBe(true)
      expect(alphas.reduce((sum, alpha) => sum + alpha, 0)).toBeLessThanOrEqual(1 + 1e-12)
    },
  )

  test('counts that cannot be, and a bound that is none, are refused', () => {
    expect(() => weighExperts([credit([1, 2], [0, 0])])).toThrowDso('OPTION_INVALID')
    expect(() => weighExperts([PROVED], { most: 0 })).toThrowDso('OPTION_INVALID')
  })
})
