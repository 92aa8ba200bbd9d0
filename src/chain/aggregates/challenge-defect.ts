import type { CallOptions, Hex } from '../../protocol/ports.ts'
import type { PublishedLeaf } from '../court/publish-leaf.ts'
import { aggregateOracleAbi } from '../generated/aggregate-oracle.ts'
import type { ChainSession } from '../open-session.ts'

/** A leaf that breaks its schema. */
export interface DefectRefutation {
  id: bigint
  leaf: PublishedLeaf
  /** Of the commitment; any where there is none. */
  salt: Hex
}

/**
 * Refutes an aggregate by a leaf that breaks its schema.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`LeafNotProven`, `LeafInOrder`, `WindowOver`, `AggregateDecided`)
 */
export async function challengeDefect(
  session: ChainSession,
  oracle: Hex,
  { id, leaf, salt }: DefectRefutation,
  options?: CallOptions,
): Promise<void> {
  const args = [id, leaf, salt] as const
  const call = { abi: aggregateOracleAbi, functionName: 'challengeDefect', args } as const
  await session.write({ address: oracle, ...call }, options)
}
