import { weightedMedian } from '../../../src/protocol/aggregate/weighted-median.ts'

/** Votes and their lower weighted median, with ties, zero weights and the largest weights. */
export function createWeightedMedianVectors(): object {
  const votes: [string, number[], number[]][] = [
    ['one vote', [700], [1]],
    ['an exact tie takes the lower', [900, 100], [5, 5]],
    ['just past the tie', [100, 900], [5, 6]],
    ['zero weights do not count', [0, 1000, 500], [0, 0, 1]],
    ['the ends of the range', [0, 1000, 1000], [1, 1, 1]],
    ['equal scores add up', [300, 800, 300], [2, 3, 2]],
    ['honest majority of weight', [820, 790, 805, 0, 0, 0, 0], [10, 10, 10, 7, 7, 7, 8]],
    ['largest weights', [400, 600, 600], [4_294_967_295, 4_294_967_294, 1]],
  ]
  return {
    description:
      'Lower weighted median of integer scores 0 … 1000. Refused cases name their error code.',
    cases: votes.map(([name, values, weights]) => ({
      name,
      values,
      weights,
      median: weightedMedian({
        values: Uint16Array.from(values),
        weights: Uint32Array.from(weights),
      }),
    })),
    refused: [
      { name: 'nobody', error: 'MEDIAN_EMPTY', values: [], weights: [] },
      { name: 'no weight', error: 'MEDIAN_EMPTY', values: [500], weights: [0] },
      { name: 'a score above 1000', error: 'SCORE_OUT_OF_RANGE', values: [1001], weights: [1] },
      { name: 'a vote without a weight', error: 'LENGTH_MISMATCH', values: [1, 2], weights: [1] },
    ],
  }
}
