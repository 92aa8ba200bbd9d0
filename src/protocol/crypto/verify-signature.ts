import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToNumberLE, concatBytes } from '@noble/curves/utils.js'
import { sha512 } from '@noble/hashes/sha2.js'

/**
 * Whether an Ed25519 signature is valid under the one rule that all replicas share. Libraries disagree on hostile
 * signatures, so the rule is spelt out; it holds exactly when
 *
 * 1. the signature has 64 bytes (R ‖ S) and the key A has 32;
 * 2. A and R are canonical encodings (RFC 8032 §5.1.3): y < 2^255 − 19, a point of the curve, no sign bit on x = 0;
 * 3. neither A nor R has small order (8·A ≠ 0, 8·R ≠ 0);
 * 4. S, little-endian, is less than L = 2^252 + 27742317777372353535851937790883648493;
 * 5. S·B = R + k·A without multiplying by the cofactor, where k = SHA-512(R ‖ A ‖ message) mod L over the bytes as given.
 *
 * A point of mixed order is thus allowed where the equation happens to hold. Malformed input is an invalid signature,
 * never an exception. Vectors: vectors/ed25519-strict.json.
 */
export function verifySignature(
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false
  const encodedR = signature.subarray(0, 32)
  const s = bytesToNumberLE(signature.subarray(32))
  if (s >= ed25519.Point.Fn.ORDER) return false
  const a = decodePoint(publicKey)
  const r = decodePoint(encodedR)
  if (a === undefined || r === undefined || a.isSmallOrder() || r.isSmallOrder()) return false
  const k = ed25519.Point.Fn.create(
    bytesToNumberLE(sha512(concatBytes(encodedR, publicKey, message))),
  )
  return ed25519.Point.BASE.multiplyUnsafe(s).equals(r.add(a.multiplyUnsafe(k)))
}

function decodePoint(bytes: Uint8Array) {
  try {
    return ed25519.Point.fromBytes(bytes, false)
  } catch {
    // The library throws for every non-canonical encoding; the caller only needs to know that it is one.
    return undefined
  }
}
