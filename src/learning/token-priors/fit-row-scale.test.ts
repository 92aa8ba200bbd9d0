import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { drawLogits } from '../../../test/fixtures/toy-logits-model.ts'
import { combineLogits } from '../decoding/combine-logits.ts'
import { fitRowScale, type TeacherStep } from './fit-row-scale.ts'
import { MAX_ROW_SCALE } from './token-prior.ts'

const SIZE = 200
const f32 = (...values: number[]) => Float32Array.from(values)

/** Signs of every other of the first 60 tokens. */
const signs = {
  tokens: Uint32Array.from({ length: 30 }, (_, index) => 2 * index),
  values: Float32Array.from({ length: 30 }, (_, index) => (index % 3 === 0 ? -1 : 1)),
}

/** A teacher that differs from the student by scale · signs, a constant, and what `more` adds. */
function teach(
  seed: string,
  scale: number,
  more: (token: number) => number = () => 0,
): TeacherStep {
  const student = drawLogits(seed, SIZE)
  const teacher = student.map((logit, token) => logit + 2 + more(token))
  for (const [index, token] of signs.tokens.entries()) {
    teacher[token]! += scale * signs.values[index]!
  }
  return { student, teacher }
}

describe('fitRowScale', () => {
  test.each([0.1, 1.5, 6])(
    'finds the scale of a teacher that is the row itself: %d',
    async (scale) => {
      const steps = ['a', 'b', 'c'].map((seed) => teach(seed, scale))
      const found = await fitRowScale({ signs, steps })
      expect(found.scale).toBeCloseTo(scale, 4)
      expect(found.explained).toBeCloseTo(1, 5)
    },
  )

  test('a teacher that also differs otherwise is explained in part', async () => {
    const noise = drawLogits('noise', SIZE)
    const steps = ['a', 'b', 'c', 'd'].map((seed) => teach(seed, 1, (token) => 0.2 * noise[token]!))
    const { scale, explained } = await fitRowScale({ signs, steps })
    expect(scale).toBeGreaterThan(0.5)
    expect(scale).toBeLessThan(1.5)
    expect(explained).toBeGreaterThan(0.1)
    expect(explained).toBeLessThan(1)
  })

  test('is bounded, and 0 where the teacher goes the opposite way or nowhere', async () => {
    expect((await fitRowScale({ signs, steps: [teach('a', 50)] })).scale).toBe(MAX_ROW_SCALE)
    expect((await fitRowScale({ signs, steps: [teach('a', 5)], most: 2 })).scale).toBe(2)
    const opposite = await fitRowScale({ signs, steps: [teach('a', -1)] })
    expect(opposite).toEqual({ scale: 0, explained: 0 })
    const same = drawLogits('same', SIZE)
    const steps = [{ student: same, teacher: same }]
    expect(await fitRowScale({ signs, steps })).toEqual({ scale: 0, explained: 0 })
    const none = { tokens: new Uint32Array(), values: f32() }
    expect((await fitRowScale({ signs: none, steps: [teach('a', 1)] })).scale).toBe(0)
  })

  test('signs that are all alike and on every token say nothing', async () => {
    const all = { tokens: Uint32Array.of(0, 1, 2), values: f32(1, 1, 1) }
    const steps = [{ student: f32(1, 2, 3), teacher: f32(3, 2, 1) }]
    expect(await fitRowScale({ signs: all, steps })).toEqual({ scale: 0, explained: 0 })
  })

  test('the fitted row brings the student nearer to its teacher', async () => {
    const noise = drawLogits('other noise', SIZE)
    const step = teach('near', 2, (token) => 0.2 * noise[token]!)
    const { scale } = await fitRowScale({ signs, steps: [step] })
    const divergence = (alpha: number) => {
      const bias = { tokens: signs.tokens, values: signs.values }
      const base = step.student
      const student = combineLogits({ base, experts: [{ kind: 'bias', bias, alpha }] }).logProbs
      const teacher = combineLogits({ base: step.teacher, experts: [] }).logProbs
      return teacher.reduce((sum, each, i) => sum + Math.exp(each) * (each - student[i]!), 0)
    }
    expect(divergence(scale)).toBeLessThan(0.8 * divergence(0))
  })

  const logits = fc.float32Array({
    minLength: 4,
    maxLength: 4,
    noNaN: true,
    noDefaultInfinity: true,
  })

  test.prop([fc.array(fc.tuple(logits, logits), { minLength: 1, maxLength: 3 })])(
    'finite in, finite out, within bounds',
    async (pairs) => {
      const steps = pairs.map(([student, teacher]) => ({ student, teacher }))
      const some = { tokens: Uint32Array.of(0, 3), values: f32(1, -1) }
      const { scale, explained } = await fitRowScale({ signs: some, steps })
      expect(scale).toBeGreaterThanOrEqual(0)
      expect(scale).toBeLessThanOrEqual(MAX_ROW_SCALE)
      expect(explained).toBeGreaterThanOrEqual(0)
      expect(explained).toBeLessThanOrEqual(1)
    },
  )

  test('what is no row, step or bound is refused', async () => {
    const step = teach('a', 1)
    const fit = (options: object) => fitRowScale({ signs, steps: [step], ...options })
    await expect(fit({ steps: [] })).toRejectDso('SAMPLE_EMPTY')
    await expect(fit({ steps: [{ student: f32(), teacher: f32() }] })).toRejectDso('SAMPLE_EMPTY')
    await expect(fit({ steps: [{ ...step, teacher: f32(1) }] })).toRejectDso('LENGTH_MISMATCH')
    for (const value of [Number.NaN, Infinity, -Infinity]) {
      const bad = step.student.with(5, value)
      await expect(fit({ steps: [{ ...step, student: bad }] })).toRejectDso('VALUE_NOT_FINITE')
      await expect(fit({ steps: [{ ...step, teacher: bad }] })).toRejectDso('VALUE_NOT_FINITE')
    }
    for (const most of [0, -1, MAX_ROW_SCALE + 1, Number.NaN]) {
      await expect(fit({ most })).toRejectDso('OPTION_INVALID')
    }
    for (const value of [0, 0.5, 2, Number.NaN]) {
      await expect(fit({ signs: { tokens: Uint32Array.of(1), values: f32(value) } })).toRejectDso(
        'OPTION_INVALID',
      )
    }
    await expect(fit({ signs: { tokens: Uint32Array.of(SIZE), values: f32(1) } })).toRejectDso(
      'OPTION_INVALID',
    )
  })
})
