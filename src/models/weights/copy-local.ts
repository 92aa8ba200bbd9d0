import { constants, copyFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { checkFile } from './hash-file.ts'
import type { WeightsEntry, WeightsFile } from './manifest.ts'
import { CorruptSource } from './source-failure.ts'

/** Where to copy from and to. */
export interface CopyLocalOptions {
  /** A folder that the user filled: `FOLDER/NAME/FILE` or `FOLDER/FILE`. */
  from: string
  /** The final path; it appears only when it is whole. */
  to: string
  signal?: AbortSignal | undefined
}

/** Takes a file from a folder of the user's, who keeps the original. */
export async function copyLocal(
  entry: WeightsEntry,
  file: WeightsFile,
  { from, to, signal }: CopyLocalOptions,
): Promise<void> {
  const candidates = [join(from, entry.name, file.file), join(from, file.file)]
  const source = await firstWithSize(candidates, file.bytes)
  const partial = `${to}.local`
  try {
    await copyFile(source, partial, constants.COPYFILE_FICLONE)
    if ((await checkFile(partial, file, signal)) !== 'verified') {
      throw new CorruptSource(`${source} has another hash`)
    }
    await rename(partial, to)
  } finally {
    await rm(partial, { force: true })
  }
}

async function firstWithSize(paths: readonly string[], bytes: number): Promise<string> {
  const seen: string[] = []
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined)
    if (found?.isFile() === true && found.size === bytes) return path
    if (found !== undefined) seen.push(`${path} has ${found.size} bytes instead of ${bytes}`)
  }
  if (seen.length > 0) throw new CorruptSource(seen.join(', '))
  throw new Error(`no ${paths.join(' or ')}`)
}
