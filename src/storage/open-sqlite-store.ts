import type { SQLInputValue } from 'node:sqlite'
import type { Hex } from '../protocol/ports/ledger.ts'
import type { ExperienceRecord, RecordStatus, SearchHit, Store } from '../protocol/ports/store.ts'
import { DsoError } from '../protocol/errors.ts'
import { libraryMethods } from './library-methods.ts'
import { STORE_KIND, STORE_MIGRATIONS } from './migrations.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import { checkFollows, checkRecord, type FeedHead } from './store-checks.ts'
import { checkCount, createVectorIndex, type VectorIndex } from './vector-index.ts'
import { createSqliteLearning } from './sqlite-learning.ts'
import { sqliteModes } from './sqlite-modes.ts'
import { createSqliteTextSearch } from './sqlite-text-search.ts'
import { bytesToVector, vectorToBytes } from './vector-bytes.ts'

/** Where the store lies. */
export interface SqliteStoreOptions {
  /** The database file; it and its folder are made if missing. */
  path: string
  /** Largest size of the file in bytes; above it writes fail with `STORE_FULL`. Default: the disk's. */
  maxBytes?: number
}

interface RecordRow {
  cid: string
  domain: string
  status: RecordStatus
  entry_id: string | null
  reason: string | null
  bytes: Uint8Array
  embedding: Uint8Array
}

const SELECT_RECORDS = 'SELECT * FROM records JOIN record_bodies USING (id)'

/**
 * A {@link Store} in one SQLite file. Every write is on disk before it resolves; an array is one transaction.
 * The first search reads all embeddings into memory, so one process at a time may use the file: hold the data
 * folder with `lockFolder`.
 *
 * @throws DsoError `STORE_VERSION_NEWER`, `STORE_CORRUPT`, `STORE_FULL`, `STORE_FAILED`; methods of a closed store
 * reject with `STORE_CLOSED`
 */
export function openSqliteStore({ path, maxBytes }: SqliteStoreOptions): Store {
  const migrations = STORE_MIGRATIONS
  const database = openDatabase({ path, kind: STORE_KIND, migrations, maxBytes })
  return {
    ...recordMethods(database, path),
    ...createSqliteLearning(database, path),
    ...operationMethods(database),
    ...libraryMethods(database),
    ...sqliteModes(database),
    ...cursorMethods(database),
    async close() {
      database.close()
    },
  }
}

type RecordMethods = Pick<
  Store,
  'saveRecords' | 'getRecord' | 'listRecords' | 'searchRecords' | 'searchText'
>

function recordMethods(database: OpenDatabase, path: string): RecordMethods {
  const { connection, run, transact } = database
  const insert = connection.prepare(
    `INSERT INTO records (cid, domain, status, entry_id, reason) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (cid) DO UPDATE SET status = excluded.status, entry_id = excluded.entry_id, reason = excluded.reason
     RETURNING id`,
  )
  const insertBody = connection.prepare(
    'INSERT INTO record_bodies (id, bytes, embedding) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING',
  )
  const selectOne = connection.prepare(`${SELECT_RECORDS} WHERE cid = ?`)
  const selectAll = connection.prepare(SELECT_RECORDS)
  const texts = createSqliteTextSearch(database)
  let index: VectorIndex | undefined

  const toRecord = (row: unknown): ExperienceRecord => {
    const { cid, domain, status, entry_id, reason, bytes, embedding } = row as RecordRow
    const vector = bytesToVector(embedding)
    if (vector === undefined) throw new DsoError('STORE_CORRUPT', { details: { path, cid } })
    return {
      cid,
      bytes,
      domain,
      entryId: entry_id === null ? undefined : BigInt(entry_id),
      status,
      reason: reason ?? undefined,
      embedding: vector,
    }
  }
  const find = (cid: string): ExperienceRecord | undefined => {
    const row = selectOne.get(cid)
    return row === undefined ? undefined : toRecord(row)
  }
  const loadIndex = (): VectorIndex => {
    const loaded = createVectorIndex()
    for (const row of selectAll.iterate()) loaded.set(toRecord(row))
    return loaded
  }

  return {
    async saveRecords(records) {
      for (const record of records) checkRecord(record)
      transact(() => {
        for (const { cid, domain, status, entryId, reason, bytes, embedding } of records) {
          const entry = entryId?.toString() ?? null
          const row = insert.get(cid, domain, status, entry, reason ?? null)
          const id = row?.['id'] as number
          const { changes } = insertBody.run(id, bytes, vectorToBytes(embedding))
          if (changes === 1) texts.add(id, { domain, bytes })
        }
      })
      for (const record of records) index?.set(record)
    },
    async getRecord(cid) {
      return run(() => find(cid))
    },
    async listRecords(filter = {}) {
      const { where, values } = toConditions({
        status: filter.status,
        domain: filter.domain,
        entry_id: filter.entryId?.toString(),
      })
      return run(() =>
        connection
          .prepare(`${SELECT_RECORDS} ${where} ORDER BY cid`)
          .all(...values)
          .map(toRecord),
      )
    },
    async searchRecords(query, filter) {
      return run(() => {
        index ??= loadIndex()
        return index.search(query, filter).flatMap(({ cid, score }): SearchHit[] => {
          const record = find(cid)
          return record === undefined ? [] : [{ record, score }]
        })
      })
    },
    async searchText(query, filter) {
      checkCount('limit', filter.limit)
      return run(() =>
        texts.search(query, filter).flatMap(({ cid, score }) => {
          const record = find(cid)
          return record === undefined ? [] : [{ record, score }]
        }),
      )
    },
  }
}

