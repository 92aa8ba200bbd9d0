import { keccak_256 } from '@noble/hashes/sha3.js'
import type { Hex } from '../ports/ledger.ts'
import { encodeWords } from './encode-words.ts'
import type { DomainPlace } from './hash-domain.ts'
import { hashText } from './hash-words.ts'

/** What an account has earned since the beginning, at one place of the tree. */
export interface RewardLeaf {
  index: number
  account: Hex
  cumulative: bigint
}

const REWARD_TAG = hashText('dso.reward.v1')

/**
 * Leaf of the tree of cumulative rewards, hashed twice: `leafOf` of contracts/src/RewardDistributor.sol. It names chain and
 * contract, so that no tree can be used twice.
 *
 * @returns 32 bytes, for rootOfLeaves and createProof
 * @throws DsoError `FORMAT_INVALID`
 */
export function hashRewardLeaf(
  { chainId, verifyingContract: distributor }: DomainPlace,
  { index, account, cumulative }: RewardLeaf,
): Uint8Array {
  const words = [REWARD_TAG, chainId, distributor, index, account, cumulative]
  return keccak_256(keccak_256(encodeWords(words)))
}
