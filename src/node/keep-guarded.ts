import { type GuardOutcome, guardLibrary } from '../learning/gate/guard-library.ts'
import { applyOperations } from '../learning/library/apply-operations.ts'
import {
  type LibraryChange,
  type LibraryProposal,
  type LibraryState,
  changeLibrary,
} from '../learning/library/change-library.ts'
import { type LibraryItem, toLibraryItem } from '../learning/library/library-item.ts'
import { openLibrary } from '../learning/library/open-library.ts'
import type { MemoryItem } from '../learning/memory.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import type {
  CallOptions,
  ExperienceRecord,
  JournalEntry,
  LanguageModel,
  LibraryVersion,
  Store,
  Task,
} from '../protocol/ports.ts'
import type { EmbeddingProfile } from '../protocol/profiles/profile.ts'
import { toOwnRecord } from './keep-experience.ts'

/** An experience that the gate has proved. */
export interface ProvedExperience {
  experience: Experience
  /** Why it is to be kept, for the journal. */
  why: string
}

/** How a change of the library is guarded. */
export interface KeepGuardedOptions extends CallOptions {
  profile: EmbeddingProfile
  /** Names the run in the journal. */
  run: string
  model: LanguageModel
  /** Held-out tasks of every domain that can be tried; neither practice nor the gate has seen them. */
  tasks: readonly Task[]
  /** Tasks that must not be lost. */
  pinned: readonly Task[]
}

/** Whether an experience is in the library now; `rolled-back`: the guard refused the whole change. */
export type GuardedExperience =
  | { kept: true; cid: string }
  | { kept: false; cid: string; reason: 'duplicate' | 'too-long' | 'dropped' | 'rolled-back' }

/** What became of a guarded change. */
export interface KeepGuardedResult {
  /** In the order given. */
  experiences: readonly GuardedExperience[]
  /** Undefined where the library would have stayed as it was. */
  guard: GuardOutcome | undefined
}

/**
 * Takes proved experiences into the library, all or none: the library as it would be then is tried against the library
 * as it is, and nothing is written before the guard has decided, so that a crash leaves neither half a change nor one that
 * nobody has tried. A refused change is only a line in the journal.
 *
 * @throws DsoError what store and model throw; nothing is kept then
 */
export async function keepGuarded(
  proved: readonly ProvedExperience[],
  store: Store,
  options: KeepGuardedOptions,
): Promise<KeepGuardedResult> {
  const { profile, run, model, tasks, pinned, signal, onProgress } = options
  const found = await openLibrary(store)
  const state = { ...found, version: isFirst(found) ? undefined : found.version }
  const records = proved.map(({ experience }) => toOwnRecord(experience, profile))
  const proposals = proved.map(({ why }, index): LibraryProposal => {
    return { op: 'add', item: toLibraryItem(records[index]!), why }
  })
  const change = changeLibrary(state, proposals, { run })
  let guard: GuardOutcome | undefined
  if (isChange(change, state)) {
    const shared = (await store.listRecords({ status: 'usable' })).map(toLibraryItem)
    guard = await guardLibrary(model, {
      tasks,
      pinned,
      before: memoryIn(state.items, shared),
      memoryOf: memoryIn(change.items, shared),
      signal,
      onProgress,
    })
    // Somebody else has changed the library meanwhile: what was tried is not what would stand there.
    if ((await store.getLibrary())?.id !== found.version?.id) {
      return await keepGuarded(proved, store, options)
    }
  }
  const refused = guard?.decision === 'rolled-back'
  if (refused) await refuse(change, found.version, guard, store, run)
  else await commit(change, records, guard, store, run)
  const standing = refused ? found.version : change.version
  const experiences = records.map(({ cid }, index): GuardedExperience => {
    if (standing?.experiences.includes(cid) === true) return { kept: true, cid }
    if (change.version.experiences.includes(cid)) return { kept: false, cid, reason: 'rolled-back' }
    return { kept: false, cid, reason: objectionTo(proposals[index]!, cid, change) }
  })
  return { experiences, guard }
}

/** An empty library that followed none is as good as none, so that the same refused change is the same version again. */
function isFirst({ version }: LibraryState): boolean {
  return version?.parent === undefined && version?.experiences.length === 0
}

function isChange({ version }: LibraryChange, { version: before }: LibraryState): boolean {
  return before === undefined ? version.experiences.length > 0 : version.id !== before.id
}

/** What would stand in the prompt of a domain's task: own experiences in order of CID, then what others share. */
function memoryIn(
  items: readonly LibraryItem[],
  shared: readonly LibraryItem[],
): (domain: string) => readonly MemoryItem[] {
  const byCid = (a: LibraryItem, b: LibraryItem): number => (a.cid < b.cid ? -1 : 1)
  const byDomain = Map.groupBy([...items.toSorted(byCid), ...shared], ({ domain }) => domain)
  return (domain) => (byDomain.get(domain) ?? []).map(toContent)
}

function toContent({ text, example }: LibraryItem): MemoryItem {
  return { ...(text === undefined ? {} : { text }), ...(example === undefined ? {} : { example }) }
}

async function commit(
  { version, journal }: LibraryChange,
  records: readonly ExperienceRecord[],
  guard: GuardOutcome | undefined,
  store: Store,
  run: string,
): Promise<void> {
  const kept = records.filter(({ cid }) => version.experiences.includes(cid))
  // What was learnt before keeps its entry: a repeated run must not publish it a second time.
  const saved = kept.map(async (record): Promise<ExperienceRecord> => {
    return { ...record, entryId: (await store.getRecord(record.cid))?.entryId }
  })
  await store.saveRecords(await Promise.all(saved))
  const verdicts =
    guard === undefined ? [] : [decisionOf(version.id, 'keep', [], 'guard: kept', run)]
  const decisions = [...journal, ...verdicts]
  if (decisions.length > 0) await store.saveLibrary(version, decisions)
}

/** The version that was refused is never the newest one, not even for a moment. */
async function refuse(
  change: LibraryChange,
  current: LibraryVersion | undefined,
  guard: GuardOutcome | undefined,
  store: Store,
  run: string,
): Promise<void> {
  const before = current ?? applyOperations(undefined, [])
  const why = `guard: ${guard?.reason ?? 'rolled-back'}`
  const verdict = decisionOf(before.id, 'rollback', [change.version.id], why, run)
  await store.saveLibrary(before, [...change.journal, verdict])
}

function decisionOf(
  version: string,
  op: 'keep' | 'rollback',
  from: readonly string[],
  why: string,
  run: string,
): JournalEntry {
  return { version, op, cid: undefined, from, why, evidence: undefined, run }
}

function objectionTo(
  proposal: LibraryProposal,
  cid: string,
  { refused, journal }: LibraryChange,
): 'duplicate' | 'too-long' | 'dropped' {
  const reason = refused.find((each) => each.proposal === proposal)?.reason
  if (reason === 'duplicate' || reason === 'too-long') return reason
  // Taken in first, then replaced by a better proved wording of the same run.
  return journal.some(({ from }) => from.includes(cid)) ? 'duplicate' : 'dropped'
}
