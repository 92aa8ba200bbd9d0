import type { Hex } from '../ports/ledger.ts'
import { WORD_BYTES, type Word } from './encode-words.ts'
import type { DomainPlace } from './hash-domain.ts'
import { hashText, hashWords } from './hash-words.ts'
import { type Ballot, sortBallots } from './sort-ballots.ts'

/** A list of scores that one voter seals for one epoch. */
export interface SealedBallots {
  epoch: bigint
  voter: Hex
  /** In any order. */
  ballots: readonly Ballot[]
  /** 32 bytes that nobody can guess, see deriveVoteSalt. */
  salt: Hex
}

const VOTES_TAG = hashText('dso.votes.v1')

/**
 * Commitment to a list: keccak256(abi.encode(tag, chain id, registry, epoch, voter, ballots, salt)), the ballots in
 * ascending order of their entries. `hashBallots` of the registry. It names voter and epoch, so a copied commitment can
 * be opened by nobody.
 *
 * @throws DsoError `FORMAT_INVALID`, `SCORE_OUT_OF_RANGE`
 */
export function hashBallots(
  { chainId, verifyingContract: registry }: DomainPlace,
  { epoch, voter, ballots, salt }: SealedBallots,
): Hex {
  const sorted = sortBallots(ballots)
  const list = sorted.flatMap(({ id, score }) => [id, score])
  const head = 7 * WORD_BYTES
  const fixed: Word[] = [VOTES_TAG, chainId, registry, epoch, voter, head, salt]
  return hashWords([...fixed, sorted.length, ...list])
}
