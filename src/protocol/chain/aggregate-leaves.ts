import { computeCid } from '../encoding/compute-cid.ts'
import { DsoError } from '../errors.ts'
import { hashLeaf } from '../merkle/node-hashes.ts'
import { type LaneRule, readLeaf, writeLeaf } from './lane-leaf.ts'

/** What is aggregated. */
export interface AggregateLeavesOptions {
  rule: LaneRule
  /** Leaves of each member of the page, in its order. */
  members: readonly (readonly Uint8Array[])[]
  /** Weight of each member, see freezeSet. */
  weights: readonly bigint[]
}

/**
 * The leaves of an aggregate: in each lane the weighted lower median over the members (seed A eq. 5). Whatever differs
 * from it anywhere can be refuted, see chooseOpenings.
 *
 * @throws DsoError `FORMAT_INVALID`, `LENGTH_MISMATCH`, `MEDIAN_EMPTY` when no weight is positive
 */
export function aggregateLeaves(options: AggregateLeavesOptions): Uint8Array[] {
  const { rule, members, weights } = options
  const counts = [weights.length, ...members.map((leaves) => leaves.length)]
  if (members.length !== weights.length || counts.slice(1).some((n) => n !== rule.leafCount)) {
    throw new DsoError('LENGTH_MISMATCH', { details: { members: members.length, counts } })
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  if (total <= 0n) throw new DsoError('MEDIAN_EMPTY', { details: { members: members.length } })
  return Array.from({ length: rule.leafCount }, (_, leaf) => {
    const rows = members.map((leaves) => readLeaf(rule, leaves[leaf]!))
    const values = Array.from({ length: rule.lanes }, (__, lane) =>
      findMedian(
        rows.map((row) => row[lane]!),
        weights,
        total,
      ),
    )
    return writeLeaf(rule, values)
  })
}

/** Merkle leaf of a raw block at a place: what the roots of aggregates and of the entries under them are made of. */
export function hashRawLeaf(index: number, leaf: Uint8Array): Uint8Array {
  return hashLeaf(index, computeCid(leaf, 'raw'))
}

function findMedian(values: readonly number[], weights: readonly bigint[], total: bigint): number {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!)
  let below = 0n
  const middle = order.find((member) => 2n * (below += weights[member]!) >= total)
  return values[middle!]!
}
