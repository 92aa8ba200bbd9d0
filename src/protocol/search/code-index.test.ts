import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { sampleNormals } from '../../../test/fixtures/sample-normals.ts'
import { createCodeBlocks, openCodeBlocks } from '../../kernels/scan.ts'
import { openScalarScan } from '../../kernels/scalar/scan.ts'
import { createSeededRandom } from '../statistics/create-seeded-random.ts'
import { type CodeIndex, createCodeIndex } from './code-index.ts'
import { loadCodeIndex } from './load-code-index.ts'

const BITS = 64

interface Entry {
  id: number
  code: Uint8Array
  norm: number
}

/** Few different codes and norms, so that many hits are equal. */
const entry = fc.record({
  id: fc.integer({ min: 0, max: 30 }),
  code: fc.constantFrom(0, 1, 3, 255, 170).map((byte) => new Uint8Array(8).fill(byte)),
  norm: fc.constantFrom(0, 0.5, 1),
})
const step = fc.oneof(
  { weight: 3, arbitrary: entry.map((added) => ({ added })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 30 }).map((deleted) => ({ deleted })) },
)

function countBits(a: Uint8Array, b: Uint8Array): number {
  const bits = a.map((byte, i) => byte ^ b[i]!)
  return bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)
}

/** The rule as it is written, value after value. */
function scoreNaively(query: Float32Array, { code, norm }: Entry, meanSquare: number): number {
  const dot = query.reduce(
    (sum, value, i) => sum + ((code[i >> 3]! >> (i & 7)) & 1 ? value : -value),
    0,
  )
  const estimate = (Math.sqrt(Math.PI / 2) * norm * dot) / Math.sqrt(query.length)
  return estimate + (1 - meanSquare - norm * norm) / 2
}

function build(entries: readonly Entry[], meanSquare = 0, bits = BITS): CodeIndex {
  const index = createCodeIndex({ bits, meanSquare })
  for (const { id, code, norm } of entries) index.add(id, code, norm)
  return index
}

function randomEntries(seed: string, count: number, bits: number): Entry[] {
  const random = createSeededRandom(seed)
  return Array.from({ length: count }, (_, id) => ({
    id,
    code: random.bytes(bits / 8),
    norm: Math.fround(0.5 + random.next() / 2),
  }))
}

