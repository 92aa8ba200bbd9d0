import { createHash } from 'node:crypto'
import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import vectors from '../../../vectors/profiles.json' with { type: 'json' }
import { PALEY_12 } from '../../kernels/scalar/paley.ts'
import { rotate } from '../codecs/rotate.ts'
import { rotateBack } from '../codecs/rotate-back.ts'
import type { ErrorCode } from '../error-codes.ts'
import { cosine } from '../vector/cosine.ts'
import { decodeEmbedding } from './decode-embedding.ts'
import { encodeEmbedding } from './encode-embedding.ts'
import { findProfile } from './find-profile.ts'
import { DIRECT_384, SIGN_384, ZIP002_7680 } from './profile.ts'

const vector = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 384, maxLength: 384 })
  .map((values) => Float32Array.from(values))
  .filter((values) => values.some((value) => Math.abs(value) > 1e-3))

describe('vectors', () => {
  test.each(vectors.cases)('$profile encodes: $input', ({ input, profile, code }) => {
    expect(bytesToHex(encodeEmbedding(profileOf(profile), inputOf(input)))).toBe(code)
  })

  test.each(vectors.cases)('$profile decodes: $input', ({ profile, code, decoded }) => {
    expect(decodeEmbedding(profileOf(profile), hexToBytes(code))).toEqual(readFloats(decoded))
  })

  test.each(vectors.refusedCodes)('refuses the code: $name', ({ profile, code, error }) => {
    expect(() => decodeEmbedding(profileOf(profile), hexToBytes(code))).toThrowDso(
      error as ErrorCode,
    )
  })

  test.each(vectors.refusedInputs)('refuses the vector: $name', ({ floats, error }) => {
    for (const profile of [DIRECT_384, SIGN_384, ZIP002_7680]) {
      expect(() => encodeEmbedding(profile, readFloats(floats))).toThrowDso(error as ErrorCode)
    }
  })

  test('the profiles are those of this code', () => {
    for (const { schema, ...fields } of vectors.profiles) {
      expect(findProfile(BigInt(schema))).toMatchObject(fields)
    }
    expect(findProfile('other')).toBeUndefined()
    expect(findProfile(0n)).toBeUndefined()
  })
})

describe('direct-384', () => {
  test.prop([vector], { numRuns: 50 })('keeps the direction', (values) => {
    expect(
      cosine(values, decodeEmbedding(DIRECT_384, encodeEmbedding(DIRECT_384, values))),
    ).toBeGreaterThan(0.999)
  })

  test.prop([vector], { numRuns: 20 })('decodes to length 1', (values) => {
    const decoded = decodeEmbedding(DIRECT_384, encodeEmbedding(DIRECT_384, values))
    expect(Math.hypot(...decoded)).toBeCloseTo(1, 6)
  })

  test('has the bytes that follow by hand', () => {
    const values = new Float32Array(384)
    values.set([127, -127, 1, -1, 0.5, -0.5, 0.49, 63.5])
    const code = encodeEmbedding(DIRECT_384, values)
    // Scale 1.0, then 127, −127, 1, −1, the halves away from zero, the rest to zero.
    expect(bytesToHex(code.subarray(0, 13))).toBe('0000803f7f8101ff01ff004000')
    expect(code.length).toBe(388)
  })

  test('the scale of the sender has no influence', () => {
    const code = encodeEmbedding(DIRECT_384, inputOf('random'))
    const scaled = code.slice()
    scaled.set(hexToBytes('0000803f'))
    expect(decodeEmbedding(DIRECT_384, scaled)).toEqual(decodeEmbedding(DIRECT_384, code))
  })
})

describe('sign-384', () => {
  test.prop([vector], { numRuns: 30 })(
    'keeps the direction of any vector about equally well',
    (values) => {
      const decoded = decodeEmbedding(SIGN_384, encodeEmbedding(SIGN_384, values))
      // sqrt(2 / pi) = .798 for spread-out values; a rotation of finite length scatters around it.
      expect(cosine(values, decoded)).toBeGreaterThan(0.7)
      expect(cosine(values, decoded)).toBeLessThan(0.9)
      expect(Math.hypot(...decoded)).toBeCloseTo(1, 6)
    },
  )

  test('a vector with a single entry is spread as well', () => {
    for (let i = 0; i < 384; i += 13) {
      const values = new Float32Array(384)
      values[i] = 1
      const decoded = decodeEmbedding(SIGN_384, encodeEmbedding(SIGN_384, values))
      expect(cosine(values, decoded)).toBeGreaterThan(0.7)
    }
  })

  test('the signs and the scale are those of the dense matrix, bit 0 first', () => {
    const values = inputOf('random')
    const dense = rotateDensely(Array.from(values), SIGN_384.rotationSeed ?? '')
    const code = encodeEmbedding(SIGN_384, values)
    for (const [i, value] of dense.entries()) {
      expect((code[4 + Math.floor(i / 8)]! >> (i % 8)) & 1).toBe(value >= 0 ? 1 : 0)
    }
    const mean = dense.reduce((sum, value) => sum + Math.abs(value), 0) / 384
    expect(new DataView(code.buffer).getFloat32(0, true)).toBeCloseTo(mean, 6)
  })

  test('a rotated value of exactly zero is bit 1', () => {
    const zeros: [Float32Array, number][] = []
    for (let j = 1; j < 384; j++) {
      const values = new Float32Array(384)
      values[0] = 1
      values[j] = 1
      const at = rotate(Float64Array.from(values), SIGN_384.rotationSeed ?? '').indexOf(0)
      if (at >= 0) zeros.push([values, at])
    }
    expect(zeros.length).toBeGreaterThan(0)
    for (const [values, at] of zeros) {
      expect((encodeEmbedding(SIGN_384, values)[4 + (at >> 3)]! >> (at & 7)) & 1).toBe(1)
    }
  })
})

