import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { bondVaultAbi } from '../generated/bond-vault.ts'
import type { ChainSession } from '../open-session.ts'

/** Pays out what slashes have earned this account. @throws DsoError `TRANSACTION_REVERTED` (`NothingDue`) */
export async function claimCredits(
  session: ChainSession,
  vault: Hex,
  options?: CallOptions,
): Promise<void> {
  const call = { address: vault, abi: bondVaultAbi, functionName: 'claim', args: [] } as const
  await session.write(call, options)
}
