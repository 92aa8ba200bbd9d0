import { contributorSeed } from './contributor-seed.ts'
import { decodeRsign1 } from './decode-rsign1.ts'
import type { Rsign1cOptions } from './encode-rsign1c.ts'

/** What a contributor's code does not say of itself. */
export interface DecodeRsign1cOptions extends Rsign1cOptions {
  /** Number of values. */
  count: 384 | 7680
}

/**
 * The values that a contributor's code stands for.
 *
 * @throws DsoError as decodeRsign1 and contributorSeed
 */
export function decodeRsign1c(
  code: Uint8Array,
  { count, centroid, ...contribution }: DecodeRsign1cOptions,
): Float32Array<ArrayBuffer> {
  const seed = contributorSeed(contribution)
  return decodeRsign1(code, centroid === undefined ? { count, seed } : { count, seed, centroid })
}
