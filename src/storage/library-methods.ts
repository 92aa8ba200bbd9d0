import type { Evidence, WorkedExample } from '../protocol/experience/experience.ts'
import type {
  JournalEntry,
  JournalOperation,
  LibraryCandidate,
  LibraryStore,
  LibraryVersion,
} from '../protocol/ports/library-store.ts'
import type { OpenDatabase } from './open-database.ts'
import { checkCandidates, checkLibrary } from './store-checks.ts'

/** The library's part of the SQLite store. */
export function libraryMethods(database: OpenDatabase): LibraryStore {
  return {
    ...versionMethods(database),
    ...pinMethods(database),
    ...candidateMethods(database),
  }
}

interface VersionRow {
  position: number
  id: string
  parent: string | null
}

interface JournalRow {
  version: string
  op: JournalOperation
  cid: string
  replaced: string
  why: string
  evidence: string | null
  run: string
}

function versionMethods({
  connection,
  run,
  transact,
}: OpenDatabase): Pick<LibraryStore, 'getLibrary' | 'saveLibrary' | 'listJournal'> {
  const selectNewest = connection.prepare(
    'SELECT position, id, parent FROM libraries ORDER BY position DESC LIMIT 1',
  )
  const selectOne = connection.prepare('SELECT position, id, parent FROM libraries WHERE id = ?')
  const selectExperiences = connection.prepare(
    'SELECT cid FROM library_experiences WHERE library = ? ORDER BY position',
  )
  // A version saved again moves to the end, with its contents.
  const replace = connection.prepare(
    'INSERT OR REPLACE INTO libraries (id, parent) VALUES (?, ?) RETURNING position',
  )
  const insertExperience = connection.prepare(
    'INSERT INTO library_experiences (library, position, cid) VALUES (?, ?, ?)',
  )
  const insertEntry = connection.prepare(
    `INSERT OR IGNORE INTO library_journal (version, op, cid, replaced, why, evidence, run)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const selectJournal = connection.prepare('SELECT * FROM library_journal ORDER BY id')
  const selectJournalOf = connection.prepare(
    'SELECT * FROM library_journal WHERE version = ? ORDER BY id',
  )
  const toEntry = (row: unknown): JournalEntry => {
    const { version, op, cid, replaced, why, evidence, run: name } = row as JournalRow
    return {
      version,
      op,
      cid: cid === '' ? undefined : cid,
      from: JSON.parse(replaced) as string[],
      why,
      evidence: evidence === null ? undefined : (JSON.parse(evidence) as Evidence),
      run: name,
    }
  }
  return {
    async getLibrary(id): Promise<LibraryVersion | undefined> {
      return run(() => {
        const found = id === undefined ? selectNewest.get() : selectOne.get(id)
        if (found === undefined) return undefined
        const row = found as unknown as VersionRow
        const experiences = selectExperiences.all(row.position).map(({ cid }) => cid as string)
        return { id: row.id, parent: row.parent ?? undefined, experiences }
      })
    },
    async saveLibrary(version, journal = []) {
      checkLibrary(version, journal)
      transact(() => {
        const library = replace.get(version.id, version.parent ?? null)?.['position'] ?? null
        for (const [position, cid] of version.experiences.entries()) {
          insertExperience.run(library, position, cid)
        }
        for (const { version: led, op, cid, from, why, evidence, run: name } of journal) {
          const trial = evidence === undefined ? null : JSON.stringify(evidence)
          insertEntry.run(led, op, cid ?? '', JSON.stringify(from), why, trial, name)
        }
      })
    },
    async listJournal({ version } = {}) {
      return run(() =>
        (version === undefined ? selectJournal.all() : selectJournalOf.all(version)).map(toEntry),
      )
    },
  }
}

function pinMethods({
  connection,
  run,
  transact,
}: OpenDatabase): Pick<LibraryStore, 'setPinned' | 'listPinned'> {
  const insert = connection.prepare('INSERT OR IGNORE INTO pinned_experiences (cid) VALUES (?)')
  const remove = connection.prepare('DELETE FROM pinned_experiences WHERE cid = ?')
  const select = connection.prepare('SELECT cid FROM pinned_experiences ORDER BY cid')
  return {
    async setPinned(cid, pinned) {
      transact(() => {
        ;(pinned ? insert : remove).run(cid)
      })
    },
    async listPinned() {
      return run(() => select.all().map(({ cid }) => cid as string))
    },
  }
}

interface CandidateRow {
  id: string
  domain: string | null
  text: string | null
  example: string | null
  source: string
}

function candidateMethods({
  connection,
  run,
  transact,
}: OpenDatabase): Pick<LibraryStore, 'saveCandidates' | 'listCandidates' | 'removeCandidates'> {
  const insert = connection.prepare(
    'INSERT OR IGNORE INTO candidates (id, domain, text, example, source) VALUES (?, ?, ?, ?, ?)',
  )
  const remove = connection.prepare('DELETE FROM candidates WHERE id = ?')
  const select = connection.prepare('SELECT * FROM candidates ORDER BY id')
  const selectOf = connection.prepare('SELECT * FROM candidates WHERE domain = ? ORDER BY id')
  const toCandidate = (row: unknown): LibraryCandidate => {
    const { id, domain, text, example, source } = row as CandidateRow
    return {
      id,
      domain: domain ?? undefined,
      text: text ?? undefined,
      example: example === null ? undefined : (JSON.parse(example) as WorkedExample),
      source,
    }
  }
  return {
    async saveCandidates(candidates) {
      checkCandidates(candidates)
      return transact(() =>
        candidates.reduce((added, { id, domain, text, example, source }) => {
          const pair = example === undefined ? null : JSON.stringify(example)
          const { changes } = insert.run(id, domain ?? null, text ?? null, pair, source)
          return added + Number(changes)
        }, 0),
      )
    },
    async listCandidates({ domain } = {}) {
      return run(() =>
        (domain === undefined ? select.all() : selectOf.all(domain)).map(toCandidate),
      )
    },
    async removeCandidates(ids) {
      transact(() => {
        for (const id of ids) remove.run(id)
      })
    },
  }
}
