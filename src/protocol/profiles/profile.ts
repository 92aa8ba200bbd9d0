/** How an embedding travels: the encoder that makes it and the codec of its bytes. Nodes compare only within one profile. */
export interface EmbeddingProfile {
  /** Name in records and operations. */
  readonly id: string
  /** Number in the chain's `schema` field. */
  readonly schema: bigint
  /** Length of the vector. */
  readonly dimension: 384
  /**
   * `direct8`: one signed byte a dimension. `rsign1`: one sign bit a dimension after a seeded rotation. `expanded1`: the
   * signs of a seeded expansion to 7680 dimensions.
   */
  readonly codec: 'direct8' | 'rsign1' | 'expanded1'
  /** Length of a code. */
  readonly bytes: number
  /** SHA-256 (hex) of the encoder's weights. */
  readonly encoderHash: string
  /** UTF-8 text that the rotation or expansion is derived from; not for `direct8`. */
  readonly rotationSeed?: string
}

/** SHA-256 of the all-MiniLM-L6-v2 weights (weight-only int8 ONNX) that all profiles name. */
const MINILM = '8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6'

/** The default on the wire: near-exact, 388 bytes. */
export const DIRECT_384: EmbeddingProfile = {
  id: 'direct-384',
  schema: 1n,
  dimension: 384,
  codec: 'direct8',
  bytes: 388,
  encoderHash: MINILM,
}

/** Seed A's size, 52 bytes: for scanning and where bytes are scarce. */
export const SIGN_384: EmbeddingProfile = {
  id: 'sign-384',
  schema: 2n,
  dimension: 384,
  codec: 'rsign1',
  bytes: 52,
  encoderHash: MINILM,
  rotationSeed: 'dso/sign-384',
}

/** Seed B's size, 964 bytes: signs of 7680 dimensions, for compatibility and for votes over signs. */
export const ZIP002_7680: EmbeddingProfile = {
  id: 'zip002-7680',
  schema: 3n,
  dimension: 384,
  codec: 'expanded1',
  bytes: 964,
  encoderHash: MINILM,
  rotationSeed: 'dso/zip002-7680',
}
