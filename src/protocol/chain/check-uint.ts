import { DsoError } from '../errors.ts'

/**
 * Refuses what an unsigned integer of Solidity cannot hold.
 *
 * @throws DsoError `FORMAT_INVALID` unless `value` is in 0 … 2^bits − 1
 */
export function checkUint(field: string, value: bigint, bits: number): void {
  if (value < 0n || value >= 1n << BigInt(bits)) {
    throw new DsoError('FORMAT_INVALID', { details: { field, value: String(value), bits } })
  }
}
