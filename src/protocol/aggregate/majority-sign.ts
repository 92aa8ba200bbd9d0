import { DsoError } from '../errors.ts'
import { countVotes } from './count-votes.ts'
import type { VoteTally } from './vote-tally.ts'

/**
 * The majority of every sign bit, as a sign code: 1 exactly when more than half of the weight voted for 1. This is the
 * seeds' median of 1-bit codes taken at its word (the dimension-wise median of ±α), a baseline: it throws away by how
 * much a bit won, and with any number of contributors its cosine with the truth stays below .80. Use the counts.
 *
 * @throws DsoError `SAMPLE_EMPTY` without weight, `FORMAT_INVALID` for a tally that no votes can make
 */
export function majoritySign(tally: VoteTally): Uint8Array {
  const counts = countVotes(tally)
  if (tally.weight === 0) throw new DsoError('SAMPLE_EMPTY', { details: { field: 'weight' } })
  const code = new Uint8Array(tally.bytes)
  for (const [dimension, count] of counts.entries()) {
    if (2 * count > tally.weight) code[dimension >> 3]! |= 1 << (dimension & 7)
  }
  return code
}
