import { DsoError } from '../protocol/errors.ts'
import type { Hex } from '../protocol/ports.ts'

/*
 * Refuses what cannot be encoded for the contract. The contract's own rules, such as the length of a CID or a used root,
 * are left to the contract, so that there is one place that decides.
 */

/** @throws DsoError `FORMAT_INVALID` unless the root has 32 bytes and the schema 64 bits */
export function checkSubmission(entry: { merkleRoot: Hex; schema: bigint }): void {
  checkRoot(entry.merkleRoot)
  checkUnsigned('schema', entry.schema, 64)
}

/** @throws DsoError `FORMAT_INVALID` unless the root has 32 bytes */
export function checkRoot(merkleRoot: Hex): void {
  if (!/^0x[0-9a-fA-F]{64}$/.test(merkleRoot)) {
    throw new DsoError('FORMAT_INVALID', { details: { field: 'merkleRoot', expected: '32 bytes' } })
  }
}

/** @throws DsoError `SCORE_OUT_OF_RANGE` unless `score` is an integer in 0…1000 */
export function checkScore(score: number): void {
  if (!Number.isInteger(score) || score < 0 || score > 1000) {
    throw new DsoError('SCORE_OUT_OF_RANGE', { details: { score } })
  }
}

/** @throws DsoError `FORMAT_INVALID` unless `value` is in 0 … 2^bits − 1 */
export function checkUnsigned(field: string, value: bigint, bits: number): void {
  if (value < 0n || value >= 1n << BigInt(bits)) {
    throw new DsoError('FORMAT_INVALID', { details: { field, value } })
  }
}
