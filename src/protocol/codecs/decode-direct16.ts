import { decodeSteps, scaleSteps } from './direct-steps.ts'

/**
 * The values of a code with two bytes each: step times scale, rounded to f32.
 *
 * @throws DsoError `LENGTH_MISMATCH` unless it is the code of `count` values; `SCALE_INVALID` unless the scale is
 *   positive and at most that of the greatest f32; `FORMAT_INVALID` for steps that no encoder makes
 */
export function decodeDirect16(code: Uint8Array, count: number): Float32Array<ArrayBuffer> {
  const { scale, steps } = decodeSteps(code, count, 2)
  return scaleSteps(steps, scale)
}
