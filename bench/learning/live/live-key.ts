import { createHash } from 'node:crypto'

/** What is kept of a live run, beside answers of the model alone. */
export type LiveKind = 'product' | 'prior'

/** Counts up when the same parts come to mean something else: recordings do not outlive a version. */
const VERSION = 1

/** The key of something that only a model with logits can make: SHA-256 (hex) of all that can change it. */
export function liveKey(kind: LiveKind, modelHash: string, parts: unknown): string {
  const text = JSON.stringify(['live', VERSION, kind, modelHash, parts])
  return createHash('sha256').update(text).digest('hex')
}
