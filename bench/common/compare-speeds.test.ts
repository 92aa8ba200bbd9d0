import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { compareSpeeds, medianOf } from './compare-speeds.ts'

/** Milliseconds of a clock that moves only when a candidate is called. */
let clock = 0

beforeEach(() => {
  clock = 0
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
})

afterEach(() => {
  vi.restoreAllMocks()
})

const lasting = (ms: number) => () => {
  clock += ms
}

describe('compareSpeeds', () => {
  test('says how many nanoseconds a call of each candidate takes', () => {
    const speeds = compareSpeeds({ slow: lasting(25), fast: lasting(0.5) }, { rounds: 5 })
    expect(speeds['slow']).toBeCloseTo(25e6, 0)
    expect(speeds['fast']).toBeCloseTo(5e5, 0)
  })

  test('every sample is filled, every round starts with another candidate', () => {
    const samples: { name: string; ms: number }[] = []
    const record = (name: string, ms: number) => () => {
      clock += ms
      const last = samples.at(-1)
      if (last?.name === name) last.ms += ms
      else samples.push({ name, ms })
    }
    compareSpeeds({ a: record('a', 1), b: record('b', 4), c: record('c', 30) }, { rounds: 3 })
    // The first of each is its calibration.
    const measured = samples.slice(3)
    expect(measured.map(({ name }) => name).join('')).toBe('abcbcacab')
    for (const { ms } of measured) expect(ms).toBeGreaterThanOrEqual(10)
  })

  test('a round that was disturbed does not move the median', () => {
    let calls = 0
    const disturbed = () => {
      calls++
      clock += calls === 6 ? 5000 : 20
    }
    expect(compareSpeeds({ disturbed }, { rounds: 7 })['disturbed']).toBeCloseTo(20e6, 0)
  })

  test('what takes no time at all cannot be measured', () => {
    expect(() => compareSpeeds({ nothing: () => undefined }, { rounds: 1 })).toThrow(RangeError)
  })
})

describe('medianOf', () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
  ])('of %j is %d', (values, median) => {
    expect(medianOf(values)).toBe(median)
  })

  test('of nothing is refused', () => {
    expect(() => medianOf([])).toThrow(RangeError)
  })
})
