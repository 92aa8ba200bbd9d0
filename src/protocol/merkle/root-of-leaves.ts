import { DsoError } from '../errors.ts'
import { hashPair, hashRoot, MAX_LEAVES } from './node-hashes.ts'

/**
 * The root over leaves of any kind, in their order. Neighbours are hashed pairwise, level by level; an odd last node moves
 * up unchanged and is never hashed with itself, so that no two lists share a root.
 *
 * @param leaves 1 … 65,536 hashes of 32 bytes, each already hashed twice over a tagged preimage
 * @throws DsoError `FORMAT_INVALID` when the list is empty or too long
 */
export function rootOfLeaves(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0 || leaves.length > MAX_LEAVES) {
    throw new DsoError('FORMAT_INVALID', {
      details: { field: 'leaves', count: leaves.length, most: MAX_LEAVES },
    })
  }
  let level = leaves
  while (level.length > 1) level = hashLevel(level)
  return hashRoot(leaves.length, level[0]!)
}

/** The next level up: half as many nodes, rounded up. */
export function hashLevel(level: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = []
  for (let i = 0; i < level.length; i += 2) {
    const left = level[i]!
    const right = level[i + 1]
    above.push(right === undefined ? left : hashPair(left, right))
  }
  return above
}
