import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { CID } from 'multiformats/cid'
import vectors from '../../../vectors/canonical-cbor.json' with { type: 'json' }
import { computeCid } from './compute-cid.ts'
import { decodeCanonical } from './decode-canonical.ts'
import { encodeCanonical } from './encode-canonical.ts'

const decode = (bytes: Uint8Array) => decodeCanonical(bytes, { maxBytes: 16_384 })

/** Bytes written by hand from RFC 8949, so that the vectors are not only what this code says of itself. */
const BY_HAND: [unknown, string][] = [
  [0, '00'],
  [23, '17'],
  [24, '1818'],
  [255, '18ff'],
  [256, '190100'],
  [65_536, '1a00010000'],
  [2 ** 32, '1b0000000100000000'],
  [-1, '20'],
  [-25, '3818'],
  [-1000, '3903e7'],
  [null, 'f6'],
  [false, 'f4'],
  [true, 'f5'],
  ['IETF', '6449455446'],
  ['\u00fc', '62c3bc'],
  [Uint8Array.of(1, 2, 3, 4), '4401020304'],
  [[1, [2, 3]], '8201820203'],
  [{ b: 1, aa: 2, a: 3 }, 'a361610361620162616102'],
  [CID.decode(hexToBytes(`01711220${'ab'.repeat(32)}`)), `d82a58250001711220${'ab'.repeat(32)}`],
]

const value = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 40 }),
    fc.string({ unit: 'binary' }).filter((text) => !text.startsWith('\ufeff')),
    fc.uint8Array().map((bytes) => computeCid(bytes, 'dag-cbor')),
  ),
  node: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 4 }), tie('node'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).node

describe('encodeCanonical', () => {
  test.each(BY_HAND)('%o is %s', (value, hex) => {
    expect(bytesToHex(encodeCanonical(value))).toBe(hex)
  })

  test.each(vectors.valid)('vector: $name', ({ value, hex }) => {
    expect(bytesToHex(encodeCanonical(readValue(value)))).toBe(hex)
  })

  test.each([
    ['1.5', 1.5],
    ['−0', -0],
    ['NaN', Number.NaN],
    ['2^53', 2 ** 53],
    ['a bigint', 1n],
    ['undefined', undefined],
    ['an undefined field', { a: undefined }],
    ['a hole in a list', Object.assign([], { length: 1 })],
    ['a function', () => 1],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a typed array of floats', new Float32Array(1)],
    ['a lone surrogate', '\ud800'],
    ['a byte order mark', '\ufeffa'],
    ['a key with a lone surrogate', { '\ud800': 1 }],
    ['five levels', [[[[[]]]]]],
  ])('refuses %s', (_name, value) => {
    expect(() => encodeCanonical(value)).toThrowDso('FORMAT_INVALID')
  })

  test('does not depend on the order of the fields', () => {
    expect(encodeCanonical({ a: 1, b: 2 })).toEqual(encodeCanonical({ b: 2, a: 1 }))
  })
})

describe('decodeCanonical', () => {
  test.each(vectors.valid)('vector: $name', ({ value, hex }) => {
    expect(decode(hexToBytes(hex))).toEqual(readValue(value))
  })

  test.each(vectors.refused)('refuses: $name', ({ hex }) => {
    expect(() => decode(hexToBytes(hex))).toThrowDso('CBOR_NOT_CANONICAL')
  })

  test.prop([value], { numRuns: 200 })('reads back what was encoded', (value) => {
    expect(decode(encodeCanonical(value))).toEqual(value)
  })

  test.prop([fc.uint8Array({ maxLength: 64 })], { numRuns: 200 })(
    'bytes are either refused or the only encoding of their value',
    (bytes) => {
      let value: unknown
      try {
        value = decode(bytes)
      } catch (error) {
        expect(() => {
          throw error
        }).toThrowDso('CBOR_NOT_CANONICAL')
        return
      }
      expect(encodeCanonical(value)).toEqual(bytes)
    },
  )

  test('the size is checked before the content', () => {
    const bytes = new Uint8Array(11).fill(0xff)
    expect(() => decodeCanonical(bytes, { maxBytes: 10 })).toThrowDso('BYTES_TOO_LONG')
    expect(() => decodeCanonical(bytes, { maxBytes: 11 })).toThrowDso('CBOR_NOT_CANONICAL')
  })

  test('the depth can be set lower', () => {
    const bytes = encodeCanonical([[1]])
    expect(decodeCanonical(bytes, { maxBytes: 10, maxDepth: 2 })).toEqual([[1]])
    expect(() => decodeCanonical(bytes, { maxBytes: 10, maxDepth: 1 })).toThrowDso(
      'CBOR_NOT_CANONICAL',
    )
  })

  test.each([0x81, 0xa1, 0xc6])('a long chain of 0x%x does not exhaust the stack', (head) => {
    const bytes = new Uint8Array(16_384).fill(head)
    expect(() => decode(bytes)).toThrowDso('CBOR_NOT_CANONICAL')
  })

  test('a key named __proto__ is an ordinary field', () => {
    const read = decode(hexToBytes('a1695f5f70726f746f5f5fa0')) as object
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
    expect(Object.keys(read)).toEqual(['__proto__'])
  })

  test('reads a view into a larger buffer', () => {
    expect(decode(Uint8Array.of(0xff, 0x18, 0x2a, 0xff).subarray(1, 3))).toBe(42)
  })
})

function readValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readValue)
  if (typeof value !== 'object' || value === null) return value
  if ('$bytes' in value) return hexToBytes(String(value.$bytes))
  if ('$cid' in value) return CID.parse(String(value.$cid))
  return value
}
