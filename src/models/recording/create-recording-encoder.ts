import { DsoError } from '../../protocol/errors.ts'
import type { CallOptions } from '../../protocol/ports/call-options.ts'
import type { EmbeddingCassette, Encoder } from '../../protocol/ports/encoder.ts'
import { embeddingKey } from './request-key.ts'

/**
 * Puts a cassette before an encoder: a text that was ever embedded is not embedded again. Closing it closes the
 * encoder.
 */
export function createRecordingEncoder(encoder: Encoder, cassette: EmbeddingCassette): Encoder {
  const { name, hash, dimension } = encoder
  let closed = false
  return {
    name,
    hash,
    dimension,
    async close() {
      closed = true
      await encoder.close()
    },
    async embed(texts: readonly string[], options: CallOptions = {}): Promise<Float32Array[]> {
      options.signal?.throwIfAborted()
      if (closed) throw new DsoError('MODEL_FAILED', { details: { name, reason: 'closed' } })
      const vectors = new Map<string, Float32Array>()
      const missing: string[] = []
      for (const text of new Set(texts)) {
        const kept = await cassette.get(embeddingKey(hash, text))
        if (kept === undefined) missing.push(text)
        else vectors.set(text, kept)
      }
      const made = missing.length === 0 ? [] : await encoder.embed(missing, options)
      for (const [index, text] of missing.entries()) {
        const vector = made[index]
        if (vector === undefined) continue
        await cassette.put(embeddingKey(hash, text), vector)
        vectors.set(text, vector)
      }
      options.signal?.throwIfAborted()
      return texts.map((text) => Float32Array.from(vectors.get(text) ?? []))
    },
  }
}
