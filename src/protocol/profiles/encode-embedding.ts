import { encodeDirect8 } from '../codecs/encode-direct8.ts'
import { encodeExpanded } from '../codecs/encode-expanded.ts'
import { encodeRsign1 } from '../codecs/encode-rsign1.ts'
import { checkCount, readScale } from '../codecs/record.ts'
import { DsoError } from '../errors.ts'
import type { EmbeddingProfile } from './profile.ts'

/**
 * The code of an embedding under a profile: a little-endian f32 scale, then one value a dimension.
 *
 * - `direct8`: scale = max |x| / 127, then x / scale rounded half away from zero, as int8
 * - `rsign1`: the vector is rotated; scale = mean |y|; bit j of byte k is 1 exactly when y[8k + j] ≥ 0, −0 included
 * - `expanded1`: the same with the vector expanded to 7680 dimensions
 *
 * All arithmetic is f64 in a fixed order, so that the same floats give the same bytes everywhere. The floats themselves
 * differ between runtimes: compare codes by cosine.
 *
 * @param vector `profile.dimension` values, not all zero; only its direction survives
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `SCALE_INVALID` when the vector is too small to have a scale
 */
export function encodeEmbedding(profile: EmbeddingProfile, vector: Float32Array): Uint8Array {
  checkCount(vector, profile.dimension, 'vector')
  const code = encode(profile, vector)
  if (readScale(code) === 0) {
    throw new DsoError('SCALE_INVALID', { details: { field: 'vector', scale: 0 } })
  }
  return code
}

function encode({ codec, rotationSeed: seed = '' }: EmbeddingProfile, vector: Float32Array) {
  switch (codec) {
    case 'direct8':
      return encodeDirect8(vector)
    case 'rsign1':
      return encodeRsign1(vector, { seed })
    case 'expanded1':
      return encodeExpanded(vector, seed)
  }
}
