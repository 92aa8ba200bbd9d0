import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DsoError } from '../protocol/errors.ts'
import { makeFolder, syncFolder } from './make-folder.ts'
import { toStorageError } from './storage-error.ts'

/** How to open a database file. */
export interface OpenDatabaseOptions {
  /** The file; it and its folder are made if missing. */
  path: string
  /** What the file holds, a 32-bit `application_id`, so that one kind is never taken for another. */
  kind: number
  /** SQL scripts; script i leads from version i to i + 1. Only ever appended to. */
  migrations: readonly string[]
  /** Largest size of the file in bytes; above it writes fail as on a full disk. Default: the disk's. */
  maxBytes?: number | undefined
}

/** An open database whose faults are DsoErrors. */
export interface OpenDatabase {
  /** For preparing statements; run them inside {@link run} or {@link transact}. */
  readonly connection: DatabaseSync
  /** Whether {@link close} was called. */
  readonly closed: boolean
  /** @throws DsoError `STORE_CLOSED`, `STORE_FULL`, `STORE_CORRUPT`, `STORE_FAILED` */
  run<T>(body: () => T): T
  /** All of `body`'s writes or none, on disk before it returns. @throws as {@link run} */
  transact<T>(body: () => T): T
  /** Idempotent. */
  close(): void
}

const BUSY_TIMEOUT_MS = 5000

/**
 * Opens an SQLite file in WAL mode with a sync at each commit, and brings it to the newest version.
 * A file of an older version is copied to `PATH.vN.bak` first.
 *
 * @throws DsoError `STORE_VERSION_NEWER`, `STORE_CORRUPT`, `STORE_FULL`, `STORE_FAILED`
 */
export function openDatabase(options: OpenDatabaseOptions): OpenDatabase {
  const { path } = options
  let connection: DatabaseSync
  try {
    makeFolder(dirname(path))
    connection = new DatabaseSync(path, {
      timeout: BUSY_TIMEOUT_MS,
      enableForeignKeyConstraints: true,
      defensive: true,
    })
  } catch (error) {
    throw toStorageError(error, path)
  }
  try {
    prepareFile(connection, options)
  } catch (error) {
    connection.close()
    throw toStorageError(error, path)
  }
  return guard(connection, path)
}

function prepareFile(connection: DatabaseSync, options: OpenDatabaseOptions): void {
  const { path, kind, migrations, maxBytes } = options
  // Before anything is written: a foreign file must stay as it was.
  checkKind(connection, path, kind)
  const version = readNumber(connection, 'user_version')
  if (version < 0) throw new DsoError('STORE_CORRUPT', { details: { path, version } })
  if (version > migrations.length) {
    const details = { path, version, supported: migrations.length }
    throw new DsoError('STORE_VERSION_NEWER', { details })
  }
  connection.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF',
  )
  if (maxBytes !== undefined) {
    const pages = Math.floor(maxBytes / readNumber(connection, 'page_size'))
    connection.exec(`PRAGMA max_page_count = ${Math.max(1, pages)}`)
  }
  if (version === migrations.length) return
  if (version > 0) backUp(connection, path, version)
  inTransaction(connection, () => {
    // Read again: another process may have migrated while this one waited for the lock.
    for (const script of migrations.slice(readNumber(connection, 'user_version'))) {
      connection.exec(script)
    }
    connection.exec(`PRAGMA application_id = ${kind}; PRAGMA user_version = ${migrations.length}`)
  })
}

function checkKind(connection: DatabaseSync, path: string, kind: number): void {
  const found = readNumber(connection, 'application_id')
  if (found === kind) return
  const tables = connection.prepare('SELECT count(*) AS n FROM sqlite_schema').get()
  if (found !== 0 || tables?.['n'] !== 0) {
    throw new DsoError('STORE_CORRUPT', { details: { path, kind: found, expected: kind } })
  }
}

function backUp(connection: DatabaseSync, path: string, version: number): void {
  const backup = `${path}.v${version}.bak`
  const unfinished = `${backup}.tmp`
  rmSync(unfinished, { force: true })
  connection.prepare('VACUUM INTO ?').run(unfinished)
  const handle = openSync(unfinished, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(unfinished, backup)
  syncFolder(dirname(path))
}

function guard(connection: DatabaseSync, path: string): OpenDatabase {
  let closed = false
  const run = <T>(body: () => T): T => {
    if (closed) throw new DsoError('STORE_CLOSED', { details: { path } })
    try {
      return body()
    } catch (error) {
      throw toStorageError(error, path)
    }
  }
  return {
    connection,
    get closed() {
      return closed
    },
    run,
    transact: (body) => run(() => inTransaction(connection, body)),
    close() {
      if (closed) return
      closed = true
      connection.close()
    },
  }
}

function inTransaction<T>(connection: DatabaseSync, body: () => T): T {
  connection.exec('BEGIN IMMEDIATE')
  try {
    const result = body()
    connection.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk may have rolled back already.
    if (connection.isTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

function readNumber(connection: DatabaseSync, pragma: string): number {
  return Number(connection.prepare(`PRAGMA ${pragma}`).get()?.[pragma])
}
