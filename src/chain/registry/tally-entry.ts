import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { checkUnsigned } from '../check-arguments.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'

/**
 * Counts the votes after the voting: the entry is scored, voted on again, or will expire. Anybody may.
 *
 * @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` (`VotingOpen`, `EntryUnknown`, `EntrySettled`)
 */
export async function tallyEntry(
  session: ChainSession,
  registry: Hex,
  entryId: bigint,
  options?: CallOptions,
): Promise<void> {
  checkUnsigned('entryId', entryId, 256)
  const call = { abi: experienceRegistryAbi, functionName: 'tally', args: [entryId] } as const
  await session.write({ address: registry, ...call }, options)
}
