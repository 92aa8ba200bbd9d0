import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { toySchema, toyCode } from '../../../test/fixtures/token-schema.ts'
import { encodeCanonical } from '../../protocol/encoding/encode-canonical.ts'
import { DsoError } from '../../protocol/errors.ts'
import { createTokenSchema } from './create-token-schema.ts'
import { decodeTokenSchema } from './decode-token-schema.ts'
import { locateContexts } from './locate-contexts.ts'
import { mapVocabulary, NO_BIN } from './map-vocabulary.ts'

const profile = 'direct-384'

describe('createTokenSchema', () => {
  test('puts the pieces in order of their bytes, so that the order given does not matter', () => {
    // U+FF5E comes before U+1F600 in UTF-8 and after it in UTF-16.
    const pieces = ['b', '\u{1F600}', 'a', '\uFF5E', ' a']
    const schema = toySchema({ pieces })
    expect(schema.pieces).toEqual([' a', 'a', 'b', '\uFF5E', '\u{1F600}'])
    expect(toySchema({ pieces: pieces.toReversed() }).id).toBe(schema.id)
    expect(schema.id).toMatch(/^bafyrei/)
  })

  test('what is read is what was written', () => {
    const schema = toySchema()
    expect(decodeTokenSchema(schema.bytes)).toEqual(schema)
  })

  test.each([
    ['no pieces', { pieces: [] }],
    ['an empty piece', { pieces: [''] }],
    ['half a character', { pieces: ['\uD800'] }],
    ['a character that was not whole', { pieces: ['a\uFFFD'] }],
    ['a piece twice', { pieces: ['a', 'b', 'a'] }],
    ['a long piece', { pieces: ['a'.repeat(65)] }],
    ['no centroids', { centroids: [] }],
  ])('%s is refused', (_, parts) => {
    expect(() => toySchema(parts)).toThrowDso('FORMAT_INVALID')
  })

  test('more entries than fit into a block are refused', () => {
    const pieces = Array.from({ length: 1100 }, (_, index) => `p${index}`)
    const centroids = Array.from({ length: 2000 }, () => toyCode('same'))
    expect(() => toySchema({ pieces, centroids })).toThrowDso('FORMAT_INVALID')
    const long = Array.from({ length: 20_000 }, (_, index) => `${index}`.padStart(60, '.'))
    expect(() => toySchema({ pieces: long })).toThrowDso('BYTES_TOO_LONG')
  })

  test('centroids that are no codes of the profile are refused', () => {
    const centroids = [toyCode('a')]
    const create = (options: object) => () =>
      createTokenSchema({ profile, centroids, pieces: ['a'], ...options })
    expect(create({ profile: 'other' })).toThrowDso('PROFILE_MISMATCH')
    expect(create({ centroids: [new Uint8Array(7)] })).toThrowDso('LENGTH_MISMATCH')
    expect(create({ centroids: [new Uint8Array(388)] })).toThrowDso('SCALE_INVALID')
  })
})

describe('decodeTokenSchema', () => {
  const encode = (parts: object) =>
    encodeCanonical({ v: 1, profile, centroids: [toyCode('a')], pieces: ['a', 'b'], ...parts })

  test('another order, another version and unknown fields are refused', () => {
    expect(decodeTokenSchema(encode({})).pieces).toEqual(['a', 'b'])
    for (const parts of [{ pieces: ['b', 'a'] }, { v: 2 }, { more: 1 }]) {
      expect(() => decodeTokenSchema(encode(parts))).toThrowDso('FORMAT_INVALID')
    }
  })

  test.prop([fc.uint8Array({ maxLength: 40 })])(
    'bytes of strangers are refused by code',
    (bytes) => {
      let code: string | undefined
      try {
        decodeTokenSchema(bytes)
      } catch (error) {
        code = DsoError.is(error) ? error.code : String(error)
      }
      expect(['CBOR_NOT_CANONICAL', 'FORMAT_INVALID']).toContain(code)
    },
  )

  test('cut or longer bytes are refused', () => {
    const { bytes } = toySchema()
    expect(() => decodeTokenSchema(bytes.slice(0, -1))).toThrowDso('CBOR_NOT_CANONICAL')
    expect(() => decodeTokenSchema(Uint8Array.of(...bytes, 0))).toThrowDso('CBOR_NOT_CANONICAL')
    expect(() => decodeTokenSchema(new Uint8Array(2 ** 20 + 1))).toThrowDso('BYTES_TOO_LONG')
  })
})

describe('locateContexts', () => {
  const schema = toySchema({ centroids: ['ship', 'pay', 'book'].map(toyCode) })
  const codes = (...texts: string[]) => texts.map((text) => ({ profile, bytes: toyCode(text) }))

  test('a context belongs to the nearest centroid', () => {
    expect([...locateContexts({ schema, codes: codes('book', 'ship', 'pay') })]).toEqual([2, 0, 1])
    expect(locateContexts({ schema, codes: [] })).toHaveLength(0)
  })

  test('one that is near to none belongs to none', () => {
    expect([...locateContexts({ schema, codes: codes('ship', 'fly'), within: 100_000 })]).toEqual([
      0, -1,
    ])
  })

  test('codes of another profile are refused', () => {
    const bytes = new Uint8Array(52).fill(0xff)
    bytes.set([0, 0, 128, 63])
    const other = [{ profile: 'sign-384', bytes }]
    expect(() => locateContexts({ schema, codes: other })).toThrowDso('PROFILE_MISMATCH')
  })
})

describe('mapVocabulary', () => {
  const texts = ['', 'a', ' a', 'b', 'a', '\uFFFD']
  const model = {
    vocabularySize: texts.length,
    detokenize: (tokens: readonly number[]) => tokens.map((token) => texts[token]).join(''),
  }

  test('a token belongs to the bin of exactly its text', () => {
    const map = mapVocabulary(toySchema({ pieces: ['a', ' a', 'c'] }), model)
    expect([...map.binOf]).toEqual([NO_BIN, 1, 0, NO_BIN, 1, NO_BIN])
    expect(map.tokensOf).toEqual([[2], [1, 4], []])
    expect(map.covered).toBe(2)
  })

  test('a vocabulary without tokens is refused', () => {
    for (const vocabularySize of [0, -1, 0.5, Number.NaN]) {
      expect(() => mapVocabulary(toySchema(), { ...model, vocabularySize })).toThrowDso(
        'OPTION_INVALID',
      )
    }
  })
})
