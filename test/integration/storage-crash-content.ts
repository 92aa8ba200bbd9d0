import type { Completion } from '../../src/protocol/ports/language-model.ts'
import type { ExperienceRecord } from '../../src/protocol/ports/store.ts'

/** What the killed process writes at step `seq`: a block of a size of its own. */
export function blockOf(seq: number): Uint8Array {
  return new Uint8Array(500 + ((seq * 397) % 9000)).fill(seq).with(0, seq >>> 8)
}

/** What it saves as one of the two records of step `seq`. */
export function recordOf(seq: number, part: number): ExperienceRecord {
  return {
    cid: `${seq}.${part}`,
    bytes: blockOf(seq),
    domain: 'crash',
    entryId: BigInt(seq),
    status: 'own',
    reason: undefined,
    embedding: vectorOf(seq),
  }
}

/** What it keeps as the embedding of step `seq`. */
export function vectorOf(seq: number): Float32Array {
  return Float32Array.from({ length: 384 }, (_, index) => Math.sin(seq + index))
}

/** What it keeps as a completion under `key`. */
export function completionOf(key: string): Completion {
  return { text: key, finish: 'stop', promptTokens: 1, completionTokens: 2, durationMs: 0.5 }
}
