import { maxUint256 } from 'viem'
import type { Hex } from '../../protocol/ports.ts'
import { dsoTokenAbi } from '../generated/dso-token.ts'
import type { ChainSession, Transact } from '../open-session.ts'

/** Whose tokens may be moved by whom. */
export interface Spending {
  token: Hex
  /** A vault: it pulls tokens in calls of the account itself only. */
  spender: Hex
  /** What is about to be spent. */
  amountWei: bigint
}

/**
 * Lets a vault pull tokens, without a limit and so only once; nothing is sent where it may already. The vaults move the
 * caller's tokens only.
 */
export async function approveSpending(
  session: ChainSession,
  transact: Transact,
  { token, spender, amountWei }: Spending,
): Promise<void> {
  const at = { address: token, abi: dsoTokenAbi } as const
  const args = [session.account, spender] as const
  const allowed = await session.read({ ...at, functionName: 'allowance', args })
  if (allowed >= amountWei) return
  await transact({ ...at, functionName: 'approve', args: [spender, maxUint256] })
}
