import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { checkUnsigned } from '../check-arguments.ts'
import { lockVaultAbi } from '../generated/lock-vault.ts'
import type { ChainSession } from '../open-session.ts'

/**
 * Takes tokens that are not locked out of the weight; withdrawLocked pays them later. A second request restarts the wait
 * for the whole sum.
 *
 * @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` (`AmountZero`, `AmountNotWhole`, `UnlockedTooSmall`)
 */
export async function requestLockWithdrawal(
  session: ChainSession,
  vault: Hex,
  amountWei: bigint,
  options?: CallOptions,
): Promise<void> {
  checkUnsigned('amountWei', amountWei, 256)
  const call = { abi: lockVaultAbi, functionName: 'requestWithdrawal', args: [amountWei] } as const
  await session.write({ address: vault, ...call }, options)
}
