import { DsoError } from '../errors.ts'
import { SCALE_BYTES } from './encode-embedding.ts'
import type { EmbeddingProfile } from './profile.ts'
import { rotateBack } from './rotate.ts'

/**
 * The unit vector that a code stands for. The scale is checked but has no influence: it was chosen by the sender, and
 * only directions are compared.
 *
 * @returns `profile.dimension` values of L2 norm 1 ± 1e-6
 * @throws DsoError `LENGTH_MISMATCH`, `SCALE_INVALID` unless the scale is a finite positive number, `FORMAT_INVALID`
 *   for a `direct8` code that no encoder makes (a −128, or zeros only)
 */
export function decodeEmbedding(profile: EmbeddingProfile, code: Uint8Array): Float32Array {
  if (code.length !== profile.bytes) {
    throw new DsoError('LENGTH_MISMATCH', {
      details: { bytes: code.length, expected: profile.bytes, profile: profile.id },
    })
  }
  const view = new DataView(code.buffer, code.byteOffset, code.byteLength)
  const scale = view.getFloat32(0, true)
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) {
    throw new DsoError('SCALE_INVALID', { details: { scale, profile: profile.id } })
  }
  const values = code.subarray(SCALE_BYTES)
  return profile.codec === 'direct8' ? readBytes(values, profile) : readSigns(values, profile)
}

function readBytes(values: Uint8Array, profile: EmbeddingProfile): Float32Array {
  const steps = Int8Array.from(values)
  // An integer below 2^53, so every language finds the same norm.
  const squares = steps.reduce((sum, step) => sum + step * step, 0)
  if (squares === 0 || steps.includes(-128)) {
    throw new DsoError('FORMAT_INVALID', { details: { field: 'code', profile: profile.id } })
  }
  const norm = Math.sqrt(squares)
  return Float32Array.from(steps, (step) => step / norm)
}

function readSigns(values: Uint8Array, profile: EmbeddingProfile): Float32Array {
  const unit = 1 / Math.sqrt(profile.dimension)
  const rotated = Float64Array.from({ length: profile.dimension }, (_, i) =>
    (values[i >> 3]! >> (i & 7)) & 1 ? unit : -unit,
  )
  return Float32Array.from(rotateBack(rotated, profile.rotationSeed ?? ''))
}
