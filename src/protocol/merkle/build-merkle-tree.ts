import type { CID } from 'multiformats/cid'
import { DsoError } from '../errors.ts'
import { hashLeaf, MAX_LEAVES } from './node-hashes.ts'
import { rootOfLeaves } from './root-of-leaves.ts'

/** A tree over the records of one shard. */
export interface MerkleTree {
  /** 32 bytes; commits to the order, the number and the content of the records. */
  root: Uint8Array
  /** The leaf of each record, 32 bytes each, in the shard's order. */
  leaves: Uint8Array[]
}

/**
 * Builds the tree over record CIDs in their order, see {@link rootOfLeaves}.
 *
 * @param recordCids 1 … 65,536 CIDs
 * @throws DsoError `FORMAT_INVALID` when the list is empty or too long
 */
export function buildMerkleTree(recordCids: readonly CID[]): MerkleTree {
  // Before the leaves are hashed, which takes a while for a list of any length.
  if (recordCids.length > MAX_LEAVES) {
    throw new DsoError('FORMAT_INVALID', {
      details: { field: 'leaves', count: recordCids.length, most: MAX_LEAVES },
    })
  }
  const leaves = recordCids.map((cid, index) => hashLeaf(index, cid))
  return { root: rootOfLeaves(leaves), leaves }
}
