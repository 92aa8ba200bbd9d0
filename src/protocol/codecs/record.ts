import { DsoError } from '../errors.ts'

/** Bytes of the little-endian f32 scale in front of every record. */
export const SCALE_BYTES = 4

/** Bytes of the signs of `count` values. */
export function signBytes(count: number): number {
  return Math.ceil(count / 8)
}

/** @throws DsoError `LENGTH_MISMATCH` unless `code` has `expected` bytes */
export function checkBytes(code: Uint8Array, expected: number): void {
  if (code.length !== expected) {
    throw new DsoError('LENGTH_MISMATCH', {
      details: { field: 'code', bytes: code.length, expected },
    })
  }
}

/** @throws DsoError `LENGTH_MISMATCH` unless there are `expected` values */
export function checkCount(values: ArrayLike<number>, expected: number, field: string): void {
  if (values.length !== expected) {
    throw new DsoError('LENGTH_MISMATCH', { details: { field, values: values.length, expected } })
  }
}

/** @throws DsoError `VALUE_NOT_FINITE` for the first NaN or infinity */
export function checkFinite(values: Float32Array | Float64Array, field: string): void {
  for (let index = 0; index < values.length; index++) {
    // A difference with itself is NaN for exactly these values.
    if (values[index]! - values[index]! !== 0) {
      throw new DsoError('VALUE_NOT_FINITE', { details: { field, index } })
    }
  }
}

/**
 * Reads the scale of the record at `at`.
 *
 * @throws DsoError `SCALE_INVALID` when it is negative, −0, NaN or infinite
 */
export function readScale(code: Uint8Array, at = 0): number {
  const scale = new DataView(code.buffer, code.byteOffset, code.byteLength).getFloat32(at, true)
  if (!(scale >= 0 && scale < Number.POSITIVE_INFINITY) || Object.is(scale, -0)) {
    throw new DsoError('SCALE_INVALID', { details: { field: 'scale', at, scale } })
  }
  return scale
}

/**
 * Writes the f32 next to `value` in front of a record and returns it.
 *
 * @throws DsoError `VALUE_NOT_FINITE` when it exceeds every f32
 */
export function writeScale(code: Uint8Array, value: number, at = 0): number {
  const scale = Math.fround(value)
  if (!Number.isFinite(scale)) {
    throw new DsoError('VALUE_NOT_FINITE', { details: { field: 'scale', scale } })
  }
  new DataView(code.buffer, code.byteOffset, code.byteLength).setFloat32(at, scale, true)
  return scale
}

/** Writes the signs of a record whose scale is 0: all 1, so that such a record has one form, whatever it was made of. */
export function writeZeroSigns(code: Uint8Array, count: number, at = 0): void {
  const from = at + SCALE_BYTES
  code.fill(0xff, from, from + signBytes(count))
  if (count % 8 > 0) code[from + signBytes(count) - 1] = (1 << (count % 8)) - 1
}

/**
 * Refuses a sign record that no encoder makes: unused bits of the last byte that are not 0, a scale of 0 with a sign
 * that is not 1.
 *
 * @throws DsoError `FORMAT_INVALID`
 */
export function checkSigns(code: Uint8Array, count: number, scale: number, at = 0): void {
  const from = at + SCALE_BYTES
  const bytes = signBytes(count)
  const last = count % 8 === 0 ? 0xff : (1 << (count % 8)) - 1
  const unused = (code[from + bytes - 1]! & ~last) !== 0
  const zeroForm =
    scale > 0 ||
    (code[from + bytes - 1] === last &&
      code.subarray(from, from + bytes - 1).every((byte) => byte === 0xff))
  if (unused || !zeroForm) {
    throw new DsoError('FORMAT_INVALID', { details: { field: 'signs', at, scale } })
  }
}
