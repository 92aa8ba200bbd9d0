import { hashBallots } from '../../protocol/chain/hash-ballots.ts'
import { type Ballot, sortBallots } from '../../protocol/chain/sort-ballots.ts'
import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'
import { deriveSalt } from './derive-salt.ts'
import { readEpoch } from './read-epoch.ts'

/** What has to be remembered, or derived again, to open the votes. */
export interface CommittedVotes {
  epoch: bigint
  /** Ascending by entry. */
  ballots: Ballot[]
  salt: Hex
  commitment: Hex
}

/**
 * Seals one list of scores for the entries that are voted on in the present epoch. All of it is opened by revealVotes, or
 * nothing; a list that is not opened costs the penalty.
 *
 * @throws DsoError `FORMAT_INVALID`, `SCORE_OUT_OF_RANGE`, `SIGNATURE_INVALID`, `TRANSACTION_REVERTED` (`CommitClosed`,
 *   `AlreadyCommitted`, `VoterBondTooSmall`, `CommitRevealDisabled`)
 */
export async function commitVotes(
  session: ChainSession,
  registry: Hex,
  ballots: readonly Ballot[],
  options?: CallOptions,
): Promise<CommittedVotes> {
  const sorted = sortBallots(ballots)
  const { epoch } = await readEpoch(session, registry)
  const salt = await deriveSalt(session, registry, epoch)
  const place = { chainId: session.chainId, verifyingContract: registry }
  const sealed = { epoch, voter: session.account, ballots: sorted, salt }
  const commitment = hashBallots(place, sealed)
  const call = {
    abi: experienceRegistryAbi,
    functionName: 'commitVotes',
    args: [commitment],
  } as const
  await session.write({ address: registry, ...call }, options)
  return { epoch, ballots: sorted, salt, commitment }
}
