import { DsoError } from '../errors.ts'
import { checkCount } from './check-count.ts'
import { stackVectors } from './stack-vectors.ts'

/** Vectors, and how the search goes. */
export interface GeometricMedianOptions {
  /** At least one, all of one length, finite. */
  vectors: readonly Float32Array[]
  /** Distances below this count as this, so that no vector gets an endless weight; > 0. @defaultValue 1e-6 */
  smoothing?: number
  /** Steps, 1 … 1000. @defaultValue 8 */
  rounds?: number
}

/**
 * The geometric median, the point with the least sum of distances, by smoothed Weiszfeld steps (Pillutla et al.,
 * arXiv:1912.13445): from the zero vector, each step takes the mean weighted with 1 / max(smoothing, distance).
 *
 * @throws DsoError `SAMPLE_EMPTY`, `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `OPTION_INVALID`
 */
export function geometricMedian({
  vectors,
  smoothing = 1e-6,
  rounds = 8,
}: GeometricMedianOptions): Float32Array {
  const { rows, count, dimension } = stackVectors(vectors)
  checkCount('rounds', rounds, { least: 1, most: 1000 })
  if (!(smoothing > 0 && smoothing < Number.POSITIVE_INFINITY)) {
    throw new DsoError('OPTION_INVALID', { details: { field: 'smoothing', value: smoothing } })
  }
  let centre = new Float64Array(dimension)
  for (let round = 0; round < rounds; round++) {
    const sums = new Float64Array(dimension)
    let whole = 0
    for (let row = 0; row < count; row++) {
      const from = row * dimension
      let squares = 0
      for (let d = 0; d < dimension; d++) squares += (rows[from + d]! - centre[d]!) ** 2
      const weight = 1 / Math.max(smoothing, Math.sqrt(squares))
      for (let d = 0; d < dimension; d++) sums[d]! += weight * rows[from + d]!
      whole += weight
    }
    centre = sums.map((sum) => sum / whole)
  }
  return Float32Array.from(centre)
}
