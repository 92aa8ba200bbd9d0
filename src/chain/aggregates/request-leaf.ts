import type { CallOptions } from '../../protocol/ports.ts'
import { transactBonded } from '../bonds/transact-bonded.ts'
import { aggregateOracleAbi } from '../generated/aggregate-oracle.ts'
import type { ChainSession } from '../open-session.ts'
import type { OracleAt } from './propose-aggregate.ts'

/** A leaf of an aggregate. */
export interface AggregateLeafAt {
  id: bigint
  index: number
}

/**
 * Asks for a leaf that nobody hands out, with a bond; what the free deposit lacks is deposited first.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`AlreadyRequested`, `LeafIndexInvalid`, `WindowOver`,
 *   `ERC20InsufficientBalance`)
 */
export async function requestLeaf(
  session: ChainSession,
  { oracle, bonds }: OracleAt,
  { id, index }: AggregateLeafAt,
  options?: CallOptions,
): Promise<void> {
  const args = [id, index] as const
  const call = { abi: aggregateOracleAbi, functionName: 'requestLeaf', args } as const
  await session.run(
    (transact) => transactBonded(session, transact, bonds, { address: oracle, ...call }),
    options,
  )
}
