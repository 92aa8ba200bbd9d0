import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { bondVaultAbi } from '../generated/bond-vault.ts'
import type { ChainSession } from '../open-session.ts'

/** Pays out deposit whose unbonding is over. @throws DsoError `TRANSACTION_REVERTED` (`NothingDue`, `StillUnbonding`) */
export async function withdrawBond(
  session: ChainSession,
  vault: Hex,
  options?: CallOptions,
): Promise<void> {
  const call = { address: vault, abi: bondVaultAbi, functionName: 'withdraw', args: [] } as const
  await session.write(call, options)
}
