import { describe, expect, test } from 'vitest'
import { sampleNormals } from '../../../test/fixtures/sample-normals.ts'
import { decodeEmbedding } from '../profiles/decode-embedding.ts'
import { encodeEmbedding } from '../profiles/encode-embedding.ts'
import { DIRECT_384 } from '../profiles/profile.ts'
import { createSeededRandom } from '../statistics/create-seeded-random.ts'
import { createTwoLevelIndex, type TwoLevelIndex } from './two-level-index.ts'

/** Unit vectors around 40 topics, all on one side, as sentence embeddings are. */
function sampleEmbeddings(seed: string, count: number): Float32Array[] {
  const topics = createSeededRandom('topics')
  const common = sampleNormals(topics, 384)
  const centres = Array.from({ length: 40 }, () => sampleNormals(topics, 384))
  const random = createSeededRandom(seed)
  return Array.from({ length: count }, () => {
    const noise = sampleNormals(random, 384)
    const centre = centres[random.integer(40)]!
    const values = noise.map((value, i) => 0.8 * common[i]! + centre[i]! + value)
    const length = Math.hypot(...values)
    return Float32Array.from(values, (value) => value / length)
  })
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  return new Float32Array(384).map(
    (_, i) => vectors.reduce((sum, vector) => sum + vector[i]!, 0) / vectors.length,
  )
}

const documents = sampleEmbeddings('documents', 1500)
const codes = documents.map((document) => encodeEmbedding(DIRECT_384, document))
const decoded = codes.map((code) => decodeEmbedding(DIRECT_384, code))
const queries = sampleEmbeddings('queries', 12)

function build(mean?: Float32Array): TwoLevelIndex {
  const index = createTwoLevelIndex({ rotationSeed: 'test', ...(mean && { mean }) })
  for (const [id, code] of codes.entries()) index.add(id, code)
  return index
}

function dotOf(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** Every code compared; the queries have length 1. */
function searchExactly(query: Float32Array, k: number, without: ReadonlySet<number> = new Set()) {
  return decoded
    .map((document, id) => ({ id, score: dotOf(query, document) }))
    .filter(({ id }) => !without.has(id))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, k)
}

describe('createTwoLevelIndex', () => {
  const index = build(meanOf(documents.slice(0, 500)))

  test('finds what comparing every code finds, with its cosine', () => {
    let common = 0
    for (const [i, hits] of index.searchBatch(queries, 10).entries()) {
      const exact = new Map(searchExactly(queries[i]!, 10).map(({ id, score }) => [id, score]))
      for (const { id, score } of hits) {
        if (!exact.has(id)) continue
        common++
        expect(score).toBeCloseTo(exact.get(id)!, 6)
      }
    }
    expect(common).toBeGreaterThanOrEqual(118)
  })

  test('a document finds itself first, whatever its length', () => {
    for (const id of [0, 700, 1499]) {
      const [hit] = index.search(
        documents[id]!.map((value) => 3 * value),
        1,
      )
      expect(hit?.id).toBe(id)
      expect(hit?.score).toBeGreaterThan(0.999)
    }
  })

  test('the mean makes the first level better', () => {
    const found = (each: TwoLevelIndex): number => {
      const hits = each.searchBatch(queries, 40)
      return hits.reduce((sum, list, i) => {
        const exact = new Set(searchExactly(queries[i]!, 40).map(({ id }) => id))
        return sum + list.filter(({ id }) => exact.has(id)).length
      }, 0)
    }
    expect(found(index)).toBeGreaterThanOrEqual(found(build()))
  })

  test('what was deleted is not found, what took its row is', () => {
    const shrinking = build()
    const gone = new Set<number>()
    for (let id = 0; id < 1400; id++) {
      expect(shrinking.delete(id)).toBe(true)
      gone.add(id)
    }
    expect(shrinking.delete(5)).toBe(false)
    expect([shrinking.size(), shrinking.has(5), shrinking.has(1450)]).toEqual([100, false, true])
    const hits = shrinking.search(queries[0]!, 10)
    const expected = searchExactly(queries[0]!, 10, gone)
    expect(hits.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
    shrinking.add(5, codes[5]!)
    expect(shrinking.search(documents[5]!, 1)[0]?.id).toBe(5)
  })

  test('states what both levels take', () => {
    const { bytesPerCode, reservedBytes } = index.memory()
    expect(bytesPerCode).toBe(48 + 384 + 20)
    expect(reservedBytes).toBeGreaterThan(1500 * bytesPerCode)
  })

  test('refuses what cannot be compared', () => {
    const zeros = new Float32Array(384)
    const options = { rotationSeed: '' }
    expect(() => createTwoLevelIndex({ ...options, mean: zeros.subarray(1) })).toThrowDso(
      'LENGTH_MISMATCH',
    )
    expect(() => createTwoLevelIndex({ ...options, mean: zeros.fill(Number.NaN) })).toThrowDso(
      'VALUE_NOT_FINITE',
    )
    const fresh = createTwoLevelIndex(options)
    expect(() => fresh.add(1, new Uint8Array(387))).toThrowDso('LENGTH_MISMATCH')
    expect(() => fresh.add(1, new Uint8Array(388))).toThrowDso('SCALE_INVALID')
    expect(() => fresh.add(-1, codes[0]!)).toThrowDso('OPTION_INVALID')
    expect(fresh.size()).toBe(0)
    fresh.add(1, codes[0]!)
    expect(() => fresh.add(1, codes[1]!)).toThrowDso('INDEX_ID_TAKEN')
    expect(() => fresh.search(new Float32Array(384), 1)).toThrowDso('SCALE_INVALID')
    expect(() => fresh.search(new Float32Array(383), 1)).toThrowDso('LENGTH_MISMATCH')
    expect(() => fresh.search(queries[0]!, -1)).toThrowDso('OPTION_INVALID')
    expect(fresh.search(documents[0]!, 5).map(({ id }) => id)).toEqual([1])
  })
})
