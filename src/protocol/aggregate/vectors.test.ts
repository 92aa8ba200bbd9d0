import { describe, expect, test } from 'vitest'
import { aggregateByTheBook } from '../../../scripts/generate/vectors/robust-oracle.ts'
import vectors from '../../../vectors/aggregation.json' with { type: 'json' }
import type { ErrorCode } from '../error-codes.ts'
import { addVotes } from './add-votes.ts'
import { aggregateRobustly } from './aggregate-robustly.ts'
import { assignToCentroids } from './assign-to-centroids.ts'
import { centredClipping } from './centred-clipping.ts'
import { countVotes } from './count-votes.ts'
import { createVotes } from './create-votes.ts'
import { decodeMargins } from './decode-margins.ts'
import { findWeightedMedoid } from './find-weighted-medoid.ts'
import { geometricMedian } from './geometric-median.ts'
import { krum } from './krum.ts'
import { majoritySign } from './majority-sign.ts'
import { meanVector } from './mean-vector.ts'
import { measureCodeDistances } from './measure-code-distances.ts'
import { medianVector } from './median-vector.ts'
import { mixNearest } from './mix-nearest.ts'
import { multiKrum } from './multi-krum.ts'
import { trimmedMeanVector } from './trimmed-mean-vector.ts'
import { weightedIntegerMedian } from './weighted-integer-median.ts'
import { weightedMedianVector } from './weighted-median-vector.ts'

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const hex = (data: Uint8Array) => Buffer.from(data).toString('hex')

function floats(text: string): Float32Array {
  const view = new DataView(bytes(text).buffer)
  return Float32Array.from({ length: text.length / 8 }, (_, i) => view.getFloat32(4 * i, true))
}

function hexOf(values: Float32Array): string {
  const view = new DataView(new ArrayBuffer(4 * values.length))
  for (const [i, value] of values.entries()) view.setFloat32(4 * i, value, true)
  return hex(new Uint8Array(view.buffer))
}

function expectClose(values: Float32Array, expected: readonly number[]): void {
  expect(values).toHaveLength(expected.length)
  for (const [i, value] of values.entries()) {
    expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(value)))
  }
}

const values = (shown: string | number[]) =>
  typeof shown === 'string' ? bytes(shown) : Int8Array.from(shown)

describe('vectors', () => {
  test.each(vectors.vectors)('$name', (given) => {
    const { weights, faulty } = given
    const list = given.vectors.map(floats)
    expect(hexOf(medianVector(list))).toBe(given.median)
    expect(hexOf(weightedMedianVector({ vectors: list, weights }))).toBe(given.weightedMedian)
    expect(hexOf(meanVector(list))).toBe(given.mean)
    expect(hexOf(trimmedMeanVector({ vectors: list, trimmed: faulty }))).toBe(given.trimmedMean)
    const { vector, selected } = multiKrum({ vectors: list, faulty })
    expect(selected).toEqual(given.selected)
    expect(hexOf(vector)).toBe(given.multiKrum)
    expect(krum({ vectors: list, faulty })).toBe(given.selected[0])
    expect(mixNearest({ vectors: list, faulty }).map(hexOf)).toEqual(given.mixed)
    const smoothed = geometricMedian({ vectors: list, smoothing: 0.1, rounds: 3 })
    expectClose(smoothed, given.geometricMedian)
    expectClose(centredClipping({ vectors: list, radius: 0.5, rounds: 3 }), given.centredClipping)
  })

  test("the first is the example of ByzFL's README with that project's own results", () => {
    const [example] = vectors.vectors
    expect(example!.vectors.map((text) => [...floats(text)])).toEqual([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ])
    expect([...floats(example!.median)]).toEqual([4, 5, 6])
    expect([...floats(example!.trimmedMean)]).toEqual([4, 5, 6])
    expect([...floats(example!.multiKrum)]).toEqual([2.5, 3.5, 4.5])
    expect(example!.mixed.map((text) => [...floats(text)])).toEqual([
      [2.5, 3.5, 4.5],
      [2.5, 3.5, 4.5],
      [5.5, 6.5, 7.5],
    ])
    const published = [3.78788764, 4.78788764, 5.78788764]
    for (const [i, value] of example!.geometricMedian.entries()) {
      expect(value).toBeCloseTo(published[i]!, 6)
    }
  })
})

describe('integer medians', () => {
  test.each(vectors.integerMedians)('$name', ({ values, weights, median }) => {
    expect(weightedIntegerMedian({ values, weights })).toBe(median)
  })
})

describe('votes', () => {
  test.each(vectors.votes)('$name', ({ bytes: size, codes, weights, weight, ...expected }) => {
    const votes = { codes: codes.map(bytes), ...(weights === undefined ? {} : { weights }) }
    const tally = addVotes(createVotes({ bytes: size }), votes)
    expect(tally.weight).toBe(weight)
    expect(hex(tally.planes)).toBe(expected.planes)
    expect([...countVotes(tally)]).toEqual(expected.counts)
    const majority = tally.weight === 0 ? undefined : hex(majoritySign(tally))
    expect(majority).toBe(expected.majority)
  })
})

describe('robust', () => {
  test.each(vectors.robust)('$name', ({ codes, weights, counts, whole, voices, margins }) => {
    const given = { codes: codes.map(bytes), ...(weights === undefined ? {} : { weights }) }
    const found = aggregateRobustly(given)
    expect({ ...found, counts: [...found.counts] }).toEqual({ counts, whole, voices })
    expectClose(decodeMargins(found), margins)
    const list = given.codes.map((code, i) => ({ code, weight: weights?.[i] ?? 1 }))
    expect(aggregateByTheBook(list)).toEqual({ counts, whole, voices })
  })
})

describe('centroids', () => {
  test.each(vectors.centroids)('$name', ({ codes, centroids, within, distances, nearest }) => {
    const given = { codes: codes.map(values), centroids: centroids.map(values) }
    expect([...measureCodeDistances(given.codes, given.centroids)]).toEqual(distances)
    const found = assignToCentroids({ ...given, ...(within === undefined ? {} : { within }) })
    expect([...found]).toEqual(nearest)
  })
})

describe('medoids', () => {
  test.each(vectors.medoids)('$name', ({ codes, weights, ids, medoid }) => {
    const given = { codes: codes.map(values), weights, ids: ids.map((id) => bytes(id)) }
    expect(findWeightedMedoid(given)).toBe(medoid)
  })
})

describe('refused', () => {
  interface Refused {
    verb: string
    name: string
    error: string
    vectors?: string[]
    codes?: string[]
    weights?: number[]
    bytes?: number
  }
  const verbs: Record<string, (given: Refused) => unknown> = {
    median: ({ vectors: list = [] }) => medianVector(list.map(floats)),
    weightedMedian: ({ vectors: list = [], weights = [] }) =>
      weightedMedianVector({ vectors: list.map(floats), weights }),
    votes: ({ bytes: size = 0, codes = [], weights }) =>
      addVotes(createVotes({ bytes: size }), {
        codes: codes.map(bytes),
        ...(weights === undefined ? {} : { weights }),
      }),
    robust: ({ codes = [], weights }) =>
      aggregateRobustly({
        codes: codes.map(bytes),
        ...(weights === undefined ? {} : { weights }),
      }),
  }

  test.each(vectors.refused as Refused[])('$verb: $name', (given) => {
    expect(() => verbs[given.verb]!(given)).toThrowDso(given.error as ErrorCode)
  })
})
