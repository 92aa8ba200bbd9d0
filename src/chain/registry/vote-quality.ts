import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { checkScore, checkUnsigned } from '../check-arguments.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'

/** A vote that everybody sees. */
export interface DirectVote {
  entryId: bigint
  /** Per mille. */
  score: number
}

/**
 * Votes in the open, with this account's weight before the submission; for registries without commitments only.
 *
 * @throws DsoError `SCORE_OUT_OF_RANGE`, `FORMAT_INVALID`, `TRANSACTION_REVERTED` (`CommitRevealRequired`, `VotingClosed`,
 *   `AlreadyVoted`, `OwnEntry`, `NoWeight`, `EntryUnknown`, `EntrySettled`)
 */
export async function voteQuality(
  session: ChainSession,
  registry: Hex,
  { entryId, score }: DirectVote,
  options?: CallOptions,
): Promise<void> {
  checkScore(score)
  checkUnsigned('entryId', entryId, 256)
  const args = [entryId, BigInt(score)] as const
  const call = { abi: experienceRegistryAbi, functionName: 'voteQuality', args } as const
  await session.write({ address: registry, ...call }, options)
}
