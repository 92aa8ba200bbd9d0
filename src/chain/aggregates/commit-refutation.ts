import { hashRefutation, type SealedRefutation } from '../../protocol/chain/hash-refutation.ts'
import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { aggregateOracleAbi } from '../generated/aggregate-oracle.ts'
import type { ChainSession } from '../open-session.ts'

/**
 * Commits to a refutation. Whoever refutes in a later block earns the bounty; without a commitment nobody does.
 *
 * @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED` (`CommitmentTaken`)
 */
export async function commitRefutation(
  session: ChainSession,
  oracle: Hex,
  sealed: Omit<SealedRefutation, 'challenger'>,
  options?: CallOptions,
): Promise<void> {
  const place = { chainId: session.chainId, verifyingContract: oracle }
  const commitment = hashRefutation(place, { ...sealed, challenger: session.account })
  const args = [commitment] as const
  const call = { abi: aggregateOracleAbi, functionName: 'commitRefutation', args } as const
  await session.write({ address: oracle, ...call }, options)
}
