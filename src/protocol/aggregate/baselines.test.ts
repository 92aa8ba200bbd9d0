import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { createSeededRandom } from '../statistics/create-seeded-random.ts'
import { centredClipping } from './centred-clipping.ts'
import { geometricMedian } from './geometric-median.ts'
import { krum } from './krum.ts'
import { meanVector } from './mean-vector.ts'
import { medianVector } from './median-vector.ts'
import { mixNearest } from './mix-nearest.ts'
import { multiKrum } from './multi-krum.ts'
import { trimmedMeanVector } from './trimmed-mean-vector.ts'
import { weightedMedianVector } from './weighted-median-vector.ts'

type Aggregate = (vectors: readonly Float32Array[]) => Float32Array

const equalWeights = (vectors: readonly Float32Array[]) => vectors.map(() => 3)

/** Every aggregator of vectors; those that are told of liars are told of as many as they can bear. */
const aggregators: [string, Aggregate][] = [
  ['median', medianVector],
  [
    'weighted median',
    (vectors) => weightedMedianVector({ vectors, weights: equalWeights(vectors) }),
  ],
  ['mean', meanVector],
  ['trimmed mean', (vectors) => trimmedMeanVector({ vectors, trimmed: (vectors.length - 1) >> 1 })],
  ['Krum', (vectors) => vectors[krum({ vectors, faulty: 1 % vectors.length })]!],
  ['Multi-Krum', (vectors) => multiKrum({ vectors, faulty: 1 % vectors.length }).vector],
  ['geometric median', (vectors) => geometricMedian({ vectors })],
  ['centred clipping', (vectors) => centredClipping({ vectors, radius: 1000 })],
  ['mixed median', (vectors) => medianVector(mixNearest({ vectors, faulty: 1 % vectors.length }))],
]

const range = { noNaN: true, noDefaultInfinity: true, min: -100, max: 100 }
const matrix = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 4 }))
  .chain(([count, dimension]) =>
    fc.array(fc.float32Array({ ...range, minLength: dimension, maxLength: dimension }), {
      minLength: count,
      maxLength: count,
    }),
  )

describe.each(aggregators)('%s', (_, aggregate) => {
  test.prop([matrix])('of equal vectors is that vector', ([first, ...rest]) => {
    const found = aggregate([first!, ...rest.map(() => first!)])
    for (const [i, x] of found.entries()) expect(x).toBeCloseTo(first![i]!, 3)
  })

  test.prop([matrix])('stays within the values of every dimension', (vectors) => {
    for (const [i, x] of aggregate(vectors).entries()) {
      const column = [0, ...vectors.map((vector) => vector[i]!)]
      expect(x).toBeGreaterThanOrEqual(Math.min(...column) - 1e-4)
      expect(x).toBeLessThanOrEqual(Math.max(...column) + 1e-4)
    }
  })

  test('refuses nothing, other lengths, NaN and infinities', () => {
    const one = Float32Array.of(1, 2)
    expect(() => aggregate([])).toThrowDso('SAMPLE_EMPTY')
    expect(() => aggregate([one, Float32Array.of(1)])).toThrowDso('LENGTH_MISMATCH')
    expect(() => aggregate([one, Float32Array.of(1, Number.NaN)])).toThrowDso('VALUE_NOT_FINITE')
    const infinite = Float32Array.of(Number.NEGATIVE_INFINITY, 1)
    expect(() => aggregate([infinite, one])).toThrowDso('VALUE_NOT_FINITE')
  })
})

const orderFree = aggregators.filter(([name]) => name.endsWith('median') || name === 'trimmed mean')

describe.each(orderFree.filter(([name]) => !name.startsWith('mixed')))('%s', (name, aggregate) => {
  test.prop([matrix])('does not depend on the order', (vectors) => {
    const [found, reversed] = [aggregate(vectors), aggregate(vectors.toReversed())]
    if (name !== 'geometric median') expect(reversed).toEqual(found)
    else for (const [i, x] of reversed.entries()) expect(x).toBeCloseTo(found[i]!, 3)
  })
})

describe('under a third of liars who agree', () => {
  const random = createSeededRandom('baselines')
  const honest = Array.from({ length: 7 }, () =>
    Float32Array.from({ length: 20 }, () => 1 + (random.next() - 0.5) / 5),
  )
  const far = new Float32Array(20).fill(-1000)
  const vectors = [...honest, far, far, far]

  test.each(aggregators.filter(([name]) => !/mean|Multi-Krum|mixed|clipping/.test(name)))(
    '%s stays near the honest',
    (_, aggregate) => {
      for (const x of aggregate(vectors)) expect(Math.abs(x - 1)).toBeLessThan(4)
    },
  )

  test('what is told how many they are stays near the honest', () => {
    const told = [
      trimmedMeanVector({ vectors, trimmed: 3 }),
      multiKrum({ vectors, faulty: 3 }).vector,
      medianVector(mixNearest({ vectors, faulty: 3 })),
    ]
    for (const found of told) for (const x of found) expect(Math.abs(x - 1)).toBeLessThan(0.1)
    const clipped = centredClipping({ vectors, radius: 5 })
    for (const x of clipped) expect(Math.abs(x - 1)).toBeLessThan(1)
  })

  test('the mean does not', () => {
    expect(meanVector(vectors)[0]).toBeLessThan(-100)
  })
})

describe('options out of range', () => {
  const vectors = [Float32Array.of(1), Float32Array.of(2), Float32Array.of(3)]

  test.each([-1, 2, 0.5, Number.NaN])('trimming %d of three', (trimmed) => {
    expect(() => trimmedMeanVector({ vectors, trimmed })).toThrowDso('OPTION_INVALID')
  })

  test.each([-1, 3, 0.5, Number.NaN])('%d liars of three', (faulty) => {
    for (const verb of [krum, multiKrum, mixNearest]) {
      expect(() => verb({ vectors, faulty })).toThrowDso('OPTION_INVALID')
    }
  })

  test.each([0, 4, 1.5])('selecting %d of three', (selected) => {
    expect(() => multiKrum({ vectors, faulty: 0, selected })).toThrowDso('OPTION_INVALID')
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('smoothing and radius %d', (value) => {
    expect(() => geometricMedian({ vectors, smoothing: value })).toThrowDso('OPTION_INVALID')
    expect(() => centredClipping({ vectors, radius: value })).toThrowDso('OPTION_INVALID')
  })

  test.each([0, 1001, 2.5])('%d rounds', (rounds) => {
    expect(() => geometricMedian({ vectors, rounds })).toThrowDso('OPTION_INVALID')
    expect(() => centredClipping({ vectors, radius: 1, rounds })).toThrowDso('OPTION_INVALID')
  })
})

test('the geometric median of points on a line is their median', () => {
  const vectors = [0, 1, 10].map((x) => Float32Array.of(x))
  expect(geometricMedian({ vectors, rounds: 1000 })[0]).toBeCloseTo(1, 2)
})

test('the median of dispersed vectors is moved by liars who agree, however few they are', () => {
  // Honest signs are close to even, so a tenth of the votes decides most of them.
  const random = createSeededRandom('moved')
  const honest = Array.from({ length: 90 }, () =>
    Float32Array.from({ length: 200 }, () => 0.1 + (random.next() - 0.5) * 4),
  )
  const liar = new Float32Array(200).fill(-2)
  const below = (vectors: Float32Array[]) => medianVector(vectors).filter((x) => x < 0).length
  const lies = Array.from({ length: 10 }, () => liar)
  expect(below([...honest, ...lies])).toBeGreaterThan(2 * below(honest))
})
