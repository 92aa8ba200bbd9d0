import { encodeSteps } from './direct-steps.ts'

/**
 * Codes values in their own dimensions, two bytes each: scale = max |x| / 32,767 as f32, then x / scale rounded half away from
 * zero.
 *
 * @param values at least one, not all zero
 * @returns 4 + 2 · values bytes
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `SCALE_INVALID` when all are too small to have a scale
 */
export function encodeDirect16(values: Float32Array): Uint8Array<ArrayBuffer> {
  return encodeSteps(values, 2)
}
