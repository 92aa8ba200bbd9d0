import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { drawLogits } from '../../../test/fixtures/toy-logits-model.ts'
import { combineLogits, type Expert } from './combine-logits.ts'

const SIZE = 2000

/** Next-token logits of one model: what a context changes is small beside what the contexts have in common. */
function drawPair(seed: string) {
  const base = drawLogits(`base ${seed}`, SIZE)
  const noise = drawLogits(`change ${seed}`, SIZE)
  const context = base.map((value, token) => value + 0.4 * noise[token]! - 1)
  return { base, context }
}

function softmax(logits: ArrayLike<number>): number[] {
  const values = Array.from(logits)
  const most = Math.max(...values)
  const powers = values.map((value) => Math.exp(value - most))
  const whole = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / whole)
}

const normalise = (weights: readonly number[]) => {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / whole)
}

/** Compares log-probabilities. */
function expectClose(found: ArrayLike<number>, probabilities: readonly number[], within = 1e-6) {
  const worst = probabilities.reduce(
    (most, probability, token) => Math.max(most, Math.abs(found[token]! - Math.log(probability))),
    0,
  )
  expect(worst).toBeLessThan(within)
}

const expert = (logits: Float32Array, alpha: number): Expert => ({ kind: 'logits', logits, alpha })
const f32 = (...values: number[]) => Float32Array.from(values)

const SEEDS = ['1', '2', '3']
const FREE = { plausibility: 0 }

describe('combineLogits as a known decoder', () => {
  test.each(SEEDS)('context alone: α = 1 is the model with the context (%s)', (seed) => {
    const { base, context } = drawPair(seed)
    const { logProbs } = combineLogits({ base, experts: [expert(context, 1)] })
    expectClose(logProbs, softmax(context))
  })

  test.each(SEEDS)('classifier-free guidance: p ∝ p(w) (p(w|c) / p(w))^γ (%s)', (seed) => {
    const { base, context } = drawPair(seed)
    const [p, q] = [softmax(base), softmax(context)]
    for (const gamma of [0, 0.5, 1, 1.5, 3]) {
      const expected = normalise(p.map((each, token) => each * (q[token]! / each) ** gamma))
      const { logProbs } = combineLogits({ base, experts: [expert(context, gamma)], ...FREE })
      expectClose(logProbs, expected)
    }
  })

  test.each(SEEDS)('context-aware decoding: softmax((1 + α) z(c) − α z) (%s)', (seed) => {
    const { base, context } = drawPair(seed)
    for (const alpha of [0, 0.5, 1]) {
      const expected = softmax(Array.from(base, (z, i) => (1 + alpha) * context[i]! - alpha * z))
      const { logProbs } = combineLogits({ base, experts: [expert(context, 1 + alpha)], ...FREE })
      expectClose(logProbs, expected)
    }
  })

  test.each(SEEDS)('PREADD: p ∝ p(w)^(1 − α) p(w|prefix)^α, α of either sign (%s)', (seed) => {
    const { base, context } = drawPair(seed)
    const [p, q] = [softmax(base), softmax(context)]
    for (const alpha of [-1, -0.3, 0.6, 2]) {
      const expected = normalise(p.map((each, i) => each ** (1 - alpha) * q[i]! ** alpha))
      const { logProbs } = combineLogits({ base, experts: [expert(context, alpha)], ...FREE })
      expectClose(logProbs, expected)
    }
  })

  test.each(SEEDS)('DExperts: p ∝ p (p⁺ / p⁻)^α (%s)', (seed) => {
    const { base, context: good } = drawPair(seed)
    const { context: bad } = drawPair(`anti ${seed}`)
    const [p, plus, minus] = [softmax(base), softmax(good), softmax(bad)]
    for (const alpha of [0.5, 1, 2]) {
      const expected = normalise(p.map((each, i) => each * (plus[i]! / minus[i]!) ** alpha))
      const experts = [expert(good, alpha), expert(bad, -alpha)]
      expectClose(combineLogits({ base, experts, ...FREE }).logProbs, expected)
    }
  })

  test('the product itself: p ∝ p0 Π φ^α, with a factor that is given as such', () => {
    const { base, context } = drawPair('product')
    const [p, q] = [softmax(base), softmax(context)]
    const bias = { tokens: Uint32Array.of(3, 7), values: f32(1.5, -2) }
    const factor = new Map([
      [3, Math.exp(1.5)],
      [7, Math.exp(-2)],
    ])
    const expected = normalise(
      p.map((each, i) => each * (q[i]! / each) ** 0.4 * (factor.get(i) ?? 1) ** 0.7),
    )
    const experts: Expert[] = [expert(context, 0.4), { kind: 'bias', bias, alpha: 0.7 }]
    expectClose(combineLogits({ base, experts }).logProbs, expected)
  })
})

