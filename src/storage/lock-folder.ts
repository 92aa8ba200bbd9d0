import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DsoError } from '../protocol/errors.ts'
import { makeFolder } from './make-folder.ts'
import { toStorageError } from './storage-error.ts'

/** A held data folder. */
export interface FolderLock extends Disposable {
  /** The folder's absolute path. */
  readonly folder: string
  /** Lets the folder go. Idempotent. */
  release(): void
}

const SQLITE_BUSY = 5

/** Keeps the connections alive: a collected one would let its folder go. */
const held = new Set<DatabaseSync>()

/**
 * Takes a data folder for this process alone, until it is released or the process ends in whatever way: the lock is
 * the operating system's, held by an open transaction on `FOLDER/lock.sqlite`. No other code may open that file,
 * since closing it would let the lock go. The process id in `FOLDER/lock.pid` only serves the error.
 *
 * @throws DsoError `DATA_FOLDER_LOCKED` with the holder's `pid`, `STORE_FULL`, `STORE_FAILED`
 */
export function lockFolder(folder: string): FolderLock {
  const path = resolve(folder)
  const pidFile = join(path, 'lock.pid')
  const connection = takeLock(path, pidFile)
  held.add(connection)
  try {
    writeFileSync(pidFile, `${process.pid}\n`)
  } catch (error) {
    drop(connection)
    throw toStorageError(error, pidFile)
  }
  const release = () => {
    if (!held.has(connection)) return
    // While the lock is still held, so that a successor's file is not taken away.
    rmSync(pidFile, { force: true })
    drop(connection)
  }
  return { folder: path, release, [Symbol.dispose]: release }
}

function takeLock(path: string, pidFile: string): DatabaseSync {
  let connection: DatabaseSync | undefined
  try {
    makeFolder(path)
    connection = new DatabaseSync(join(path, 'lock.sqlite'), { timeout: 0 })
    // Nothing is ever written, so no journal need lie beside it.
    connection.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return connection
  } catch (error) {
    connection?.close()
    const code = (error as { errcode?: number }).errcode ?? 0
    if ((code & 0xff) === SQLITE_BUSY) {
      const details = { folder: path, pid: readPid(pidFile) }
      throw new DsoError('DATA_FOLDER_LOCKED', { details, cause: error })
    }
    throw toStorageError(error, path)
  }
}

function drop(connection: DatabaseSync): void {
  held.delete(connection)
  connection.close()
}

/** The holder's process id; undefined in the moment between its lock and its note. */
function readPid(pidFile: string): number | undefined {
  try {
    if (statSync(pidFile).size > 20) return undefined
    const text = readFileSync(pidFile, 'utf8').trim()
    return /^[1-9][0-9]{0,9}$/.test(text) ? Number(text) : undefined
  } catch {
    return undefined
  }
}
