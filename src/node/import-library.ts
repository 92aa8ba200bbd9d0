import { readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { MAX_FILE_BYTES } from '../learning/library/formats/check-file.ts'
import {
  LIBRARY_FORMATS,
  type LibraryFormat,
  type UnreadItem,
} from '../learning/library/formats/library-format.ts'
import { guessFormat, parseLibrary } from '../learning/library/formats/parse-library.ts'
import { type RefusedItem, toCandidates } from '../learning/library/to-candidates.ts'
import { DsoError } from '../protocol/errors.ts'
import { lockFolder } from '../storage/lock-folder.ts'
import { openSqliteStore } from '../storage/open-sqlite-store.ts'
import { toStorageError } from '../storage/storage-error.ts'
import { ownAgentsFolder, storePathOf } from './data-folders.ts'

/** What is imported, and for whom. */
export interface ImportLibraryOptions {
  dataFolder: string
  /** Name of the agent that may try it, in `DATA/agents/NAME`; made if missing. */
  agent: string
  file: string
  /** Undefined: the file's name and first lines tell. */
  format: LibraryFormat | undefined
  /** What all of it is about; undefined: each item says so itself, or not. */
  domain: string | undefined
}

/** What was imported. */
export interface ImportLibraryResult {
  /** Absolute. */
  file: string
  format: LibraryFormat
  agent: string
  /** Candidates that are new. */
  added: number
  /** Candidates that were there already, or twice in the file. */
  known: number
  /** Candidates cut to their first sentences. */
  shortened: number
  /** Candidates that are about no tool, so that nothing can try them. */
  withoutDomain: number
  refused: RefusedItem[]
  unread: UnreadItem[]
}

/**
 * Reads a library file and keeps what it says as candidates of an agent: data that no prompt and no peer sees before this
 * node's own gate has proved it.
 *
 * @throws DsoError `OPTION_INVALID` for a file that is not there or a format that nothing tells, `IMPORT_TOO_LARGE`,
 *   `IMPORT_INVALID`, `DATA_FOLDER_LOCKED`, what the store throws
 */
export async function importLibrary(options: ImportLibraryOptions): Promise<ImportLibraryResult> {
  const { dataFolder, agent, domain } = options
  const file = resolve(options.file)
  const text = await readText(file)
  const format = options.format ?? guessFormat(basename(file), text)
  if (format === undefined) {
    const reason = `the file does not tell; one of ${LIBRARY_FORMATS.join(', ')}`
    throw new DsoError('OPTION_INVALID', { details: { option: '--format', file, reason } })
  }
  const { items, unread } = parseLibrary(text, format)
  const { candidates, shortened, refused } = toCandidates(items, { format, domain })
  const folder = join(ownAgentsFolder(dataFolder), agent)
  using _lock = lockFolder(folder)
  const store = openSqliteStore({ path: storePathOf(folder) })
  try {
    const added = await store.saveCandidates(candidates)
    return {
      file,
      format,
      agent,
      added,
      known: items.length - refused.length - added,
      shortened,
      withoutDomain: candidates.filter((candidate) => candidate.domain === undefined).length,
      refused,
      unread,
    }
  } finally {
    await store.close()
  }
}

/** Its size is looked at before any of it is read. */
async function readText(path: string): Promise<string> {
  try {
    const found = await stat(path)
    if (!found.isFile()) throw refuse(path, 'it is no file')
    if (found.size > MAX_FILE_BYTES) {
      const details = { file: path, bytes: found.size, most: MAX_FILE_BYTES }
      throw new DsoError('IMPORT_TOO_LARGE', { details })
    }
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path))
  } catch (error) {
    if (error instanceof TypeError) {
      const details = { file: path, reason: 'not UTF-8' }
      throw new DsoError('IMPORT_INVALID', { details, cause: error })
    }
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw missing ? refuse(path, 'there is no such file') : toStorageError(error, path)
  }
}

function refuse(file: string, reason: string): DsoError {
  return new DsoError('OPTION_INVALID', { details: { option: 'FILE', file, reason } })
}
