import { keccak_256 } from '@noble/hashes/sha3.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { CID } from 'multiformats/cid'

/** Separates leaves from every other use of keccak256: keccak256("dso.leaf.v1"). */
const LEAF_TAG = keccak_256(utf8ToBytes('dso.leaf.v1'))

/** Separates roots from leaves and inner nodes: keccak256("dso.root.v1"). */
const ROOT_TAG = keccak_256(utf8ToBytes('dso.root.v1'))

/** Most leaves of one tree. */
export const MAX_LEAVES = 65_536

/**
 * A leaf: keccak256(keccak256(LEAF_TAG ‖ uint32be(index) ‖ CID bytes)).
 *
 * The outer hash takes 32 bytes, an inner node 64 and a root 68, so that none can be presented as another.
 * The index is inside, so that a record cannot be moved to another place of the shard.
 *
 * @param index place of the record, 0 … {@link MAX_LEAVES} − 1
 * @returns 32 bytes
 */
export function hashLeaf(index: number, cid: CID): Uint8Array {
  return keccak_256(keccak_256(concatBytes(LEAF_TAG, uint32be(index), cid.bytes)))
}

/** An inner node: keccak256(left ‖ right), children by position, never sorted by value. */
export function hashPair(left: Uint8Array, right: Uint8Array): Uint8Array {
  return keccak_256(concatBytes(left, right))
}

/**
 * The root: keccak256(ROOT_TAG ‖ uint32be(count) ‖ top). With the count inside, the root alone fixes the shape of the
 * tree, and a proof verifies for exactly one (count, index, CID).
 */
export function hashRoot(count: number, top: Uint8Array): Uint8Array {
  return keccak_256(concatBytes(ROOT_TAG, uint32be(count), top))
}

function uint32be(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}
