import { DsoError } from '../../protocol/errors.ts'
import type { CallOptions } from '../../protocol/ports/call-options.ts'
import type { EmbeddingCassette, Encoder } from '../../protocol/ports/encoder.ts'
import { embeddingKey } from './request-key.ts'

/** Whose vectors are replayed. */
export interface ReplayEncoderOptions {
  /** Name of the recorded encoder. */
  name: string
  /** Hash of the recorded encoder: part of every key. */
  hash: string
  /** Length of its vectors. */
  dimension: number
  cassette: Pick<EmbeddingCassette, 'get'>
}

/**
 * An encoder that knows only what was recorded. Its `embed` throws `RECORDING_MISS` for another text, and
 * `RECORDING_CORRUPT` for a vector of another length.
 */
export function createReplayEncoder(options: ReplayEncoderOptions): Encoder {
  const { name, hash, dimension, cassette } = options
  let closed = false
  return {
    name,
    hash,
    dimension,
    async embed(texts: readonly string[], { signal }: CallOptions = {}): Promise<Float32Array[]> {
      signal?.throwIfAborted()
      if (closed) throw new DsoError('MODEL_FAILED', { details: { name, reason: 'closed' } })
      const vectors: Float32Array[] = []
      for (const text of texts) {
        const key = embeddingKey(hash, text)
        const vector = await cassette.get(key)
        signal?.throwIfAborted()
        if (vector === undefined) {
          const details = { model: name, key, characters: text.length }
          throw new DsoError('RECORDING_MISS', { details })
        }
        if (vector.length !== dimension) {
          const details = { model: name, key, length: vector.length, dimension }
          throw new DsoError('RECORDING_CORRUPT', { details })
        }
        vectors.push(vector)
      }
      return vectors
    },
    close() {
      closed = true
      return Promise.resolve()
    },
  }
}
