import { medianKernel } from '../../kernels/median.ts'
import { checkCount } from './check-count.ts'
import { measureSquaredDistances } from './measure-squared-distances.ts'
import { type StackedVectors, stackVectors } from './stack-vectors.ts'

/** Vectors, and how many of them may be lies. */
export interface KrumOptions {
  /** At least one, all of one length, finite. */
  vectors: readonly Float32Array[]
  /** Vectors that may be lies, 0 … one less than there are. Promises hold while twice that is less than the count − 2. */
  faulty: number
}

/** What {@link multiKrum} takes beside. */
export interface MultiKrumOptions extends KrumOptions {
  /** Vectors to average, 1 … all. @defaultValue all that are not faulty */
  selected?: number
}

/** What {@link multiKrum} found. */
export interface MultiKrumResult {
  /** The mean of the selected vectors. */
  vector: Float32Array
  /** Their indices, the one with the best score first. */
  selected: number[]
}

/**
 * Multi-Krum (Blanchard et al. 2017): the mean of the vectors with the lowest scores. A score is the sum of the squared
 * distances to the count − faulty − 2 nearest others (at least one); a tie goes to the lower index.
 *
 * Liars who send the same vector have distance 0 to each other: from about 40 % on they win.
 *
 * @throws DsoError `SAMPLE_EMPTY`, `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `OPTION_INVALID`
 */
export function multiKrum({
  vectors,
  faulty,
  selected: wanted,
}: MultiKrumOptions): MultiKrumResult {
  const stacked = stackVectors(vectors)
  const { rows, count, dimension } = stacked
  checkCount('faulty', faulty, { least: 0, most: count - 1 })
  const size = wanted ?? count - faulty
  checkCount('selected', size, { least: 1, most: count })
  const scores = scoreAll(stacked, Math.max(1, count - faulty - 2))
  const order = Array.from(scores.keys()).sort((a, b) => scores[a]! - scores[b]! || a - b)
  const selected = order.slice(0, size)
  const chosen = new Float32Array(size * dimension)
  // Averaged in the order they came in, so that the sum does not depend on the scores' order.
  for (const [place, index] of selected.toSorted((a, b) => a - b).entries()) {
    chosen.set(rows.subarray(index * dimension, (index + 1) * dimension), place * dimension)
  }
  return { vector: medianKernel.means(chosen, size), selected }
}

function scoreAll(stacked: StackedVectors, nearest: number): Float64Array {
  const { count } = stacked
  const distances = measureSquaredDistances(stacked)
  return Float64Array.from({ length: count }, (_, i) => {
    const others = distances.slice(i * count, (i + 1) * count)
    // The distance to itself is 0 and comes first.
    others[i] = -1
    return others
      .sort()
      .subarray(1, 1 + nearest)
      .reduce((sum, distance) => sum + distance, 0)
  })
}
