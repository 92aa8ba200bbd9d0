import { type Ballot, sortBallots } from '../../protocol/chain/sort-ballots.ts'
import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'
import { deriveSalt } from './derive-salt.ts'
import { readEpoch } from './read-epoch.ts'

/** The list that was sealed. */
export interface RevealVotesOptions {
  ballots: readonly Ballot[]
  /** Of the commitment; derived again where it is left out. */
  salt?: Hex
}

/**
 * Opens this account's commitment of the present epoch, whole.
 *
 * @throws DsoError `FORMAT_INVALID`, `SCORE_OUT_OF_RANGE`, `TRANSACTION_REVERTED` (`RevealClosed`, `NoCommitment`,
 *   `CommitmentMismatch`, `NotInEpoch`, `OwnEntry`, `NoWeight`, `EntryUnknown`)
 */
export async function revealVotes(
  session: ChainSession,
  registry: Hex,
  { ballots, salt }: RevealVotesOptions,
  options?: CallOptions,
): Promise<void> {
  const sorted = sortBallots(ballots)
  const opened =
    salt ?? (await deriveSalt(session, registry, (await readEpoch(session, registry)).epoch))
  const args = [sorted, opened] as const
  const call = { abi: experienceRegistryAbi, functionName: 'revealVotes', args } as const
  await session.write({ address: registry, ...call }, options)
}
