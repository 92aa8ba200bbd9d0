import { rotationKernel } from '../../kernels/rotation.ts'
import { DsoError } from '../errors.ts'
import { deriveFlips } from './derive-flips.ts'
import { walkTrellis } from './encode-tcq1.ts'
import { checkBytes, readScale, SCALE_BYTES } from './record.ts'
import { checkRotationSize } from './rotate.ts'

/** What a trellis code does not say of itself. */
export interface DecodeTcq1Options {
  /** Number of values. */
  count: 384 | 7680
  /** The rotation's seed, any text. */
  seed: string
}

/**
 * The values that a trellis code stands for: the table's values along the path, times the scale, rotated back.
 *
 * @throws DsoError `LENGTH_MISMATCH`; `SCALE_INVALID` unless the scale is positive and finite, and every value an f32
 */
export function decodeTcq1(
  code: Uint8Array,
  { count, seed }: DecodeTcq1Options,
): Float32Array<ArrayBuffer> {
  const size = checkRotationSize(count)
  checkBytes(code, SCALE_BYTES + size / 8)
  const scale = readScale(code)
  const path = walkTrellis(code.subarray(SCALE_BYTES), size)
  for (let i = 0; i < size; i++) path[i]! *= scale
  const values = Float32Array.from(rotationKernel().rotateBack(path, deriveFlips(size, seed)))
  if (scale === 0 || !values.every((value) => Number.isFinite(value))) {
    throw new DsoError('SCALE_INVALID', { details: { field: 'scale', scale } })
  }
  return values
}
