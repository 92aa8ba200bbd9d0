import { bytesToHex } from '@noble/hashes/utils.js'
import { decodeEmbedding } from '../../../src/protocol/profiles/decode-embedding.ts'
import { encodeEmbedding } from '../../../src/protocol/profiles/encode-embedding.ts'
import {
  DIRECT_384,
  type EmbeddingProfile,
  SIGN_384,
  ZIP002_7680,
} from '../../../src/protocol/profiles/profile.ts'
import { PALEY_12 } from '../../../src/kernels/scalar/paley.ts'
import { sampleVector } from './sample-vector.ts'
import { numbersToHex } from './show-numbers.ts'

/** Embeddings and their codes, ordinary ones and edges of the number format, and codes that are refused. */
export function createProfileVectors(): object {
  const vectors: [string, Float32Array][] = [
    ['random', sampleVector(5)],
    ['first dimension only', sparse({ 0: 1 })],
    [
      'one dimension, −0 elsewhere',
      Float32Array.from(sampleVector(6), (_, i) => (i === 37 ? -2 : -0)),
    ],
    [
      'halves, rounded away from zero',
      Float32Array.from(sampleVector(7), (_, i) => (i === 0 ? 127 : (i % 9) - 4.5)),
    ],
    ['denormal entries', sparse({ 3: 1e-40, 4: -1e-40, 5: 2e-39 })],
    ['largest floats', Float32Array.from(sampleVector(8), (x) => (x < 0 ? -3e38 : 3e38))],
  ]
  const profiles = [DIRECT_384, SIGN_384]
  // Its codes are long; expansion.json has more of them.
  const expanded = vectors.slice(0, 1)
  const one = '0000803f'
  const direct = (scale: string, values: string) => ({
    profile: 'direct-384',
    code: scale + values,
  })
  const ones = '01'.repeat(384)
  return {
    description:
      'Embedding codes. `floats` and `decoded` are 384 little-endian f32, `code` is what travels; all hex. A case names its input; both directions agree bit by bit. Every refused case names its error code.',
    profiles: [...profiles, ZIP002_7680].map(({ schema, ...profile }) => ({
      ...profile,
      schema: Number(schema),
    })),
    paley12: PALEY_12.map((row) => row.map((entry) => (entry > 0 ? '+' : '-')).join('')),
    inputs: vectors.map(([name, vector]) => ({ name, floats: numbersToHex(vector) })),
    cases: [
      ...vectors.flatMap(([name, vector]) =>
        profiles.map((profile) => show(name, profile, vector)),
      ),
      ...expanded.map(([name, vector]) => show(name, ZIP002_7680, vector)),
    ],
    refusedCodes: [
      { name: 'one byte short', error: 'LENGTH_MISMATCH', ...direct(one, '01'.repeat(383)) },
      { name: 'one byte long', error: 'LENGTH_MISMATCH', ...direct(one, '01'.repeat(385)) },
      { name: 'nothing', error: 'LENGTH_MISMATCH', ...direct('', '') },
      { name: 'scale 0', error: 'SCALE_INVALID', ...direct('00000000', ones) },
      { name: 'scale −0', error: 'SCALE_INVALID', ...direct('00000080', ones) },
      { name: 'scale −1', error: 'SCALE_INVALID', ...direct('000080bf', ones) },
      { name: 'scale infinite', error: 'SCALE_INVALID', ...direct('0000807f', ones) },
      { name: 'scale NaN', error: 'SCALE_INVALID', ...direct('0000c07f', ones) },
      { name: 'zeros only', error: 'FORMAT_INVALID', ...direct(one, '00'.repeat(384)) },
      { name: '−128', error: 'FORMAT_INVALID', ...direct(one, `80${'01'.repeat(383)}`) },
      {
        name: 'sign code one byte short',
        error: 'LENGTH_MISMATCH',
        profile: 'sign-384',
        code: one + 'ff'.repeat(47),
      },
      {
        name: 'sign code, scale NaN',
        error: 'SCALE_INVALID',
        profile: 'sign-384',
        code: `0000c0ff${'ff'.repeat(48)}`,
      },
      {
        name: 'no step reaches 127',
        error: 'FORMAT_INVALID',
        ...direct(one, '01'.repeat(384)),
      },
      {
        name: 'the code of another profile',
        error: 'LENGTH_MISMATCH',
        profile: 'zip002-7680',
        code: one + 'ff'.repeat(48),
      },
    ],
    refusedInputs: [
      { name: 'all zeros', error: 'SCALE_INVALID', floats: '00000000'.repeat(384) },
      { name: 'NaN', error: 'VALUE_NOT_FINITE', floats: `0000c07f${one.repeat(383)}` },
      { name: 'infinite', error: 'VALUE_NOT_FINITE', floats: `${one.repeat(383)}000080ff` },
      { name: '383 values', error: 'LENGTH_MISMATCH', floats: one.repeat(383) },
    ],
  }
}

function show(name: string, profile: EmbeddingProfile, vector: Float32Array): object {
  const code = encodeEmbedding(profile, vector)
  return {
    input: name,
    profile: profile.id,
    code: bytesToHex(code),
    decoded: numbersToHex(decodeEmbedding(profile, code)),
  }
}

function sparse(entries: Readonly<Record<number, number>>): Float32Array {
  const vector = new Float32Array(DIRECT_384.dimension)
  for (const [index, value] of Object.entries(entries)) vector[Number(index)] = value
  return vector
}
