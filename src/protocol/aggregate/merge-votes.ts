import { votesKernel } from '../../kernels/votes.ts'
import { DsoError } from '../errors.ts'
import { countVotes } from './count-votes.ts'
import { MAX_TALLY_WEIGHT, planesFor, type VoteTally } from './vote-tally.ts'

/**
 * The tally of the votes of both, as if they had been counted together. In any order and grouping the same bytes result.
 *
 * @throws DsoError `LENGTH_MISMATCH` for codes of different lengths, `WEIGHT_OUT_OF_RANGE` above 2^32 − 1 together,
 *   `FORMAT_INVALID` for a tally that no votes can make
 */
export function mergeVotes(a: VoteTally, b: VoteTally): VoteTally {
  if (a.bytes !== b.bytes) {
    throw new DsoError('LENGTH_MISMATCH', { details: { field: 'bytes', a: a.bytes, b: b.bytes } })
  }
  // Counting checks them: a tally may have come from a stranger.
  countVotes(a)
  countVotes(b)
  return addTallies(a, b)
}

/** {@link mergeVotes} for tallies that are known to be sound. */
export function addTallies(a: VoteTally, b: VoteTally): VoteTally {
  const { bytes } = a
  const weight = a.weight + b.weight
  if (weight > MAX_TALLY_WEIGHT) {
    throw new DsoError('WEIGHT_OUT_OF_RANGE', {
      details: { field: 'weight', weight, most: MAX_TALLY_WEIGHT },
    })
  }
  const size = planesFor(weight) * bytes
  const [left, right] = [a, b].map(({ planes }) => {
    const padded = new Uint8Array(size)
    padded.set(planes)
    return padded
  })
  const planes = size === 0 ? new Uint8Array(0) : votesKernel.add(left!, right!, bytes)
  return { bytes, codes: a.codes + b.codes, weight, planes }
}