describe('createCodeIndex', () => {
  const query = fc.constantFrom(0, 7, 255).map((byte) => new Uint8Array(8).fill(byte))

  test.prop([fc.array(step, { maxLength: 60 }), query, fc.integer({ min: 0, max: 40 })])(
    'finds by Hamming distance what a list would, after any additions and deletions',
    (steps, wanted, k) => {
      const model = new Map<number, Entry>()
      const index = createCodeIndex({ bits: BITS })
      for (const each of steps) {
        if ('deleted' in each) {
          expect(index.delete(each.deleted)).toBe(model.delete(each.deleted))
        } else if (model.has(each.added.id)) {
          expect(() => index.add(each.added.id, each.added.code)).toThrowDso('INDEX_ID_TAKEN')
        } else {
          index.add(each.added.id, each.added.code, each.added.norm)
          model.set(each.added.id, each.added)
        }
        expect(index.size()).toBe(model.size)
      }
      const expected = [...model.values()]
        .map(({ id, code }) => ({ id, distance: countBits(code, wanted) }))
        .toSorted((a, b) => a.distance - b.distance || a.id - b.id)
        .slice(0, k)
      expect(index.searchHamming(wanted, k)).toEqual(expected)
      for (let id = 0; id <= 30; id++) expect(index.has(id)).toBe(model.has(id))
      // The history leaves no trace.
      expect(index.save()).toEqual(build([...model.values()]).save())
      const floats = Float32Array.from({ length: BITS }, (_, i) => (i % 5) - 2)
      expect(index.searchAsymmetric(floats, k)).toEqual(
        build([...model.values()]).searchAsymmetric(floats, k),
      )
    },
  )

  test('ties go to the lowest id, in both searches', () => {
    const code = new Uint8Array(8).fill(240)
    const index = build([9, 4, 7, 2 ** 32 - 1, 0, 5].map((id) => ({ id, code, norm: 1 })))
    expect(index.searchHamming(code, 4).map(({ id }) => id)).toEqual([0, 4, 5, 7])
    const hits = index.searchAsymmetric(new Float32Array(BITS).fill(1), 4)
    expect(hits.map(({ id }) => id)).toEqual([0, 4, 5, 7])
    index.delete(4)
    expect(index.searchHamming(code, 2).map(({ id }) => id)).toEqual([0, 5])
  })

  test('with enough candidates the asymmetric search is exact, centred or not', () => {
    for (const meanSquare of [0, 0.25]) {
      const entries = randomEntries('exact', 200, 384)
      const index = build(entries, meanSquare, 384)
      const random = createSeededRandom('exact queries')
      const queries = Array.from({ length: 5 }, () =>
        Float32Array.from(sampleNormals(random, 384), (value) => value / Math.sqrt(384)),
      )
      const found = index.searchAsymmetricBatch(queries, 10, { candidates: 20 })
      for (const [i, hits] of found.entries()) {
        const expected = entries
          .map((each) => ({ id: each.id, score: scoreNaively(queries[i]!, each, meanSquare) }))
          .toSorted((a, b) => b.score - a.score)
          .slice(0, 10)
        expect(hits.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
        for (const [j, { score }] of hits.entries()) {
          expect(score).toBeCloseTo(expected[j]!.score, 12)
        }
      }
    }
  })

  test('eight candidates for each hit find nearly all that an exact search finds', () => {
    const index = build(randomEntries('candidates', 2000, 384), 0, 384)
    const random = createSeededRandom('candidate queries')
    let common = 0
    for (let i = 0; i < 20; i++) {
      const query = Float32Array.from(sampleNormals(random, 384))
      const exact = index.searchAsymmetric(query, 10, { candidates: 200 })
      const ids = new Set(exact.map(({ id }) => id))
      common += index.searchAsymmetric(query, 10).filter(({ id }) => ids.has(id)).length
    }
    expect(common).toBe(200)
  })

  test('a batch finds what its queries find alone', () => {
    const index = build(randomEntries('batch', 100, 384), 0.1, 384)
    const random = createSeededRandom('batch queries')
    const codes = Array.from({ length: 7 }, () => random.bytes(48))
    expect(index.searchHammingBatch(codes, 5)).toEqual(
      codes.map((code) => index.searchHamming(code, 5)),
    )
    const floats = codes.map(() => Float32Array.from(sampleNormals(random, 384)))
    expect(index.searchAsymmetricBatch(floats, 5)).toEqual(
      floats.map((each) => index.searchAsymmetric(each, 5)),
    )
    expect(index.searchHammingBatch([], 5)).toEqual([])
    expect(index.searchAsymmetricBatch([], 5)).toEqual([])
  })

  test('rerank decides among the candidates, and is asked for them alone', () => {
    const index = build(randomEntries('rerank', 100, 384), 0, 384)
    const query = Float32Array.from(sampleNormals(createSeededRandom('q'), 384))
    const candidates = index.searchAsymmetric(query, 24, { candidates: 10 })
    const asked: number[] = []
    const hits = index.searchAsymmetricBatch([query, query], 3, {
      rerank: (id, position) => {
        if (position === 1) asked.push(id)
        return position === 0 ? 0 : id
      },
    })
    expect(asked.length).toBe(24)
    const ids = candidates.map(({ id }) => id).toSorted((a, b) => a - b)
    expect(hits[0]).toEqual(ids.slice(0, 3).map((id) => ({ id, score: 0 })))
    expect(hits[1]).toEqual(
      ids
        .slice(-3)
        .toReversed()
        .map((id) => ({ id, score: id })),
    )
    expect(() => index.searchAsymmetric(query, 1, { rerank: () => Number.NaN })).toThrowDso(
      'VALUE_NOT_FINITE',
    )
  })

  test('an empty index has no hits, and no hits are found when none is wanted', () => {
    const index = createCodeIndex({ bits: BITS })
    expect(index.searchHamming(new Uint8Array(8), 3)).toEqual([])
    expect(index.searchAsymmetric(new Float32Array(BITS), 3)).toEqual([])
    index.add(1, new Uint8Array(8))
    expect(index.searchHamming(new Uint8Array(8), 0)).toEqual([])
    expect(index.searchAsymmetric(new Float32Array(BITS), 0)).toEqual([])
    expect(index.searchHamming(new Uint8Array(8), 9)).toEqual([{ id: 1, distance: 0 }])
  })

  test('states what a code takes, and takes not much more', () => {
    const index = build(randomEntries('memory', 10_000, 384), 0, 384)
    const { bytesPerCode, reservedBytes } = index.memory()
    expect(bytesPerCode).toBe(48 + 8)
    expect(reservedBytes).toBeGreaterThanOrEqual(10_000 * bytesPerCode)
    expect(reservedBytes).toBeLessThan(1.6 * 10_000 * bytesPerCode + 2 ** 18)
  })

  test('what is deleted leaves its room to what comes', () => {
    const entries = randomEntries('room', 2000, 384)
    const index = build(entries, 0, 384)
    const before = index.memory().reservedBytes
    for (let round = 0; round < 3; round++) {
      for (const { id } of entries) index.delete(id)
      for (const { id, code } of entries) index.add(id, code)
    }
    expect(index.memory().reservedBytes).toBe(before)
  })

  test('without SIMD it finds the same, to the last bit', () => {
    const entries = randomEntries('scalar', 150, 384)
    const scalar = createCodeIndex({ bits: 384, meanSquare: 0.1 }, (bytes) =>
      createCodeBlocks(bytes, openScalarScan()),
    )
    for (const { id, code, norm } of entries) scalar.add(id, code, norm)
    const index = build(entries, 0.1, 384)
    const query = Float32Array.from(sampleNormals(createSeededRandom('scalar query'), 384))
    expect(scalar.searchAsymmetric(query, 9)).toEqual(index.searchAsymmetric(query, 9))
    expect(scalar.searchHamming(entries[4]!.code, 9)).toEqual(
      index.searchHamming(entries[4]!.code, 9),
    )
  })

  test('when memory ends, the code is refused and the index is as before', () => {
    let room = 2
    const index = createCodeIndex({ bits: BITS }, (bytes) => {
      const blocks = openCodeBlocks(bytes)
      const reserve = (rows: number): void => {
        if (rows > room) throw new RangeError('no more memory')
        blocks.reserve(rows)
      }
      return { ...blocks, reserve }
    })
    index.add(1, new Uint8Array(8))
    index.add(2, new Uint8Array(8))
    const before = index.save()
    expect(() => index.add(3, new Uint8Array(8))).toThrowDso('INDEX_FULL')
    expect(index.has(3)).toBe(false)
    expect(index.save()).toEqual(before)
    room = 3
    index.add(3, new Uint8Array(8))
    expect(index.size()).toBe(3)
  })

  test('the code that was given may change afterwards', () => {
    const code = new Uint8Array(8)
    const index = createCodeIndex({ bits: BITS })
    index.add(1, code)
    code.fill(255)
    expect(index.searchHamming(new Uint8Array(8), 1)).toEqual([{ id: 1, distance: 0 }])
  })

  describe('refuses', () => {
    test.each([0, 8, 63, 65, -64, 64.5, Number.NaN, Number.POSITIVE_INFINITY, 65_600])(
      '%d bits',
      (bits) => {
        expect(() => createCodeIndex({ bits })).toThrowDso('OPTION_INVALID')
      },
    )

    test.each([-0.1, Number.NaN, Number.POSITIVE_INFINITY])('a mean square of %d', (meanSquare) => {
      expect(() => createCodeIndex({ bits: BITS, meanSquare })).toThrowDso('OPTION_INVALID')
    })

    test.each([-1, 0.5, 2 ** 32, Number.NaN])('the id %d', (id) => {
      const index = createCodeIndex({ bits: BITS })
      expect(() => index.add(id, new Uint8Array(8))).toThrowDso('OPTION_INVALID')
    })

    test.each([-1, -1e-30, Number.NaN, Number.POSITIVE_INFINITY, 1e39])('the norm %d', (norm) => {
      const index = createCodeIndex({ bits: BITS })
      expect(() => index.add(1, new Uint8Array(8), norm)).toThrowDso('SCALE_INVALID')
      expect(index.size()).toBe(0)
    })

    test('codes and queries of another length', () => {
      const index = createCodeIndex({ bits: BITS })
      expect(() => index.add(1, new Uint8Array(7))).toThrowDso('LENGTH_MISMATCH')
      expect(() => index.searchHamming(new Uint8Array(9), 1)).toThrowDso('LENGTH_MISMATCH')
      expect(() => index.searchAsymmetric(new Float32Array(8), 1)).toThrowDso('LENGTH_MISMATCH')
      expect(index.size()).toBe(0)
    })

    test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
      'a query with %d',
      (value) => {
        const query = new Float32Array(BITS)
        query[5] = value
        const index = createCodeIndex({ bits: BITS })
        expect(() => index.searchAsymmetric(query, 1)).toThrowDso('VALUE_NOT_FINITE')
      },
    )

    test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%d hits or candidates', (k) => {
      const index = createCodeIndex({ bits: BITS })
      const query = new Float32Array(BITS)
      expect(() => index.searchHamming(new Uint8Array(8), k)).toThrowDso('OPTION_INVALID')
      expect(() => index.searchAsymmetric(query, k)).toThrowDso('OPTION_INVALID')
      expect(() => index.searchAsymmetric(query, 1, { candidates: k })).toThrowDso('OPTION_INVALID')
    })
  })

  test('the largest floats do not make a score infinite', () => {
    const index = createCodeIndex({ bits: BITS })
    index.add(1, new Uint8Array(8).fill(255), 3.4e38)
    const [hit] = index.searchAsymmetric(new Float32Array(BITS).fill(3.4e38), 1)
    expect(Number.isFinite(hit?.score)).toBe(true)
  })
})

