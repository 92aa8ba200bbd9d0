import { DsoError } from '../errors.ts'
import { weightedIntegerMedian } from './weighted-integer-median.ts'

/** Scores and what each of them counts for. */
export interface WeightedMedianOptions {
  /** Integer scores in 0 … 1000, one per contributor. */
  values: Uint16Array
  /** Integer weights ≥ 0 of the same length (stake × quality, capped); at least one must be positive. */
  weights: Uint32Array
}

/** Highest score, in per mille. */
const MAX_SCORE = 1000

/**
 * The {@link weightedIntegerMedian} of scores: at an exact tie the lower score wins (seed A eq. 5).
 *
 * @throws DsoError `LENGTH_MISMATCH`, `SCORE_OUT_OF_RANGE`, `MEDIAN_EMPTY` when no weight is positive
 */
export function weightedMedian({ values, weights }: WeightedMedianOptions): number {
  const index = values.findIndex((value) => value > MAX_SCORE)
  if (index >= 0) {
    throw new DsoError('SCORE_OUT_OF_RANGE', { details: { index, value: values[index] } })
  }
  return weightedIntegerMedian({ values, weights })
}
