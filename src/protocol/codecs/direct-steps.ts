import { DsoError } from '../errors.ts'
import { checkBytes, checkFinite, readScale, SCALE_BYTES, writeScale } from './record.ts'

/** The two sizes of a directly coded value, in bytes, and the greatest step of each. */
const GREATEST = { 1: 127, 2: 32_767 } as const

const GREATEST_FLOAT = (2 - 2 ** -23) * 2 ** 127

/** Below this an f32 has fewer digits, and the greatest value may take fewer steps. */
const LEAST_NORMAL = 2 ** -126

/**
 * Codes values as whole steps of one scale: scale = max |x| / greatest step, as f32; a value is x / scale, rounded half
 * away from zero, little-endian two's complement.
 *
 * @throws DsoError `LENGTH_MISMATCH` when there are none, `VALUE_NOT_FINITE`, `SCALE_INVALID` when all are too small to
 *   have a scale
 */
export function encodeSteps(values: Float32Array, width: 1 | 2): Uint8Array<ArrayBuffer> {
  if (values.length === 0) {
    throw new DsoError('LENGTH_MISMATCH', { details: { field: 'values', values: 0 } })
  }
  checkFinite(values, 'values')
  const greatest = GREATEST[width]
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const code = new Uint8Array(SCALE_BYTES + width * values.length)
  const scale = writeScale(code, largest / greatest)
  if (scale === 0) throw new DsoError('SCALE_INVALID', { details: { field: 'values', scale } })
  const view = new DataView(code.buffer)
  for (const [i, value] of values.entries()) {
    const steps = Math.min(greatest, Math.floor(Math.abs(value) / scale + 0.5))
    const signed = value < 0 ? -steps : steps
    if (width === 1) view.setInt8(SCALE_BYTES + i, signed)
    else view.setInt16(SCALE_BYTES + 2 * i, signed, true)
  }
  return code
}

/**
 * Reads what {@link encodeSteps} wrote. The greatest step occurs in every code, unless the scale is subnormal; so a
 * vector has one code, not one for each choice of scale.
 *
 * @throws DsoError `LENGTH_MISMATCH`; `SCALE_INVALID` unless the scale is positive and at most that of the greatest f32;
 *   `FORMAT_INVALID` for steps that no encoder makes: the one below the greatest negative, none but zeros, none that
 *   reaches the greatest
 */
export function decodeSteps(
  code: Uint8Array,
  count: number,
  width: 1 | 2,
): { scale: number; steps: Int8Array | Int16Array } {
  checkBytes(code, SCALE_BYTES + width * count)
  const greatest = GREATEST[width]
  const scale = readScale(code)
  if (scale === 0 || scale > Math.fround(GREATEST_FLOAT / greatest)) {
    throw new DsoError('SCALE_INVALID', { details: { field: 'scale', scale } })
  }
  const view = new DataView(code.buffer, code.byteOffset + SCALE_BYTES)
  const steps =
    width === 1
      ? Int8Array.from({ length: count }, (_, i) => view.getInt8(i))
      : Int16Array.from({ length: count }, (_, i) => view.getInt16(2 * i, true))
  let most = 0
  for (const step of steps) most = Math.max(most, Math.abs(step))
  if (most === 0 || most > greatest || (most < greatest && scale >= LEAST_NORMAL)) {
    throw new DsoError('FORMAT_INVALID', { details: { field: 'code', most, greatest } })
  }
  return { scale, steps }
}

/** The values of steps: step · scale as f32, and where the rounded scale leads beyond it, the greatest f32. */
export function scaleSteps(
  steps: Int8Array | Int16Array,
  scale: number,
): Float32Array<ArrayBuffer> {
  return Float32Array.from(steps, (step) =>
    Math.min(GREATEST_FLOAT, Math.max(-GREATEST_FLOAT, step * scale)),
  )
}
