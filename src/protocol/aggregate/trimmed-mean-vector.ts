import { medianKernel } from '../../kernels/median.ts'
import { checkCount } from './check-count.ts'
import { stackVectors } from './stack-vectors.ts'

/** Vectors, and how many values of each dimension are left out. */
export interface TrimmedMeanVectorOptions {
  /** At least one, all of one length, finite. */
  vectors: readonly Float32Array[]
  /** Values left out at each end, 0 … less than half of the vectors. */
  trimmed: number
}

/**
 * The mean of every dimension without its `trimmed` smallest and its `trimmed` greatest values, added in f64 in rising
 * order, rounded once (Yin et al. 2018).
 *
 * @throws DsoError `SAMPLE_EMPTY`, `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `OPTION_INVALID`
 */
export function trimmedMeanVector({ vectors, trimmed }: TrimmedMeanVectorOptions): Float32Array {
  const { rows, count } = stackVectors(vectors)
  checkCount('trimmed', trimmed, { least: 0, most: (count - 1) >> 1 })
  return medianKernel.rankMeans(rows, count, { from: trimmed, to: count - 1 - trimmed })
}
