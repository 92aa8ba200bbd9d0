import { rotationKernel } from '../../kernels/rotation.ts'
import { DsoError } from '../errors.ts'
import { deriveFlips } from './derive-flips.ts'
import { derivePositions, EXPANDED } from './derive-positions.ts'
import { checkFinite } from './record.ts'

/**
 * Expands up to 7680 values to 7680, keeping lengths and angles: the values are scattered over seeded places among zeros,
 * then rotated. The columns of this map are orthonormal; none of them is smooth, so that no direction is favoured as it
 * would be by the lowest frequencies of a cosine transform.
 *
 * @param values 1 … 7680 of them, magnitudes below 2^1000
 * @param seed any text, read as UTF-8
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`
 */
export function expand(
  values: Float32Array | Float64Array,
  seed: string,
): Float64Array<ArrayBuffer> {
  return rotationKernel().rotate(scatter(values, seed), deriveFlips(EXPANDED, seed))
}

/** The values at their places among 7680. @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE` */
export function scatter(
  values: Float32Array | Float64Array,
  seed: string,
): Float64Array<ArrayBuffer> {
  checkExpandable(values.length)
  checkFinite(values, 'values')
  const positions = derivePositions(seed)
  const scattered = new Float64Array(EXPANDED)
  for (let j = 0; j < values.length; j++) scattered[positions[j]!] = values[j]!
  return scattered
}

/** @throws DsoError `LENGTH_MISMATCH` unless `count` is an integer in 1 … 7680 */
export function checkExpandable(count: number): void {
  if (!(Number.isInteger(count) && count >= 1 && count <= EXPANDED)) {
    throw new DsoError('LENGTH_MISMATCH', {
      details: { field: 'values', values: count, most: EXPANDED },
    })
  }
}
