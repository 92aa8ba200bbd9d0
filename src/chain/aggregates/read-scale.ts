import type { WeightScale } from '../../protocol/chain/weigh-entry.ts'
import type { Hex } from '../../protocol/ports.ts'
import { aggregateOracleAbi } from '../generated/aggregate-oracle.ts'
import type { ChainSession } from '../open-session.ts'

/** Reads how an oracle weighs entries. */
export async function readScale(session: ChainSession, oracle: Hex): Promise<WeightScale> {
  const at = { address: oracle, abi: aggregateOracleAbi } as const
  const { cap, qLow } = await session.read({ ...at, functionName: 'scale', args: [] })
  return { cap, qLow }
}
