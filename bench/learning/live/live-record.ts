import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { trackUse } from '../../../src/node/track-use.ts'
import type { Completion, EmbeddingCassette } from '../../../src/protocol/ports.ts'
import type { CassetteEntry } from '../../../src/storage/cassette-entry.ts'
import { decodeRecording } from '../../../src/storage/recording-format.ts'
import { writeRecording } from '../../../src/storage/write-recording.ts'

/** What a model without a recording wrapper was asked and said, by the hash of all that can change it. */
export interface LiveRecord {
  /** What is kept under a key, or what `make` makes, which is kept from then on. */
  keep(key: string, make: () => Promise<Completion>): Promise<Completion>
  /** The same for what texts mean. */
  readonly embeddings: EmbeddingCassette
  /** Writes everything that is known: a run that was stopped goes on from there. */
  saveAll(): Promise<void>
  /** Writes only what was used since it was opened: what a finished run rests on. */
  saveUsed(): Promise<void>
}

/**
 * Opens the record at a path, empty where there is none.
 *
 * @throws DsoError `RECORDING_CORRUPT`; saving throws `BYTES_TOO_LONG`, `STORE_FULL`, `STORE_FAILED`
 */
export async function openLiveRecord(path: string): Promise<LiveRecord> {
  const entries = existsSync(path) ? decodeRecording(await readFile(path), path) : []
  const known = new Map(entries.map((entry) => [nameOf(entry), entry]))
  const { cassette, listUsed } = trackUse({
    get(key) {
      const found = known.get(nameOf({ kind: 'completion', key }))
      return Promise.resolve(found?.kind === 'completion' ? { ...found.completion } : undefined)
    },
    put(key, completion) {
      add({ kind: 'completion', key, completion })
      return Promise.resolve()
    },
    embeddings: {
      get(key) {
        const found = known.get(nameOf({ kind: 'embedding', key }))
        return Promise.resolve(found?.kind === 'embedding' ? found.vector.slice() : undefined)
      },
      put(key, vector) {
        add({ kind: 'embedding', key, vector })
        return Promise.resolve()
      },
    },
  })

  function add(entry: CassetteEntry): void {
    if (!known.has(nameOf(entry))) known.set(nameOf(entry), entry)
  }
  const save = async (list: Iterable<CassetteEntry>): Promise<void> => {
    await writeRecording({ path, entries: list })
  }
  return {
    embeddings: cassette.embeddings,
    async keep(key, make) {
      const kept = await cassette.get(key)
      if (kept !== undefined) return kept
      const made = await make()
      await cassette.put(key, made)
      return made
    },
    saveAll: async () => await save(known.values()),
    saveUsed: async () => await save(listUsed()),
  }
}

function nameOf({ kind, key }: Pick<CassetteEntry, 'kind' | 'key'>): string {
  return `${kind} ${key}`
}
