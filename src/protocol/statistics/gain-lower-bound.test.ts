import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createSeededRandom } from './create-seeded-random.ts'
import { gainLowerBound } from './gain-lower-bound.ts'

const gate = fc
  .tuple(fc.nat({ max: 300 }), fc.nat({ max: 300 }), fc.nat({ max: 300 }))
  .filter((cells) => cells.some((cell) => cell > 0))
  .map(([wins, losses, ties]) => ({ tasks: wins + losses + ties, wins, losses }))

describe('gainLowerBound', () => {
  test.each([
    [{ tasks: 6, wins: 6, losses: 0 }, 424],
    [{ tasks: 8, wins: 4, losses: 0 }, 96],
    [{ tasks: 8, wins: 0, losses: 0 }, -165],
    [{ tasks: 1, wins: 0, losses: 1 }, -1000],
  ])('%o gives %i per mille', (counts, bound) => {
    expect(gainLowerBound(counts)).toBe(bound)
  })

  test.prop([gate])('is an integer between −1000 and the observed gain', (counts) => {
    const bound = gainLowerBound(counts)
    expect(Number.isInteger(bound)).toBe(true)
    expect(bound).toBeGreaterThanOrEqual(-1000)
    const observed = (1000 * (counts.wins - counts.losses)) / counts.tasks
    expect(bound).toBeLessThanOrEqual(Math.max(observed, 0))
  })

  test.prop([gate])('turning a loss into a win never lowers it', ({ tasks, wins, losses }) => {
    fc.pre(losses > 0)
    const better = gainLowerBound({ tasks, wins: wins + 1, losses: losses - 1 })
    expect(better).toBeGreaterThanOrEqual(gainLowerBound({ tasks, wins, losses }))
  })

  test('lies below the true gain in about 95 of 100 gates', () => {
    const random = createSeededRandom('gates')
    let below = 0
    for (let trial = 0; trial < 2000; trial++) {
      let wins = 0
      let losses = 0
      for (let task = 0; task < 24; task++) {
        const outcome = random.next()
        if (outcome < 0.4) wins++
        else if (outcome < 0.5) losses++
      }
      if (gainLowerBound({ tasks: 24, wins, losses }) <= 300) below++
    }
    expect(below / 2000).toBeGreaterThan(0.93)
    expect(below / 2000).toBeLessThan(0.985)
  })

  test('no tasks, broken counts and more outcomes than tasks are refused', () => {
    expect(() => gainLowerBound({ tasks: 0, wins: 0, losses: 0 })).toThrowDso('SAMPLE_EMPTY')
    expect(() => gainLowerBound({ tasks: 3, wins: 2, losses: 2 })).toThrowDso('OPTION_INVALID')
    expect(() => gainLowerBound({ tasks: 3.5, wins: 1, losses: 0 })).toThrowDso('OPTION_INVALID')
    expect(() => gainLowerBound({ tasks: 3, wins: -1, losses: 0 })).toThrowDso('OPTION_INVALID')
  })
})
