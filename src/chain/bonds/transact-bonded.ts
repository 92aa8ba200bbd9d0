import type { Abi, ContractFunctionName } from 'viem'
import { bondVaultAbi } from '../generated/bond-vault.ts'
import { isRefusal } from '../is-refusal.ts'
import type { ChainSession, Effects, Transact, WriteCall } from '../open-session.ts'
import { approveSpending } from '../tokens/approve-spending.ts'
import type { BondVaultAt } from './deposit-bond.ts'

/**
 * Sends a call that locks a bond; what the free deposit lacks is deposited first. Every other refusal of the call comes
 * before anything is deposited.
 */
export async function transactBonded<
  const A extends Abi,
  F extends ContractFunctionName<A, 'nonpayable' | 'payable'>,
>(
  session: ChainSession,
  transact: Transact,
  { vault, token }: BondVaultAt,
  call: WriteCall<A, F>,
): Promise<Effects> {
  try {
    return await transact(call)
  } catch (error) {
    const missing = isRefusal(error, 'FreeTooSmall') ? missingOf(error.details['arguments']) : 0n
    if (missing === 0n) throw error
    await approveSpending(session, transact, { token, spender: vault, amountWei: missing })
    await transact({ address: vault, abi: bondVaultAbi, functionName: 'deposit', args: [missing] })
    return await transact(call)
  }
}

/** FreeTooSmall(account, free, required) */
function missingOf(values: unknown): bigint {
  const [, free, required] = Array.isArray(values) ? (values as string[]) : []
  return free === undefined || required === undefined ? 0n : BigInt(required) - BigInt(free)
}
