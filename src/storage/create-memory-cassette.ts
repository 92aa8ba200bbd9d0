import { DsoError } from '../protocol/errors.ts'
import type { Completion } from '../protocol/ports/language-model.ts'
import {
  type CassetteEntry,
  type ClosableCassette,
  checkCompletion,
  checkVector,
  compareEntries,
} from './cassette-entry.ts'

/**
 * A cassette that lives and dies with the process, for tests and simulations.
 *
 * Its methods reject with DsoError `FORMAT_INVALID`, `VALUE_NOT_FINITE` for what cannot be kept, `STORE_CLOSED` once
 * closed.
 */
export function createMemoryCassette(): ClosableCassette {
  const completions = new Map<string, Completion>()
  const vectors = new Map<string, Float32Array>()
  let closed = false
  const checkOpen = () => {
    if (closed) throw new DsoError('STORE_CLOSED')
  }
  const close = () => {
    closed = true
  }
  return {
    async get(key) {
      checkOpen()
      const completion = completions.get(key)
      return completion && { ...completion }
    },
    async put(key, completion) {
      const checked = checkCompletion(key, completion)
      checkOpen()
      if (!completions.has(key)) completions.set(key, checked)
    },
    embeddings: {
      async get(key) {
        checkOpen()
        return vectors.get(key)?.slice()
      },
      async put(key, vector) {
        const checked = checkVector(key, vector)
        checkOpen()
        if (!vectors.has(key)) vectors.set(key, checked)
      },
    },
    async listEntries() {
      checkOpen()
      const entries: CassetteEntry[] = []
      for (const [key, completion] of completions) {
        entries.push({ kind: 'completion', key, completion: { ...completion } })
      }
      for (const [key, vector] of vectors) {
        entries.push({ kind: 'embedding', key, vector: vector.slice() })
      }
      return entries.sort(compareEntries)
    },
    close,
    [Symbol.dispose]: close,
  }
}
