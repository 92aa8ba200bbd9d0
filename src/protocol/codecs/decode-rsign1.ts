import { rotationKernel } from '../../kernels/rotation.ts'
import { DsoError } from '../errors.ts'
import { deriveFlips } from './derive-flips.ts'
import type { Rsign1Options } from './encode-rsign1.ts'
import {
  checkBytes,
  checkCount,
  checkFinite,
  checkSigns,
  readScale,
  SCALE_BYTES,
} from './record.ts'
import { checkRotationSize } from './rotate.ts'
import { unpackSigns } from './unpack-signs.ts'

/** What a code of rotated signs does not say of itself. */
export interface DecodeRsign1Options extends Rsign1Options {
  /** Number of values. */
  count: 384 | 7680
}

/**
 * The values that a code of rotated signs stands for: the signs times the scale, rotated back, plus the centroid.
 *
 * @throws DsoError `LENGTH_MISMATCH`; `SCALE_INVALID` for a scale that is negative, −0, not finite, or so great that a
 *   value exceeds f32; `FORMAT_INVALID` for a scale of 0 with a sign that is not 1; `VALUE_NOT_FINITE` in the centroid
 */
export function decodeRsign1(
  code: Uint8Array,
  { count, seed, centroid }: DecodeRsign1Options,
): Float32Array<ArrayBuffer> {
  const size = checkRotationSize(count)
  checkBytes(code, SCALE_BYTES + size / 8)
  if (centroid !== undefined) {
    checkCount(centroid, size, 'centroid')
    checkFinite(centroid, 'centroid')
  }
  const scale = readScale(code)
  checkSigns(code, size, scale)
  const signs = unpackSigns(code.subarray(SCALE_BYTES), scale)
  const centred = rotationKernel().rotateBack(signs, deriveFlips(size, seed))
  const values =
    centroid === undefined
      ? Float32Array.from(centred)
      : Float32Array.from(centred, (value, i) => value + centroid[i]!)
  if (!values.every((value) => Number.isFinite(value))) {
    throw new DsoError('SCALE_INVALID', { details: { field: 'scale', scale } })
  }
  return values
}
