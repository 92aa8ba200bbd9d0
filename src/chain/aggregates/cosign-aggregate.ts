import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { orderSignatures, type SignedBy } from '../court/case.ts'
import { aggregateOracleAbi } from '../generated/aggregate-oracle.ts'
import type { ChainSession } from '../open-session.ts'

/** Signatures of jurors under an aggregate. */
export interface Cosigned {
  id: bigint
  /** Unix second until which the signatures hold. */
  expiry: number
  /** In any order. */
  signed: readonly SignedBy[]
}

/**
 * Shortens the window of an aggregate by a quorum of jurors. Anybody may.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`QuorumMissed`, `VerdictExpired`, `SignerWithoutWeight`, `SignerIsParty`,
 *   `WindowOver`, `AggregateDecided`)
 */
export async function cosignAggregate(
  session: ChainSession,
  oracle: Hex,
  { id, expiry, signed }: Cosigned,
  options?: CallOptions,
): Promise<void> {
  const args = [id, expiry, orderSignatures(signed)] as const
  const call = { abi: aggregateOracleAbi, functionName: 'cosign', args } as const
  await session.write({ address: oracle, ...call }, options)
}
