import { DsoError } from '../errors.ts'

/** What weights have to be. */
export interface CheckWeightsOptions {
  /** How many there have to be. */
  count: number
  /** Greatest weight. */
  most: number
  /** Greatest sum. */
  mostTogether: number
}

/**
 * Checks that weights are integers 0 … `most`, one for each input.
 *
 * @returns their sum
 * @throws DsoError `LENGTH_MISMATCH`, `WEIGHT_OUT_OF_RANGE`
 */
export function checkWeights(
  weights: ArrayLike<number>,
  { count, most, mostTogether }: CheckWeightsOptions,
): number {
  if (weights.length !== count) {
    throw new DsoError('LENGTH_MISMATCH', {
      details: { field: 'weights', weights: weights.length, expected: count },
    })
  }
  let total = 0
  for (let index = 0; index < count; index++) {
    const weight = weights[index]!
    if (!Number.isInteger(weight) || weight < 0 || weight > most) {
      throw new DsoError('WEIGHT_OUT_OF_RANGE', {
        details: { field: 'weights', index, weight, most },
      })
    }
    total += weight
  }
  if (total > mostTogether) {
    throw new DsoError('WEIGHT_OUT_OF_RANGE', {
      details: { field: 'weights', total, most: mostTogether },
    })
  }
  return total
}
