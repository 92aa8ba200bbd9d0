import { randomUUID } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { FileItem, LibraryFormat } from '../learning/library/formats/library-format.ts'
import { formatLibrary } from '../learning/library/formats/parse-library.ts'
import { withoutConflicts } from '../learning/library/find-conflicts.ts'
import { toLibraryItem } from '../learning/library/library-item.ts'
import { createLeakGuard } from '../protocol/experience/create-leak-guard.ts'
import { findContentRefusal } from '../protocol/experience/find-content-refusal.ts'
import { DsoError } from '../protocol/errors.ts'
import { toStorageError } from '../storage/storage-error.ts'
import { writeFileDurably } from '../storage/write-file-durably.ts'
import { listOwn } from './list-own.ts'
import { openAgentStore } from './open-agent-store.ts'

/** What is exported, and where to. */
export interface ExportLibraryOptions {
  dataFolder: string
  /** Whose library; by default that of the first agent of the last demo run. */
  agent: string | undefined
  format: LibraryFormat
  /** Only what is about this. */
  domain: string | undefined
  /** The file to write; undefined for none. */
  to: string | undefined
  /** Whether a file that is there may be replaced; the block of `agents` is replaced in any case. */
  force: boolean
}

/** What was exported. */
export interface ExportLibraryResult {
  agent: string
  format: LibraryFormat
  items: number
  /** Experiences left out because they hold what must not leave this node. */
  withheld: number
  /** The file written, absolute; null for none. */
  to: string | null
  /** The text of the file. */
  text: string
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Writes what an agent would use, learnt or checked, in a format of others. Of experiences that contradict each other
 * the better proved one is written.
 *
 * @throws DsoError `AGENT_UNKNOWN`, `OPTION_INVALID` for a file that is there or no text, `IMPORT_INVALID` when the
 *   markers in it make no block, `STORE_FULL`, `STORE_FAILED`
 */
export async function exportLibrary(options: ExportLibraryOptions): Promise<ExportLibraryResult> {
  const { dataFolder, agent: name, format, domain, force } = options
  const { agent, store } = await openAgentStore(dataFolder, name)
  const filter = domain === undefined ? {} : { domain }
  let records
  try {
    const checked = await store.listRecords({ status: 'usable', ...filter })
    records = [...(await listOwn(store, filter)), ...checked]
  } finally {
    await store.close()
  }
  const guard = createLeakGuard({ requests: [], answers: [], allowed: [] })
  const found = records.map(toLibraryItem)
  const clean = found.filter((item) => (findContentRefusal(item) ?? guard(item)) === undefined)
  const items = withoutConflicts(clean).map(
    ({ cid, evidence, text, example, domain: about }): FileItem => ({
      id: `dso-${cid.slice(-10)}`,
      domain: about,
      ...(text === undefined ? {} : { text }),
      ...(example === undefined ? {} : { example }),
      helpful: evidence.wins,
      harmful: evidence.losses,
    }),
  )
  const to = options.to === undefined ? null : resolve(options.to)
  const before = to === null ? '' : await readExisting(to, format, force)
  const text = formatLibrary(items, format, before)
  if (to !== null) await write(to, text)
  const withheld = found.length - clean.length
  return { agent: agent.name, format, items: items.length, withheld, to, text }
}

/** The file that a block is placed in; empty where there is none or all of it is replaced. */
async function readExisting(path: string, format: LibraryFormat, force: boolean): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw toStorageError(error, path)
  })
  if (bytes === undefined) return ''
  if (format !== 'agents') {
    if (force) return ''
    throw refuse(path, 'the file is there already; --force replaces it')
  }
  try {
    return UTF8.decode(bytes)
  } catch {
    throw refuse(path, 'the file is no text in UTF-8')
  }
}

async function write(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFileDurably(path, new TextEncoder().encode(text), `${path}.${randomUUID()}.tmp`)
  } catch (error) {
    throw toStorageError(error, path)
  }
}

function refuse(path: string, reason: string): DsoError {
  return new DsoError('OPTION_INVALID', { details: { option: '--to', path, reason } })
}
