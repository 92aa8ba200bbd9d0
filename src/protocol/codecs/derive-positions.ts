import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** Dimensions of an expanded vector: seed B's canonical dimension. */
export const EXPANDED = 7680

const TAG = utf8ToBytes('dso.expansion.v1')

/** Positions that were derived lately: each list costs 960 hashes. */
const KEPT = new Map<string, Uint16Array>()
const MOST_KEPT = 8

/**
 * Where an expansion puts its values before it rotates them: value j of any vector goes to place `positions[j]` of 7680.
 * The places are sorted by 32-bit keys (equal keys by place); key i is word i, little-endian, of
 * SHA-256(tag ‖ part ‖ seed) for part 0, 1, …, four bytes big-endian.
 */
export function derivePositions(seed: string): Uint16Array {
  const kept = KEPT.get(seed)
  if (kept !== undefined) return kept
  const keys = new Uint8Array(4 * EXPANDED)
  const text = utf8ToBytes(seed)
  for (let part = 0; part < keys.length / 32; part++) {
    const counter = Uint8Array.of(0, 0, part >> 8, part & 0xff)
    keys.set(sha256(concatBytes(TAG, counter, text)), 32 * part)
  }
  const view = new DataView(keys.buffer)
  const keyOf = (place: number) => view.getUint32(4 * place, true)
  const places = Uint16Array.from({ length: EXPANDED }, (_, place) => place)
  places.sort((a, b) => keyOf(a) - keyOf(b) || a - b)
  if (KEPT.size >= MOST_KEPT) KEPT.clear()
  KEPT.set(seed, places)
  return places
}
