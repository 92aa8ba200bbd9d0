import type { CID } from 'multiformats/cid'
import { equalBytes } from '../encoding/equal-bytes.ts'
import { hashLeaf, hashPair, hashRoot, MAX_LEAVES } from './node-hashes.ts'

/** A claim that a record stands at one place of a shard. Everything but `root` may come from a stranger. */
export interface VerifyProofOptions {
  /** The 32 bytes that are trusted, e.g. read from the chain. */
  root: Uint8Array
  /** Number of leaves of the tree. */
  count: number
  /** Place of the record. */
  index: number
  /** The record. */
  cid: CID
  /** Siblings, lowest first. */
  proof: readonly Uint8Array[]
}

/**
 * Whether the record stands at `index` among `count` records under `root`. The proof must be exactly as long as the
 * shape of the tree demands. The registry's verifyLeaf follows the same rule (vectors/merkle.json).
 */
export function verifyProof({ root, count, index, cid, proof }: VerifyProofOptions): boolean {
  if (!Number.isInteger(count) || count < 1 || count > MAX_LEAVES) return false
  if (!Number.isInteger(index) || index < 0 || index >= count) return false
  if (proof.some((sibling) => sibling.length !== 32)) return false
  let node = hashLeaf(index, cid)
  let used = 0
  let place = index
  for (let last = count - 1; last > 0; last >>= 1) {
    if (place % 2 === 1 || place < last) {
      const sibling = proof[used]
      if (sibling === undefined) return false
      used += 1
      node = place % 2 === 1 ? hashPair(sibling, node) : hashPair(node, sibling)
    }
    place >>= 1
  }
  return used === proof.length && equalBytes(hashRoot(count, node), root)
}
