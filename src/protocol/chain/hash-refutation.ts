import type { Hex } from '../ports/ledger.ts'
import type { DomainPlace } from './hash-domain.ts'
import { hashText, hashWords } from './hash-words.ts'

/** A refutation that somebody seals before showing it. */
export interface SealedRefutation {
  /** The aggregate. */
  id: bigint
  leafIndex: number
  /** The element; undefined for a leaf that breaks its schema. */
  lane: number | undefined
  /** Whether the openings lie above the claimed value; false for a leaf that breaks its schema. */
  above: boolean
  challenger: Hex
  /** 32 bytes that nobody can guess. */
  salt: Hex
}

const REFUTATION_TAG = hashText('dso.refutation.v1')
const DEFECT_LANE = (1n << 256n) - 1n

/** Commitment to a refutation: `hashRefutation` of the oracle. @throws DsoError `FORMAT_INVALID` */
export function hashRefutation(
  { chainId, verifyingContract: oracle }: DomainPlace,
  { id, leafIndex, lane, above, challenger, salt }: SealedRefutation,
): Hex {
  const target = hashWords([REFUTATION_TAG, chainId, oracle, id])
  return hashWords([target, leafIndex, lane ?? DEFECT_LANE, above, challenger, salt])
}
