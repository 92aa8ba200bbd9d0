/**
 * How much weight voted for each sign bit. The counters are bit planes: bit p of the counter of dimension i is bit
 * i mod 8 of byte ⌊i / 8⌋ of plane p. There are exactly as many planes as the whole weight has bits, so that equal
 * votes make equal bytes, whatever the order they were counted in.
 */
export interface VoteTally {
  /** Bytes of a code, and so of a plane. */
  readonly bytes: number
  /** Codes counted, those of weight 0 among them. */
  readonly codes: number
  /** The whole weight, 0 … 2^32 − 1; without weights every code weighs 1. */
  readonly weight: number
  /** Planes one after the other, the lowest bit first. */
  readonly planes: Uint8Array
}

/** Greatest weight of one code: ten bits, of which scores 0 … 1000 use most. */
export const MAX_VOTE_WEIGHT = 1023

/** Greatest weight of a whole tally: a counter has 32 bits. */
export const MAX_TALLY_WEIGHT = 2 ** 32 - 1

/** Planes that counters up to `weight` need. */
export function planesFor(weight: number): number {
  return 32 - Math.clz32(weight)
}
