import { LANE_SCORES, MAX_SCORE, sumVotes, type VoteSums, type WeightedVote } from './sum-votes.ts'

/** The votes of one entry in one round, and when they count. */
export interface FindQualityOptions {
  votes: readonly WeightedVote[]
  /** Total weight that could have voted. */
  supply: bigint
  /** Weight that must vote, in 1/10000 of `supply`. */
  participationBps: number
  /** Scores up to this far from the median agree with it, whole lanes of 32. */
  agreementDelta: number
  /** Weight that must agree, in 1/10000 of what voted. */
  agreementBps: number
}

/** What the votes say. */
export interface Quality {
  /** Lower weighted median; undefined while no weight has voted. */
  median: number | undefined
  /** Whether participation and agreement reach their floors. */
  decided: boolean
  /** Weight that voted. */
  total: bigint
  /** Weight that agrees with the median. */
  agreeing: bigint
}

const BPS = 10_000n

/**
 * The quality that the registry counts: the lower weighted median (seed A eq. 5), valid where enough weight took part and
 * enough of it agrees. Integers only; the same rule as contracts/src/QualityTally.sol, bit for bit.
 *
 * @throws DsoError `SCORE_OUT_OF_RANGE`, `WEIGHT_OUT_OF_RANGE`, `FORMAT_INVALID`
 */
export function findQuality(options: FindQualityOptions): Quality {
  const sums = sumVotes(options.votes)
  const { total } = sums
  if (total === 0n) return { median: undefined, decided: false, total, agreeing: 0n }
  const median = findLowerMedian(sums)
  const agreeing = sumAround(sums, median, options.agreementDelta)
  const takesPart = total * BPS >= options.supply * BigInt(options.participationBps)
  const agrees = agreeing * BPS >= total * BigInt(options.agreementBps)
  return { median, decided: takesPart && agrees, total, agreeing }
}

/**
 * The smallest score whose cumulative weight reaches half of the total, coarse lanes first. At an exact tie the lower
 * score wins. The total must be positive.
 */
export function findLowerMedian({ fine, coarse, total }: VoteSums): number {
  let below = 0n
  let lane = 0
  while (2n * (below + coarse[lane]!) < total) below += coarse[lane++]!
  for (let score = lane * LANE_SCORES; ; score++) {
    below += fine[score]!
    if (2n * below >= total) return score
  }
}

function sumAround({ coarse }: VoteSums, median: number, delta: number): bigint {
  const low = Math.floor(Math.max(0, median - delta) / LANE_SCORES)
  const high = Math.floor(Math.min(MAX_SCORE, median + delta) / LANE_SCORES)
  return coarse.slice(low, high + 1).reduce((sum, weight) => sum + weight, 0n)
}
