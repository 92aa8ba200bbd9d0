import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { findQuality } from './find-quality.ts'
import type { WeightedVote } from './sum-votes.ts'

const open = { supply: 0n, participationBps: 0, agreementDelta: 1000, agreementBps: 0 }
const medianOf = (votes: readonly WeightedVote[]) => findQuality({ ...open, votes }).median

const vote = fc.record({
  score: fc.oneof(fc.nat({ max: 1000 }), fc.integer({ min: 480, max: 520 })),
  weight: fc.bigInt({ min: 0n, max: 2n ** 58n }),
})

/** The definition by sorting: the smallest score whose cumulative weight reaches half of the total. */
function sortedMedian(votes: readonly WeightedVote[]): number | undefined {
  const total = votes.reduce((sum, { weight }) => sum + weight, 0n)
  let below = 0n
  return votes
    .filter(({ weight }) => weight > 0n)
    .toSorted((a, b) => a.score - b.score)
    .find(({ weight }) => 2n * (below += weight) >= total)?.score
}

describe('findQuality', () => {
  test.prop([fc.array(vote, { maxLength: 40 })])('equals the sorting definition', (votes) => {
    expect(medianOf(votes)).toBe(sortedMedian(votes))
  })

  test.prop([fc.array(vote, { minLength: 1, maxLength: 20 }), fc.array(vote, { maxLength: 20 })])(
    'stays within the honest range while honest weight is more than half',
    (honest, liars) => {
      const lying = liars.reduce((sum, { weight }) => sum + weight, 0n)
      const votes = [{ score: honest[0]!.score, weight: lying + 1n }, ...honest]
      const scores = votes.map(({ score }) => score)
      const median = medianOf([...votes, ...liars])
      expect(median).toBeGreaterThanOrEqual(Math.min(...scores))
      expect(median).toBeLessThanOrEqual(Math.max(...scores))
    },
  )

  test.prop([fc.array(vote, { maxLength: 20 }), fc.nat({ max: 1000 })])(
    'agreement counts whole lanes of 32 around the median',
    (votes, agreementDelta) => {
      const { median, agreeing } = findQuality({ ...open, votes, agreementDelta })
      if (median === undefined) return
      const lane = (score: number) => Math.floor(score / 32)
      const low = lane(Math.max(0, median - agreementDelta))
      const high = lane(Math.min(1000, median + agreementDelta))
      const inside = votes.filter(({ score }) => lane(score) >= low && lane(score) <= high)
      expect(agreeing).toBe(inside.reduce((sum, { weight }) => sum + weight, 0n))
    },
  )

  test('an exact tie is decided for the lower score, within a lane and across lanes', () => {
    for (const [low, high] of [
      [0, 1000],
      [33, 40],
    ] as const) {
      expect(medianOf([voteOf(high, 5n), voteOf(low, 5n)])).toBe(low)
      expect(medianOf([voteOf(high, 6n), voteOf(low, 5n)])).toBe(high)
    }
  })

  test('without weight nothing is decided, whatever the floors', () => {
    const nothing = { median: undefined, decided: false, total: 0n, agreeing: 0n }
    expect(findQuality({ ...open, votes: [] })).toEqual(nothing)
    expect(findQuality({ ...open, votes: [voteOf(500, 0n)] })).toEqual(nothing)
  })

  test('participation and agreement are reached at their floors exactly', () => {
    const votes = [voteOf(0, 3n), voteOf(500, 4n), voteOf(1000, 3n)]
    const decided = (options: Partial<typeof open>) =>
      findQuality({ ...open, agreementDelta: 100, ...options, votes }).decided
    expect(decided({ supply: 100n, participationBps: 1000 })).toBe(true)
    expect(decided({ supply: 101n, participationBps: 1000 })).toBe(false)
    expect(decided({ agreementBps: 4000 })).toBe(true)
    expect(decided({ agreementBps: 4001 })).toBe(false)
  })

  test('a score above 1000 and a lane above 64 bits are refused', () => {
    expect(() => medianOf([voteOf(1001, 1n)])).toThrowDso('SCORE_OUT_OF_RANGE')
    expect(() => medianOf([voteOf(1, -1n)])).toThrowDso('FORMAT_INVALID')
    const most = 2n ** 64n - 1n
    expect(medianOf([voteOf(31, most), voteOf(32, most)])).toBe(31)
    expect(() => medianOf([voteOf(31, most), voteOf(30, 1n)])).toThrowDso('WEIGHT_OUT_OF_RANGE')
  })
})

function voteOf(score: number, weight: bigint): WeightedVote {
  return { score, weight }
}
