import { equalBytes } from '../encoding/equal-bytes.ts'
import { hashPair, hashRoot, MAX_LEAVES } from './node-hashes.ts'

/** A claim that a leaf of any kind stands at one place of a tree. Everything but `root` may come from a stranger. */
export interface VerifyPositionOptions {
  /** The 32 bytes that are trusted, e.g. read from the chain. */
  root: Uint8Array
  /** Number of leaves of the tree. */
  count: number
  /** Place of the leaf. */
  index: number
  /** The leaf's hash, already doubled, 32 bytes. */
  leaf: Uint8Array
  /** Siblings, lowest first. */
  proof: readonly Uint8Array[]
}

/**
 * Whether the leaf stands at `index` among `count` leaves under `root`. The proof must be exactly as long as the shape of
 * the tree demands. The same rule as contracts/src/MerklePositions.sol.
 */
export function verifyPosition(options: VerifyPositionOptions): boolean {
  const { root, count, index, leaf, proof } = options
  if (!Number.isInteger(count) || count < 1 || count > MAX_LEAVES) return false
  if (!Number.isInteger(index) || index < 0 || index >= count) return false
  if ([leaf, ...proof].some((hash) => hash.length !== 32)) return false
  let node = leaf
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
