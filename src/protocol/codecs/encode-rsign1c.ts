import { type Contribution, contributorSeed } from './contributor-seed.ts'
import { encodeRsign1 } from './encode-rsign1.ts'

/** Who sends, and the centroid that the schema names. */
export interface Rsign1cOptions extends Contribution {
  /** As in rsign1. */
  centroid?: Float32Array
}

/**
 * Codes 384 or 7680 values as rsign1 under a rotation of the contributor's own: for averaging vectors that nearly agree.
 *
 * @throws DsoError as encodeRsign1 and contributorSeed
 */
export function encodeRsign1c(
  values: Float32Array,
  { centroid, ...contribution }: Rsign1cOptions,
): Uint8Array<ArrayBuffer> {
  const seed = contributorSeed(contribution)
  return encodeRsign1(values, centroid === undefined ? { seed } : { seed, centroid })
}