function toConditions(columns: Record<string, string | undefined>): {
  where: string
  values: SQLInputValue[]
} {
  const given = Object.entries(columns).filter(([, value]) => value !== undefined)
  const where = given.map(([column]) => `${column} = ?`).join(' AND ')
  return {
    where: where === '' ? '' : `WHERE ${where}`,
    values: given.map(([, value]) => value ?? null),
  }
}

type OperationMethods = Pick<Store, 'appendOperation' | 'listHeads' | 'listOperations'>

function operationMethods({ connection, run, transact }: OpenDatabase): OperationMethods {
  const selectKnown = connection.prepare('SELECT 1 FROM operations WHERE cid = ?')
  const selectHead = connection.prepare(
    'SELECT seq, cid FROM operations WHERE author = ? ORDER BY seq DESC LIMIT 1',
  )
  const insert = connection.prepare(
    'INSERT INTO operations (cid, author, seq, prev, bytes) VALUES (?, ?, ?, ?, ?)',
  )
  // Beside a lone max(), SQLite takes the other columns from the row that holds the maximum.
  const selectHeads = connection.prepare(
    'SELECT author, max(seq) AS seq, cid FROM operations GROUP BY author ORDER BY author',
  )
  const selectFeed = connection.prepare(
    'SELECT cid, seq, bytes FROM operations WHERE author = ? AND seq >= ? ORDER BY seq LIMIT ?',
  )
  return {
    async appendOperation({ cid, author, seq, prev, bytes }) {
      transact(() => {
        if (selectKnown.get(cid) !== undefined) return
        checkFollows(selectHead.get(author) as FeedHead | undefined, { author, seq, prev })
        insert.run(cid, author, seq, prev ?? null, bytes)
      })
    },
    async listHeads() {
      return run(() =>
        selectHeads.all().map((row) => {
          const { author, seq, cid } = row as unknown as FeedHead & { author: string }
          return { author, seq, cid }
        }),
      )
    },
    async listOperations(author, fromSeq, limit) {
      checkCount('fromSeq', fromSeq)
      checkCount('limit', limit)
      return run(() =>
        selectFeed.all(author, fromSeq, limit).map((row) => {
          const { cid, seq, bytes } = row as unknown as FeedHead & { bytes: Uint8Array }
          return { cid, seq, bytes }
        }),
      )
    },
  }
}

interface CursorRow {
  block: string
  log_index: number
  hash: Hex | null
}

type CursorMethods = Pick<Store, 'getCursor' | 'saveCursor'>

function cursorMethods({ connection, run, transact }: OpenDatabase): CursorMethods {
  const select = connection.prepare('SELECT block, log_index, hash FROM ledger_cursor')
  const replace = connection.prepare(
    'INSERT OR REPLACE INTO ledger_cursor (id, block, log_index, hash) VALUES (1, ?, ?, ?)',
  )
  return {
    async getCursor() {
      return run(() => {
        const row = select.get() as CursorRow | undefined
        if (row === undefined) return undefined
        const { block, log_index: logIndex, hash } = row
        return { block: BigInt(block), logIndex, ...(hash === null ? {} : { hash }) }
      })
    },
    async saveCursor({ block, logIndex, hash }) {
      transact(() => {
        replace.run(block.toString(), logIndex, hash ?? null)
      })
    },
  }
}
