import { DsoError } from '../errors.ts'

/**
 * Refuses an integer outside its range.
 *
 * @throws DsoError `FORMAT_INVALID` unless `value` is an integer in `low` … `high`
 */
export function checkWithin(field: string, value: number, low: number, high: number): void {
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new DsoError('FORMAT_INVALID', { details: { field, value, low, high } })
  }
}
