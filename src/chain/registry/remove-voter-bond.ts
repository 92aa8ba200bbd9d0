import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { checkUnsigned } from '../check-arguments.ts'
import { experienceRegistryAbi } from '../generated/experience-registry.ts'
import type { ChainSession } from '../open-session.ts'

/**
 * Gives voter bond back to the free deposit of its vault.
 *
 * @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` (`CommitmentOpen`, `VoterBondTooSmall`)
 */
export async function removeVoterBond(
  session: ChainSession,
  registry: Hex,
  amountWei: bigint,
  options?: CallOptions,
): Promise<void> {
  checkUnsigned('amountWei', amountWei, 256)
  const args = [amountWei] as const
  const call = { abi: experienceRegistryAbi, functionName: 'removeVoterBond', args } as const
  await session.write({ address: registry, ...call }, options)
}
