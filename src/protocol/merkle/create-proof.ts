import { DsoError } from '../errors.ts'
import { hashLevel } from './root-of-leaves.ts'

/**
 * The siblings that lead from one leaf to the root, lowest first. A level where the node has no sibling (it is the
 * odd last one) contributes nothing.
 *
 * @param leaves all leaves of the tree, as buildMerkleTree returned them
 * @param index the leaf to prove, 0 … leaves.length − 1
 * @returns at most 16 hashes of 32 bytes
 * @throws DsoError `FORMAT_INVALID` when there is no such leaf
 */
export function createProof(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) {
    throw new DsoError('FORMAT_INVALID', {
      details: { field: 'index', index, count: leaves.length },
    })
  }
  const proof: Uint8Array[] = []
  let level = leaves
  for (let place = index; level.length > 1; place >>= 1) {
    const sibling = level[place ^ 1]
    if (sibling !== undefined) proof.push(sibling)
    level = hashLevel(level)
  }
  return proof
}
