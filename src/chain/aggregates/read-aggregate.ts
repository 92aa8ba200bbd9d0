import type { Hex } from '../../protocol/ports.ts'
import { aggregateOracleAbi } from '../generated/aggregate-oracle.ts'
import type { ChainSession } from '../open-session.ts'

const STATUSES = ['none', 'proposed', 'rejected', 'final'] as const

/** One aggregate. Times are Unix seconds. */
export interface Aggregate {
  setHash: Hex
  frozenHash: Hex
  root: Hex
  proposer: Hex
  schema: bigint
  /** Sum of the weights, in units of 10^9 wei. */
  total: bigint
  status: (typeof STATUSES)[number]
  proposedAt: number
  /** End of requests. */
  windowEndsAt: number
  /** End of challenges. */
  challengeEndsAt: number
  openRequests: number
  bondWei: bigint
}

/** Reads one aggregate. @throws DsoError `TRANSACTION_REVERTED` (`AggregateUnknown`) */
export async function readAggregate(
  session: ChainSession,
  oracle: Hex,
  id: bigint,
): Promise<Aggregate> {
  const at = { address: oracle, abi: aggregateOracleAbi } as const
  const found = await session.read({ ...at, functionName: 'getAggregate', args: [id] })
  const { status, bond: bondWei, extendedUntil, ...rest } = found
  return {
    ...rest,
    status: STATUSES[status] ?? 'none',
    challengeEndsAt: Math.max(rest.windowEndsAt, extendedUntil),
    bondWei,
  }
}
