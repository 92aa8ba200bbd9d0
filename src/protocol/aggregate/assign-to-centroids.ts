import { DsoError } from '../errors.ts'
import { checkCount } from './check-count.ts'
import type { CodeValues } from './code-values.ts'
import { measureCodeDistances } from './measure-code-distances.ts'

/** Codes to group, and what they are grouped around. */
export interface AssignToCentroidsOptions {
  /** All signs or all levels, of one length: see readCodeValues. None is allowed. */
  codes: readonly CodeValues[]
  /** The schema's centroids, in its order, in the same form; at least one. */
  centroids: readonly CodeValues[]
  /** Greatest distance, in the unit of measureCodeDistances. @defaultValue any */
  within?: number
}

/** The group of codes that no centroid is near to. */
export const NO_CENTROID = -1

/**
 * The nearest centroid of every code, as its index; a tie goes to the lower index, {@link NO_CENTROID} where all are
 * farther than `within`. Distances are integers, so every replica groups alike.
 *
 * @throws DsoError `SAMPLE_EMPTY` without centroids, `OPTION_INVALID` for `within`, `PROFILE_MISMATCH`,
 *   `LENGTH_MISMATCH`, `FORMAT_INVALID`
 */
export function assignToCentroids({
  codes,
  centroids,
  within = 2 ** 32 - 1,
}: AssignToCentroidsOptions): Int32Array {
  if (centroids.length === 0) {
    throw new DsoError('SAMPLE_EMPTY', { details: { field: 'centroids' } })
  }
  checkCount('within', within, { least: 0, most: 2 ** 32 - 1 })
  const count = codes.length
  if (count === 0) return new Int32Array(0)
  const distances = measureCodeDistances(codes, centroids)
  return Int32Array.from({ length: count }, (_, code) => {
    let nearest = 0
    for (let centroid = 1; centroid < centroids.length; centroid++) {
      if (distances[centroid * count + code]! < distances[nearest * count + code]!) {
        nearest = centroid
      }
    }
    return distances[nearest * count + code]! <= within ? nearest : NO_CENTROID
  })
}
