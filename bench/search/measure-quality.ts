import { encodeEmbedding } from '../../src/protocol/profiles/encode-embedding.ts'
import { DIRECT_384 } from '../../src/protocol/profiles/profile.ts'
import { createTopK } from '../../src/protocol/search/top-k.ts'
import { createTwoLevelIndex } from '../../src/protocol/search/two-level-index.ts'
import { type BenchFigure, makeFigure } from '../common/figure.ts'
import type { RealEmbeddings } from '../common/real-embeddings.ts'

/** Hits that are compared. */
const HITS = 10

/** Vectors that the mean is taken of. */
const SAMPLE = 1000

/** Unrelated to any profile. */
const ROTATION_SEED = 'bench/search'

/**
 * How much of the ten nearest by exact cosine of the floats is among the ten that the two-level index finds.
 */
export function measureQuality({ dimension, vectors, queries }: RealEmbeddings): BenchFigure[] {
  const rowsOf = (values: Float32Array): Float32Array[] =>
    Array.from({ length: values.length / dimension }, (_, row) =>
      values.subarray(row * dimension, (row + 1) * dimension),
    )
  const documents = rowsOf(vectors)
  const mean = meanOf(documents.slice(0, SAMPLE))
  const index = createTwoLevelIndex({ rotationSeed: ROTATION_SEED, mean })
  for (const [id, document] of documents.entries()) {
    index.add(id, encodeEmbedding(DIRECT_384, document))
  }
  const wanted = rowsOf(queries)
  const found = index.searchBatch(wanted, HITS)
  const shared = wanted.map((query, i) => {
    const exact = new Set(nearest(documents, query))
    return found[i]!.filter(({ id }) => exact.has(id)).length / HITS
  })
  const overlap = shared.reduce((sum, share) => sum + share, 0) / shared.length
  return [
    makeFigure('two-level-overlap10', overlap, 'share', { min: 0.985 }),
    makeFigure('two-level-bytes-per-code', index.memory().bytesPerCode, 'bytes', null),
  ]
}

function nearest(documents: readonly Float32Array[], query: Float32Array): number[] {
  const top = createTopK(HITS)
  for (const [id, document] of documents.entries()) {
    let product = 0
    for (let i = 0; i < query.length; i++) product += query[i]! * document[i]!
    top.offer(id, product)
  }
  return top.sorted().map(({ id }) => id)
}

function meanOf(documents: readonly Float32Array[]): Float32Array {
  const sums = new Float64Array(documents[0]!.length)
  for (const document of documents) {
    for (const [i, value] of document.entries()) sums[i]! += value
  }
  return Float32Array.from(sums, (sum) => sum / documents.length)
}
