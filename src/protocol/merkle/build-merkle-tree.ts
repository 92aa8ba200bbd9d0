import type { CID } from 'multiformats/cid'
import { DsoError } from '../errors.ts'
import { hashLeaf, hashPair, hashRoot, MAX_LEAVES } from './node-hashes.ts'

/** A tree over the records of one shard. */
export interface MerkleTree {
  /** 32 bytes; commits to the order, the number and the content of the records. */
  root: Uint8Array
  /** The leaf of each record, 32 bytes each, in the shard's order. */
  leaves: Uint8Array[]
}

/**
 * Builds the tree over record CIDs in their order. Neighbours are hashed pairwise, level by level; an odd last node
 * moves up unchanged and is never hashed with itself, so that no two lists share a root.
 *
 * @param recordCids 1 … 65,536 CIDs
 * @throws DsoError `FORMAT_INVALID` when the list is empty or too long
 */
export function buildMerkleTree(recordCids: readonly CID[]): MerkleTree {
  if (recordCids.length === 0 || recordCids.length > MAX_LEAVES) {
    throw new DsoError('FORMAT_INVALID', {
      details: { field: 'leaves', count: recordCids.length, most: MAX_LEAVES },
    })
  }
  const leaves = recordCids.map((cid, index) => hashLeaf(index, cid))
  let level = leaves
  while (level.length > 1) level = hashLevel(level)
  return { root: hashRoot(leaves.length, level[0]!), leaves }
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