const logitsOf = (length: number) =>
  fc.float32Array({ minLength: length, maxLength: length, noNaN: true, noDefaultInfinity: true })

const someExperts = fc.array(
  fc.record({ logits: logitsOf(6), alpha: fc.double({ min: -100, max: 100, noNaN: true }) }),
  { maxLength: 4 },
)

/** Logits as models have them, so that the product's rounding stays small. */
const usual = fc.float32Array({
  minLength: 6,
  maxLength: 6,
  noNaN: true,
  min: -50,
  max: 50,
})
const usualExperts = fc.array(
  fc.record({ logits: usual, alpha: fc.double({ min: -3, max: 3, noNaN: true }) }),
  { maxLength: 4 },
)

const asExperts = (list: readonly { logits: Float32Array; alpha: number }[]) =>
  list.map(({ logits, alpha }) => expert(logits, alpha))

describe('combineLogits', () => {
  test.prop([logitsOf(6), someExperts])('finite in, finite out', (base, list) => {
    const { logProbs, plausible } = combineLogits({ base, experts: asExperts(list), ...FREE })
    expect(logProbs.every(Number.isFinite)).toBe(true)
    expect(plausible).toBe(6)
  })

  test.prop([usual, usualExperts])('the result is a distribution', (base, list) => {
    const { logProbs } = combineLogits({ base, experts: asExperts(list) })
    const whole = logProbs.reduce((sum, each) => sum + Math.exp(each), 0)
    expect(whole).toBeCloseTo(1, 9)
  })

  test.prop([
    logitsOf(6),
    someExperts,
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ])('exponents of 0 leave the plain model, whatever guards it', (base, list, share, least) => {
    const plain = combineLogits({ base, experts: [] })
    const experts = list.map(({ logits }) => expert(logits, 0))
    const guards = { plausibility: share, leastDivergence: least }
    expect(combineLogits({ base, experts, ...guards }).logProbs).toEqual(plain.logProbs)
    expect(plain.plausible).toBe(6)
  })

  test('exponents of 0 leave the softmax', () => {
    const base = drawLogits('plain', 50)
    const other = drawLogits('other', 50)
    expectClose(combineLogits({ base, experts: [expert(other, 0)] }).logProbs, softmax(base), 1e-12)
  })

  test.prop([usual, usualExperts, fc.integer({ min: 0, max: 23 })])(
    'the order of the experts does not matter',
    (base, list, turn) => {
      const experts = asExperts(list)
      const at = experts.length === 0 ? 0 : turn % experts.length
      const turned = [...experts.slice(at), ...experts.slice(0, at)].toReversed()
      const found = combineLogits({ base, experts }).logProbs
      const other = combineLogits({ base, experts: turned }).logProbs
      for (const [token, value] of found.entries()) {
        if (Number.isFinite(value)) expect(other[token]).toBeCloseTo(value, 9)
        else expect(other[token]).toBe(value)
      }
    },
  )

  test.prop([logitsOf(6), someExperts, fc.double({ min: 0, max: 1, noNaN: true })])(
    'the mask never takes the plain model’s likeliest token, and takes only what is less likely than its share',
    (base, list, plausibility) => {
      fc.pre(list.some(({ alpha }) => alpha !== 0))
      const found = combineLogits({ base, experts: asExperts(list), plausibility })
      const most = Math.max(...base)
      for (const [token, value] of found.logProbs.entries()) {
        const kept = plausibility === 0 || base[token]! >= most + Math.log(plausibility)
        expect(Number.isFinite(value)).toBe(kept)
      }
      expect(found.logProbs[base.indexOf(most)]).toBeGreaterThan(Number.NEGATIVE_INFINITY)
      expect(found.plausible).toBe(found.logProbs.filter(Number.isFinite).length)
    },
  )

  test.prop([usual, usualExperts, fc.integer({ min: -20, max: 20 })])(
    'a constant that is added to logits changes nothing but by rounding',
    (base, list, constant) => {
      const moved = (logits: Float32Array) => logits.map((each) => each + constant)
      const found = combineLogits({ base, experts: asExperts(list), ...FREE }).logProbs
      const other = combineLogits({
        base: moved(base),
        experts: asExperts(list.map((each) => ({ ...each, logits: moved(each.logits) }))),
        ...FREE,
      }).logProbs
      for (const [token, value] of found.entries()) {
        expect(Math.abs(other[token]! - value)).toBeLessThan(1e-3)
      }
    },
  )

  test('only a negative exponent brings the mask by itself', () => {
    const base = f32(5, 4, -5)
    const other = f32(1, 2, 3)
    const plausible = (...alphas: number[]) =>
      combineLogits({ base, experts: alphas.map((alpha) => expert(other, alpha)) }).plausible
    expect(plausible(1)).toBe(3)
    expect(plausible(0.1, 0.2, 0.7)).toBe(3)
    expect(plausible(1.5)).toBe(2)
    expect(plausible(0.6, 0.6)).toBe(2)
    expect(plausible(-0.5)).toBe(2)
    const bias = { tokens: Uint32Array.of(2), values: f32(3) }
    expect(combineLogits({ base, experts: [{ kind: 'bias', bias, alpha: 2 }] }).plausible).toBe(3)
  })

  test('an expert that says what the base says is left out, one that differs is not', () => {
    const base = f32(3, 1, 0)
    const experts = [expert(f32(13, 11, 10), 2), expert(f32(1, 3, 0), 0.5)]
    const found = combineLogits({ base, experts, leastDivergence: 0.01 })
    expect(found.alphas).toEqual([0, 0.5])
    const alone = combineLogits({ base, experts: experts.slice(1) })
    expect(found.logProbs).toEqual(alone.logProbs)
    expect(combineLogits({ base, experts }).alphas).toEqual([2, 0.5])
  })

  test('a factor is left out where it changes too little', () => {
    const base = f32(3, 1, 0)
    const factor = (value: number): Expert => ({
      kind: 'bias',
      bias: { tokens: Uint32Array.of(0), values: f32(value) },
      alpha: 1,
    })
    const alphasOf = (value: number) =>
      combineLogits({ base, experts: [factor(value)], leastDivergence: 0.01 }).alphas
    expect(alphasOf(0.01)).toEqual([0])
    expect(alphasOf(-3)).toEqual([1])
  })

  test('what is no logit, exponent or option is refused', () => {
    const base = f32(1, 2)
    const refuse = (
      options: Partial<Parameters<typeof combineLogits>[0]>,
      code: 'OPTION_INVALID',
    ) => expect(() => combineLogits({ base, experts: [], ...options })).toThrowDso(code)
    const bad = [Number.NaN, Infinity, -Infinity]
    for (const value of bad) {
      const logits = f32(1, value)
      expect(() => combineLogits({ base: logits, experts: [] })).toThrowDso('VALUE_NOT_FINITE')
      expect(() => combineLogits({ base, experts: [expert(logits, 0)] })).toThrowDso(
        'VALUE_NOT_FINITE',
      )
      refuse({ experts: [expert(base, value)] }, 'OPTION_INVALID')
    }
    for (const value of [...bad, -0.1, 1.1]) {
      refuse({ plausibility: value }, 'OPTION_INVALID')
      refuse({ leastDivergence: value }, 'OPTION_INVALID')
    }
    refuse({ experts: [expert(base, 101)] }, 'OPTION_INVALID')
    refuse({ experts: Array.from({ length: 65 }, () => expert(base, 0)) }, 'OPTION_INVALID')
    expect(() => combineLogits({ base, experts: [expert(f32(1), 1)] })).toThrowDso(
      'LENGTH_MISMATCH',
    )
    expect(() => combineLogits({ base: f32(), experts: [] })).toThrowDso('SAMPLE_EMPTY')
  })

  test('a factor on a token that is none, twice, or without a value is refused', () => {
    const base = f32(1, 2)
    const apply = (tokens: number[], values: number[]) => () =>
      combineLogits({
        base,
        experts: [
          {
            kind: 'bias',
            bias: { tokens: Uint32Array.from(tokens), values: f32(...values) },
            alpha: 0,
          },
        ],
      })
    expect(apply([2], [1])).toThrowDso('OPTION_INVALID')
    expect(apply([1, 1], [1, 1])).toThrowDso('OPTION_INVALID')
    expect(apply([1], [])).toThrowDso('LENGTH_MISMATCH')
    expect(apply([1], [Number.NaN])).toThrowDso('VALUE_NOT_FINITE')
  })
})
