import { DsoError } from '../protocol/errors.ts'
import type { Completion } from '../protocol/ports/language-model.ts'
import {
  type CassetteEntry,
  type ClosableCassette,
  checkCompletion,
  checkVector,
  compareEntries,
  completionSchema,
} from './cassette-entry.ts'
import { CASSETTE_KIND, CASSETTE_MIGRATIONS } from './migrations.ts'
import { openDatabase } from './open-database.ts'
import { bytesToVector, vectorToBytes } from './vector-bytes.ts'

/** Where the cassette lies. */
export interface SqliteCassetteOptions {
  /** The database file; it and its folder are made if missing. */
  path: string
  /** Largest size of the file in bytes; above it puts reject with `STORE_FULL`. Default: the disk's. */
  maxBytes?: number
}

/** A put that waits for the common transaction. */
interface WaitingPut {
  write: () => void
  resolve: () => void
  reject: (error: unknown) => void
}

/**
 * A cassette in one SQLite file. Puts that arrive in the same turn of the event loop share one transaction; each
 * resolves once it is on disk, and where the transaction fails all of them reject and none is kept.
 *
 * @throws DsoError `STORE_VERSION_NEWER`, `STORE_CORRUPT`, `STORE_FULL`, `STORE_FAILED`; methods reject with
 * `FORMAT_INVALID`, `VALUE_NOT_FINITE` for what cannot be kept, `STORE_CLOSED` once closed
 */
export function openSqliteCassette({ path, maxBytes }: SqliteCassetteOptions): ClosableCassette {
  const migrations = CASSETTE_MIGRATIONS
  const database = openDatabase({ path, kind: CASSETTE_KIND, migrations, maxBytes })
  const { connection, run, transact } = database
  const selectCompletion = connection.prepare('SELECT key, body FROM completions WHERE key = ?')
  const selectCompletions = connection.prepare('SELECT key, body FROM completions')
  const insertCompletion = connection.prepare(
    'INSERT INTO completions (key, body) VALUES (?, ?) ON CONFLICT (key) DO NOTHING',
  )
  const selectVector = connection.prepare('SELECT key, vector FROM embeddings WHERE key = ?')
  const selectVectors = connection.prepare('SELECT key, vector FROM embeddings')
  const insertVector = connection.prepare(
    'INSERT INTO embeddings (key, vector) VALUES (?, ?) ON CONFLICT (key) DO NOTHING',
  )

  let waiting: WaitingPut[] = []
  const flush = () => {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    try {
      transact(() => {
        for (const { write } of group) write()
      })
    } catch (error) {
      for (const { reject } of group) reject(error)
      return
    }
    for (const { resolve } of group) resolve()
  }
  const enqueue = (write: () => void) =>
    new Promise<void>((resolve, reject) => {
      if (database.closed) throw new DsoError('STORE_CLOSED', { details: { path } })
      if (waiting.length === 0) setImmediate(flush)
      waiting.push({ write, resolve, reject })
    })
  const close = () => {
    flush()
    database.close()
  }

  return {
    async get(key) {
      return run(() => {
        const row = selectCompletion.get(key)
        return row === undefined ? undefined : readCompletion(row, path)
      })
    },
    async put(key, completion) {
      // JSON, because SQLite would change a lone surrogate, which a model cut off amid a character may leave.
      const body = JSON.stringify(checkCompletion(key, completion))
      await enqueue(() => insertCompletion.run(key, body))
    },
    embeddings: {
      async get(key) {
        return run(() => {
          const row = selectVector.get(key)
          return row === undefined ? undefined : readVector(row, path)
        })
      },
      async put(key, vector) {
        const bytes = vectorToBytes(checkVector(key, vector))
        await enqueue(() => insertVector.run(key, bytes))
      },
    },
    async listEntries() {
      return run(() => {
        const completions = selectCompletions.all().map(
          (row): CassetteEntry => ({
            kind: 'completion',
            key: String(row['key']),
            completion: readCompletion(row, path),
          }),
        )
        const vectors = selectVectors.all().map(
          (row): CassetteEntry => ({
            kind: 'embedding',
            key: String(row['key']),
            vector: readVector(row, path),
          }),
        )
        return [...completions, ...vectors].sort(compareEntries)
      })
    },
    close,
    [Symbol.dispose]: close,
  }
}

function readCompletion(row: Record<string, unknown>, path: string): Completion {
  try {
    return completionSchema.parse(JSON.parse(String(row['body'])))
  } catch (cause) {
    throw new DsoError('STORE_CORRUPT', { details: { path, key: row['key'] }, cause })
  }
}

function readVector(row: Record<string, unknown>, path: string): Float32Array {
  const { key, vector: bytes } = row
  const vector = bytes instanceof Uint8Array ? bytesToVector(bytes) : undefined
  if (vector === undefined) throw new DsoError('STORE_CORRUPT', { details: { path, key } })
  return vector
}
