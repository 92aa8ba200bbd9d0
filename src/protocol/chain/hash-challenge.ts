import { keccak_256 } from '@noble/hashes/sha3.js'
import { decodeHex } from '../encoding/decode-hex.ts'
import { encodeHex } from '../encoding/encode-hex.ts'
import type { Fault, Hex } from '../ports/ledger.ts'
import { encodeWords, WORD_BYTES } from './encode-words.ts'
import type { DomainPlace } from './hash-domain.ts'
import { hashText, hashWords } from './hash-words.ts'

/** What an entry can be accused of, by the numbers of contracts/src/interfaces/IDisputeCourt.sol. */
export const FAULTS = {
  schema: 1,
  copy: 2,
  equivocation: 3,
  withheld: 4,
  attestation: 5,
  score: 6,
  quality: 7,
} as const satisfies Readonly<Record<Fault, number>>

/** A proof that a challenger seals before showing it. */
export interface SealedChallenge {
  entryId: bigint
  fault: Fault
  /** ABI-encoded, as the judge takes it. */
  payload: Hex
  challenger: Hex
  /** 32 bytes that nobody can guess. */
  salt: Hex
}

const CHALLENGE_TAG = hashText('dso.challenge.v1')

/** The bytes that the registry's `slash` takes: abi.encode(fault, payload). @throws DsoError `FORMAT_INVALID` */
export function encodeProof(fault: Fault, payload: Hex): Hex {
  const bytes = decodeHex(payload)
  const head = encodeWords([FAULTS[fault], 2 * WORD_BYTES, bytes.length])
  const padded = Math.ceil(bytes.length / WORD_BYTES) * WORD_BYTES
  const proof = new Uint8Array(head.length + padded)
  proof.set(head)
  proof.set(bytes, head.length)
  return encodeHex(proof)
}

/** keccak256 of {@link encodeProof}: `hashProof` of the court. */
export function hashProof(fault: Fault, payload: Hex): Hex {
  return encodeHex(keccak_256(decodeHex(encodeProof(fault, payload))))
}

/** Commitment to a challenge: `hashChallenge` of the court. @throws DsoError `FORMAT_INVALID` */
export function hashChallenge(
  { chainId, verifyingContract: court }: DomainPlace,
  { entryId, fault, payload, challenger, salt }: SealedChallenge,
): Hex {
  const proof = hashProof(fault, payload)
  return hashWords([CHALLENGE_TAG, chainId, court, entryId, proof, challenger, salt])
}
