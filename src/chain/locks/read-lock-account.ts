import type { Hex } from '../../protocol/ports.ts'
import { lockVaultAbi } from '../generated/lock-vault.ts'
import type { ChainSession } from '../open-session.ts'

/** What an account has in the vault of locks. */
export interface LockAccount {
  /** Tokens that count, locked or not, in wei. */
  depositWei: bigint
  /** Those of them that can leave now. */
  unlockedWei: bigint
  /** Tokens that wait for their release, and when. */
  pending: { wei: bigint; releaseAt: number }
  locks: { wei: bigint; start: bigint; end: bigint }[]
  /** Present weight: 10 for every 10^12 wei, more for what is locked. */
  weight: bigint
}

/** Reads one account of the vault. */
export async function readLockAccount(
  session: ChainSession,
  vault: Hex,
  account: Hex = session.account,
): Promise<LockAccount> {
  const at = { address: vault, abi: lockVaultAbi, args: [account] } as const
  const [depositWei, unlockedWei, pending, locks, weight] = await Promise.all([
    session.read({ ...at, functionName: 'depositOf' }),
    session.read({ ...at, functionName: 'unlockedOf' }),
    session.read({ ...at, functionName: 'pendingOf' }),
    session.read({ ...at, functionName: 'locksOf' }),
    session.read({ ...at, functionName: 'getVotes' }),
  ])
  return {
    depositWei,
    unlockedWei,
    pending: { wei: pending.amount, releaseAt: pending.releaseAt },
    locks: locks.map(({ amount: wei, start, end }) => ({ wei, start, end })),
    weight,
  }
}
