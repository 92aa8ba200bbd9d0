import { medianKernel } from '../../kernels/median.ts'
import { stackVectors } from './stack-vectors.ts'

/**
 * The median of every dimension (seed B eq. 22): the middle value, for an even count the mean of the two in the middle
 * (added in f64, rounded once). −0 comes before 0.
 *
 * It stays within the honest values of each dimension while the honest are more than half. That is not accuracy: liars
 * who agree move it by as much as the honest differ.
 *
 * @returns the medians as they are, not scaled to length 1
 * @throws DsoError `SAMPLE_EMPTY`, `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`
 */
export function medianVector(vectors: readonly Float32Array[]): Float32Array {
  const { rows, count } = stackVectors(vectors)
  return medianKernel.medians(rows, count)
}
