import { rotationKernel } from '../../kernels/rotation.ts'
import type { RotationSize } from '../../kernels/scalar/rotation.ts'
import { DsoError } from '../errors.ts'
import { deriveFlips } from './derive-flips.ts'
import { checkFinite } from './record.ts'

/**
 * Rotates 384 = 12 · 32 or 7680 = 12 · 20 · 32 values: twice, flip the signs that the seed chooses, then multiply by the
 * orthonormal Hadamard matrix of that order. It spreads every direction evenly over the signs. Doubles in a fixed
 * order, so that the result has the same bits in every language.
 *
 * @param values magnitudes below 2^1000
 * @param seed any text, read as UTF-8
 * @throws DsoError `LENGTH_MISMATCH` for another number of values, `VALUE_NOT_FINITE`
 */
export function rotate(
  values: Float32Array | Float64Array,
  seed: string,
): Float64Array<ArrayBuffer> {
  const size = checkRotationSize(values.length)
  checkFinite(values, 'values')
  return rotationKernel().rotate(values, deriveFlips(size, seed))
}

/** @throws DsoError `LENGTH_MISMATCH` for a number of values that has no rotation */
export function checkRotationSize(size: number): RotationSize {
  if (size !== 384 && size !== 7680) {
    throw new DsoError('LENGTH_MISMATCH', {
      details: { field: 'values', values: size, expected: [384, 7680] },
    })
  }
  return size
}
