import type { CallOptions, Hex } from '../../protocol/ports.ts'
import type { PublishedLeaf } from '../court/publish-leaf.ts'
import { aggregateOracleAbi } from '../generated/aggregate-oracle.ts'
import type { ChainSession } from '../open-session.ts'

/**
 * Publishes a leaf that was asked for. Anybody may.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`RequestNotOpen`, `LeafNotProven`, `LeafDefective`, `WindowOver`)
 */
export async function answerRequest(
  session: ChainSession,
  oracle: Hex,
  { id, leaf }: { id: bigint; leaf: PublishedLeaf },
  options?: CallOptions,
): Promise<void> {
  const call = { abi: aggregateOracleAbi, functionName: 'answerRequest', args: [id, leaf] } as const
  await session.write({ address: oracle, ...call }, options)
}
