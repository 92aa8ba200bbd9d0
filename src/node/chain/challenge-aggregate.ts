import { randomBytes } from 'node:crypto'
import { challengeDefect } from '../../chain/aggregates/challenge-defect.ts'
import { challengeLeaf } from '../../chain/aggregates/challenge-leaf.ts'
import { commitRefutation } from '../../chain/aggregates/commit-refutation.ts'
import { readAggregate } from '../../chain/aggregates/read-aggregate.ts'
import { requestLeaf } from '../../chain/aggregates/request-leaf.ts'
import { hashRawLeaf } from '../../protocol/chain/aggregate-leaves.ts'
import { chooseOpenings, type ChosenOpenings } from '../../protocol/chain/choose-openings.ts'
import { encodeHex } from '../../protocol/encoding/encode-hex.ts'
import { createProof } from '../../protocol/merkle/create-proof.ts'
import type { Hex } from '../../protocol/ports.ts'
import type { OpenedNetwork } from './open-network.ts'
import { collectEvidence, type PageEvidence } from './operate-aggregates.ts'
import { readAggregateLeaves, valuesOf } from './read-leaves.ts'

/** What an aggregate is refuted with. */
export interface RefutationSources {
  aggregateId: bigint
  /** Folder with the entries' leaves; some may be missing. */
  leavesFolder: string
  /** File of the aggregate's own leaves. */
  aggregateFile: string
}

/** What was found wrong with an aggregate, and refuted; null where nothing can be. */
export interface RefutedElement {
  leaf: number
  /** Null for a leaf that breaks its schema as a whole. */
  lane: number | null
  /** What the aggregate claims there; null as above. */
  claimed: number | null
  /** Entries that were opened. */
  opened: bigint[]
}

/** First four bytes of the CID of a raw block. */
const RAW_CODEC: Hex = '0x01551220'

/**
 * Looks for the first element of an aggregate that its entries refute, seals the refutation, so that nobody can copy it,
 * and shows it in a later block.
 *
 * @returns null where the leaves that are here refute nothing
 * @throws DsoError `OPTION_INVALID`, `TRANSACTION_REVERTED`
 */
export async function refuteOnNetwork(
  network: OpenedNetwork,
  { aggregateId: id, leavesFolder, aggregateFile }: RefutationSources,
): Promise<RefutedElement | null> {
  const { session, at } = network
  const aggregate = await readAggregate(session, at.oracle, id)
  const evidence = await collectEvidence(network, aggregate, leavesFolder)
  const { rule, frozen, ids } = evidence
  const claimed = await readAggregateLeaves(aggregateFile, rule, aggregate.root)
  const wrong = findWrong(evidence, claimed)
  if (wrong === undefined) return null
  const { leaf, lane, chosen } = wrong
  const salt = encodeHex(randomBytes(32))
  const path = pathOf(claimed, leaf)
  const payload = encodeHex(claimed[leaf]!)
  const sealed = { id, leafIndex: leaf, lane, above: chosen?.above ?? false, salt }
  await commitRefutation(session, at.oracle, sealed)
  if (chosen === undefined || lane === undefined) {
    const shown = { count: rule.leafCount, index: leaf, codec: RAW_CODEC, path, payload }
    await challengeDefect(session, at.oracle, { id, leaf: shown, salt })
    return { leaf, lane: null, claimed: null, opened: [] }
  }
  const { roots, weights } = frozen
  const openings = chosen.members.map((member) => {
    const leaves = evidence.leaves[member]!
    return { member, payload: encodeHex(leaves[leaf]!), proof: pathOf(leaves, leaf) }
  })
  const refutation = { ...sealed, lane, payload, path, roots, weights, openings }
  await challengeLeaf(session, at.oracle, refutation)
  const opened = chosen.members.map((member) => ids[member]!)
  return { leaf, lane, claimed: valuesOf(rule, claimed[leaf]!)?.[lane] ?? null, opened }
}

/** Asks for a leaf that nobody hands out, with a bond. @throws DsoError `TRANSACTION_REVERTED` */
export async function requestOfAggregate(
  { session, at, bonds }: OpenedNetwork,
  { aggregateId: id, leaf: index }: { aggregateId: bigint; leaf: number },
): Promise<void> {
  await requestLeaf(session, { oracle: at.oracle, bonds }, { id, index })
}

interface WrongElement {
  leaf: number
  /** Undefined for a leaf that breaks its schema. */
  lane: number | undefined
  chosen: ChosenOpenings | undefined
}

function findWrong(
  { rule, leaves, frozen, right }: PageEvidence,
  claimed: readonly Uint8Array[],
): WrongElement | undefined {
  for (const [leaf, bytes] of claimed.entries()) {
    // Nothing has to be looked for in a leaf that is as it must be.
    if (right !== undefined && Buffer.compare(right.leaves[leaf]!, bytes) === 0) continue
    const values = valuesOf(rule, bytes)
    if (values === undefined) return { leaf, lane: undefined, chosen: undefined }
    const rows = leaves.map((each) => each && valuesOf(rule, each[leaf]!))
    for (const [lane, value] of values.entries()) {
      const members = rows.map((row) => row?.[lane])
      const chosen = chooseOpenings({ values: members, ...frozen, claimed: value })
      if (chosen !== undefined) return { leaf, lane, chosen }
    }
  }
  return undefined
}

function pathOf(leaves: readonly Uint8Array[], index: number): Hex[] {
  const hashes = leaves.map((leaf, place) => hashRawLeaf(place, leaf))
  return createProof(hashes, index).map((hash) => encodeHex(hash))
}
