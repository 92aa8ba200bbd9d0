import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import type { CassetteEntry } from './cassette-entry.ts'
import { makeFolder } from './make-folder.ts'
import { encodeRecording } from './recording-format.ts'
import { toStorageError } from './storage-error.ts'
import { writeFileDurably } from './write-file-durably.ts'

/** What to write where. */
export interface WriteRecordingOptions {
  /** The file; replaced as a whole if it exists. */
  path: string
  /** In any order; of two of one kind with one key the first is kept. */
  entries: Iterable<CassetteEntry>
}

/** What was written. */
export interface WriteRecordingResult {
  /** Size of the file in bytes. */
  bytes: number
  /** Distinct entries in it. */
  entries: number
}

/**
 * Writes a recording for `openRecording`. Equal entries give an equal file; on failure the old file stays.
 *
 * @throws DsoError `BYTES_TOO_LONG` above `MAX_RECORDING_BYTES`, `FORMAT_INVALID`, `VALUE_NOT_FINITE`, `STORE_FULL`,
 * `STORE_FAILED`
 */
export async function writeRecording({
  path,
  entries,
}: WriteRecordingOptions): Promise<WriteRecordingResult> {
  const recording = await encodeRecording(entries)
  try {
    makeFolder(dirname(path))
    await writeFileDurably(path, recording.bytes, `${path}.${randomUUID()}.tmp`)
  } catch (error) {
    throw toStorageError(error, path)
  }
  return { bytes: recording.bytes.length, entries: recording.entries }
}
