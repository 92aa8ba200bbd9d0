import { votesKernel } from '../../kernels/votes.ts'

/** What {@link sumNearestWeighted} mixes and trims. */
export interface SumNearestWeightedOptions {
  /** Sign codes of `bytes` bytes, one after the other. */
  codes: Uint8Array
  bytes: number
  /** Distances between all pairs of codes, row by row. */
  distances: Uint32Array
  /** Positive weight of each code. */
  weights: readonly number[]
  /** Weight that is mixed into each code, at most the whole weight. */
  kept: number
  /** Weight of mixtures left out at each end; twice that is less than the whole weight. */
  trimmed: number
}

/**
 * Nearest-neighbour mixing and trimming by weight. A code's mixture takes the nearest codes (itself first, ties by the
 * lower index) with their weights until `kept` is full, of the last one only what is missing: for every dimension the
 * weight taken from codes with the bit. Of these numbers, each counted with its code's weight, the sum without the
 * `trimmed` smallest and greatest. With weights of 1 it is what the robust kernel computes.
 *
 * @returns one sum a dimension
 */
export function sumNearestWeighted({
  codes,
  bytes,
  distances,
  weights,
  kept,
  trimmed,
}: SumNearestWeightedOptions): Uint32Array {
  const count = weights.length
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const planeCount = 32 - Math.clz32(kept)
  const mixtures = weights.map((_, code) => {
    const taken = takeNearest(distances.subarray(code * count, (code + 1) * count), weights, kept)
    return votesKernel.expand(votesKernel.count(codes, bytes, planeCount, taken), bytes)
  })
  const sums = new Uint32Array(8 * bytes)
  // Sorted by count: the code's index rides in the low digits.
  const ranked = new Float64Array(count)
  for (let dimension = 0; dimension < sums.length; dimension++) {
    for (let code = 0; code < count; code++) {
      ranked[code] = mixtures[code]![dimension]! * count + code
    }
    ranked.sort()
    let below = 0
    let sum = 0
    for (const key of ranked) {
      const code = key % count
      const above = below + weights[code]!
      const inside = Math.min(above, whole - trimmed) - Math.max(below, trimmed)
      if (inside > 0) sum += (inside * (key - code)) / count
      below = above
    }
    sums[dimension] = sum
  }
  return sums
}

/** What each code gives to the mixture of the code that these distances are measured from. */
function takeNearest(
  distances: Uint32Array,
  weights: readonly number[],
  kept: number,
): Uint32Array {
  const order = Array.from(weights.keys()).sort((a, b) => distances[a]! - distances[b]! || a - b)
  const taken = new Uint32Array(weights.length)
  let missing = kept
  for (const code of order) {
    taken[code] = Math.min(weights[code]!, missing)
    missing -= taken[code]!
  }
  return taken
}
