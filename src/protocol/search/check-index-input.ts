import { DsoError } from '../errors.ts'

/** Most bits of a code in an index. */
export const MAX_CODE_BITS = 65_536

/** @throws DsoError `OPTION_INVALID` unless `bits` is a multiple of 64 up to {@link MAX_CODE_BITS} */
export function checkBits(bits: number): void {
  if (!Number.isInteger(bits) || bits < 64 || bits > MAX_CODE_BITS || bits % 64 !== 0) {
    throw new DsoError('OPTION_INVALID', { details: { option: 'bits', value: bits } })
  }
}

/** @throws DsoError `OPTION_INVALID` unless `value` is an integer ≥ `least` */
export function checkCount(option: string, value: number, least = 0): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new DsoError('OPTION_INVALID', { details: { option, value } })
  }
}

/** @throws DsoError `LENGTH_MISMATCH` */
export function checkLength(what: string, length: number, expected: number): void {
  if (length !== expected) {
    throw new DsoError('LENGTH_MISMATCH', { details: { [what]: length, expected } })
  }
}

/** @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE` */
export function checkVector(what: string, vector: Float32Array, length: number): void {
  checkLength(what, vector.length, length)
  const index = vector.findIndex((value) => !Number.isFinite(value))
  if (index >= 0) throw new DsoError('VALUE_NOT_FINITE', { details: { field: what, index } })
}
