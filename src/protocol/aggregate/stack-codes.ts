import { DsoError } from '../errors.ts'

/**
 * Checks that every sign code has `bytes` bytes.
 *
 * @throws DsoError `LENGTH_MISMATCH` naming the first that has not
 */
export function checkCodes(codes: readonly Uint8Array[], bytes: number): void {
  for (const [index, { length }] of codes.entries()) {
    if (length === bytes) continue
    const details = { field: 'codes', index, length, expected: bytes }
    throw new DsoError('LENGTH_MISMATCH', { details })
  }
}

/** Copies codes into one array, each in `stride` bytes, the rest of which is 0. */
export function stackCodes(codes: readonly Uint8Array[], stride: number): Uint8Array {
  const stacked = new Uint8Array(codes.length * stride)
  for (const [index, code] of codes.entries()) stacked.set(code, index * stride)
  return stacked
}
