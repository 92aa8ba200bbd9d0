import { compareBytes } from '../encoding/compare-bytes.ts'
import { DsoError } from '../errors.ts'
import { checkWeights } from './check-weights.ts'
import type { CodeValues } from './code-values.ts'
import { measureCodeDistances } from './measure-code-distances.ts'

/** A cluster of things that have a code, a weight and an id. */
export interface FindWeightedMedoidOptions {
  /** All signs or all levels, of one length: see readCodeValues. */
  codes: readonly CodeValues[]
  /** Integers ≥ 0, one a code (stake × quality, capped), at least one positive, together at most 2^32 − 1. */
  weights: ArrayLike<number>
  /** One a code, e.g. the bytes of the experience's CID. */
  ids: readonly Uint8Array[]
}

const MOST_WEIGHT = 2 ** 32 - 1

/** Codes whose distances are held at a time. */
const BATCH = 64

/**
 * The member that stands for a cluster: of those with a positive weight the one whose distances to all members, times
 * their weights, add up to the least; a tie goes to the lower id. Integers only: every replica picks the same text, and it
 * is one that somebody wrote, as no median of vectors would be.
 *
 * More than half of the weight is not quite enough to keep it among the honest: their weight times their distance to the
 * liars has to exceed the liars' weight times that distance and their own times the distance among themselves.
 *
 * @returns its index
 * @throws DsoError `LENGTH_MISMATCH`, `WEIGHT_OUT_OF_RANGE` also when no weight is positive, `PROFILE_MISMATCH`,
 *   `FORMAT_INVALID`, `SAMPLE_EMPTY`
 */
export function findWeightedMedoid({ codes, weights, ids }: FindWeightedMedoidOptions): number {
  const count = codes.length
  if (count === 0) throw new DsoError('SAMPLE_EMPTY', { details: { field: 'codes' } })
  if (ids.length !== count) {
    throw new DsoError('LENGTH_MISMATCH', {
      details: { field: 'ids', ids: ids.length, expected: count },
    })
  }
  const total = checkWeights(weights, { count, most: MOST_WEIGHT, mostTogether: MOST_WEIGHT })
  if (total === 0) {
    throw new DsoError('WEIGHT_OUT_OF_RANGE', { details: { field: 'weights', total } })
  }
  // Distances are at most 2,000,000 or the bits of a code, so sums stay below 2^53.
  const sums = new Float64Array(count)
  for (let first = 0; first < count; first += BATCH) {
    const batch = codes.slice(first, first + BATCH)
    const distances = measureCodeDistances(codes, batch)
    for (const place of batch.keys()) {
      const weight = weights[first + place]!
      for (let code = 0; code < count; code++) {
        sums[code]! += weight * distances[place * count + code]!
      }
    }
  }
  const candidates = Array.from(codes.keys()).filter((code) => weights[code]! > 0)
  return candidates.reduce((best, code) => {
    const order = sums[code]! - sums[best]! || compareBytes(ids[code]!, ids[best]!)
    return order < 0 ? code : best
  })
}
