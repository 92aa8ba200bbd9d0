import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { lockVaultAbi } from '../generated/lock-vault.ts'
import type { ChainSession } from '../open-session.ts'

/**
 * Makes the tokens of an ended lock available again. The last lock of the account takes its place.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`LockUnknown`, `StillLocked`)
 */
export async function unlockTokens(
  session: ChainSession,
  vault: Hex,
  index: number,
  options?: CallOptions,
): Promise<void> {
  const call = { abi: lockVaultAbi, functionName: 'unlock', args: [BigInt(index)] } as const
  await session.write({ address: vault, ...call }, options)
}
