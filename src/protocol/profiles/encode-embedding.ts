import { DsoError } from '../errors.ts'
import { sumInLanes } from '../vector/sum-in-lanes.ts'
import type { EmbeddingProfile } from './profile.ts'
import { rotate } from './rotate.ts'

/** Bytes of the little-endian f32 scale in front of every code. */
export const SCALE_BYTES = 4

/**
 * The code of an embedding under a profile: a little-endian f32 scale, then one value a dimension.
 *
 * - `direct8`: scale = max |x| / 127, then x / scale rounded half away from zero, as int8
 * - `rsign1`: the vector is rotated; scale = mean |y|; bit j of byte k is 1 exactly when y[8k + j] ≥ 0, −0 included
 *
 * All arithmetic is f64 in a fixed order, so that the same floats give the same bytes everywhere. The floats themselves
 * differ between runtimes: compare codes by cosine.
 *
 * @param vector `profile.dimension` values, not all zero; only its direction survives
 * @throws DsoError `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `SCALE_INVALID` when the vector is too small to have a scale
 */
export function encodeEmbedding(profile: EmbeddingProfile, vector: Float32Array): Uint8Array {
  if (vector.length !== profile.dimension) {
    throw new DsoError('LENGTH_MISMATCH', {
      details: { values: vector.length, dimension: profile.dimension },
    })
  }
  const index = vector.findIndex((value) => !Number.isFinite(value))
  if (index >= 0) throw new DsoError('VALUE_NOT_FINITE', { details: { index } })
  const code = new Uint8Array(profile.bytes)
  if (profile.codec === 'direct8') writeBytes(code, vector)
  else writeSigns(code, rotate(Float64Array.from(vector), profile.rotationSeed ?? ''))
  return code
}

function writeBytes(code: Uint8Array, vector: Float32Array): void {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const scale = writeScale(code, largest / 127)
  for (const [i, value] of vector.entries()) {
    const steps = Math.min(127, Math.floor(Math.abs(value) / scale + 0.5))
    code[SCALE_BYTES + i] = value < 0 ? -steps : steps
  }
}

function writeSigns(code: Uint8Array, rotated: Float64Array): void {
  const sum = sumInLanes(rotated.length, (i) => Math.abs(rotated[i]!))
  writeScale(code, sum / rotated.length)
  for (const [i, value] of rotated.entries()) {
    if (value >= 0) code[SCALE_BYTES + (i >> 3)]! |= 1 << (i & 7)
  }
}

/** Writes the scale and returns it as the f32 that was written. */
function writeScale(code: Uint8Array, value: number): number {
  const scale = Math.fround(value)
  if (!Number.isFinite(scale)) throw new DsoError('VALUE_NOT_FINITE', { details: { scale } })
  if (scale === 0) throw new DsoError('SCALE_INVALID', { details: { scale } })
  new DataView(code.buffer).setFloat32(0, scale, true)
  return scale
}
