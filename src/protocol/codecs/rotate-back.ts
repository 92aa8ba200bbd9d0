import { rotationKernel } from '../../kernels/rotation.ts'
import { deriveFlips } from './derive-flips.ts'
import { checkFinite } from './record.ts'
import { checkRotationSize } from './rotate.ts'

/**
 * Undoes rotate, up to the rounding of doubles.
 *
 * @param values 384 or 7680 of them, magnitudes below 2^1000
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`
 */
export function rotateBack(
  values: Float32Array | Float64Array,
  seed: string,
): Float64Array<ArrayBuffer> {
  const size = checkRotationSize(values.length)
  checkFinite(values, 'values')
  return rotationKernel().rotateBack(values, deriveFlips(size, seed))
}
