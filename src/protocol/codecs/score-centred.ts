import { sumInLanes } from '../vector/sum-in-lanes.ts'
import { readCentred } from './decode-centred.ts'
import type { CentredOptions } from './encode-centred.ts'
import { subtract } from './encode-rsign1.ts'
import { checkFinite } from './record.ts'
import { checkSpreadable, spread } from './spread.ts'

/** A query made ready for many codes. */
export interface CentredQuery extends CentredOptions {
  /** Rotation or expansion of query − mean. */
  spread: Float64Array
  /** Squared length of the mean. */
  meanSquares: number
}

/** E|y| / √(E y²) of a rotated coordinate y, which is nearly normal: what a sign keeps of it. */
const KEPT_BY_SIGN = Math.sqrt(2 / Math.PI)

/**
 * Makes a query ready for scoreCentred.
 *
 * @param query of length 1, as long as the mean
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`
 */
export function prepareCentredQuery(query: Float32Array, options: CentredOptions): CentredQuery {
  const { mean, size } = options
  checkSpreadable(query.length, size)
  checkFinite(query, 'query')
  return {
    ...options,
    spread: spread(subtract(query, mean, 'mean'), options),
    meanSquares: sumInLanes(mean.length, (i) => mean[i]! * mean[i]!),
  }
}

/**
 * Ranks a centred code against a query: (q − μ) · r̂ + (1 − ‖μ‖² − ‖r‖²) / 2, where r̂ has the length of the residual r and
 * the direction of its signs, undoing what signs lose on average. For unit vectors it is an unbiased estimate of
 * q · x − q · μ, so it ranks as the cosine does. Centring without the second term would not.
 *
 * @throws DsoError `LENGTH_MISMATCH`, `SCALE_INVALID`, `FORMAT_INVALID` for a code that no encoder makes
 */
export function scoreCentred(query: CentredQuery, code: Uint8Array): number {
  const { length, signs } = readCentred(code, query)
  const { spread: values, size, meanSquares } = query
  const product = sumInLanes(size, (i) =>
    (signs[i >> 3]! >> (i & 7)) & 1 ? values[i]! : -values[i]!,
  )
  const along = (length * product) / (Math.sqrt(size) * KEPT_BY_SIGN)
  return along + (1 - meanSquares - length * length) / 2
}
