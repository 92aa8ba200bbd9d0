import { InvalidArgumentError } from 'commander'
import type { Ballot } from '../../protocol/chain/sort-ballots.ts'
import { parseTokens } from '../../protocol/chain/tokens.ts'

/** Collects scores: `ENTRY=SCORE`, as arguments. */
export function collectBallots(text: string, earlier: readonly Ballot[] | undefined): Ballot[] {
  const match = /^([1-9][0-9]{0,17})=([0-9]{1,4})$/.exec(text)
  const [, id, score] = match ?? []
  if (id === undefined || score === undefined || Number(score) > 1000) {
    throw new InvalidArgumentError('It must be ENTRY=SCORE with a score from 0 to 1000.')
  }
  return [...(earlier ?? []), { id: BigInt(id), score: Number(score) }]
}

/** Parses an amount of tokens above 0. */
export function tokenAmount(text: string): bigint {
  const wei = parseTokens(text)
  if (wei === undefined || wei === 0n) {
    throw new InvalidArgumentError('It must be a number of tokens above 0, such as 12.5.')
  }
  return wei
}
