import { encodeSteps } from './direct-steps.ts'

/**
 * Codes values in their own dimensions, one byte each: scale = max |x| / 127 as f32, then x / scale rounded half away from
 * zero. Near-exact at a quarter of the size.
 *
 * @param values at least one, not all zero
 * @returns 4 + values bytes
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `SCALE_INVALID` when all are too small to have a scale
 */
export function encodeDirect8(values: Float32Array): Uint8Array<ArrayBuffer> {
  return encodeSteps(values, 1)
}
