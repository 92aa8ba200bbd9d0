import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { decodeHex } from '../encoding/decode-hex.ts'
import { encodeHex } from '../encoding/encode-hex.ts'
import type { Hex } from '../ports/ledger.ts'
import { encodeWords } from './encode-words.ts'
import type { DomainPlace } from './hash-domain.ts'

/** Whose list of which epoch a salt is for. */
export interface VoteSaltOptions {
  /** Chain and registry. */
  place: DomainPlace
  epoch: bigint
  voter: Hex
  /** The voter's 65-byte signature of {@link VOTE_SALT_TYPES} for this epoch, in the registry's domain. Secret. */
  signature: Hex
}

/** EIP-712 type of what a voter signs to derive a salt. It is signed for one epoch, so that showing one shows no other. */
export const VOTE_SALT_TYPES = { VoteSalt: [{ name: 'epoch', type: 'uint256' }] } as const

const SALT_DOMAIN = utf8ToBytes('dso.vote-salt.v1')

/**
 * Salt of a sealed vote: HKDF-SHA256 (RFC 5869) of the wallet's signature, with chain, registry, epoch and voter as its
 * info. Whoever holds the wallet can derive it again, so a lost disk costs no penalty; nobody else can guess it. The wallet
 * must sign deterministically (RFC 6979).
 *
 * @throws DsoError `FORMAT_INVALID` for a signature of another length
 */
export function deriveVoteSalt({ place, epoch, voter, signature }: VoteSaltOptions): Hex {
  const secret = decodeHex(signature, 65)
  const info = encodeWords([place.chainId, place.verifyingContract, epoch, voter])
  return encodeHex(hkdf(sha256, secret, SALT_DOMAIN, info, 32))
}
