import { z } from 'zod'
import { DsoError } from '../protocol/errors.ts'
import type { EmbeddingCassette } from '../protocol/ports/encoder.ts'
import type { Cassette, Completion } from '../protocol/ports/language-model.ts'
import { checkFinite } from './vector-index.ts'

/** One thing kept: a completion under its request key, or an embedding under its text key. */
export type CassetteEntry =
  | { kind: 'completion'; key: string; completion: Completion }
  | { kind: 'embedding'; key: string; vector: Float32Array }

/** A {@link Cassette} of completions, with the embeddings kept beside them. */
export interface ClosableCassette extends Cassette, Disposable {
  readonly embeddings: EmbeddingCassette
  /** Everything that is kept, in order of key, completions before embeddings: the input of `writeRecording`. */
  listEntries(): Promise<CassetteEntry[]>
  /** Writes what is still waiting and closes the file. Idempotent. */
  close(): void
}

/** A key: 1…200 printable ASCII characters without spaces, as a hash in hex has. */
export const keySchema = z.string().regex(/^[!-~]{1,200}$/)

/** A completion as it is kept, with its fields in this order. */
export const completionSchema = z.strictObject({
  text: z.string(),
  finish: z.enum(['stop', 'length']),
  promptTokens: z.int().nonnegative(),
  completionTokens: z.int().nonnegative(),
  durationMs: z.number().nonnegative(),
})

/**
 * A copy of a completion that can be kept and given back unchanged.
 * @throws DsoError `FORMAT_INVALID`
 */
export function checkCompletion(key: string, completion: Completion): Completion {
  checkKey(key)
  const parsed = completionSchema.safeParse(completion)
  if (!parsed.success) throw invalid(key, parsed.error)
  return parsed.data
}

/**
 * A copy of a vector that can be kept and given back unchanged.
 * @throws DsoError `FORMAT_INVALID`, `VALUE_NOT_FINITE`
 */
export function checkVector(key: string, vector: Float32Array): Float32Array {
  checkKey(key)
  if (vector.length === 0) throw new DsoError('FORMAT_INVALID', { details: { key, length: 0 } })
  checkFinite(vector)
  return vector.slice()
}

/** Order of entries: by key, completions before embeddings. */
export function compareEntries(a: CassetteEntry, b: CassetteEntry): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1
  return 0
}

function checkKey(key: string): void {
  const parsed = keySchema.safeParse(key)
  if (!parsed.success) throw invalid(key.slice(0, 200), parsed.error)
}

function invalid(key: string, error: z.ZodError): DsoError {
  const fields = error.issues.map((issue) => issue.path.join('.') || 'key')
  return new DsoError('FORMAT_INVALID', { details: { key, fields }, cause: error })
}
