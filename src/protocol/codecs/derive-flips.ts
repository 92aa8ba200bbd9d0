import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

const TAG = utf8ToBytes('dso.rotation.v1')
const ROUNDS = 2

/** Flips that were derived lately: each costs up to 60 hashes, and a profile always needs the same. */
const KEPT = new Map<string, Uint8Array>()
const MOST_KEPT = 64

/**
 * The sign flips of a rotation of `size` values: a bit a value for round 0, then for round 1. The bits of a round are
 * SHA-256(tag ‖ round ‖ part ‖ seed) for part 0, 1, …, cut to size / 8 bytes.
 *
 * @param seed any text, read as UTF-8
 */
export function deriveFlips(size: 384 | 7680, seed: string): Uint8Array {
  const key = `${size}/${seed}`
  const kept = KEPT.get(key)
  if (kept !== undefined) return kept
  const flips = new Uint8Array((ROUNDS * size) / 8)
  const text = utf8ToBytes(seed)
  for (let round = 0; round < ROUNDS; round++) {
    const part = flips.subarray((round * size) / 8, ((round + 1) * size) / 8)
    for (let at = 0; at < part.length; at += 32) {
      const hash = sha256(concatBytes(TAG, Uint8Array.of(round, at / 32), text))
      part.set(hash.subarray(0, part.length - at), at)
    }
  }
  if (KEPT.size >= MOST_KEPT) KEPT.clear()
  KEPT.set(key, flips)
  return flips
}
