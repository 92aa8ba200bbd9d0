import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { lockVaultAbi } from '../generated/lock-vault.ts'
import type { ChainSession } from '../open-session.ts'

/** Pays out tokens whose wait is over. @throws DsoError `TRANSACTION_REVERTED` (`NothingDue`, `StillPending`) */
export async function withdrawLocked(
  session: ChainSession,
  vault: Hex,
  options?: CallOptions,
): Promise<void> {
  const call = { address: vault, abi: lockVaultAbi, functionName: 'withdraw', args: [] } as const
  await session.write(call, options)
}
