import type { Cassette, EmbeddingCassette } from '../protocol/ports.ts'
import { type CassetteEntry, compareEntries } from '../storage/cassette-entry.ts'

/** Where completions and embeddings are kept. */
export interface CassettePair extends Cassette {
  readonly embeddings: EmbeddingCassette
}

/** A cassette that knows what was asked of it. */
export interface TrackedCassette {
  readonly cassette: CassettePair
  /** Every distinct entry that was read or kept through it, in order of key. */
  listUsed(): CassetteEntry[]
}

/** Notes every entry that passes through a cassette, so that a recording holds one run and not a whole history. */
export function trackUse(inner: CassettePair): TrackedCassette {
  const completions = new Map<string, CassetteEntry>()
  const vectors = new Map<string, CassetteEntry>()
  return {
    listUsed: () => [...completions.values(), ...vectors.values()].sort(compareEntries),
    cassette: {
      async get(key) {
        const completion = await inner.get(key)
        if (completion !== undefined) completions.set(key, { kind: 'completion', key, completion })
        return completion
      },
      async put(key, completion) {
        await inner.put(key, completion)
        if (!completions.has(key)) completions.set(key, { kind: 'completion', key, completion })
      },
      embeddings: {
        async get(key) {
          const vector = await inner.embeddings.get(key)
          if (vector !== undefined) vectors.set(key, { kind: 'embedding', key, vector })
          return vector
        },
        async put(key, vector) {
          await inner.embeddings.put(key, vector)
          if (!vectors.has(key)) vectors.set(key, { kind: 'embedding', key, vector })
        },
      },
    },
  }
}
