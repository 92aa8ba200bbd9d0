import { DsoError } from '../errors.ts'
import { checkUint } from './check-uint.ts'
import { MAX_SCORE } from './sum-votes.ts'

/** One score of a sealed list. */
export interface Ballot {
  /** The entry. */
  id: bigint
  /** Per mille. */
  score: number
}

/** Most scores of one list. */
export const MAX_BALLOTS = 128

/**
 * A list as the registry takes it: ids strictly ascending, 1 … 128 scores.
 *
 * @throws DsoError `FORMAT_INVALID` for an empty or too long list or an entry that stands in it twice,
 *   `SCORE_OUT_OF_RANGE`
 */
export function sortBallots(ballots: readonly Ballot[]): Ballot[] {
  if (ballots.length === 0 || ballots.length > MAX_BALLOTS) {
    throw new DsoError('FORMAT_INVALID', {
      details: { field: 'ballots', count: ballots.length, most: MAX_BALLOTS },
    })
  }
  const sorted = ballots.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  for (const [index, { id, score }] of sorted.entries()) {
    checkUint('id', id, 64)
    if (!Number.isInteger(score) || score < 0 || score > MAX_SCORE) {
      throw new DsoError('SCORE_OUT_OF_RANGE', { details: { entry: String(id), score } })
    }
    if (sorted[index + 1]?.id === id) {
      throw new DsoError('FORMAT_INVALID', { details: { field: 'ballots', twice: String(id) } })
    }
  }
  return sorted
}
