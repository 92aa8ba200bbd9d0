import { compareUses, type ReportedTask } from '../learning/credit/compare-uses.ts'
import { type Conflict, findConflicts } from '../learning/library/find-conflicts.ts'
import { findRepetitions, type Repetition } from '../learning/library/find-repetitions.ts'
import { findStale, type StaleExperience } from '../learning/library/find-stale.ts'
import { toLibraryItem } from '../learning/library/library-item.ts'
import { rollBackLibrary } from '../learning/library/roll-back-library.ts'
import { DsoError } from '../protocol/errors.ts'
import type { JournalEntry, Store } from '../protocol/ports.ts'
import { listModeYields, type ModeYields } from './list-mode-yields.ts'
import { listOwn } from './list-own.ts'

/** The decisions about a library. */
export interface LibraryLog {
  /** Id of the version that is used; undefined before the first one. */
  version: string | undefined
  /** The newest first. */
  decisions: readonly JournalEntry[]
  /** How many there are in all. */
  total: number
}

/** A library that was set back. */
export interface RolledBack {
  version: string
  /** The version that was used before; undefined where there was none. */
  before: string | undefined
  /** Experiences in the library now. */
  experiences: number
  /** False where it stood there already. */
  changed: boolean
}

/** An experience that was pinned, or is not any more. */
export interface PinnedExperience {
  cid: string
  pinned: boolean
  /** False where it was so already. */
  changed: boolean
}

/** What an owner may want to look at. */
export interface LibraryCheck {
  version: string | undefined
  /** Own experiences in the library. */
  own: number
  /** Experiences of others that are used beside it. */
  shared: number
  /** CIDs of pinned experiences. */
  pinned: readonly string[]
  conflicts: readonly Conflict[]
  repetitions: readonly Repetition[]
  /** With the model whose reported tasks say so. */
  stale: readonly (StaleExperience & { model: string })[]
}

/** What an owner may do to a library. */
export interface LibraryManager {
  /** Lists what was decided, the newest first; at most `limit` decisions, default all. */
  log(options?: { limit?: number }): Promise<LibraryLog>
  /**
   * Makes an earlier version the one that is used.
   * @param version its id or the beginning of it; `none`: as before the first experience
   * @throws DsoError `LIBRARY_UNKNOWN` when none or several begin so
   */
  rollBack(version: string, why?: string): Promise<RolledBack>
  /**
   * Protects an own experience from caps, merges and deletions, or ends that.
   * @param cid or the beginning of it
   * @throws DsoError `EXPERIENCE_UNKNOWN` when none or several in the library (among the pinned ones) begin so
   */
  setPinned(cid: string, pinned: boolean): Promise<PinnedExperience>
  /** Looks for conflicts, near duplicates and stale experiences among all that is used; changes nothing. */
  check(): Promise<LibraryCheck>
  /** What each way to learn has yielded, model by model; changes nothing. */
  modes(): Promise<ModeYields[]>
}

/** Runs work on an open store. */
export type UseStore = <T>(work: (store: Store) => Promise<T>) => Promise<T>

/** Stands for the library before its first experience. */
const NOTHING = 'none'

/** Names the owner's own decisions in the journal; a number follows, because equal decisions of a run count once. */
const BY_HAND = 'by hand'

/** The owner's view of a library: what was decided about it and why, and a hand on it. */
export function manageLibrary(use: UseStore): LibraryManager {
  return {
    log: async ({ limit = Number.MAX_SAFE_INTEGER } = {}) =>
      await use(async (store) => {
        const journal = await store.listJournal()
        const version = (await store.getLibrary())?.id
        return { version, decisions: journal.toReversed().slice(0, limit), total: journal.length }
      }),
    rollBack: async (version, why = BY_HAND) =>
      await use(async (store) => await rollBack(version, why, store)),
    setPinned: async (cid, pinned) => await use(async (store) => await pin(cid, pinned, store)),
    check: async () => await use(check),
    modes: async () => await use(async (store) => await listModeYields(store)),
  }
}

async function rollBack(wanted: string, why: string, store: Store): Promise<RolledBack> {
  const journal = await store.listJournal()
  const before = (await store.getLibrary())?.id
  const id = wanted === NOTHING ? undefined : await findVersion(wanted, journal, store)
  const earlier = journal.filter(({ run }) => run.startsWith(BY_HAND)).length
  const run = `${BY_HAND} ${earlier + 1}`
  const { id: version, experiences } = await rollBackLibrary(store, id, { why, run })
  const changed = (await store.getLibrary())?.id !== before
  return { version, before, experiences: experiences.length, changed }
}

async function findVersion(
  prefix: string,
  journal: readonly JournalEntry[],
  store: Store,
): Promise<string> {
  const newest = (await store.getLibrary())?.id
  const named = journal.flatMap(({ version, op, from }) => [
    version,
    ...(op === 'rollback' ? from : []),
  ])
  const ids = new Set([...named, ...(newest === undefined ? [] : [newest])])
  const matches: string[] = []
  for (const id of ids) {
    // What a guard refused is in the journal, but never was a version.
    const isKept = id.startsWith(prefix) && (await store.getLibrary(id)) !== undefined
    if (isKept) matches.push(id)
  }
  const [match, ...others] = matches
  if (match === undefined || others.length > 0) {
    throw new DsoError('LIBRARY_UNKNOWN', { details: { id: prefix, matches: matches.length } })
  }
  return match
}

async function pin(prefix: string, pinned: boolean, store: Store): Promise<PinnedExperience> {
  const known = await store.listPinned()
  const candidates = pinned ? (await listOwn(store)).map(({ cid }) => cid) : known
  const [cid, ...others] = candidates.filter((each) => each.startsWith(prefix))
  if (cid === undefined || others.length > 0) {
    const matches = cid === undefined ? 0 : 1 + others.length
    throw new DsoError('EXPERIENCE_UNKNOWN', { details: { cid: prefix, matches } })
  }
  const changed = known.includes(cid) !== pinned
  if (changed) await store.setPinned(cid, pinned)
  return { cid, pinned, changed }
}

async function check(store: Store): Promise<LibraryCheck> {
  const own = await listOwn(store)
  const shared = await store.listRecords({ status: 'usable' })
  const items = [...own, ...shared].map(toLibraryItem)
  const used = new Set(items.map(({ cid }) => cid))
  const stale = compareUses(await listReported(store)).flatMap(({ model, histories }) =>
    findStale(histories.filter(({ cid }) => used.has(cid))).map((each) => ({ ...each, model })),
  )
  return {
    version: (await store.getLibrary())?.id,
    own: own.length,
    shared: shared.length,
    pinned: await store.listPinned(),
    conflicts: findConflicts(items),
    repetitions: findRepetitions(items),
    stale,
  }
}

/** Tasks whose outcome is known; those whose recall is forgotten are left out. */
async function listReported(store: Store): Promise<ReportedTask[]> {
  const tasks: ReportedTask[] = []
  for (const { recallId, model, reward, embedding } of await store.listEpisodes()) {
    const recall = await store.getRecall(recallId)
    if (recall !== undefined) tasks.push({ model, reward, embedding, offered: recall.offered })
  }
  return tasks
}
