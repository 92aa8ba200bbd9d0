import { DsoError } from '../errors.ts'

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
 * The lower weighted median (seed A eq. 5): the smallest score such that the weight of all scores up to it is at least
 * half of the whole. At an exact tie the lower score wins. Integers only, so that every language finds the same value.
 *
 * The result lies between the lowest and the highest honest score as long as honest weight is more than half.
 *
 * @throws DsoError `LENGTH_MISMATCH`, `SCORE_OUT_OF_RANGE`, `MEDIAN_EMPTY` when no weight is positive
 */
export function weightedMedian({ values, weights }: WeightedMedianOptions): number {
  if (values.length !== weights.length) {
    throw new DsoError('LENGTH_MISMATCH', {
      details: { values: values.length, weights: weights.length },
    })
  }
  // Sums stay exact: 2^21 contributors of the greatest weight are needed to reach 2^53.
  const weightOf = new Float64Array(MAX_SCORE + 1)
  let whole = 0
  for (const [index, value] of values.entries()) {
    if (value > MAX_SCORE) throw new DsoError('SCORE_OUT_OF_RANGE', { details: { index, value } })
    const weight = weights[index]!
    weightOf[value]! += weight
    whole += weight
  }
  if (whole === 0) throw new DsoError('MEDIAN_EMPTY', { details: { contributors: values.length } })
  let score = 0
  let upTo = weightOf[0]!
  while (2 * upTo < whole) upTo += weightOf[++score]!
  return score
}
