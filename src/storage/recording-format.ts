import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompressSync, constants } from 'node:zlib'
import { z } from 'zod'
import { DsoError } from '../protocol/errors.ts'
import {
  type CassetteEntry,
  checkCompletion,
  checkVector,
  compareEntries,
  completionSchema,
  keySchema,
} from './cassette-entry.ts'
import { bytesToVector, vectorToBytes } from './vector-bytes.ts'

/** Largest recording file in bytes: it is kept in a repository. */
export const MAX_RECORDING_BYTES = 5_000_000

/** Largest recording once unpacked, in bytes, so that a small file cannot fill the memory. */
export const MAX_UNPACKED_BYTES = 50_000_000

const headerSchema = z.strictObject({
  format: z.literal('dso-recording'),
  version: z.literal(1),
  entries: z.int().nonnegative(),
  sha256: z.string(),
})

const lineSchema = z.union([
  z.strictObject({ key: keySchema, completion: completionSchema }),
  z.strictObject({ key: keySchema, vector: z.base64().min(1) }),
])

/**
 * Packs entries: a header line with their number and the SHA-256 of what follows, then one JSON line an entry in order
 * of key, all of it in brotli. Equal entries give equal bytes; of two with one key the first is kept.
 *
 * @throws DsoError `FORMAT_INVALID`, `VALUE_NOT_FINITE` for an entry, `BYTES_TOO_LONG` for the whole
 */
export async function encodeRecording(
  entries: Iterable<CassetteEntry>,
): Promise<{ bytes: Uint8Array; entries: number }> {
  // The sort is stable, so the first of equals stays first.
  const sorted = [...entries].sort(compareEntries)
  const distinct = sorted.filter((entry, i) => {
    const previous = sorted[i - 1]
    return previous === undefined || compareEntries(previous, entry) !== 0
  })
  const body = distinct.map((entry) => `${JSON.stringify(toLine(entry))}\n`).join('')
  const header: z.input<typeof headerSchema> = {
    format: 'dso-recording',
    version: 1,
    entries: distinct.length,
    sha256: hash(body),
  }
  const unpacked = Buffer.from(`${JSON.stringify(header)}\n${body}`)
  checkLength(unpacked, MAX_UNPACKED_BYTES)
  const bytes = await promisify(brotliCompress)(unpacked, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: unpacked.length,
    },
  })
  checkLength(bytes, MAX_RECORDING_BYTES)
  return { bytes, entries: distinct.length }
}

/**
 * Unpacks what {@link encodeRecording} packed and nothing else.
 * @throws DsoError `RECORDING_CORRUPT` with the first reason found
 */
export function decodeRecording(bytes: Uint8Array, path: string): CassetteEntry[] {
  const refuse = (reason: string, cause?: unknown) =>
    new DsoError('RECORDING_CORRUPT', { details: { path, reason }, cause })
  if (bytes.length > MAX_RECORDING_BYTES) throw refuse('too large')
  let text: string
  try {
    const unpacked = brotliDecompressSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES })
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpacked)
  } catch (cause) {
    throw refuse('cannot be unpacked', cause)
  }
  const end = text.indexOf('\n')
  const header = readJson(text.slice(0, end), headerSchema)
  if (end < 0 || header === undefined) throw refuse('unknown header')
  const body = text.slice(end + 1)
  if (hash(body) !== header.sha256) throw refuse('hash differs')
  const lines = body.split('\n')
  if (lines.pop() !== '' || lines.length !== header.entries) throw refuse('entries are missing')
  const entries = lines.map((line, index) => {
    const entry = fromLine(line)
    if (entry === undefined) throw refuse(`entry ${index} is malformed`)
    return entry
  })
  for (const [index, entry] of entries.entries()) {
    const previous = entries[index - 1]
    if (previous !== undefined && compareEntries(previous, entry) >= 0) {
      throw refuse(`entry ${index} is out of order`)
    }
  }
  return entries
}

function toLine(entry: CassetteEntry): z.input<typeof lineSchema> {
  const { key } = entry
  if (entry.kind === 'completion') {
    return { key, completion: checkCompletion(key, entry.completion) }
  }
  const bytes = vectorToBytes(checkVector(key, entry.vector))
  return { key, vector: Buffer.from(bytes).toString('base64') }
}

function fromLine(line: string): CassetteEntry | undefined {
  const parsed = readJson(line, lineSchema)
  if (parsed === undefined) return undefined
  const entry = toEntry(parsed)
  // One spelling an entry, so that equal recordings are equal files.
  return entry !== undefined && JSON.stringify(toLine(entry)) === line ? entry : undefined
}

function toEntry(line: z.output<typeof lineSchema>): CassetteEntry | undefined {
  const { key } = line
  if ('completion' in line) return { kind: 'completion', key, completion: line.completion }
  const vector = bytesToVector(Buffer.from(line.vector, 'base64'))
  if (vector === undefined || !vector.every(Number.isFinite)) return undefined
  return { kind: 'embedding', key, vector }
}

function readJson<T>(text: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function checkLength(bytes: Uint8Array, limit: number): void {
  if (bytes.length > limit) {
    throw new DsoError('BYTES_TOO_LONG', { details: { bytes: bytes.length, limit } })
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
