import { readFile, stat } from 'node:fs/promises'
import { DsoError } from '../protocol/errors.ts'
import type { EmbeddingCassette } from '../protocol/ports/encoder.ts'
import type { Cassette, Completion } from '../protocol/ports/language-model.ts'
import { decodeRecording, MAX_RECORDING_BYTES } from './recording-format.ts'

/** Where the recording lies. */
export interface OpenRecordingOptions {
  path: string
}

/** A cassette that only answers; its puts reject with DsoError `RECORDING_READ_ONLY`. */
export interface Recording extends Cassette {
  readonly embeddings: EmbeddingCassette
  /** Number of completions and embeddings. */
  readonly size: number
}

/**
 * Reads a recording whole and checks all of it before the first answer.
 * @throws DsoError `RECORDING_CORRUPT`, also when the file is missing
 */
export async function openRecording({ path }: OpenRecordingOptions): Promise<Recording> {
  const entries = decodeRecording(await readWhole(path), path)
  const completions = new Map<string, Completion>()
  const vectors = new Map<string, Float32Array>()
  for (const entry of entries) {
    if (entry.kind === 'completion') completions.set(entry.key, entry.completion)
    else vectors.set(entry.key, entry.vector)
  }
  const put = async () => {
    throw new DsoError('RECORDING_READ_ONLY', { details: { path } })
  }
  return {
    size: entries.length,
    async get(key) {
      const completion = completions.get(key)
      return completion && { ...completion }
    },
    put,
    embeddings: {
      async get(key) {
        return vectors.get(key)?.slice()
      },
      put,
    },
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  let size: number
  try {
    const found = await stat(path)
    size = found.isFile() ? found.size : Infinity
    if (size <= MAX_RECORDING_BYTES) return await readFile(path)
  } catch (cause) {
    throw new DsoError('RECORDING_CORRUPT', {
      details: { path, reason: 'cannot be read' },
      cause,
    })
  }
  throw new DsoError('RECORDING_CORRUPT', { details: { path, reason: 'too large' } })
}
