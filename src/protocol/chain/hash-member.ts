import type { Hex } from '../ports/ledger.ts'
import { hashWords } from './hash-words.ts'

/** What is known of a final entry to whoever aggregates it. */
export interface SetMember {
  /** The entry. */
  id: bigint
  merkleRoot: Hex
  bondWei: bigint
  /** Final quality in per mille. */
  quality: number
}

/** Hash of a page before its first member. */
export const EMPTY_SET_HASH: Hex = `0x${'00'.repeat(32)}`

/** A page's hash after one more member: keccak256(abi.encode(previous, id, root, bond, quality)), as the registry's. */
export function hashMember(previous: Hex, member: SetMember): Hex {
  const { id, merkleRoot, bondWei, quality } = member
  return hashWords([previous, id, merkleRoot, bondWei, quality])
}
