import { parseEventLogs } from 'viem'
import type { SetMember } from '../../protocol/chain/hash-member.ts'
import type { CallOptions, Hex } from '../../protocol/ports.ts'
import type { BondVaultAt } from '../bonds/deposit-bond.ts'
import { transactBonded } from '../bonds/transact-bonded.ts'
import { aggregateOracleAbi } from '../generated/aggregate-oracle.ts'
import type { ChainSession } from '../open-session.ts'
import type { FinalSetPage } from '../registry/read-final-set.ts'

/** An oracle and the vault of its bonds. */
export interface OracleAt {
  oracle: Hex
  bonds: BondVaultAt
}

/** A page, and what is said to be its aggregate. */
export interface ProposedAggregate extends FinalSetPage {
  root: Hex
  /** Where the leaves can be read. */
  cid: string
  /** In the page's order. */
  members: readonly SetMember[]
}

/**
 * Proposes the aggregate of a closed page, with a bond of many entries; what the free deposit lacks is deposited first.
 *
 * @returns the aggregate's id
 * @throws DsoError `TRANSACTION_REVERTED` (`SetNotClosed`, `SetMismatch`, `SetTaken`, `WeightZero`, `NotAggregable`,
 *   `MemberCountInvalid`, `RootZero`, `CidLengthInvalid`, `ERC20InsufficientBalance`)
 */
export async function proposeAggregate(
  session: ChainSession,
  { oracle, bonds }: OracleAt,
  { schema, epoch, page, root, cid, members }: ProposedAggregate,
  options?: CallOptions,
): Promise<bigint> {
  const frozen = members.map(({ id, merkleRoot, bondWei: bond, quality }) => {
    return { id, merkleRoot, bond, quality }
  })
  const args = [{ schema, epoch, page, root, cid }, frozen] as const
  const call = { abi: aggregateOracleAbi, functionName: 'propose', args } as const
  const receipt = await session.run(
    async (transact) =>
      await transactBonded(session, transact, bonds, { address: oracle, ...call }),
    options,
  )
  const [proposed] = parseEventLogs({
    abi: aggregateOracleAbi,
    eventName: 'AggregateProposed',
    logs: receipt.logs,
  })
  if (proposed === undefined) throw new Error('a proposal without its event')
  return proposed.args.id
}
