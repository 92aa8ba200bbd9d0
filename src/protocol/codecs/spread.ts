import { rotationKernel } from '../../kernels/rotation.ts'
import type { RotationSize } from '../../kernels/scalar/rotation.ts'
import { DsoError } from '../errors.ts'
import { deriveFlips } from './derive-flips.ts'
import { EXPANDED } from './derive-positions.ts'
import { expand } from './expand.ts'

/** Which signs stand for a vector: those of its rotation where `size` is its length, else of its expansion to 7680. */
export interface SpreadOptions {
  /** Number of signs. */
  size: RotationSize
  /** Seed of the rotation or expansion, any text. */
  seed: string
}

/**
 * Rotates or expands values, whichever `size` asks for.
 *
 * @throws DsoError `LENGTH_MISMATCH` when there are more values than `size`, or fewer and `size` is 384
 */
export function spread(
  values: Float64Array,
  { size, seed }: SpreadOptions,
): Float64Array<ArrayBuffer> {
  if (values.length === size) return rotationKernel().rotate(values, deriveFlips(size, seed))
  checkSpreadable(values.length, size)
  return expand(values, seed)
}

/** @throws DsoError `LENGTH_MISMATCH` unless `count` values have a rotation or expansion to `size` */
export function checkSpreadable(count: number, size: RotationSize): void {
  const possible =
    size === EXPANDED ? count >= 1 && count <= EXPANDED : size === 384 && count === 384
  if (!possible) {
    throw new DsoError('LENGTH_MISMATCH', { details: { field: 'values', values: count, size } })
  }
}
