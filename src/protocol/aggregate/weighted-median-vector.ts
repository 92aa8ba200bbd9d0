import { medianKernel } from '../../kernels/median.ts'
import { DsoError } from '../errors.ts'
import { checkWeights } from './check-weights.ts'
import { stackVectors } from './stack-vectors.ts'

/** Vectors and what each of them counts for. */
export interface WeightedMedianVectorOptions {
  /** At least one, all of one length, finite. */
  vectors: readonly Float32Array[]
  /** Integers ≥ 0, one a vector, at least one positive, together at most 2^31 − 1. */
  weights: ArrayLike<number>
}

const MOST_WEIGHT = 2 ** 31 - 1

/**
 * The lower weighted median of every dimension (seed A eq. 5): the smallest value such that twice the weight of all
 * values up to it is at least the whole weight. −0 comes before 0.
 *
 * @throws DsoError `SAMPLE_EMPTY`, `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `WEIGHT_OUT_OF_RANGE`, `MEDIAN_EMPTY` when no
 *   weight is positive
 */
export function weightedMedianVector({
  vectors,
  weights,
}: WeightedMedianVectorOptions): Float32Array {
  const { rows, count } = stackVectors(vectors)
  const total = checkWeights(weights, { count, most: MOST_WEIGHT, mostTogether: MOST_WEIGHT })
  if (total === 0) throw new DsoError('MEDIAN_EMPTY', { details: { contributors: count } })
  return medianKernel.weightedMedians(rows, Uint32Array.from(weights))
}
