import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { probabilityHigherRate } from './probability-higher-rate.ts'

const counts = fc.record({ events: fc.nat(200), calls: fc.integer({ min: 1, max: 2000 }) })

describe('probabilityHigherRate', () => {
  // By hand: without events two exponentials, P = calls of b / all calls; with equal calls a tail of fair coins.
  test.each([
    [{ events: 0, calls: 1 }, { events: 0, calls: 1 }, 1 / 2],
    [{ events: 0, calls: 1 }, { events: 0, calls: 3 }, 3 / 4],
    [{ events: 1, calls: 1 }, { events: 0, calls: 1 }, 3 / 4],
    [{ events: 2, calls: 1 }, { events: 1, calls: 1 }, 11 / 16],
  ])('%j over %j: %d', (a, b, expected) => {
    expect(probabilityHigherRate(a, b)).toBeCloseTo(expected, 12)
  })

  test.prop([counts, counts])('one of the two is higher', (a, b) => {
    const sum = probabilityHigherRate(a, b) + probabilityHigherRate(b, a)
    expect(sum).toBeCloseTo(1, 9)
  })

  test.prop([counts, counts])(
    'another event speaks for a rate, another call against it',
    (a, b) => {
      const before = probabilityHigherRate(a, b)
      const tolerance = 1e-12
      expect(probabilityHigherRate({ ...a, events: a.events + 1 }, b)).toBeGreaterThanOrEqual(
        before - tolerance,
      )
      expect(probabilityHigherRate({ ...a, calls: a.calls + 1 }, b)).toBeLessThanOrEqual(
        before + tolerance,
      )
    },
  )

  test('large counts are no trouble', () => {
    const much = { events: 50_000, calls: 1_000_000 }
    expect(probabilityHigherRate(much, much)).toBeCloseTo(0.5, 3)
    expect(probabilityHigherRate({ ...much, events: 60_000 }, much)).toBeCloseTo(1, 9)
  })

  test.each([
    { events: -1, calls: 1 },
    { events: 1.5, calls: 1 },
    { events: 0, calls: 0 },
    { events: Number.NaN, calls: 1 },
    { events: 0, calls: Number.POSITIVE_INFINITY },
  ])('%j is refused', (bad) => {
    const good = { events: 1, calls: 1 }
    expect(() => probabilityHigherRate(bad, good)).toThrowDso('OPTION_INVALID')
    expect(() => probabilityHigherRate(good, bad)).toThrowDso('OPTION_INVALID')
  })
})
