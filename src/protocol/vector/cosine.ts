import { DsoError } from '../errors.ts'
import { sumInLanes } from './sum-in-lanes.ts'

/**
 * The cosine of two vectors, −1 … 1; 0 when one of them is all zeros.
 *
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`
 */
export function cosine(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) {
    throw new DsoError('LENGTH_MISMATCH', { details: { a: a.length, b: b.length } })
  }
  const lengths =
    sumInLanes(a.length, (i) => a[i]! * a[i]!) * sumInLanes(b.length, (i) => b[i]! * b[i]!)
  const product = sumInLanes(a.length, (i) => a[i]! * b[i]!)
  if (!Number.isFinite(lengths) || !Number.isFinite(product)) throw new DsoError('VALUE_NOT_FINITE')
  if (lengths === 0) return 0
  return Math.min(1, Math.max(-1, product / Math.sqrt(lengths)))
}
