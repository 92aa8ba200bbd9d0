import { medianKernel } from '../../kernels/median.ts'
import { stackVectors } from './stack-vectors.ts'

/**
 * The mean of every dimension, added in f64 in the order of the vectors, rounded once. A baseline: a single liar moves
 * it anywhere.
 *
 * @throws DsoError `SAMPLE_EMPTY`, `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`
 */
export function meanVector(vectors: readonly Float32Array[]): Float32Array {
  const { rows, count } = stackVectors(vectors)
  return medianKernel.means(rows, count)
}
