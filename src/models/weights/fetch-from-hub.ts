import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { checkFile } from './hash-file.ts'
import type { WeightsFile } from './manifest.ts'
import { CorruptSource } from './source-failure.ts'

/** Milliseconds until the first byte of an answer. */
const CONNECT_TIMEOUT_MS = 4000
/** Milliseconds of silence after which a download is given up; what came is kept. */
const STALL_TIMEOUT_MS = 30_000

/** Where to put the file, and with what to fetch it. */
export interface HubOptions {
  /** The final path; it appears only when it is whole. */
  to: string
  fetch: typeof globalThis.fetch
  /** Called with the bytes present so far. */
  onBytes: (bytes: number) => void
  signal?: AbortSignal | undefined
  connectTimeoutMs?: number
}

/** Downloads a file over HTTPS, going on where an earlier attempt ended. */
export async function fetchFromHub(
  url: string,
  file: WeightsFile,
  options: HubOptions,
): Promise<void> {
  const { to, signal, onBytes } = options
  const partial = `${to}.download`
  const kept = (await stat(partial).catch(() => undefined))?.size ?? 0
  if (kept < file.bytes) await download(url, partial, kept, file.bytes, options)
  if ((await checkFile(partial, file, signal)) !== 'verified') {
    await rm(partial, { force: true })
    throw new CorruptSource('the download has another hash or size')
  }
  onBytes(file.bytes)
  await rename(partial, to)
}

async function download(
  url: string,
  partial: string,
  kept: number,
  limit: number,
  { fetch, onBytes, signal, connectTimeoutMs = CONNECT_TIMEOUT_MS }: HubOptions,
): Promise<void> {
  const watchdog = new AbortController()
  const silent = (): void => watchdog.abort(new Error('no answer in time'))
  let timer = setTimeout(silent, connectTimeoutMs)
  const bothSignals = AbortSignal.any([watchdog.signal, ...(signal === undefined ? [] : [signal])])
  try {
    const response = await fetch(url, {
      signal: bothSignals,
      ...(kept > 0 ? { headers: { range: `bytes=${kept}-` } } : {}),
    })
    const resumes =
      response.status === 206 &&
      response.headers.get('content-range')?.startsWith(`bytes ${kept}-`) === true
    if (response.body === null || (response.status !== 200 && !resumes)) {
      await response.body?.cancel()
      throw new Error(`HTTP ${response.status}`)
    }
    let present = resumes ? kept : 0
    const body = response.body
    await pipeline(
      async function* () {
        for await (const chunk of body) {
          clearTimeout(timer)
          timer = setTimeout(silent, STALL_TIMEOUT_MS)
          present += chunk.byteLength
          if (present > limit) throw new CorruptSource('the download is longer than promised')
          yield chunk
          onBytes(present)
        }
      },
      createWriteStream(partial, { flags: resumes ? 'a' : 'w' }),
      { signal: bothSignals },
    )
  } catch (error) {
    if (error instanceof CorruptSource) await rm(partial, { force: true })
    throw watchdog.signal.aborted ? watchdog.signal.reason : error
  } finally {
    clearTimeout(timer)
  }
}
