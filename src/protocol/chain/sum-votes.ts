import { DsoError } from '../errors.ts'
import { checkUint } from './check-uint.ts'

/** One vote: a score 0 … 1000 and the weight behind it. */
export interface WeightedVote {
  score: number
  /** 0 … 2^64 − 1. */
  weight: bigint
}

/** Weights by score, as WeightHistogram keeps them. */
export interface VoteSums {
  /** Weight of each score, 0 … 1000. */
  fine: bigint[]
  /** Weight of the scores 32i … 32i + 31 at i. */
  coarse: bigint[]
  total: bigint
}

/** Largest score, in per mille. */
export const MAX_SCORE = 1000

/** Scores of a coarse lane. */
export const LANE_SCORES = 32

/**
 * Sums votes into the two-level histogram of contracts/src/WeightHistogram.sol: 1001 fine lanes and 32 coarse ones of 64
 * bits each.
 *
 * @throws DsoError `SCORE_OUT_OF_RANGE`, `WEIGHT_OUT_OF_RANGE` where a lane would pass 64 bits, `FORMAT_INVALID` for a
 *   weight that is none
 */
export function sumVotes(votes: readonly WeightedVote[]): VoteSums {
  const fine = Array.from({ length: MAX_SCORE + 1 }, () => 0n)
  const coarse = Array.from({ length: Math.ceil((MAX_SCORE + 1) / LANE_SCORES) }, () => 0n)
  let total = 0n
  for (const [index, { score, weight }] of votes.entries()) {
    if (!Number.isInteger(score) || score < 0 || score > MAX_SCORE) {
      throw new DsoError('SCORE_OUT_OF_RANGE', { details: { index, score } })
    }
    checkUint('weight', weight, 64)
    const lane = Math.floor(score / LANE_SCORES)
    fine[score]! += weight
    coarse[lane]! += weight
    if (coarse[lane]! >= 1n << 64n) {
      throw new DsoError('WEIGHT_OUT_OF_RANGE', { details: { index, lane } })
    }
    total += weight
  }
  return { fine, coarse, total }
}
