import { DsoError } from '../errors.ts'
import { checkWeights } from './check-weights.ts'

/** Integers and what each of them counts for. */
export interface WeightedIntegerMedianOptions {
  /** Integers between −2^53 and 2^53, one per contributor. */
  values: ArrayLike<number>
  /** Integer weights 0 … 2^32 − 1 of the same length, together below 2^53; at least one must be positive. */
  weights: ArrayLike<number>
}

const MOST_WEIGHT = 2 ** 32 - 1

/**
 * The lower weighted median (seed A eq. 5): the smallest value such that twice the weight of all values up to it is at
 * least the whole weight. At an exact tie the lower value wins. Integers only, so that every language finds the same.
 *
 * The result lies between the lowest and the highest honest value as long as honest weight is more than half.
 *
 * @throws DsoError `LENGTH_MISMATCH`, `WEIGHT_OUT_OF_RANGE`, `FORMAT_INVALID` for a value that is no such integer,
 *   `MEDIAN_EMPTY` when no weight is positive
 */
export function weightedIntegerMedian({ values, weights }: WeightedIntegerMedianOptions): number {
  const whole = checkWeights(weights, {
    count: values.length,
    most: MOST_WEIGHT,
    mostTogether: Number.MAX_SAFE_INTEGER,
  })
  const order: number[] = []
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!
    if (!Number.isSafeInteger(value)) {
      throw new DsoError('FORMAT_INVALID', { details: { field: 'values', index, value } })
    }
    order.push(index)
  }
  if (whole === 0) throw new DsoError('MEDIAN_EMPTY', { details: { contributors: values.length } })
  order.sort((a, b) => values[a]! - values[b]!)
  let upTo = 0
  // Without doubling, which could leave the exact integers: upTo ≥ whole − upTo.
  const middle = order.find((index) => (upTo += weights[index]!) >= whole - upTo)
  return values[middle!]!
}
