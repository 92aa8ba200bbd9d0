import { readFile } from 'node:fs/promises'
import { requestKey } from '../../src/models/recording/request-key.ts'
import type { LanguageModel } from '../../src/protocol/ports.ts'
import { wrapModel } from '../../src/protocol/ports/wrap-model.ts'
import type { CassetteEntry } from '../../src/storage/cassette-entry.ts'
import { openSqliteCassette } from '../../src/storage/open-sqlite-cassette.ts'
import { decodeRecording } from '../../src/storage/recording-format.ts'
import { writeRecording } from '../../src/storage/write-recording.ts'

/** Puts a transcript's answers where a live run looks first, so that it asks only what is missing. */
export async function loadTranscript(path: string, callsPath: string): Promise<void> {
  const entries = decodeRecording(await readFile(path), path)
  using cassette = openSqliteCassette({ path: callsPath })
  for (const entry of entries) {
    if (entry.kind === 'completion') await cassette.put(entry.key, entry.completion)
  }
}

/** A model that keeps every answer it gave. */
export interface Recorder {
  model: LanguageModel
  /** Writes what was used as a transcript. */
  write(path: string): Promise<{ bytes: number; entries: number }>
}

/** Records what one cell uses, whether it was answered before or not. */
export function recordCalls(answering: LanguageModel): Recorder {
  const used = new Map<string, CassetteEntry>()
  return {
    model: wrapModel(answering, async (request, options) => {
      const completion = await answering.complete(request, options)
      const key = requestKey(answering.hash, request)
      if (!used.has(key)) used.set(key, { kind: 'completion', key, completion })
      return completion
    }),
    write: async (path) => await writeRecording({ path, entries: used.values() }),
  }
}
