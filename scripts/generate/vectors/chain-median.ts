import { findQuality } from '../../../src/protocol/chain/find-quality.ts'
import { createDraws, toColumns } from './chain-draws.ts'

const CASES = 2000

/** Votes of one entry, the floors, and what the registry's tally decides. */
export function createChainMedianVectors(): object {
  const draws = createDraws('chain-median')
  const votes: { score: number; weight: bigint }[] = []
  const cases = Array.from({ length: CASES }, (_, place) => {
    const count = place === 0 ? 0 : 1 + draws.below(8)
    // Every other list stays within a narrow range, so that lanes are shared; equal weights make ties.
    const [low, span] = draws.oneIn(2) ? [0, 1001] : [470, 60]
    const bits = draws.pick([0, 1, 8, 56])
    const own = Array.from({ length: count }, () => ({
      score: low + draws.below(span),
      weight: bits === 0 ? 1n : draws.uint(bits),
    }))
    votes.push(...own)
    const voted = own.reduce((sum, { weight }) => sum + weight, 0n)
    const floors = {
      supply: draws.oneIn(4) ? voted : voted + draws.uint(58),
      participationBps: draws.pick([0, 1, 1000, 5000, draws.below(5001)]),
      agreementDelta: draws.pick([0, 31, 100, 1000, draws.below(1001)]),
      agreementBps: draws.pick([0, 5000, 10_000, draws.below(10_001)]),
    }
    const { median = 0, total, agreeing, decided } = findQuality({ votes: own, ...floors })
    return { count, ...floors, median, total, agreeing, decided }
  })
  return {
    description:
      'Lower weighted median of scores 0 … 1000 and whether it counts. Case i takes the next count[i] of the votes. Where no weight voted (total 0) the median is 0 and means nothing. Integers beyond 2^53 are decimal text.',
    cases: toColumns(cases),
    votes: toColumns(votes),
  }
}
