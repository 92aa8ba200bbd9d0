import { describe, expect, test } from 'vitest'
import { toLogitBias } from './to-logit-bias.ts'

const bias = (entries: Record<number, number>) => ({
  tokens: Uint32Array.from(Object.keys(entries), Number),
  values: Float32Array.from(Object.values(entries)),
})

describe('toLogitBias', () => {
  test('gives α · log φ by token', () => {
    expect(toLogitBias({ bias: bias({ 3: 2, 9: -4, 11: 0 }), alpha: 0.5 })).toEqual(
      new Map([
        [3, 1],
        [9, -2],
      ]),
    )
    expect(toLogitBias({ bias: bias({ 3: 2 }), alpha: 0 })).toEqual(new Map())
  })

  test('where there are too many, those that move most are named, then the lower token', () => {
    const named = toLogitBias({ bias: bias({ 1: 1, 2: -3, 5: 2, 7: 2 }), alpha: 1, mostTokens: 2 })
    expect([...named.keys()]).toEqual([2, 5])
  })

  test('no bias exceeds what the endpoint takes', () => {
    const named = toLogitBias({ bias: bias({ 1: 60, 2: -60 }), alpha: 2 })
    expect([...named.values()]).toEqual([100, -100])
  })

  test('what is no bias, exponent or bound is refused', () => {
    const one = bias({ 1: 1 })
    for (const value of [Number.NaN, Infinity, 101]) {
      expect(() => toLogitBias({ bias: one, alpha: value })).toThrowDso('OPTION_INVALID')
    }
    for (const mostTokens of [0, 1.5, Number.NaN]) {
      expect(() => toLogitBias({ bias: one, alpha: 1, mostTokens })).toThrowDso('OPTION_INVALID')
    }
    for (const mostBias of [0, Infinity, Number.NaN]) {
      expect(() => toLogitBias({ bias: one, alpha: 1, mostBias })).toThrowDso('OPTION_INVALID')
    }
    const endless = bias({ 1: Infinity })
    expect(() => toLogitBias({ bias: endless, alpha: 1 })).toThrowDso('VALUE_NOT_FINITE')
  })
})
