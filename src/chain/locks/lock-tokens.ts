import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { checkUnsigned } from '../check-arguments.ts'
import { lockVaultAbi } from '../generated/lock-vault.ts'
import type { ChainSession } from '../open-session.ts'
import { approveSpending } from '../tokens/approve-spending.ts'

/** The vault of locks and its token. */
export interface LockVaultAt {
  vault: Hex
  token: Hex
}

/** What is locked for how long. */
export interface TokenLock {
  /** A multiple of 10^12. */
  amountWei: bigint
  /** Up to 208 weeks, rounded up to the end of a week. 0 (default): the tokens count once and are not locked. */
  seconds?: number
}

/**
 * Deposits tokens that weigh in votes from the next second on: 1×, 1.5×, 2× or 3× by the time that remains. The first
 * deposit approves the vault.
 *
 * @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` (`AmountZero`, `AmountNotWhole`, `DurationTooLong`,
 *   `TooManyLocks`, `ERC20InsufficientBalance`)
 */
export async function lockTokens(
  session: ChainSession,
  { vault, token }: LockVaultAt,
  { amountWei, seconds = 0 }: TokenLock,
  options?: CallOptions,
): Promise<void> {
  checkUnsigned('amountWei', amountWei, 256)
  const args = [amountWei, BigInt(seconds)] as const
  await session.run(async (transact) => {
    await approveSpending(session, transact, { token, spender: vault, amountWei })
    await transact({ address: vault, abi: lockVaultAbi, functionName: 'lock', args })
  }, options)
}
