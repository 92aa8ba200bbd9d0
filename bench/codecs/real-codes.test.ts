import { describe, expect, test } from 'vitest'
import { encodeCentred } from '../../src/protocol/codecs/encode-centred.ts'
import { expand } from '../../src/protocol/codecs/expand.ts'
import { prepareCentredQuery, scoreCentred } from '../../src/protocol/codecs/score-centred.ts'
import { createSeededRandom } from '../../src/protocol/statistics/create-seeded-random.ts'
import { createGaussian } from '../common/gaussian.ts'
import { measureCollection } from './measure-collection.ts'
import { measureRetrieval } from './measure-retrieval.ts'
import { measureShifted, scoreCentredRows } from './measure-shifted.ts'
import { EXPANSION, expandRows, mapRows, rowOf, signsOf } from './real-codes.ts'

const dimension = 384

/** Unit vectors around a few centres, as texts on a few subjects would have. */
function makeRows(count: number, seed: string): Float32Array {
  const gaussian = createGaussian(createSeededRandom(seed))
  const subjects = createGaussian(createSeededRandom('subjects'))
  const centres = Float32Array.from({ length: 8 * dimension }, () => subjects())
  const raw = Float32Array.from(
    { length: count * dimension },
    (_, i) => centres[i % centres.length]! + 0.7 * gaussian(),
  )
  return mapRows(raw, dimension, (row) => {
    const norm = Math.hypot(...row)
    return row.map((value) => value / norm)
  })
}

const rows = makeRows(64, 'rows')
const queries = makeRows(16, 'queries')

describe('expandRows', () => {
  test('going back first changes no product of a query with the signs', () => {
    const codes = expandRows(rows, dimension)
    for (const row of [0, 63]) {
      const query = rowOf(queries, 3, dimension)
      const expanded = expand(query, EXPANSION)
      const bits = signsOf(codes, row)
      const product = expanded.reduce(
        (sum, value, i) => sum + ((bits[i >> 3]! >> (i & 7)) & 1 ? value : -value),
        0,
      )
      const back = rowOf(codes.asymmetric, row, dimension)
      const dot = back.reduce((sum, value, i) => sum + value * query[i]!, 0)
      expect(dot).toBeCloseTo(product / Math.sqrt(7680), 5)
    }
  })

  test('keeps the scale in front of the signs', () => {
    const { scales } = expandRows(rows, dimension)
    const expanded = expand(rowOf(rows, 1, dimension), EXPANSION)
    const mean = expanded.reduce((sum, value) => sum + Math.abs(value), 0) / 7680
    expect(scales[1]).toBeCloseTo(mean, 7)
  })
})

test('scoreCentredRows scores a collection as scoreCentred scores each code', () => {
  const mean = new Float32Array(dimension).fill(0.02)
  const scores = scoreCentredRows(rows, queries, { mean, dimension })
  const options = { mean, size: 7680, seed: EXPANSION } as const
  for (const [query, row] of [
    [0, 0],
    [5, 40],
    [15, 63],
  ] as const) {
    const prepared = prepareCentredQuery(rowOf(queries, query, dimension), options)
    const code = encodeCentred(rowOf(rows, row, dimension), options)
    expect(scores[query]![row]).toBeCloseTo(scoreCentred(prepared, code), 5)
  }
})

describe('on made-up embeddings', () => {
  const real = { dimension, vectors: rows, queries, texts: [], queryTexts: [] }
  const codes = { collection: expandRows(rows, dimension), asked: expandRows(queries, dimension) }

  test('8 bits keep more of the neighbourhoods than 7680 signs, those more than 384', () => {
    const figures = measureRetrieval(real, codes)
    const value = (id: string) => figures.find((each) => each.id === id)?.value ?? Number.NaN
    expect(value('int8-overlap10')).toBeGreaterThanOrEqual(value('expand-asym-overlap10'))
    expect(value('expand-asym-overlap10')).toBeGreaterThan(value('sign384-asym-overlap10'))
    expect(value('similarity-pearson')).toBeGreaterThan(0.98)
    expect(Math.abs(value('lag1-correlation-real'))).toBeLessThan(0.05)
  })

  test('a decoder that knows the subspace errs less than scale and signs, the printed one most', () => {
    const { figures, lines } = measureCollection(real, codes.collection)
    const [printed, plain, projected, refined, direct] = lines.map((line) => line.meanRmsePercent)
    expect(printed).toBeGreaterThan(100)
    expect(plain).toBeCloseTo(0.688, 2)
    expect(projected).toBeLessThan(0.2)
    expect(refined).toBeLessThan(projected ?? 0)
    expect(direct).toBeLessThan(refined ?? 0)
    expect(lines.map(({ ratio }) => ratio.toFixed(2))).toEqual([
      lines[0]?.ratio.toFixed(2),
      '31.87',
      '31.87',
      '31.87',
      '79.18',
    ])
    expect(figures.find(({ id }) => id === 'expand-rmse-percent')?.value).toBe(projected)
  })

  test('where all vectors share a direction, centring keeps more of the neighbourhoods', () => {
    const [plain, bits, few, centred] = measureShifted(real, 1)
    expect([plain, bits, few].map((figure) => figure?.id)).toEqual([
      'plain-overlap10-e5-like',
      'plain-hamming-overlap10-e5-like',
      'sign384-overlap10-e5-like',
    ])
    expect(centred?.value).toBeGreaterThan((plain?.value ?? 1) + 0.02)
    expect(bits?.value).toBeLessThan(plain?.value ?? 0)
    expect(few?.value).toBeLessThan(plain?.value ?? 0)
  })
})
