import { DsoError } from '../errors.ts'
import { checkCount } from './check-count.ts'
import { stackVectors } from './stack-vectors.ts'

/** Vectors, and how far each of them may pull. */
export interface CentredClippingOptions {
  /** At least one, all of one length, finite. */
  vectors: readonly Float32Array[]
  /** A vector farther than this from the centre pulls as if it were at this distance; > 0. */
  radius: number
  /** Steps, 1 … 1000. @defaultValue 3 */
  rounds?: number
}

/**
 * Centred clipping (Karimireddy et al. 2021): from the zero vector, each step moves the centre by the mean of the
 * differences to the vectors, each shortened to `radius`.
 *
 * @throws DsoError `SAMPLE_EMPTY`, `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `OPTION_INVALID`
 */
export function centredClipping({
  vectors,
  radius,
  rounds = 3,
}: CentredClippingOptions): Float32Array {
  const { rows, count, dimension } = stackVectors(vectors)
  checkCount('rounds', rounds, { least: 1, most: 1000 })
  if (!(radius > 0 && radius < Number.POSITIVE_INFINITY)) {
    throw new DsoError('OPTION_INVALID', { details: { field: 'radius', value: radius } })
  }
  const centre = new Float64Array(dimension)
  for (let round = 0; round < rounds; round++) {
    const moves = new Float64Array(dimension)
    for (let row = 0; row < count; row++) {
      const from = row * dimension
      let squares = 0
      for (let d = 0; d < dimension; d++) squares += (rows[from + d]! - centre[d]!) ** 2
      const share = squares === 0 ? 0 : Math.min(1, radius / Math.sqrt(squares))
      for (let d = 0; d < dimension; d++) moves[d]! += share * (rows[from + d]! - centre[d]!)
    }
    for (let d = 0; d < dimension; d++) centre[d]! += moves[d]! / count
  }
  return Float32Array.from(centre)
}
