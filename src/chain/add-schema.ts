import { encodeFunctionData } from 'viem'
import { hashText } from '../protocol/chain/hash-words.ts'
import type { CallOptions, Hex } from '../protocol/ports.ts'
import { DIRECT_384, SIGN_384, ZIP002_7680 } from '../protocol/profiles/profile.ts'
import type { ContractAddresses } from './address-book.ts'
import { accessWiringAbi } from './generated/access-wiring.ts'
import { experienceRegistryAbi } from './generated/experience-registry.ts'
import { schemaBookAbi } from './generated/schema-book.ts'
import type { ChainSession } from './open-session.ts'

/** What a leaf of a schema must look like, see contracts/src/LeafRules.sol. */
export type LeafRule =
  | { kind: 'opaque'; maxBytes: number }
  | { kind: 'signs' | 'scores'; leafCount: number; lanes: number }
  | { kind: 'task-score' }

/** A schema: its description and its rule. */
export interface SchemaSpec {
  /** Only its hash goes to the chain. */
  description: string
  rule: LeafRule
}

/** The schemas of the three embedding profiles, 1, 2 and 3: all their records are dag-cbor blocks. */
export const PROFILE_SCHEMAS: readonly SchemaSpec[] = [DIRECT_384, SIGN_384, ZIP002_7680].map(
  ({ id }) => ({ description: id, rule: { kind: 'opaque', maxBytes: 8192 } }),
)

const KINDS = ['none', 'opaque', 'signs', 'scores', 'task-score'] as const

/**
 * Adds a schema as the deployer may until the roles are wired: its rule first, because no rule can be added to a schema
 * that is in use.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`NotDeployer`, `AlreadyWired`, `SchemaTaken`, `SchemaInUse`, `RuleInvalid`)
 */
export async function addSchema(
  session: ChainSession,
  { wiring, schemas, registry }: ContractAddresses,
  { number, description, rule }: SchemaSpec & { number: bigint },
  options?: CallOptions,
): Promise<void> {
  const args = [number, encodeRule(rule)] as const
  const forBook = encodeFunctionData({ abi: schemaBookAbi, functionName: 'addSchema', args })
  const forRegistry = encodeFunctionData({
    abi: experienceRegistryAbi,
    functionName: 'addSchema',
    args: [hashText(description)],
  })
  const setUp = (target: Hex, data: Hex) =>
    ({
      address: wiring,
      abi: accessWiringAbi,
      functionName: 'setUp',
      args: [target, data],
    }) as const
  await session.run(async (transact) => {
    await transact(setUp(schemas, forBook))
    await transact(setUp(registry, forRegistry))
  }, options)
}

function encodeRule(rule: LeafRule) {
  return {
    kind: KINDS.indexOf(rule.kind),
    leafCount: 'leafCount' in rule ? rule.leafCount : 0,
    lanes: 'lanes' in rule ? rule.lanes : 0,
    maxBytes: 'maxBytes' in rule ? rule.maxBytes : 0,
  }
}
