import type { CID } from 'multiformats/cid'
import { hashLeaf, MAX_LEAVES } from './node-hashes.ts'
import { verifyPosition, type VerifyPositionOptions } from './verify-position.ts'

/** A claim that a record stands at one place of a shard. Everything but `root` may come from a stranger. */
export interface VerifyProofOptions extends Omit<VerifyPositionOptions, 'leaf'> {
  /** The record. */
  cid: CID
}

/**
 * Whether the record stands at `index` among `count` records under `root`. The proof must be exactly as long as the
 * shape of the tree demands. The registry's verifyLeaf follows the same rule (vectors/merkle.json).
 */
export function verifyProof({ cid, ...claim }: VerifyProofOptions): boolean {
  const { index } = claim
  if (!Number.isInteger(index) || index < 0 || index >= MAX_LEAVES) return false
  return verifyPosition({ ...claim, leaf: hashLeaf(index, cid) })
}