describe('zip002-7680', () => {
  test.prop([vector], { numRuns: 10 })(
    'has the bytes of seed B, and a direction close enough to be accepted with its text',
    (values) => {
      const code = encodeEmbedding(ZIP002_7680, values)
      expect(code.length).toBe(964)
      const decoded = decodeEmbedding(ZIP002_7680, code)
      expect(cosine(values, decoded)).toBeGreaterThan(0.985)
      expect(Math.hypot(...decoded)).toBeCloseTo(1, 6)
    },
  )

  test('a code is read by its own profile only', () => {
    const values = inputOf('random')
    for (const profile of [DIRECT_384, SIGN_384, ZIP002_7680]) {
      for (const other of [DIRECT_384, SIGN_384, ZIP002_7680]) {
        if (other === profile) continue
        expect(() => decodeEmbedding(other, encodeEmbedding(profile, values))).toThrowDso(
          'LENGTH_MISMATCH',
        )
      }
    }
  })
})

describe('rotate', () => {
  test('the matrix of order 12 is a Hadamard matrix', () => {
    for (const [i, row] of PALEY_12.entries()) {
      for (const [j, other] of PALEY_12.entries()) {
        const product = row.reduce((sum, entry, k) => sum + entry * other[k]!, 0)
        expect(product).toBe(i === j ? 12 : 0)
      }
    }
    expect(PALEY_12.map((row) => row.map((entry) => (entry > 0 ? '+' : '-')).join(''))).toEqual(
      vectors.paley12,
    )
  })

  test.prop([vector], { numRuns: 20 })(
    'is undone by rotateBack, keeps the length and its input',
    (values) => {
      const input = Float64Array.from(values)
      const rotated = rotate(input, 'seed')
      expect(input).toEqual(Float64Array.from(values))
      expect(Math.hypot(...rotated)).toBeCloseTo(Math.hypot(...values), 9)
      const kept = rotated.slice()
      const back = rotateBack(rotated, 'seed')
      expect(rotated).toEqual(kept)
      for (const [i, value] of back.entries()) expect(value).toBeCloseTo(values[i]!, 9)
    },
  )

  test('depends on the seed', () => {
    const input = Float64Array.from(inputOf('random'))
    expect(rotate(input, 'a')).not.toEqual(rotate(input, 'b'))
  })
})

/** The rotation as a textbook would write it: dense matrices, no butterflies, no fixed order of summation. */
function rotateDensely(values: number[], seed: string): number[] {
  const parity = (n: number) => n.toString(2).replaceAll('0', '').length % 2
  const entry = (i: number, j: number) =>
    PALEY_12[Math.floor(i / 32)]![Math.floor(j / 32)]! * (parity((i % 32) & (j % 32)) ? -1 : 1)
  return [0, 1].reduce((current, round) => {
    const stream = [0, 1].map((part) =>
      createHash('sha256')
        .update(`dso.rotation.v1${String.fromCharCode(round, part)}${seed}`)
        .digest(),
    )
    const bits = Buffer.concat(stream)
    const flipped = current.map((value, i) =>
      bits[Math.floor(i / 8)]! & (1 << (i % 8)) ? -value : value,
    )
    return flipped.map(
      (_, i) => flipped.reduce((sum, value, j) => sum + entry(i, j) * value, 0) / Math.sqrt(384),
    )
  }, values)
}

function profileOf(id: string) {
  const profile = findProfile(id)
  if (profile === undefined) throw new Error(`no profile ${id}`)
  return profile
}

function inputOf(name: string): Float32Array {
  const input = vectors.inputs.find((entry) => entry.name === name)
  if (input === undefined) throw new Error(`no input ${name}`)
  return readFloats(input.floats)
}

function readFloats(hex: string): Float32Array {
  const bytes = hexToBytes(hex)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true))
}
