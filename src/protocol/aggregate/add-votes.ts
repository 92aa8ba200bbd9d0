import { votesKernel } from '../../kernels/votes.ts'
import { checkWeights } from './check-weights.ts'
import { addTallies } from './merge-votes.ts'
import { checkCodes, stackCodes } from './stack-codes.ts'
import { MAX_TALLY_WEIGHT, MAX_VOTE_WEIGHT, planesFor, type VoteTally } from './vote-tally.ts'

/** Sign codes that vote, and with what weight. */
export interface AddVotesOptions {
  /** Sign bits only, without a scale: bit j of byte k is dimension 8k + j. Each as long as the tally says. */
  codes: readonly Uint8Array[]
  /** Integers 0 … 1023, one a code (stake × quality, capped). @defaultValue 1 for every code */
  weights?: ArrayLike<number>
}

/**
 * The tally with more votes: for every dimension the weight of the codes that have its bit. The order of codes and
 * calls changes nothing.
 *
 * @param tally made by createVotes, addVotes or mergeVotes; it stays as it is
 * @throws DsoError `LENGTH_MISMATCH`, `WEIGHT_OUT_OF_RANGE` also when the whole weight passes 2^32 − 1
 */
export function addVotes(tally: VoteTally, { codes, weights }: AddVotesOptions): VoteTally {
  const { bytes } = tally
  checkCodes(codes, bytes)
  const limits = { count: codes.length, most: MAX_VOTE_WEIGHT, mostTogether: MAX_TALLY_WEIGHT }
  const weight = weights === undefined ? codes.length : checkWeights(weights, limits)
  const planes =
    weight === 0
      ? new Uint8Array(0)
      : votesKernel.count(
          stackCodes(codes, bytes),
          bytes,
          planesFor(weight),
          weights === undefined ? undefined : Uint32Array.from(weights),
        )
  const added = { bytes, codes: codes.length, weight, planes }
  return tally.codes === 0 ? added : addTallies(tally, added)
}
