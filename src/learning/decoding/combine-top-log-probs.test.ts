import { describe, expect, test } from 'vitest'
import { drawLogits } from '../../../test/fixtures/toy-logits-model.ts'
import { combineLogits } from './combine-logits.ts'
import { combineTopLogProbs } from './combine-top-log-probs.ts'
import { logSumExp } from './log-sum-exp.ts'

const top = (entries: Record<string, number>) =>
  new Map(Object.entries(entries).map(([token, probability]) => [token, Math.log(probability)]))

/** The `count` likeliest tokens of logits, by their ids as texts. */
function listTop(logits: Float32Array, count: number): Map<string, number> {
  const whole = logSumExp(logits)
  const order = [...logits.keys()].toSorted((a, b) => logits[b]! - logits[a]!)
  return new Map(order.slice(0, count).map((token) => [String(token), logits[token]! - whole]))
}

describe('combineTopLogProbs', () => {
  test('with lists of the whole vocabulary it is the product itself', () => {
    const [base, other] = [drawLogits('base', 40), drawLogits('other', 40)]
    const found = combineTopLogProbs({
      base: listTop(base, 40),
      experts: [{ top: listTop(other, 40), alpha: 0.7 }],
    })
    const { logProbs } = combineLogits({
      base,
      experts: [{ kind: 'logits', logits: other, alpha: 0.7 }],
    })
    expect(found).toHaveLength(40)
    for (const { token, logProb } of found) {
      expect(Math.abs(logProb - logProbs[Number(token)]!)).toBeLessThan(1e-5)
    }
    const order = found.map(({ logProb }) => logProb)
    expect(order).toEqual(order.toSorted((a, b) => b - a))
  })

  test('without experts the base is normalised among its tokens', () => {
    const found = combineTopLogProbs({ base: top({ a: 0.2, b: 0.6 }), experts: [] })
    expect(found.map(({ token }) => token)).toEqual(['b', 'a'])
    expect(Math.exp(found[0]!.logProb)).toBeCloseTo(0.75, 6)
  })

  test('a token that an expert does not list is as likely as it can be at most', () => {
    const base = top({ a: 0.5, b: 0.5 })
    const share = (expert: Map<string, number>) => {
      const found = combineTopLogProbs({ base, experts: [{ top: expert, alpha: 1 }] })
      return Math.exp(found.find(({ token }) => token === 'b')!.logProb)
    }
    // What is not listed has 0.1 in all, less than the least that is listed …
    expect(share(top({ a: 0.9 }))).toBeCloseTo(0.1, 6)
    // … or what is listed least is less than that.
    expect(share(top({ a: 0.5, c: 0.1 }))).toBeCloseTo(0.1 / 0.6, 6)
    expect(share(top({ a: 1 }))).toBeLessThan(1e-8)
  })

  test('only tokens of the base take part, the implausible ones not', () => {
    const base = top({ a: 0.9, b: 0.05 })
    const experts = [{ top: top({ z: 0.9, b: 0.1 }), alpha: 1 }]
    const tokens = (plausibility?: number) =>
      combineTopLogProbs({
        base,
        experts,
        ...(plausibility === undefined ? {} : { plausibility }),
      }).map(({ token }) => token)
    expect(tokens()).toHaveLength(2)
    expect(tokens(0.1)).toEqual(['a'])
  })

  test('lists without tokens and log-probabilities that are none are refused', () => {
    const base = top({ a: 0.5 })
    expect(() => combineTopLogProbs({ base: new Map(), experts: [] })).toThrowDso('SAMPLE_EMPTY')
    const empty = [{ top: new Map<string, number>(), alpha: 1 }]
    expect(() => combineTopLogProbs({ base, experts: empty })).toThrowDso('SAMPLE_EMPTY')
    for (const value of [Number.NaN, -Infinity, -1e39]) {
      const bad = new Map([['a', value]])
      expect(() => combineTopLogProbs({ base: bad, experts: [] })).toThrowDso('VALUE_NOT_FINITE')
    }
    const experts = [{ top: base, alpha: Number.NaN }]
    expect(() => combineTopLogProbs({ base, experts })).toThrowDso('OPTION_INVALID')
  })
})
