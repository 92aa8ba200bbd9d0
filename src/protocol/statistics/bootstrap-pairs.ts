import { DsoError } from '../errors.ts'
import type { Random } from '../ports/random.ts'

/** One paired observation: the same instance under two conditions. */
export interface PairedObservation {
  /** The unit that is resampled first, such as the tool of the instance. */
  cluster: string
  /** Outcome under the first condition, e.g. 1 for a success. */
  a: number
  /** Outcome under the second condition. */
  b: number
}

/** What every bootstrap here needs. */
export interface BootstrapOptions {
  /** Number of resamples, an integer ≥ 1; 2,000 is enough for two digits. */
  resamples: number
  /** Source of the resampling; seeded for repeatable intervals. */
  random: Random
}

/** A statistic of a sample with its percentile 95 % interval. */
export interface BootstrapEstimate {
  /** The statistic of the sample itself. */
  value: number
  /** 2.5 % percentile of the resampled statistic. */
  low: number
  /** 97.5 % percentile of the resampled statistic. */
  high: number
  /** Observations in the sample. */
  n: number
  /** Clusters in the sample. */
  clusters: number
}

/**
 * The mean of `a − b` over all observations, with a percentile 95 % interval by the two-stage bootstrap: clusters are
 * drawn with replacement, then as many observations within each drawn cluster. Every observation weighs the same, so a
 * large cluster counts for more. Independent of the order of `pairs`.
 *
 * Holds for a dozen clusters or more; with fewer the interval is too short when clusters differ much. A single cluster
 * reduces it to the ordinary bootstrap, which says nothing about other clusters.
 *
 * @throws DsoError `SAMPLE_EMPTY` without pairs, `VALUE_NOT_FINITE`, `OPTION_INVALID`
 */
export function bootstrapPairs(
  pairs: readonly PairedObservation[],
  { resamples, random }: BootstrapOptions,
): BootstrapEstimate {
  if (!Number.isInteger(resamples) || resamples < 1) {
    throw new DsoError('OPTION_INVALID', { details: { resamples } })
  }
  const clusters = groupDifferences(pairs)
  const statistics = new Float64Array(resamples)
  for (let r = 0; r < resamples; r++) statistics[r] = resampleMean(clusters, random)
  statistics.sort()
  return {
    value: sum(clusters.map(sum)) / pairs.length,
    low: percentile(statistics, 0.025),
    high: percentile(statistics, 0.975),
    n: pairs.length,
    clusters: clusters.length,
  }
}

/** Differences by cluster, clusters and differences sorted so that the result does not depend on the input's order. */
function groupDifferences(pairs: readonly PairedObservation[]): Float64Array[] {
  if (pairs.length === 0) throw new DsoError('SAMPLE_EMPTY')
  const byCluster = new Map<string, number[]>()
  for (const { cluster, a, b } of pairs) {
    const difference = a - b
    if (!Number.isFinite(difference)) {
      throw new DsoError('VALUE_NOT_FINITE', { details: { cluster, a, b } })
    }
    const differences = byCluster.get(cluster)
    if (differences === undefined) byCluster.set(cluster, [difference])
    else differences.push(difference)
  }
  return [...byCluster.entries()]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, differences]) => Float64Array.from(differences).sort())
}

function resampleMean(clusters: readonly Float64Array[], random: Random): number {
  let total = 0
  let count = 0
  for (let i = 0; i < clusters.length; i++) {
    const drawn = clusters[random.integer(clusters.length)]!
    for (let j = 0; j < drawn.length; j++) total += drawn[random.integer(drawn.length)]!
    count += drawn.length
  }
  return total / count
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

/** Linear interpolation between the two nearest order statistics. */
function percentile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1)
  const below = Math.floor(position)
  const lower = sorted[below]!
  const upper = sorted[Math.min(below + 1, sorted.length - 1)]!
  return lower + (upper - lower) * (position - below)
}
