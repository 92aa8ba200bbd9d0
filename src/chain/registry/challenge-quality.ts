import type { CallOptions } from '../../protocol/ports.ts'
import { transactBonded } from '../bonds/transact-bonded.ts'
import { checkUnsigned } from '../check-arguments.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'
import type { BondedRegistryAt } from './submit-entry.ts'

/**
 * Challenges the quality of an entry with half a bond; what the free deposit lacks is deposited first.
 *
 * @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` (`AlreadyChallenged`, `ChallengeClosed`, `OwnEntry`,
 *   `EntryUnknown`, `EntrySettled`, `ERC20InsufficientBalance`)
 */
export async function challengeQuality(
  session: ChainSession,
  { registry, bonds }: BondedRegistryAt,
  entryId: bigint,
  options?: CallOptions,
): Promise<void> {
  checkUnsigned('entryId', entryId, 256)
  const call = { abi: experienceRegistryAbi, functionName: 'challenge', args: [entryId] } as const
  await session.run(
    (transact) => transactBonded(session, transact, bonds, { address: registry, ...call }),
    options,
  )
}
