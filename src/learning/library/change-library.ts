import type { JournalEntry, LibraryVersion } from '../../protocol/ports.ts'
import { type LibraryOperation, applyOperations } from './apply-operations.ts'
import { type LibraryCaps, dropOverCaps, fitsAlone, readCaps } from './caps.ts'
import { compareProof } from './compare-proof.ts'
import { type Conflict, findConflicts } from './find-conflicts.ts'
import { isDuplicate } from './is-duplicate.ts'
import type { LibraryItem } from './library-item.ts'

/** A library as it stands. */
export interface LibraryState {
  /** Undefined before the first experience. */
  version: LibraryVersion | undefined
  /** The items of that version; one that is missing here stays where it is, and nothing is compared with it. */
  items: readonly LibraryItem[]
  /** CIDs that no cap, merge, update or deletion may touch. */
  pinned: ReadonlySet<string>
}

/** A step that somebody proposes. `why` is a short reason for the journal. */
export type LibraryProposal =
  | { op: 'add'; item: LibraryItem; why: string }
  | { op: 'update'; from: string; item: LibraryItem; why: string }
  | { op: 'merge'; from: readonly string[]; item: LibraryItem; why: string }
  | { op: 'delete'; cid: string; why: string }
  | { op: 'keep'; cid: string; why: string }

/** A step that was not taken. */
export interface RefusedProposal {
  proposal: LibraryProposal
  /**
   * `pinned`, `unknown`: the library lacks what it names; `too-long`: above the words or tokens of a library;
   * `duplicate`: a better proved wording is there; `embedding`: numbers that are not finite
   */
  reason: 'pinned' | 'unknown' | 'too-long' | 'duplicate' | 'embedding'
}

/** How {@link changeLibrary} decides and records. */
export interface ChangeLibraryOptions {
  /** Names the run in the journal. */
  run: string
  caps?: Partial<LibraryCaps>
}

/** What became of a library. */
export interface LibraryChange {
  /** The parent itself when nothing changed. */
  version: LibraryVersion
  /** The items of the version, in its order. */
  items: LibraryItem[]
  /** The decisions, for the store to keep with the version. */
  journal: JournalEntry[]
  refused: RefusedProposal[]
  /** What the library now holds that cannot all be followed. */
  conflicts: Conflict[]
}

type Decision = Omit<JournalEntry, 'version' | 'run'>

/**
 * Takes proposals into a library, one after the other: a repeated thought stays once, in its better proved wording; what
 * contradicts stays apart and is reported; pinned items are untouched; at the end the caps hold. What is refused changes
 * nothing, and the same proposals again lead to the same version. Time is linear in the items for each proposal.
 *
 * @throws DsoError `OPTION_INVALID` for caps that are not integers ≥ 1
 */
export function changeLibrary(
  { version: parent, items, pinned }: LibraryState,
  proposals: readonly LibraryProposal[],
  { run, caps: given }: ChangeLibraryOptions,
): LibraryChange {
  const caps = readCaps(given)
  const known = new Map(items.map((item) => [item.cid, item]))
  const members = new Set(parent?.experiences)
  const operations: LibraryOperation[] = []
  const decisions: Decision[] = []
  const refused: RefusedProposal[] = []

  const apply = (operation: LibraryOperation, item?: LibraryItem): void => {
    operations.push(operation)
    if (operation.op === 'delete') members.delete(operation.cid)
    if ('from' in operation) for (const cid of [operation.from].flat()) members.delete(cid)
    if (item !== undefined) {
      known.set(item.cid, item)
      members.add(item.cid)
    }
  }
  /** Why an item cannot be taken in at all. */
  const objectionTo = (item: LibraryItem): RefusedProposal['reason'] | undefined => {
    if (!item.embedding.every(Number.isFinite)) return 'embedding'
    return fitsAlone(item, caps) ? undefined : 'too-long'
  }
  /** Takes an item in, in the place of `from` if that may go; of two wordings the better proved one stays. */
  const take = (proposal: Extract<LibraryProposal, { item: LibraryItem }>): void => {
    const { item, why } = proposal
    const { cid, evidence } = item
    const reason = objectionTo(item)
    if (reason !== undefined) {
      refused.push({ proposal, reason })
      return
    }
    const from = 'from' in proposal ? [proposal.from].flat() : []
    const going = from.filter((each) => members.has(each) && !pinned.has(each) && each !== cid)
    if (members.has(cid) && going.length === 0) return
    const wordings: LibraryItem[] = []
    for (const each of members) {
      const other = known.get(each)
      if (other === undefined || each === cid || going.includes(each)) continue
      if (isDuplicate(other, item)) wordings.push(other)
    }
    const better = wordings.find(
      (other) => pinned.has(other.cid) || compareProof(other.evidence, evidence) <= 0,
    )
    if (better !== undefined) {
      refused.push({ proposal, reason: 'duplicate' })
      decisions.push({ op: 'keep', cid: better.cid, from: [cid], why: 'duplicate', evidence })
      return
    }
    const replaced = [...new Set([...going, ...wordings.map((other) => other.cid)])]
    apply(replaced.length === 0 ? { op: 'add', cid } : { op: 'merge', from: replaced, cid }, item)
    decisions.push({ op: nameOf(replaced.length), cid, from: replaced, why, evidence })
  }

  for (const proposal of proposals) {
    if ('item' in proposal) {
      take(proposal)
      continue
    }
    const { op, cid, why } = proposal
    if (!members.has(cid)) refused.push({ proposal, reason: 'unknown' })
    else if (op === 'keep') decisions.push({ op, cid, from: [], why, evidence: undefined })
    else if (pinned.has(cid)) refused.push({ proposal, reason: 'pinned' })
    else {
      apply({ op, cid })
      decisions.push({ op, cid, from: [], why, evidence: undefined })
    }
  }
  const held = [...members].flatMap((cid) => known.get(cid) ?? [])
  for (const { item, why } of dropOverCaps(held, pinned, caps)) {
    apply({ op: 'delete', cid: item.cid })
    const { cid, evidence } = item
    decisions.push({ op: 'delete', cid, from: [], why, evidence })
  }
  const version = applyOperations(parent, operations)
  const now = version.experiences.flatMap((cid) => known.get(cid) ?? [])
  return {
    version,
    items: now,
    journal: decisions.map((decision) => ({ version: version.id, ...decision, run })),
    refused,
    conflicts: findConflicts(now),
  }
}

function nameOf(replaced: number): 'add' | 'update' | 'merge' {
  if (replaced === 0) return 'add'
  return replaced === 1 ? 'update' : 'merge'
}
