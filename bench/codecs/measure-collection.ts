import { backProject } from '../../src/protocol/codecs/back-project.ts'
import { expand } from '../../src/protocol/codecs/expand.ts'
import { refineSigns } from '../../src/protocol/codecs/refine-signs.ts'
import { decodeDirect8 } from '../../src/protocol/codecs/decode-direct8.ts'
import { encodeDirect8 } from '../../src/protocol/codecs/encode-direct8.ts'
import { type BenchFigure, makeFigure } from '../common/figure.ts'
import type { RealEmbeddings } from '../common/real-embeddings.ts'
import { meanAndMost, rmsePercent } from './quality.ts'
import { EXPANSION, type ExpandedRows, rowOf, signsOf } from './real-codes.ts'
import { DIMENSION } from './sources.ts'
import { compressZip002, decompressZip002 } from './zip002.ts'

/** Vectors for what is slow; what is quick takes all. */
const SLOW = 2000

/** One line of seed B's Table 8, remade: real embeddings of 384 dimensions, spread over 7680. */
export interface CollectionLine {
  method: string
  vectors: number
  /** With 32 bits for each of the 7680 values, as the seed counts. */
  originalBytes: number
  compressedBytes: number
  ratio: number
  meanRmsePercent: number
  mostRmsePercent: number
}

/** The collection's size and error, method by method. RMSE is always that of 7680 values. */
export function measureCollection(
  { vectors, dimension }: Pick<RealEmbeddings, 'vectors' | 'dimension'>,
  collection: ExpandedRows,
): { figures: BenchFigure[]; lines: CollectionLine[] } {
  const all = vectors.length / dimension
  const some = Math.min(SLOW, all)
  /** An error within the subspace, told in the unit of 7680 values. */
  const spread = Math.sqrt(dimension / DIMENSION)
  const signs = (row: number) => signsOf(collection, row)
  const original = (row: number) => rowOf(vectors, row, dimension)
  const options = { count: dimension, seed: EXPANSION }
  const runs: number[] = []

  const line = (
    method: string,
    count: number,
    send: (row: number) => { bytes: number; rmse: number },
  ): CollectionLine => {
    const sent = Array.from({ length: count }, (_, row) => send(row))
    const { mean, most } = meanAndMost(sent.map(({ rmse }) => rmse))
    const originalBytes = 4 * DIMENSION * count
    const compressedBytes = sent.reduce((sum, { bytes }) => sum + bytes, 0)
    return {
      method,
      vectors: count,
      originalBytes,
      compressedBytes,
      ratio: originalBytes / compressedBytes,
      meanRmsePercent: mean,
      mostRmsePercent: most,
    }
  }

  const printed = line('seed B as printed', some, (row) => {
    const expanded = Float32Array.from(expand(original(row), EXPANSION))
    const code = compressZip002(expanded)
    runs.push(code.runs.length)
    return { bytes: code.bytes, rmse: rmsePercent(expanded, decompressZip002(code)) }
  })
  const plain = line('scale and signs', all, (row) => {
    const expanded = expand(original(row), EXPANSION)
    const scale = collection.scales[row]!
    const bits = signs(row)
    const received = expanded.map((_, i) => ((bits[i >> 3]! >> (i & 7)) & 1 ? scale : -scale))
    return { bytes: 964, rmse: rmsePercent(expanded, received) }
  })
  const projected = line('signs, projected back, length 1', all, (row) => ({
    bytes: 964,
    rmse: spread * rmsePercent(original(row), backProject(signs(row), options)),
  }))
  const refined = line('signs, iterative decoder', some, (row) => ({
    bytes: 964,
    rmse: spread * rmsePercent(original(row), refineSigns(signs(row), options)),
  }))
  const direct = line('8 bits in 384 dimensions', all, (row) => {
    const code = encodeDirect8(original(row))
    return {
      bytes: code.length,
      rmse: spread * rmsePercent(original(row), decodeDirect8(code, dimension)),
    }
  })
  const percent = (id: string, value: number, goal: { max: number } | null = null): BenchFigure =>
    makeFigure(id, value, 'percent', goal)
  return {
    figures: [
      percent('expand-rmse-percent', projected.meanRmsePercent, { max: 0.2 }),
      percent('expand-rmse-percent-most', projected.mostRmsePercent),
      percent('expand-iterative-rmse-percent', refined.meanRmsePercent),
      percent('expand-plain-rmse-percent', plain.meanRmsePercent),
      percent('expand-plain-rmse-percent-most', plain.mostRmsePercent),
      percent('int8-rmse-percent', direct.meanRmsePercent),
      makeFigure('zip002-runs-real', meanAndMost(runs).mean, 'count', null),
    ],
    lines: [printed, plain, projected, refined, direct],
  }
}
