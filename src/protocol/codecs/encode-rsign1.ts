import { rotationKernel } from '../../kernels/rotation.ts'
import { deriveFlips } from './derive-flips.ts'
import { checkCount, checkFinite, readScale, writeScale, writeZeroSigns } from './record.ts'
import { checkRotationSize } from './rotate.ts'

/** What sender and receiver of rotated signs have agreed on. */
export interface Rsign1Options {
  /** The rotation's seed, any text. */
  seed: string
  /** Subtracted before the rotation and added after it: as many values, public. By default zeros. */
  centroid?: Float32Array
}

/**
 * Codes 384 or 7680 values as the signs of their rotation and its mean magnitude. Whatever the source, signs of a
 * rotation keep a cosine of √(2 / π) = .798; without it some sources keep hardly anything.
 *
 * @returns one record of sign1: 4 + values / 8 bytes, 52 or 964
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`
 */
export function encodeRsign1(
  values: Float32Array,
  { seed, centroid }: Rsign1Options,
): Uint8Array<ArrayBuffer> {
  const size = checkRotationSize(values.length)
  checkFinite(values, 'values')
  const centred = centroid === undefined ? values : subtract(values, centroid, 'centroid')
  const code = rotationKernel().rotateCompress(centred, deriveFlips(size, seed))
  return finishRecord(code, size)
}

/** Value by value `values` − `centre`, in doubles. @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE` */
export function subtract(values: Float32Array, centre: Float32Array, field: string): Float64Array {
  checkCount(centre, values.length, field)
  checkFinite(centre, field)
  return Float64Array.from(values, (value, i) => value - centre[i]!)
}

/** Refuses a mean beyond f32, and gives a record of scale 0 its one form. */
export function finishRecord(
  code: Uint8Array<ArrayBuffer>,
  count: number,
): Uint8Array<ArrayBuffer> {
  const mean = new DataView(code.buffer).getFloat32(0, true)
  writeScale(code, mean)
  if (readScale(code) === 0) writeZeroSigns(code, count)
  return code
}
