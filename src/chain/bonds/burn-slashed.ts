import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { bondVaultAbi } from '../generated/bond-vault.ts'
import type { ChainSession } from '../open-session.ts'

/** Burns what slashes have set aside for it; anybody may. @throws DsoError `TRANSACTION_REVERTED` (`NothingDue`) */
export async function burnSlashed(
  session: ChainSession,
  vault: Hex,
  options?: CallOptions,
): Promise<void> {
  const call = { address: vault, abi: bondVaultAbi, functionName: 'burnSlashed', args: [] } as const
  await session.write(call, options)
}
