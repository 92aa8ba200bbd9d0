import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { hashRawLeaf } from '../../protocol/chain/aggregate-leaves.ts'
import { type LaneRule, leafBytes, readLeaf } from '../../protocol/chain/lane-leaf.ts'
import type { SetMember } from '../../protocol/chain/hash-member.ts'
import { encodeHex } from '../../protocol/encoding/encode-hex.ts'
import { DsoError } from '../../protocol/errors.ts'
import { rootOfLeaves } from '../../protocol/merkle/root-of-leaves.ts'
import type { Hex } from '../../protocol/ports.ts'

/** The leaves of each member of a page; undefined where no file has them. */
export type MemberLeaves = readonly (readonly Uint8Array[] | undefined)[]

/**
 * Reads the leaves of a page's members: `FOLDER/ID.leaves` holds those of entry ID one after the other. Each file is
 * checked against the entry's root on chain, so nobody has to be trusted for it.
 *
 * @throws DsoError `OPTION_INVALID` for a file that does not fit its root
 */
export async function readMemberLeaves(
  folder: string,
  rule: LaneRule,
  members: readonly SetMember[],
): Promise<MemberLeaves> {
  return await Promise.all(
    members.map(async ({ id, merkleRoot }) => {
      const file = join(resolve(folder), `${id}.leaves`)
      const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
      if (bytes === undefined) return undefined
      const leaves = splitLeaves(rule, bytes)
      if (leaves !== undefined && rootOf(leaves) === merkleRoot) return leaves
      const reason = 'the leaves are not those under the root of this entry'
      throw new DsoError('OPTION_INVALID', { details: { option: '--leaves', file, reason } })
    }),
  )
}

/** Reads the leaves of an aggregate, one after the other. @throws DsoError `OPTION_INVALID` */
export async function readAggregateLeaves(
  path: string,
  rule: LaneRule,
  root: Hex,
): Promise<Uint8Array[]> {
  const file = resolve(path)
  const refuse = (reason: string, cause?: unknown) =>
    new DsoError('OPTION_INVALID', { details: { option: '--aggregate', file, reason }, cause })
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw refuse('there is no such file', cause)
  })
  const leaves = splitLeaves(rule, bytes)
  if (leaves !== undefined && rootOf(leaves) === root) return leaves
  throw refuse('the leaves are not those under the root of this aggregate')
}

/** Root over raw blocks in their order. */
export function rootOf(leaves: readonly Uint8Array[]): Hex {
  return encodeHex(rootOfLeaves(leaves.map((leaf, index) => hashRawLeaf(index, leaf))))
}

/** Values by leaf and lane; undefined where a leaf breaks its schema. */
export function valuesOf(rule: LaneRule, leaf: Uint8Array): number[] | undefined {
  try {
    return readLeaf(rule, leaf)
  } catch (error) {
    if (DsoError.is(error, 'FORMAT_INVALID')) return undefined
    throw error
  }
}

function splitLeaves(rule: LaneRule, bytes: Uint8Array): Uint8Array[] | undefined {
  const length = leafBytes(rule)
  if (bytes.length !== length * rule.leafCount) return undefined
  return Array.from({ length: rule.leafCount }, (_, leaf) =>
    bytes.subarray(leaf * length, (leaf + 1) * length),
  )
}
