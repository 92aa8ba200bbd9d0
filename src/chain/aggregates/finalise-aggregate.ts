import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { aggregateOracleAbi } from '../generated/aggregate-oracle.ts'
import type { ChainSession } from '../open-session.ts'

/**
 * Makes an aggregate final after its window. Anybody may.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`WindowOpen`, `RequestsOpen`, `AggregateDecided`, `AggregateUnknown`)
 */
export async function finaliseAggregate(
  session: ChainSession,
  oracle: Hex,
  id: bigint,
  options?: CallOptions,
): Promise<void> {
  const call = { abi: aggregateOracleAbi, functionName: 'finalise', args: [id] } as const
  await session.write({ address: oracle, ...call }, options)
}
