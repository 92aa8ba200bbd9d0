import { encodeCentred } from '../../src/protocol/codecs/encode-centred.ts'
import { SIGN_384 } from '../../src/protocol/profiles/profile.ts'
import { createSeededRandom } from '../../src/protocol/statistics/create-seeded-random.ts'
import { type BenchFigure, makeFigure } from '../common/figure.ts'
import { createGaussian } from '../common/gaussian.ts'
import type { RealEmbeddings } from '../common/real-embeddings.ts'
import { scoreDecoded, scoreHamming } from './measure-retrieval.ts'
import { meanOverlap, scoreAll } from './quality.ts'
import { EXPANSION, expandRows, mapRows } from './real-codes.ts'
import { DIMENSION } from './sources.ts'

/** Length of the mean vector of encoders of the E5 family, where every text is near every other. */
const MEAN_NORM = 0.9

/** Texts that the profile's mean is taken over. */
const MEAN_OVER = 1000

/**
 * Real embeddings, moved until their mean has the length of E5's: signs compared with signs, and 384 plain signs, say
 * little there; signs of what is left after the mean say nearly as much as before.
 */
export function measureShifted(
  { vectors, queries, dimension }: RealEmbeddings,
  seed: number,
): BenchFigure[] {
  const shift = findShift(vectors, dimension, seed)
  const rows = mapRows(vectors, dimension, shift)
  const asked = mapRows(queries, dimension, shift)
  const exact = scoreAll(asked, rows, dimension)
  const codes = expandRows(rows, dimension)
  const plain = scoreAll(asked, codes.asymmetric, dimension)
  const bits = scoreHamming(expandRows(asked, dimension), codes)
  const mean = meanOf(rows.subarray(0, MEAN_OVER * dimension), dimension)
  const centred = scoreCentredRows(rows, asked, { mean, dimension })
  return [
    makeFigure('plain-overlap10-e5-like', meanOverlap(exact, plain), 'share', null),
    makeFigure('plain-hamming-overlap10-e5-like', meanOverlap(exact, bits), 'share', null),
    makeFigure(
      'sign384-overlap10-e5-like',
      meanOverlap(exact, scoreDecoded(SIGN_384, asked, rows)),
      'share',
      null,
    ),
    makeFigure('centred-overlap10-e5-like', meanOverlap(exact, centred), 'share', { min: 0.85 }),
  ]
}

/**
 * Scores of centred codes, as `scoreCentred` gives them: (q − μ)·r̂ + (1 − ‖μ‖² − ‖r‖²) / 2. For a whole collection the
 * product is taken in the few dimensions before the expansion.
 */
export function scoreCentredRows(
  rows: Float32Array,
  queries: Float32Array,
  { mean, dimension }: { mean: Float32Array; dimension: number },
): Float32Array[] {
  const { asymmetric, scales } = expandRows(rows, dimension, (row) =>
    encodeCentred(row, { mean, size: DIMENSION, seed: EXPANSION }),
  )
  const asked = mapRows(queries, dimension, (row) => row.map((value, i) => value - mean[i]!))
  const base = (1 - mean.reduce((sum, value) => sum + value * value, 0)) / 2
  // A sign keeps √(2/π) of a deviation; dividing by that makes the estimate unbiased.
  const unbiased = Math.sqrt(Math.PI / 2)
  return scoreAll(asked, asymmetric, dimension).map((line) =>
    line.map((dot, row) => unbiased * scales[row]! * dot + base - scales[row]! ** 2 / 2),
  )
}

/** Adds a multiple of one random direction and brings to length 1; the multiple gives the mean its length. */
function findShift(
  vectors: Float32Array,
  dimension: number,
  seed: number,
): (row: Float32Array) => Float32Array {
  const gaussian = createGaussian(createSeededRandom(`codecs/shift/${seed}`))
  const direction = unit(Float32Array.from({ length: dimension }, () => gaussian()))
  const shiftBy = (amount: number) => (row: Float32Array) =>
    unit(row.map((value, i) => value + amount * direction[i]!))
  let low = 0
  let high = 16
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    const shifted = mapRows(vectors.subarray(0, MEAN_OVER * dimension), dimension, shiftBy(middle))
    if (Math.hypot(...meanOf(shifted, dimension)) < MEAN_NORM) low = middle
    else high = middle
  }
  return shiftBy(high)
}

function meanOf(rows: Float32Array, dimension: number): Float32Array {
  const mean = new Float64Array(dimension)
  const count = rows.length / dimension
  for (let i = 0; i < rows.length; i++) mean[i % dimension]! += rows[i]! / count
  return Float32Array.from(mean)
}

function unit(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector)
  return vector.map((value) => value / norm)
}
