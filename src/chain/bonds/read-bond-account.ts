import type { Hex } from '../../protocol/ports.ts'
import { bondVaultAbi } from '../generated/bond-vault.ts'
import type { ChainSession } from '../open-session.ts'

/** What an account has in a vault of bonds, in wei. */
export interface BondAccount {
  /** Deposit that can be locked or withdrawn. */
  freeWei: bigint
  /** Deposit that waits for its release, and when. */
  unbonding: { wei: bigint; releaseAt: number }
  /** What claimCredits pays. */
  creditWei: bigint
}

/** Reads one account of a vault. */
export async function readBondAccount(
  session: ChainSession,
  vault: Hex,
  account: Hex = session.account,
): Promise<BondAccount> {
  const at = { address: vault, abi: bondVaultAbi, args: [account] } as const
  const [freeWei, unbonding, creditWei] = await Promise.all([
    session.read({ ...at, functionName: 'freeOf' }),
    session.read({ ...at, functionName: 'unbondingOf' }),
    session.read({ ...at, functionName: 'credits' }),
  ])
  const { amount: wei, releaseAt } = unbonding
  return { freeWei, unbonding: { wei, releaseAt }, creditWei }
}
