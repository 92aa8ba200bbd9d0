import { checkCount } from './check-count.ts'
import { measureSquaredDistances } from './measure-squared-distances.ts'
import type { KrumOptions } from './multi-krum.ts'
import { stackVectors } from './stack-vectors.ts'

/**
 * Nearest-neighbour mixing (Allouah et al. 2023): replaces every vector by the mean of the count − faulty vectors
 * nearest to it, itself included; a tie goes to the lower index. Made before a trimmed mean or a median, it takes away
 * most of what the spread of honest vectors lends to liars.
 *
 * @returns as many vectors, in the same order
 * @throws DsoError `SAMPLE_EMPTY`, `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `OPTION_INVALID`
 */
export function mixNearest({ vectors, faulty }: KrumOptions): Float32Array[] {
  const stacked = stackVectors(vectors)
  const { count, dimension } = stacked
  checkCount('faulty', faulty, { least: 0, most: count - 1 })
  const distances = measureSquaredDistances(stacked)
  return vectors.map((_, i) => {
    const nearest = Array.from(vectors.keys())
      .sort((a, b) => distances[i * count + a]! - distances[i * count + b]! || a - b)
      .slice(0, count - faulty)
    const sums = new Float64Array(dimension)
    for (const index of nearest) {
      const vector = vectors[index]!
      for (let d = 0; d < dimension; d++) sums[d]! += vector[d]!
    }
    return Float32Array.from(sums, (sum) => sum / nearest.length)
  })
}
