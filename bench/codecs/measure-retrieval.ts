import { hammingKernel } from '../../src/kernels/hamming.ts'
import { decodeEmbedding } from '../../src/protocol/profiles/decode-embedding.ts'
import { encodeEmbedding } from '../../src/protocol/profiles/encode-embedding.ts'
import { DIRECT_384, type EmbeddingProfile, SIGN_384 } from '../../src/protocol/profiles/profile.ts'
import { type BenchFigure, makeFigure } from '../common/figure.ts'
import type { RealEmbeddings } from '../common/real-embeddings.ts'
import { meanOverlap, pearson, scoreAll, topRows } from './quality.ts'
import { type ExpandedRows, mapRows } from './real-codes.ts'
import { DIMENSION } from './sources.ts'

/** Texts a query's similarity is also correlated over. */
const NEAR = 100

/** What is left of the neighbourhoods of real texts, code by code. */
export function measureRetrieval(
  { vectors, queries, dimension }: RealEmbeddings,
  { collection, asked }: { collection: ExpandedRows; asked: ExpandedRows },
): BenchFigure[] {
  const exact = scoreAll(queries, vectors, dimension)
  const scoreProfile = (profile: EmbeddingProfile): Float32Array[] =>
    scoreDecoded(profile, queries, vectors)
  const asymmetric = scoreAll(queries, collection.asymmetric, dimension)
  const overlap = (scores: readonly Float32Array[]): number => meanOverlap(exact, scores)
  return [
    makeFigure('int8-overlap10', overlap(scoreProfile(DIRECT_384)), 'share', { min: 0.985 }),
    makeFigure('expand-asym-overlap10', overlap(asymmetric), 'share', { min: 0.88 }),
    makeFigure('expand-hamming-overlap10', overlap(scoreHamming(asked, collection)), 'share', {
      min: 0.83,
    }),
    makeFigure('sign384-asym-overlap10', overlap(scoreProfile(SIGN_384)), 'share', null),
    makeFigure('similarity-pearson', pearson(joined(exact), joined(asymmetric)), 'correlation', {
      min: 0.985,
    }),
    makeFigure('similarity-pearson-near', correlateNear(exact, asymmetric), 'correlation', null),
    makeFigure(
      'lag1-correlation-real',
      correlateNeighbours(vectors, dimension),
      'correlation',
      null,
    ),
  ]
}

/** Float queries against rows that went through a profile's code; both of the profile's dimension. */
export function scoreDecoded(
  profile: EmbeddingProfile,
  queries: Float32Array,
  rows: Float32Array,
): Float32Array[] {
  const { dimension } = profile
  const decoded = mapRows(rows, dimension, (row) =>
    decodeEmbedding(profile, encodeEmbedding(profile, row)),
  )
  return scoreAll(queries, decoded, dimension)
}

/** Bits in common: more is nearer. */
export function scoreHamming(queries: ExpandedRows, rows: ExpandedRows): Float32Array[] {
  const bytes = DIMENSION / 8
  const count = rows.scales.length
  const differing = hammingKernel.distances(rows.signs, count, bytes, queries.signs)
  return Array.from(queries.scales, (_, query) =>
    Float32Array.from(
      differing.subarray(query * count, (query + 1) * count),
      (bits) => DIMENSION - bits,
    ),
  )
}

/** The mean over all queries of the correlation over a query's nearest texts. */
function correlateNear(exact: readonly Float32Array[], scores: readonly Float32Array[]): number {
  const each = exact.map((line, query) => {
    const rows = topRows(line, NEAR)
    return pearson(
      rows.map((row) => line[row]!),
      rows.map((row) => scores[query]![row]!),
    )
  })
  return each.reduce((sum, value) => sum + value, 0) / each.length
}

/** How much a dimension says about the next one, over all vectors. */
function correlateNeighbours(vectors: Float32Array, dimension: number): number {
  const inside = (i: number): boolean => i % dimension !== dimension - 1
  const left = vectors.filter((_, i) => inside(i))
  const right = vectors.filter((_, i) => i > 0 && inside(i - 1))
  return pearson(left, right)
}

function joined(lines: readonly Float32Array[]): Float32Array {
  const length = lines[0]?.length ?? 0
  const all = new Float32Array(lines.length * length)
  for (const [index, line] of lines.entries()) all.set(line, index * length)
  return all
}
