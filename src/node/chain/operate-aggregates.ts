import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Aggregate, readAggregate } from '../../chain/aggregates/read-aggregate.ts'
import { proposeAggregate } from '../../chain/aggregates/propose-aggregate.ts'
import { readLaneRule } from '../../chain/aggregates/read-lane-rule.ts'
import { readScale } from '../../chain/aggregates/read-scale.ts'
import { findPage, type PageQuery } from '../../chain/registry/find-page.ts'
import type { FinalSetPage } from '../../chain/registry/read-final-set.ts'
import { aggregateLeaves } from '../../protocol/chain/aggregate-leaves.ts'
import { freezeSet, type FrozenSet } from '../../protocol/chain/freeze-set.ts'
import type { LaneRule } from '../../protocol/chain/lane-leaf.ts'
import { DsoError } from '../../protocol/errors.ts'
import type { Hex } from '../../protocol/ports.ts'
import type { OpenedNetwork } from './open-network.ts'
import { type MemberLeaves, readMemberLeaves, rootOf } from './read-leaves.ts'

/** A page with all that its aggregate follows from. */
export interface PageEvidence {
  page: FinalSetPage
  rule: LaneRule
  /** Entries in the page's order. */
  ids: bigint[]
  frozen: FrozenSet
  leaves: MemberLeaves
  /** What the aggregate must be; undefined where leaves are missing. */
  right: { root: Hex; leaves: Uint8Array[] } | undefined
}

/** What is proposed. */
export interface NetworkProposal extends FinalSetPage {
  /** Folder with the entries' leaves. */
  leavesFolder: string
  /** Where the aggregate's leaves can be read by others. */
  cid: string
  /** Gets the aggregate's leaves, one after the other; undefined: none is written. */
  to: string | undefined
}

/** What was proposed. */
export interface ProposedOnNetwork {
  aggregateId: bigint
  root: Hex
  members: bigint[]
  /** Undefined where none was asked for. */
  file: string | undefined
}

/** Whether an aggregate is right; `unknown` where too many leaves are missing to say. */
export interface CheckedAggregate {
  verdict: 'right' | 'wrong' | 'unknown'
  aggregate: Aggregate
  page: FinalSetPage
  members: bigint[]
  /** What the root must be; undefined where leaves are missing. */
  rightRoot: Hex | undefined
  /** Entries whose leaves are missing. */
  missing: bigint[]
}

/**
 * Collects what the aggregate of a page follows from: its members from the chain's events, their leaves from a folder.
 *
 * @throws DsoError `OPTION_INVALID`, `CHAIN_UNREACHABLE`
 */
export async function collectEvidence(
  { session, at }: OpenedNetwork,
  query: PageQuery,
  leavesFolder: string,
): Promise<PageEvidence> {
  const rule = await readLaneRule(session, at.schemas, query.schema)
  const { page, members } = await findPage(session, at.registry, query)
  if (members.length === 0) {
    const reason = 'no entry of this schema became final in this epoch'
    throw new DsoError('OPTION_INVALID', { details: { ...page, reason } })
  }
  const frozen = freezeSet(await readScale(session, at.oracle), members)
  const leaves = await readMemberLeaves(leavesFolder, rule, members)
  const complete = leaves.flatMap((each) => (each === undefined ? [] : [each]))
  const isComplete = complete.length === members.length
  const right = isComplete
    ? aggregateLeaves({ rule, members: complete, weights: frozen.weights })
    : undefined
  return {
    page,
    rule,
    ids: members.map(({ id }) => id),
    frozen,
    leaves,
    right: right && { root: rootOf(right), leaves: right },
  }
}

/**
 * Computes the aggregate of a closed page and proposes it, with a bond.
 *
 * @throws DsoError `OPTION_INVALID` where leaves are missing, `TRANSACTION_REVERTED`
 */
export async function proposeOnNetwork(
  network: OpenedNetwork,
  { leavesFolder, cid, to, ...place }: NetworkProposal,
): Promise<ProposedOnNetwork> {
  const { session, at, bonds } = network
  const { right, ids, leaves } = await collectEvidence(network, place, leavesFolder)
  if (right === undefined) {
    const missing = missingOf({ ids, leaves }).map((id) => `${id}.leaves`)
    throw new DsoError('OPTION_INVALID', { details: { option: '--leaves', missing } })
  }
  const file = to === undefined ? undefined : resolve(to)
  // Before the bond: what is proposed must be there to hand out.
  if (file !== undefined) await writeFile(file, Buffer.concat(right.leaves))
  const { members } = await findPage(session, at.registry, place)
  const proposed = { ...place, root: right.root, cid, members }
  const aggregateId = await proposeAggregate(session, { oracle: at.oracle, bonds }, proposed)
  return { aggregateId, root: right.root, members: ids, file }
}

/** Computes an aggregate anew and compares. @throws DsoError `OPTION_INVALID`, `TRANSACTION_REVERTED` (`AggregateUnknown`) */
export async function verifyOnNetwork(
  network: OpenedNetwork,
  aggregateId: bigint,
  leavesFolder: string,
): Promise<CheckedAggregate> {
  const { session, at } = network
  const aggregate = await readAggregate(session, at.oracle, aggregateId)
  const evidence = await collectEvidence(network, aggregate, leavesFolder)
  const { right, page, ids } = evidence
  const verdict =
    right === undefined ? 'unknown' : right.root === aggregate.root ? 'right' : 'wrong'
  const missing = missingOf(evidence)
  return { verdict, aggregate, page, members: ids, rightRoot: right?.root, missing }
}

function missingOf({ ids, leaves }: Pick<PageEvidence, 'ids' | 'leaves'>): bigint[] {
  return ids.filter((_, member) => leaves[member] === undefined)
}
