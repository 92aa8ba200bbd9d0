import { ed25519 } from '@noble/curves/ed25519.js'
import { DsoError } from '../errors.ts'

/**
 * Signs with Ed25519 (RFC 8032, pure, no context). The same message and key give the same signature.
 *
 * @param secretKey the 32-byte seed of a key pair
 * @returns 64 bytes that verifySignature accepts
 * @throws DsoError `KEY_INVALID` for a key of another length
 */
export function signBytes(message: Uint8Array, secretKey: Uint8Array): Uint8Array {
  if (secretKey.length !== 32) {
    throw new DsoError('KEY_INVALID', { details: { bytes: secretKey.length } })
  }
  return ed25519.sign(message, secretKey)
}
