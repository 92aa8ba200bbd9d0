import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { aggregateOracleAbi } from '../generated/aggregate-oracle.ts'
import type { ChainSession } from '../open-session.ts'

/** An entry's leaf. */
export interface MemberOpening {
  /** Place of the entry in the page. */
  member: number
  payload: Hex
  proof: readonly Hex[]
}

/** What refutes one element of an aggregate. */
export interface LeafRefutation {
  id: bigint
  leafIndex: number
  /** The aggregate's leaf. */
  payload: Hex
  path: readonly Hex[]
  lane: number
  /** Whether the openings lie above the claimed value. */
  above: boolean
  /** Of the frozen page. */
  roots: readonly Hex[]
  weights: readonly bigint[]
  /** In ascending order of their members, see chooseOpenings. */
  openings: readonly MemberOpening[]
  /** Of the commitment; any where there is none, and then no bounty is paid. */
  salt: Hex
}

/**
 * Refutes one element in one transaction, by opening entries that hold half of the weight on one side of it.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`WeightTooSmall`, `OpeningOnWrongSide`, `OpeningInvalid`, `OpeningOutOfOrder`,
 *   `OpeningDefective`, `FrozenSetMismatch`, `LeafNotProven`, `LeafDefective`, `LaneInvalid`, `WindowOver`)
 */
export async function challengeLeaf(
  session: ChainSession,
  oracle: Hex,
  { id, lane, openings, ...refutation }: LeafRefutation,
  options?: CallOptions,
): Promise<void> {
  const opened = openings.map(({ member, ...leaf }) => ({ member: BigInt(member), ...leaf }))
  const args = [id, { ...refutation, lane: BigInt(lane), openings: opened }] as const
  const call = { abi: aggregateOracleAbi, functionName: 'challengeLeaf', args } as const
  await session.write({ address: oracle, ...call }, options)
}
