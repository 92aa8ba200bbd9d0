import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { WeightsFile } from './manifest.ts'

/** SHA-256 (hex) of a file, or of its bytes `start` … `start + length − 1`. */
export async function hashFile(
  path: string,
  range: { start?: number; length?: number; signal?: AbortSignal | undefined } = {},
): Promise<string> {
  const { start = 0, length, signal } = range
  const hash = createHash('sha256')
  const stream = createReadStream(path, {
    start,
    highWaterMark: 1 << 20,
    ...(length === undefined ? {} : { end: start + length - 1 }),
    ...(signal === undefined ? {} : { signal }),
  })
  for await (const chunk of stream) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Compares a file with what the manifest promises; the size first, because that costs nothing. */
export async function checkFile(
  path: string,
  expected: Pick<WeightsFile, 'bytes' | 'sha256'>,
  signal?: AbortSignal,
): Promise<'verified' | 'missing' | 'corrupt'> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined || !found.isFile()) return 'missing'
  if (found.size !== expected.bytes) return 'corrupt'
  return (await hashFile(path, { signal })) === expected.sha256 ? 'verified' : 'corrupt'
}
