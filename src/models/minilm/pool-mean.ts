import { DsoError } from '../../protocol/errors.ts'

/**
 * The mean of the token states whose mask is not 0, scaled to L2 norm 1.
 *
 * @param states row-major, `mask.length` × `dimension`
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE` (a NaN state, or a mean of zero)
 */
export function poolMean(states: Float32Array, mask: Uint8Array, dimension: number): Float32Array {
  if (states.length !== mask.length * dimension) {
    const details = { states: states.length, tokens: mask.length, dimension }
    throw new DsoError('LENGTH_MISMATCH', { details })
  }
  const sum = new Float64Array(dimension)
  for (let token = 0; token < mask.length; token++) {
    if (mask[token] === 0) continue
    for (let i = 0; i < dimension; i++) sum[i]! += states[token * dimension + i]!
  }
  // The number of tokens cancels out in the norm.
  let squares = 0
  for (let i = 0; i < dimension; i++) squares += sum[i]! * sum[i]!
  const norm = Math.sqrt(squares)
  if (!Number.isFinite(norm) || norm === 0) {
    throw new DsoError('VALUE_NOT_FINITE', { details: { norm } })
  }
  return Float32Array.from(sum, (value) => value / norm)
}
