import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { checkUnsigned } from '../check-arguments.ts'
import { bondVaultAbi } from '../generated/bond-vault.ts'
import type { ChainSession } from '../open-session.ts'
import { approveSpending } from '../tokens/approve-spending.ts'

/** A vault of bonds and its token. */
export interface BondVaultAt {
  vault: Hex
  token: Hex
}

/**
 * Adds to this account's free deposit, which bonds are locked from. The first deposit approves the vault.
 *
 * @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` (`AmountZero`, `ERC20InsufficientBalance`)
 */
export async function depositBond(
  session: ChainSession,
  { vault, token }: BondVaultAt,
  amountWei: bigint,
  options?: CallOptions,
): Promise<void> {
  checkUnsigned('amountWei', amountWei, 256)
  await session.run(async (transact) => {
    await approveSpending(session, transact, { token, spender: vault, amountWei })
    await transact({
      address: vault,
      abi: bondVaultAbi,
      functionName: 'deposit',
      args: [amountWei],
    })
  }, options)
}
