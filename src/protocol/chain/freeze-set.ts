import { keccak_256 } from '@noble/hashes/sha3.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { encodeHex } from '../encoding/encode-hex.ts'
import type { Hex } from '../ports/ledger.ts'
import { encodeWords, WORD_BYTES } from './encode-words.ts'
import { EMPTY_SET_HASH, hashMember, type SetMember } from './hash-member.ts'
import { weighEntry, type WeightScale } from './weigh-entry.ts'

/** A page of final entries with what a refutation needs. */
export interface FrozenSet {
  /** The page's hash, as the registry defines it. */
  setHash: Hex
  /** keccak256(abi.encode(roots, weights)). */
  frozenHash: Hex
  roots: Hex[]
  /** In units of 10^9 wei, in the members' order. */
  weights: bigint[]
  /** Sum of the weights. */
  total: bigint
  /** A proposer bonds a multiple of it. */
  largestBondWei: bigint
}

/**
 * Freezes a page of the canonical sets, members in the page's order (contracts/src/AggregateWeights.sol).
 *
 * @throws DsoError `FORMAT_INVALID`
 */
export function freezeSet(scale: WeightScale, members: readonly SetMember[]): FrozenSet {
  const roots = members.map(({ merkleRoot }) => merkleRoot)
  const weights = members.map(({ bondWei, quality }) => weighEntry(scale, bondWei, quality))
  return {
    setHash: members.reduce(hashMember, EMPTY_SET_HASH),
    frozenHash: hashFrozen(roots, weights),
    roots,
    weights,
    total: weights.reduce((sum, weight) => sum + weight, 0n),
    largestBondWei: members.reduce((most, { bondWei }) => (bondWei > most ? bondWei : most), 0n),
  }
}

/** keccak256(abi.encode(bytes32[] roots, uint64[] weights)): two offsets, then both arrays with their lengths. */
function hashFrozen(roots: readonly Hex[], weights: readonly bigint[]): Hex {
  const first = 2 * WORD_BYTES
  const second = first + WORD_BYTES * (1 + roots.length)
  const words = concatBytes(
    encodeWords([first, second, roots.length, ...roots]),
    encodeWords([weights.length, ...weights]),
  )
  return encodeHex(keccak_256(words))
}
