import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { drawLogits } from '../../../test/fixtures/toy-logits-model.ts'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { calibrateAlpha } from './calibrate-alpha.ts'
import { combineLogits } from './combine-logits.ts'

describe('calibrateAlpha', () => {
  test.each([0, 0.05, 0.37, 0.8, 1])('finds a single maximum at %d', async (best) => {
    const { alpha, tried } = await calibrateAlpha({
      score: (each) => [-((each - best) ** 2)],
      evaluations: 40,
    })
    expect(Math.abs(alpha - best)).toBeLessThan(0.001)
    expect(tried).toHaveLength(40)
  })

  test('finds the exponent that made the data: held-out answers of a known product', async () => {
    const random = createSeededRandom('calibrate')
    const steps = Array.from({ length: 400 }, (_, step) => {
      const [base, logits] = [drawLogits(`b${step}`, 30), drawLogits(`e${step}`, 30)]
      const expert = { kind: 'logits' as const, logits }
      const { logProbs } = combineLogits({ base, experts: [{ ...expert, alpha: 0.6 }] })
      let left = random.next()
      const token = logProbs.findIndex((logProb) => (left -= Math.exp(logProb)) <= 0)
      return { base, expert, token: Math.max(0, token) }
    })
    const { alpha, probability } = await calibrateAlpha({
      score: (each) =>
        steps.map(({ base, expert, token }) => {
          const experts = [{ ...expert, alpha: each }]
          return combineLogits({ base, experts, plausibility: 0 }).logProbs[token]!
        }),
      most: 2,
      evaluations: 20,
    })
    expect(Math.abs(alpha - 0.6)).toBeLessThan(0.15)
    expect(probability).toBeGreaterThan(0.99)
  })

  test('what never helps gets 0, what always does the largest', async () => {
    const harmful = await calibrateAlpha({ score: (alpha) => [1 - alpha, 1] })
    expect(harmful).toMatchObject({ alpha: 0, mean: 1, plainMean: 1, probability: 0.5 })
    expect((await calibrateAlpha({ score: () => [0.3, 0.4] })).alpha).toBe(0)
    expect((await calibrateAlpha({ score: (alpha) => [alpha], most: 3 })).alpha).toBe(3)
  })

  test('scores of tasks are steps: the smallest exponent on the best one it met', async () => {
    const score = (alpha: number) => [alpha >= 0.3 && alpha < 0.7 ? 1 : 0, 1, 0]
    const { alpha, mean, plainMean, probability } = await calibrateAlpha({ score })
    expect(alpha).toBeGreaterThanOrEqual(0.3)
    expect(alpha).toBeLessThan(0.4)
    expect(mean - plainMean).toBeCloseTo(1 / 3, 12)
    expect(probability).toBe(0.75)
  })

  test.prop([
    fc.func(fc.double({ min: -1e6, max: 1e6, noNaN: true })),
    fc.integer({ min: 3, max: 40 }),
    fc.double({ min: 1e-6, max: 100, noNaN: true }),
  ])(
    'whatever the scores do, it keeps to its calls and never ends below the plain model',
    async (value, evaluations, most) => {
      const asked: number[] = []
      const score = (alpha: number) => {
        asked.push(alpha)
        return [value(alpha)]
      }
      const found = await calibrateAlpha({ score, evaluations, most })
      expect(asked[0]).toBe(0)
      expect(asked.length).toBeLessThanOrEqual(evaluations)
      expect(new Set(asked).size).toBe(asked.length)
      expect(asked.every((alpha) => alpha >= 0 && alpha <= most)).toBe(true)
      expect(found.mean).toBe(Math.max(...found.tried.map(({ mean }) => mean)))
      expect(found.mean).toBeGreaterThanOrEqual(found.plainMean)
      if (found.mean === found.plainMean) expect(found.alpha).toBe(0)
    },
  )

  test('scores of other tasks, no tasks, and scores that are none are refused', async () => {
    const scores = (list: readonly number[]) => (alpha: number) => (alpha === 0 ? [1, 1] : list)
    const calibrate = (score: (alpha: number) => readonly number[]) => calibrateAlpha({ score })
    await expect(calibrate(() => [])).toRejectDso('SAMPLE_EMPTY')
    await expect(calibrate(scores([]))).toRejectDso('SAMPLE_EMPTY')
    await expect(calibrate(scores([1]))).toRejectDso('LENGTH_MISMATCH')
    await expect(calibrate(scores([1, Number.NaN]))).toRejectDso('VALUE_NOT_FINITE')
    await expect(calibrate(() => [Infinity])).toRejectDso('VALUE_NOT_FINITE')
  })

  test('options out of range are refused, and what the score throws is handed on', async () => {
    const score = () => [1]
    for (const most of [0, -1, 101, Number.NaN]) {
      await expect(calibrateAlpha({ score, most })).toRejectDso('OPTION_INVALID')
    }
    for (const evaluations of [2, 1001, 3.5, Number.NaN]) {
      await expect(calibrateAlpha({ score, evaluations })).toRejectDso('OPTION_INVALID')
    }
    const fault = new Error('no model')
    await expect(calibrateAlpha({ score: () => Promise.reject(fault) })).rejects.toBe(fault)
  })
})
