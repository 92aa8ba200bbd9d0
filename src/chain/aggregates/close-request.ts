import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { aggregateOracleAbi } from '../generated/aggregate-oracle.ts'
import type { ChainSession } from '../open-session.ts'
import type { AggregateLeafAt } from './request-leaf.ts'

/**
 * Ends a request that was not answered in time: the aggregate is rejected. Anybody may.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`RequestNotOpen`, `WindowOpen`)
 */
export async function closeRequest(
  session: ChainSession,
  oracle: Hex,
  { id, index }: AggregateLeafAt,
  options?: CallOptions,
): Promise<void> {
  const call = { abi: aggregateOracleAbi, functionName: 'closeRequest', args: [id, index] } as const
  await session.write({ address: oracle, ...call }, options)
}
