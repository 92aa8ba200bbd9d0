import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from './make-folder.ts'

/**
 * Writes a file so that its name shows either nothing, what it showed before, or all of `bytes`, and the latter survives
 * a power failure once this resolves. A failed or aborted call leaves no trace.
 *
 * @param unfinished where the bytes are collected first, on the same disk as `path`
 * @throws whatever the file system throws, or the signal's reason
 */
export async function writeFileDurably(
  path: string,
  bytes: Uint8Array,
  unfinished: string,
  signal?: AbortSignal,
): Promise<void> {
  try {
    const handle = await open(unfinished, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    signal?.throwIfAborted()
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}
