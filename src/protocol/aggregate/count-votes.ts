import { votesKernel } from '../../kernels/votes.ts'
import { DsoError } from '../errors.ts'
import { planesFor, type VoteTally } from './vote-tally.ts'

/**
 * The counters of a tally as numbers: for every dimension the weight that voted for bit 1.
 *
 * @returns 8 · bytes of them, each 0 … weight
 * @throws DsoError `FORMAT_INVALID` for a tally that no votes can make: too few or too many planes, or a counter above
 *   the whole weight
 */
export function countVotes({ bytes, weight, planes }: VoteTally): Uint32Array {
  const expected = planesFor(weight) * bytes
  if (planes.length !== expected) {
    throw new DsoError('FORMAT_INVALID', {
      details: { field: 'planes', bytes: planes.length, expected },
    })
  }
  if (expected === 0) return new Uint32Array(8 * bytes)
  const counts = votesKernel.expand(planes, bytes)
  for (let dimension = 0; dimension < counts.length; dimension++) {
    if (counts[dimension]! <= weight) continue
    throw new DsoError('FORMAT_INVALID', {
      details: { field: 'planes', dimension, count: counts[dimension], weight },
    })
  }
  return counts
}
