import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { scoreTrial } from './score-trial.ts'

describe('scoreTrial', () => {
  test.each([
    ['solves everything that failed', { n: 3, wins: 3, losses: 0, both: 0 }, 1000],
    ['solves most', { n: 3, wins: 2, losses: 0, both: 0 }, 667],
    ['solves half', { n: 4, wins: 2, losses: 0, both: 0 }, 500],
    ['solves one of three', { n: 3, wins: 1, losses: 0, both: 0 }, 333],
    ['never leads to success', { n: 3, wins: 0, losses: 0, both: 0 }, 0],
    ['changes nothing on easy tasks', { n: 3, wins: 0, losses: 0, both: 3 }, 400],
    ['solves one beside two easy ones', { n: 3, wins: 1, losses: 0, both: 2 }, 600],
    ['spoils an easy task', { n: 3, wins: 0, losses: 1, both: 2 }, 0],
    ['spoils as many as it solves', { n: 4, wins: 2, losses: 2, both: 0 }, 0],
    ['spoils everything', { n: 3, wins: 0, losses: 3, both: 0 }, 0],
  ])('an experience that %s', (_, counts, score) => {
    expect(scoreTrial(counts)).toBe(score)
  })

  const counts = fc
    .tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20))
    .filter(([wins, losses, both, rest]) => wins + losses + both + rest > 0)
    .map(([wins, losses, both, rest]) => ({ n: wins + losses + both + rest, wins, losses, both }))

  test.prop([counts], { numRuns: 200 })('is an integer that the registry takes', (trial) => {
    const score = scoreTrial(trial)
    expect(Number.isInteger(score)).toBe(true)
    expect(score).toBeGreaterThanOrEqual(0)
    expect(score).toBeLessThanOrEqual(1000)
  })

  test.prop([counts], { numRuns: 200 })('never reaches the line of use without a win', (trial) => {
    expect(scoreTrial({ ...trial, wins: 0 })).toBeLessThan(500)
  })
})
