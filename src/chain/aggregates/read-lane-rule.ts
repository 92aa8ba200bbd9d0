import type { LaneRule } from '../../protocol/chain/lane-leaf.ts'
import { DsoError } from '../../protocol/errors.ts'
import type { Hex } from '../../protocol/ports.ts'
import { schemaBookAbi } from '../generated/schema-book.ts'
import type { ChainSession } from '../open-session.ts'

/** Kinds of leaves that can be aggregated, by their numbers in contracts/src/LeafRules.sol. */
const KINDS: Readonly<Record<number, LaneRule['kind']>> = { 2: 'signs', 3: 'scores' }

/**
 * How the leaves of a schema are made.
 *
 * @throws DsoError `OPTION_INVALID` for a schema whose entries cannot be aggregated, `TRANSACTION_REVERTED`
 *   (`SchemaUnknown`)
 */
export async function readLaneRule(
  session: ChainSession,
  schemas: Hex,
  schema: bigint,
): Promise<LaneRule> {
  const at = { address: schemas, abi: schemaBookAbi } as const
  const found = await session.read({ ...at, functionName: 'ruleOf', args: [schema] })
  const kind = KINDS[found.kind]
  if (kind === undefined) {
    const reason = 'entries of this schema cannot be aggregated'
    throw new DsoError('OPTION_INVALID', { details: { schema, reason } })
  }
  return { kind, leafCount: found.leafCount, lanes: found.lanes }
}
