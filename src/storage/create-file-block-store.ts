import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { lstat, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { computeCid } from '../protocol/encoding/compute-cid.ts'
import { equalBytes } from '../protocol/encoding/equal-bytes.ts'
import { isSupportedCid } from '../protocol/encoding/is-supported-cid.ts'
import { DsoError } from '../protocol/errors.ts'
import { type BlockStore, MAX_BLOCK_BYTES } from '../protocol/ports/block-store.ts'
import { blockName, checkBlock, checkBlockSize } from './check-block.ts'
import { makeFolder, syncFolder } from './make-folder.ts'
import { toStorageError } from './storage-error.ts'
import { writeFileDurably } from './write-file-durably.ts'

/** Where the blocks lie. */
export interface FileBlockStoreOptions {
  /** Made if missing. One process at a time may use it: hold the data folder with `lockFolder`. */
  folder: string
}

/**
 * A {@link BlockStore} with one file a block, `FOLDER/XY/CID`, XY being the two characters before the last. A file is
 * complete or not there; a spoilt one is reported by `get` and repaired by the next `put` of its content.
 *
 * @throws DsoError `STORE_FULL`, `STORE_FAILED`
 */
export function createFileBlockStore({ folder }: FileBlockStoreOptions): BlockStore {
  const unfinished = join(folder, 'unfinished')
  try {
    makeFolder(unfinished)
    removeLeftovers(unfinished)
  } catch (error) {
    throw toStorageError(error, folder)
  }
  const pathOf = (name: string) => join(folder, name.slice(-3, -1), name)

  return {
    async put(bytes, { codec, signal }) {
      signal?.throwIfAborted()
      checkBlockSize(bytes)
      const kept = bytes.slice() // the caller may reuse its buffer while this one is written
      const cid = computeCid(kept, codec)
      const path = pathOf(cid.toString())
      try {
        makeFolder(dirname(path))
        // Another put may have named the file without having synced the folder yet.
        if (await holds(path, kept)) syncFolder(dirname(path))
        else await writeFileDurably(path, kept, join(unfinished, temporaryName()), signal)
      } catch (error) {
        throw toStorageError(error, path)
      }
      return cid
    },
    async get(cid, { signal } = {}) {
      signal?.throwIfAborted()
      const name = blockName(cid)
      const path = pathOf(name)
      try {
        const size = await sizeOf(path)
        if (size === undefined) throw new DsoError('BLOCK_NOT_FOUND', { details: { cid: name } })
        if (size > MAX_BLOCK_BYTES) {
          throw new DsoError('BLOCK_CORRUPT', { details: { cid: name, source: path, bytes: size } })
        }
        return checkBlock(new Uint8Array(await readFile(path, { signal })), cid, path)
      } catch (error) {
        signal?.throwIfAborted()
        throw toStorageError(error, path)
      }
    },
    async has(cid) {
      if (!isSupportedCid(cid)) return false
      const path = pathOf(cid.toString())
      try {
        return (await sizeOf(path)) !== undefined
      } catch (error) {
        throw toStorageError(error, path)
      }
    },
  }
}

/** Bytes of a file; infinite for what is there but no plain file, undefined for what is not there. */
async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = await lstat(path)
    return found.isFile() ? found.size : Infinity
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  return (await sizeOf(path)) === bytes.length && equalBytes(await readFile(path), bytes)
}

/** Named by process, so that what a killed one left can be told from what this one is writing. */
function temporaryName(): string {
  return `${process.pid}-${randomUUID()}`
}

function removeLeftovers(unfinished: string): void {
  for (const name of readdirSync(unfinished)) {
    if (!name.startsWith(`${process.pid}-`)) rmSync(join(unfinished, name), { force: true })
  }
}
