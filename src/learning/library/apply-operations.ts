import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { encodeCanonical } from '../../protocol/encoding/encode-canonical.ts'
import type { LibraryVersion } from '../../protocol/ports.ts'

/** One step of a library. Experiences never change: an update or a merge puts a new one in the place of old ones. */
export type LibraryOperation =
  | { op: 'add'; cid: string }
  | { op: 'update'; from: string; cid: string }
  | { op: 'delete'; cid: string }
  | { op: 'merge'; from: readonly string[]; cid: string }
  | { op: 'keep'; cid: string }

/**
 * The next version of a library. Order is kept; a replacement stands where the first of its predecessors stood. What
 * an operation names and the library lacks is left alone, so that an operation applied twice changes nothing more.
 *
 * @returns the version, or the parent itself when nothing changed
 */
export function applyOperations(
  parent: LibraryVersion | undefined,
  operations: readonly LibraryOperation[],
): LibraryVersion {
  const before = parent?.experiences ?? []
  let experiences = [...before]
  for (const operation of operations) experiences = applyOne(experiences, operation)
  const same =
    experiences.length === before.length && experiences.every((cid, index) => cid === before[index])
  if (parent !== undefined && same) return parent
  const content = encodeCanonical({ parent: parent?.id ?? null, experiences })
  return { id: bytesToHex(sha256(content)), parent: parent?.id, experiences }
}

function applyOne(experiences: string[], operation: LibraryOperation): string[] {
  switch (operation.op) {
    case 'add':
      return experiences.includes(operation.cid) ? experiences : [...experiences, operation.cid]
    case 'delete':
      return experiences.filter((cid) => cid !== operation.cid)
    case 'update':
      return replace(experiences, [operation.from], operation.cid)
    case 'merge':
      return replace(experiences, operation.from, operation.cid)
    case 'keep':
      return experiences
  }
}

function replace(experiences: string[], from: readonly string[], cid: string): string[] {
  const at = experiences.findIndex((known) => from.includes(known))
  if (at < 0) return experiences
  const replaced = experiences.with(at, cid)
  return replaced.filter((known, index) => index === at || (!from.includes(known) && known !== cid))
}
