import { codecKernel } from '../../kernels/codec.ts'
import { subtract } from './encode-rsign1.ts'
import { normOf } from './normalise.ts'
import { checkFinite, writeScale, writeZeroSigns } from './record.ts'
import { checkSpreadable, spread, type SpreadOptions } from './spread.ts'

/** What sender and receiver of centred codes have agreed on. */
export interface CentredOptions extends SpreadOptions {
  /** Mean of the profile's vectors, as long as they are. */
  mean: Float32Array
}

/**
 * Codes a vector of length 1 by its residual r to the profile's mean: the length of r as the scale, then the signs of
 * its rotation or expansion. Where all vectors of an encoder share a direction, plain signs tell that direction again
 * and again, and hardly anything else; see scoreCentred for the comparison.
 *
 * @returns a sign record of `size` signs, 52 or 964 bytes
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`
 */
export function encodeCentred(
  vector: Float32Array,
  { mean, size, seed }: CentredOptions,
): Uint8Array<ArrayBuffer> {
  checkSpreadable(vector.length, size)
  checkFinite(vector, 'vector')
  const residual = subtract(vector, mean, 'mean')
  const code = codecKernel().compress(spread(residual, { size, seed }))
  if (writeScale(code, normOf(residual)) === 0) writeZeroSigns(code, size)
  return code
}