describe('the score of an uncentred index', () => {
  test('is an unbiased estimate of the cosine, with the deviation that theory says', () => {
    const bits = 7680
    const random = createSeededRandom('estimator')
    const unit = (): Float64Array => {
      const values = sampleNormals(random, bits)
      const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
      return values.map((value) => value / length)
    }
    const documents = Array.from({ length: 100 }, unit)
    const index = createCodeIndex({ bits })
    for (const [id, document] of documents.entries()) index.add(id, signsOf(document))
    const queries = Array.from({ length: 100 }, () => Float32Array.from(unit()))
    const errors = index
      .searchAsymmetricBatch(queries, 100, { candidates: 1 })
      .flatMap((hits, i) => hits.map(({ id, score }) => score - dotOf(documents[id]!, queries[i]!)))
    expect(errors.length).toBe(10_000)
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
    const deviation = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / 10_000)
    // √(π/2 − 1) / √7680 = .00862; the mean of 10,000 scatters by a hundredth of it.
    expect(Math.abs(mean)).toBeLessThan(4 * 0.0000862)
    expect(deviation).toBeGreaterThan(0.00862 * 0.97)
    expect(deviation).toBeLessThan(0.00862 * 1.03)
    // 1.9 deviations: 5.7 % of a normal distribution.
    const outside = errors.filter((error) => Math.abs(error) > 0.0164).length
    expect(outside / errors.length).toBeLessThanOrEqual(0.08)
    expect(outside / errors.length).toBeGreaterThan(0.04)
  })
})

describe('loadCodeIndex', () => {
  test.prop([fc.uniqueArray(entry, { selector: ({ id }) => id }), fc.constantFrom(0, 0.3)])(
    'opens what was saved, and saves the same bytes again',
    (entries, meanSquare) => {
      const image = build(entries, meanSquare).save()
      const loaded = loadCodeIndex(image)
      expect([loaded.bits, loaded.meanSquare, loaded.size()]).toEqual([
        BITS,
        meanSquare,
        entries.length,
      ])
      expect(loaded.save()).toEqual(image)
      expect(image.length).toBe(60 + entries.length * 16)
    },
  )

  test('opens an image that lies within other bytes', () => {
    const image = build(randomEntries('within', 3, BITS)).save()
    const wide = new Uint8Array(image.length + 9)
    wide.set(image, 5)
    expect(loadCodeIndex(wide.subarray(5, 5 + image.length)).save()).toEqual(image)
  })
})

function dotOf(a: Float64Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

function signsOf(values: Float64Array): Uint8Array {
  const code = new Uint8Array(values.length / 8)
  for (const [i, value] of values.entries()) if (value >= 0) code[i >> 3]! |= 1 << (i & 7)
  return code
}
