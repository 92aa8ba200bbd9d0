import { describe, expect, test } from 'vitest'
import { ToyLogitsModel } from '../../../test/fixtures/toy-logits-model.ts'
import type { LanguageModel } from '../../protocol/ports.ts'
import { DECODING_TIERS, isLogitsModel, pickTier, TIER_ABILITIES } from './decoding-tier.ts'

describe('pickTier', () => {
  test.each([
    [{ logits: true, topLogProbs: 20, biasedTokens: 300 }, 'logits', 'logits'],
    [{ topLogProbs: 20, biasedTokens: 300 }, 'top-n', 'top-n'],
    [{ topLogProbs: 2 }, 'top-n', 'top-n'],
    [{ topLogProbs: 1, biasedTokens: 300 }, 'text', 'bias'],
    [{ biasedTokens: 1 }, 'text', 'bias'],
    [{}, 'text', 'text'],
  ] as const)('%o: experts by %s, token priors by %s', (capabilities, experts, prior) => {
    expect(pickTier(capabilities, 'experts')).toBe(experts)
    expect(pickTier(capabilities, 'token-prior')).toBe(prior)
  })

  test('a number of tokens that cannot be is refused', () => {
    for (const value of [-1, 0.5, Number.NaN, Infinity]) {
      expect(() => pickTier({ topLogProbs: value }, 'experts')).toThrowDso('OPTION_INVALID')
      expect(() => pickTier({ biasedTokens: value }, 'experts')).toThrowDso('OPTION_INVALID')
    }
  })
})

describe('TIER_ABILITIES', () => {
  test('a lower tier can do nothing that a higher one cannot', () => {
    const abilities = DECODING_TIERS.map((tier) => TIER_ABILITIES[tier])
    for (const ability of ['experts', 'tokenPrior', 'mask'] as const) {
      const can = abilities.map((each) => each[ability])
      expect(can).toEqual(can.toSorted((a, b) => Number(b) - Number(a)))
    }
  })

  test('experts cost a call each, at every token', () => {
    expect(TIER_ABILITIES.logits.calls(10, 2)).toBe(30)
    expect(TIER_ABILITIES['top-n'].calls(10, 0)).toBe(10)
    expect(TIER_ABILITIES.bias.calls(10, 0)).toBe(1)
  })
})

describe('isLogitsModel', () => {
  test('tells models with logits from others', () => {
    const { name, hash, complete, close }: LanguageModel = new ToyLogitsModel()
    expect(isLogitsModel(new ToyLogitsModel())).toBe(true)
    expect(isLogitsModel({ name, hash, complete, close })).toBe(false)
  })
})
