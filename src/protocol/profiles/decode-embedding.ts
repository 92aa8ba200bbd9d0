import { decodeSteps } from '../codecs/direct-steps.ts'
import { checkBytes, readScale, SCALE_BYTES } from '../codecs/record.ts'
import { refineSigns } from '../codecs/refine-signs.ts'
import { rotateBack } from '../codecs/rotate-back.ts'
import { unpackSigns } from '../codecs/unpack-signs.ts'
import { DsoError } from '../errors.ts'
import type { EmbeddingProfile } from './profile.ts'

/**
 * The unit vector that a code stands for. The scale is checked but has no influence: it was chosen by the sender, and
 * only directions are compared.
 *
 * @returns `profile.dimension` values of L2 norm 1 ± 1e-6
 * @throws DsoError `LENGTH_MISMATCH`, `SCALE_INVALID` unless the scale is a finite positive number, `FORMAT_INVALID`
 *   for steps of `direct8` that no encoder makes, and signs of `expanded1` that point nowhere
 */
export function decodeEmbedding(profile: EmbeddingProfile, code: Uint8Array): Float32Array {
  checkBytes(code, profile.bytes)
  const scale = readScale(code)
  if (scale === 0) {
    throw new DsoError('SCALE_INVALID', {
      details: { field: 'scale', scale, profile: profile.id },
    })
  }
  return Float32Array.from(readDirection(profile, code))
}

function readDirection(
  { codec, dimension, rotationSeed: seed = '' }: EmbeddingProfile,
  code: Uint8Array,
): Float64Array {
  const signs = code.subarray(SCALE_BYTES)
  switch (codec) {
    case 'direct8':
      return readSteps(code, dimension)
    case 'rsign1':
      return rotateBack(unpackSigns(signs, 1 / Math.sqrt(dimension)), seed)
    case 'expanded1':
      return refineSigns(signs, { count: dimension, seed })
  }
}

function readSteps(code: Uint8Array, dimension: number): Float64Array {
  const { steps } = decodeSteps(code, dimension, 1)
  let squares = 0
  // An integer below 2^53, so every language finds the same norm.
  for (const step of steps) squares += step * step
  const norm = Math.sqrt(squares)
  return Float64Array.from(steps, (step) => step / norm)
}
