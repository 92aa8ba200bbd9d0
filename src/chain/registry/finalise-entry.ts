import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { checkUnsigned } from '../check-arguments.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'

/**
 * Settles an entry after its windows and disputes, and tallies it first where that is open. Anybody may.
 *
 * @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` (`VotingOpen`, `ChallengeOpen`, `DisputeOpen`, `EntryUnknown`,
 *   `EntrySettled`)
 */
export async function finaliseEntry(
  session: ChainSession,
  registry: Hex,
  entryId: bigint,
  options?: CallOptions,
): Promise<void> {
  checkUnsigned('entryId', entryId, 256)
  const call = { abi: experienceRegistryAbi, functionName: 'finalise', args: [entryId] } as const
  await session.write({ address: registry, ...call }, options)
}
