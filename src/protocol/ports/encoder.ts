import type { CallOptions } from './call-options.ts'

/** A sentence encoder: text to unit vector. */
export interface Encoder {
  /** Human-readable name, for tables. */
  readonly name: string
  /** SHA-256 (hex) of the weights. */
  readonly hash: string
  /** Length of every vector. */
  readonly dimension: number
  /**
   * Embeds texts, in order.
   * @returns one Float32Array of length {@link dimension} and L2 norm 1 ± 1e-5 per text
   * @throws DsoError `MODEL_FAILED`, `RECORDING_MISS`
   */
  embed(texts: readonly string[], options?: CallOptions): Promise<Float32Array[]>
  /** Frees the encoder's memory. Idempotent. */
  close(): Promise<void>
}

/** What finished embeddings left behind, by text key: the counterpart of `Cassette` for encoders. */
export interface EmbeddingCassette {
  /** The vector kept under `key`, if any. */
  get(key: string): Promise<Float32Array | undefined>
  /** Keeps a vector durably before it resolves. Putting the same key twice keeps the first. */
  put(key: string, vector: Float32Array): Promise<void>
}
