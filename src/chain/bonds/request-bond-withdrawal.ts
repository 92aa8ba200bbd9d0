import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { checkUnsigned } from '../check-arguments.ts'
import { bondVaultAbi } from '../generated/bond-vault.ts'
import type { ChainSession } from '../open-session.ts'

/**
 * Takes free deposit out of what bonds can be locked from; withdrawBond pays it after the unbonding period. A second
 * request restarts the period for the whole sum.
 *
 * @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` (`AmountZero`, `FreeTooSmall`)
 */
export async function requestBondWithdrawal(
  session: ChainSession,
  vault: Hex,
  amountWei: bigint,
  options?: CallOptions,
): Promise<void> {
  checkUnsigned('amountWei', amountWei, 256)
  const call = { abi: bondVaultAbi, functionName: 'requestWithdrawal', args: [amountWei] } as const
  await session.write({ address: vault, ...call }, options)
}
