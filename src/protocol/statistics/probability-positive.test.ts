import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { probabilityPositive } from './probability-positive.ts'

const count = fc.nat({ max: 400 })

/** P(p > ½) under Beta(1 + wins, 1 + losses), by exact integer binomials. */
function exactTail(wins: number, losses: number): number {
  const n = wins + losses + 1
  let coefficient = 1n
  let tail = 0n
  for (let k = 0; k <= wins; k++) {
    tail += coefficient
    coefficient = (coefficient * BigInt(n - k)) / BigInt(k + 1)
  }
  return Number((tail * 10n ** 18n) / 2n ** BigInt(n)) / 1e18
}

describe('probabilityPositive', () => {
  test.each([
    [0, 0, 0.5],
    [1, 0, 0.75],
    [2, 0, 0.875],
    [3, 1, 0.8125],
    [0, 3, 0.0625],
  ])('%i wins and %i losses give %f', (wins, losses, probability) => {
    expect(probabilityPositive(wins, losses)).toBeCloseTo(probability, 15)
  })

  test.prop([count, count])('equals the exact binomial sum', (wins, losses) => {
    expect(probabilityPositive(wins, losses)).toBeCloseTo(exactTail(wins, losses), 12)
  })

  test.prop([count, count])('wins and losses are symmetric', (wins, losses) => {
    const both = probabilityPositive(wins, losses) + probabilityPositive(losses, wins)
    expect(both).toBeCloseTo(1, 12)
  })

  test.prop([count, count])('one more win never lowers it', (wins, losses) => {
    const before = probabilityPositive(wins, losses)
    expect(probabilityPositive(wins + 1, losses)).toBeGreaterThanOrEqual(before)
  })

  test.prop([fc.integer({ min: 1, max: 40 })])('a sceptical prior believes less', (wins) => {
    const sceptical = probabilityPositive(wins, 0, { prior: 5 })
    expect(sceptical).toBeLessThan(probabilityPositive(wins, 0))
  })

  test('a prior equals the same number of earlier trials', () => {
    expect(probabilityPositive(4, 2, { prior: 3 })).toBe(probabilityPositive(6, 4))
  })

  test('large counts neither overflow nor lose the answer', () => {
    expect(probabilityPositive(500_000, 500_000)).toBeCloseTo(0.5, 9)
    expect(probabilityPositive(1_000_000, 0)).toBe(1)
    expect(probabilityPositive(0, 1_000_000)).toBe(0)
  })

  test('counts and priors that are not whole are refused', () => {
    expect(() => probabilityPositive(-1, 0)).toThrowDso('OPTION_INVALID')
    expect(() => probabilityPositive(0, 0.5)).toThrowDso('OPTION_INVALID')
    expect(() => probabilityPositive(1, 1, { prior: 0 })).toThrowDso('OPTION_INVALID')
    expect(() => probabilityPositive(Number.NaN, 1)).toThrowDso('OPTION_INVALID')
  })
})
