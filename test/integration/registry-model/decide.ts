import type { Parameters } from './settings.ts'

/** One score of a list. */
export interface Ballot {
  id: number
  score: number
}

/** A vote with its weight. */
export interface CountedVote {
  voter: number
  score: number
  weight: bigint
}

/** What votes say. */
export interface Decision {
  voted: boolean
  decided: boolean
  median: number
}

/** Agreement is counted in whole lanes of this many scores. */
const LANE = 32

/** Lower weighted median by sorting, and whether enough weight took part and agrees with it. */
export function decide(
  votes: readonly CountedVote[],
  supply: bigint,
  { participationBps, agreementDelta, agreementBps }: Parameters,
): Decision {
  const total = sumOf(votes)
  if (total === 0n) return { voted: false, decided: false, median: 0 }
  let below = 0n
  const sorted = votes.toSorted((a, b) => a.score - b.score)
  const middle = sorted.find(({ weight }) => 2n * (below += weight) >= total)
  const median = middle?.score ?? 0
  const low = Math.floor(Math.max(0, median - agreementDelta) / LANE)
  const high = Math.floor(Math.min(1000, median + agreementDelta) / LANE)
  const agreeing = sumOf(
    votes.filter(
      ({ score }) => Math.floor(score / LANE) >= low && Math.floor(score / LANE) <= high,
    ),
  )
  const takesPart = total * 10_000n >= supply * BigInt(participationBps)
  const agrees = agreeing * 10_000n >= total * BigInt(agreementBps)
  return { voted: true, decided: takesPart && agrees, median }
}

function sumOf(votes: readonly CountedVote[]): bigint {
  return votes.reduce((sum, { weight }) => sum + weight, 0n)
}
