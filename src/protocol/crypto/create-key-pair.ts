import { ed25519 } from '@noble/curves/ed25519.js'
import { DsoError } from '../errors.ts'

/** An Ed25519 key pair. */
export interface KeyPair {
  /** 32 bytes: the author's name on the network. */
  publicKey: Uint8Array
  /** 32 bytes: the seed that the key is derived from (RFC 8032 §5.1.5). Never logged, never sent. */
  secretKey: Uint8Array
}

/**
 * The key pair of a seed; the same seed gives the same pair.
 *
 * @param seed 32 bytes from a cryptographic source
 * @throws DsoError `KEY_INVALID` for another length
 */
export function createKeyPair(seed: Uint8Array): KeyPair {
  if (seed.length !== 32) throw new DsoError('KEY_INVALID', { details: { bytes: seed.length } })
  return { publicKey: ed25519.getPublicKey(seed), secretKey: Uint8Array.from(seed) }
}
