import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { Random } from '../ports/random.ts'
import { bootstrapDifference } from './bootstrap-difference.ts'
import { bootstrapMean } from './bootstrap-mean.ts'
import type { PairedObservation } from './bootstrap-pairs.ts'
import { createSeededRandom } from './create-seeded-random.ts'

const binaryPairs = fc.array(
  fc.record({
    cluster: fc.constantFrom('a', 'b', 'c', 'd'),
    a: fc.constantFrom(0, 1),
    b: fc.constantFrom(0, 1),
  }),
  { minLength: 1, maxLength: 40 },
)

/** A standard normal number (Box and Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}

/** Tools that differ in how much they gain (mean .3, sd .3), 6 noisy instances each. */
function simulate(random: Random, tools: number): PairedObservation[] {
  return Array.from({ length: tools }, (_, tool) => {
    const gain = 0.3 + 0.3 * normal(random)
    return Array.from({ length: 6 }, () => ({
      cluster: `tool ${tool}`,
      a: gain + 0.3 * normal(random),
      b: 0.3 * normal(random),
    }))
  }).flat()
}

describe('bootstrapDifference', () => {
  test('the interval covers the true gain in about 95 of 100 samples', () => {
    const random = createSeededRandom('coverage')
    let covered = 0
    for (let trial = 0; trial < 300; trial++) {
      const pairs = simulate(random, 30)
      const { low, high } = bootstrapDifference({ pairs, resamples: 200, random })
      if (low <= 0.3 && 0.3 <= high) covered++
    }
    expect(covered / 300).toBeGreaterThan(0.91)
    expect(covered / 300).toBeLessThan(0.99)
  })

  test('resampling tools widens the interval when tools differ', () => {
    const pairs = simulate(createSeededRandom('width'), 30)
    const ofTools = bootstrapDifference({ pairs, resamples: 500, random: createSeededRandom(1) })
    const ofInstances = bootstrapDifference({
      pairs: pairs.map((pair, index) => ({ ...pair, cluster: `instance ${index}` })),
      resamples: 500,
      random: createSeededRandom(1),
    })
    expect(ofTools.high - ofTools.low).toBeGreaterThan(1.2 * (ofInstances.high - ofInstances.low))
  })

  test.prop([binaryPairs, fc.integer()])(
    'the difference is that of the means and lies within the observed range',
    (pairs, seed) => {
      const random = createSeededRandom(seed)
      const { difference, low, high, n, clusters } = bootstrapDifference({
        pairs,
        resamples: 50,
        random,
      })
      const total = pairs.reduce((sum, { a, b }) => sum + a - b, 0)
      expect(difference).toBeCloseTo(total / pairs.length, 12)
      expect(n).toBe(pairs.length)
      expect(clusters).toBe(new Set(pairs.map(({ cluster }) => cluster)).size)
      expect(low).toBeLessThanOrEqual(high)
      expect(low).toBeGreaterThanOrEqual(-1)
      expect(high).toBeLessThanOrEqual(1)
    },
  )

  test.prop([binaryPairs])('swapping the conditions flips the difference exactly', (pairs) => {
    const forward = bootstrapDifference({ pairs, resamples: 20, random: createSeededRandom(3) })
    const swapped = bootstrapDifference({
      pairs: pairs.map(({ cluster, a, b }) => ({ cluster, a: b, b: a })),
      resamples: 20,
      random: createSeededRandom(3),
    })
    expect(swapped.difference + forward.difference).toBe(0)
  })

  test.prop([binaryPairs, fc.integer()])(
    'the order of the pairs does not matter',
    (pairs, seed) => {
      const estimate = (sample: PairedObservation[]) =>
        bootstrapDifference({ pairs: sample, resamples: 30, random: createSeededRandom(seed) })
      expect(estimate(pairs.toReversed())).toEqual(estimate(pairs))
    },
  )

  test('equal differences everywhere give an interval of no width', () => {
    const pairs = ['a', 'a', 'b'].map((cluster) => ({ cluster, a: 1, b: 0 }))
    const estimate = bootstrapDifference({ pairs, resamples: 100, random: createSeededRandom(1) })
    expect(estimate).toEqual({ difference: 1, low: 1, high: 1, n: 3, clusters: 2 })
  })

  test('a single pair is estimated, with no width', () => {
    const pairs = [{ cluster: 'a', a: 0.25, b: 0.5 }]
    const estimate = bootstrapDifference({ pairs, resamples: 1, random: createSeededRandom(1) })
    expect(estimate).toEqual({ difference: -0.25, low: -0.25, high: -0.25, n: 1, clusters: 1 })
  })

  test('no pairs, no resamples and numbers that are not finite are refused', () => {
    const random = createSeededRandom(1)
    const pair = { cluster: 'a', a: 1, b: 0 }
    const run = (pairs: PairedObservation[], resamples: number) => () =>
      bootstrapDifference({ pairs, resamples, random })
    expect(run([], 10)).toThrowDso('SAMPLE_EMPTY')
    expect(run([{ ...pair, a: Number.NaN }], 10)).toThrowDso('VALUE_NOT_FINITE')
    expect(run([pair], 0)).toThrowDso('OPTION_INVALID')
    expect(run([pair], 1.5)).toThrowDso('OPTION_INVALID')
  })
})

describe('bootstrapMean', () => {
  test('it is the difference against nothing', () => {
    const values = [0, 1, 1, 0, 1, 1].map((value, index) => ({ cluster: `${index % 3}`, value }))
    const pairs = values.map(({ cluster, value }) => ({ cluster, a: value, b: 0 }))
    const options = { resamples: 200 }
    const { mean, ...interval } = bootstrapMean({
      values,
      ...options,
      random: createSeededRandom(5),
    })
    const { difference, ...expected } = bootstrapDifference({
      pairs,
      ...options,
      random: createSeededRandom(5),
    })
    expect(mean).toBe(difference)
    expect(mean).toBeCloseTo(2 / 3, 12)
    expect(interval).toEqual(expected)
  })

  test('no values are refused', () => {
    const random = createSeededRandom(1)
    expect(() => bootstrapMean({ values: [], resamples: 10, random })).toThrowDso('SAMPLE_EMPTY')
  })
})
