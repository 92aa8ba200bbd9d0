import { DsoError } from '../protocol/errors.ts'

// Primary result codes of SQLite, https://www.sqlite.org/rescode.html
const SQLITE_CORRUPT = 11
const SQLITE_FULL = 13
const SQLITE_NOTADB = 26

/**
 * Names a fault of the disk or of SQLite by a stable code.
 *
 * @param error whatever was thrown
 * @param path the file or folder concerned, for the details
 * @returns a DsoError `STORE_FULL`, `STORE_CORRUPT` or `STORE_FAILED` with `error` as its cause; anything that is
 * neither a system nor an SQLite error (a DsoError, an abort, a bug) comes back as it is
 */
export function toStorageError(error: unknown, path: string): unknown {
  if (DsoError.is(error) || !(error instanceof Error)) return error
  const { code, errno, errcode } = error as NodeJS.ErrnoException & { errcode?: unknown }
  if (code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number') {
    const primary = errcode & 0xff // the upper bits refine the primary code
    const details = { path, sqlite: errcode }
    if (primary === SQLITE_FULL) return new DsoError('STORE_FULL', { details, cause: error })
    if (primary === SQLITE_CORRUPT || primary === SQLITE_NOTADB) {
      return new DsoError('STORE_CORRUPT', { details, cause: error })
    }
    return new DsoError('STORE_FAILED', { details, cause: error })
  }
  if (code !== undefined && typeof errno === 'number') {
    const full = code === 'ENOSPC' || code === 'EDQUOT'
    return new DsoError(full ? 'STORE_FULL' : 'STORE_FAILED', {
      details: { path, system: code },
      cause: error,
    })
  }
  return error
}
