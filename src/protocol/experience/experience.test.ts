import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { CID } from 'multiformats/cid'
import vectors from '../../../vectors/experience.json' with { type: 'json' }
import { computeCid } from '../encoding/compute-cid.ts'
import { encodeCanonical } from '../encoding/encode-canonical.ts'
import { decodeExperience } from './decode-experience.ts'
import { encodeExperience } from './encode-experience.ts'
import type { Experience } from './experience.ts'

const sample: Experience = {
  v: 1,
  kind: 'both',
  text: 'When calling t, write a.',
  example: { input: 'Do a.', output: '{"a":1}' },
  domain: 't',
  code: { profile: 'direct-384', bytes: new Uint8Array(388).fill(1) },
  evidence: { suite: 's/1', tasks: 10, wins: 6, losses: 1, gainLower: -20 },
  model: 'm',
}

describe('experience', () => {
  test.each(vectors.valid)('vector $cid', ({ cid, hex, value }) => {
    const bytes = hexToBytes(hex)
    const experience = decodeExperience(bytes)
    expect(experience).toEqual(readValue(value))
    expect(bytesToHex(encodeExperience(experience))).toBe(hex)
    expect(computeCid(bytes, 'dag-cbor').toString()).toBe(cid)
  })

  test.each(vectors.refused)('refuses: $name', ({ hex }) => {
    expect(() => decodeExperience(hexToBytes(hex))).toThrowDso('FORMAT_INVALID')
  })

  test('has the bytes that follow by hand', () => {
    const { text: _, ...rest } = sample as Extract<Experience, { kind: 'both' }>
    const small: Experience = {
      ...rest,
      kind: 'example',
      code: { profile: 'p', bytes: Uint8Array.of(7) },
    }
    const expected = [
      'a7', // seven fields, by length of key, then alphabetically
      '6176',
      '01', // v
      '64636f6465',
      'a2',
      '656279746573',
      '4107',
      '6770726f66696c65',
      '6170', // code: bytes, profile
      '646b696e64',
      '676578616d706c65', // kind
      '656d6f64656c',
      '616d', // model
      '66646f6d61696e',
      '6174', // domain
      '676578616d706c65',
      'a2',
      '65696e707574',
      '65446f20612e',
      '666f7574707574',
      '677b2261223a317d', // example
      '6865766964656e6365',
      'a5', // evidence
      '6477696e73',
      '06',
      '657375697465',
      '63732f31',
      '657461736b73',
      '0a',
      '666c6f73736573',
      '01',
      '696761696e4c6f776572',
      '33',
    ].join('')
    expect(bytesToHex(encodeExperience(small))).toBe(expected)
  })

  test('what cannot be decoded cannot be encoded either', () => {
    expect(() => encodeExperience({ ...sample, domain: '' })).toThrowDso('FORMAT_INVALID')
    expect(() => encodeExperience({ ...sample, text: undefined } as never)).toThrowDso(
      'FORMAT_INVALID',
    )
    expect(() => encodeExperience({ ...sample, extra: 1 } as never)).toThrowDso('FORMAT_INVALID')
  })

  test('the size is checked before the content', () => {
    expect(() => decodeExperience(new Uint8Array(4097))).toThrowDso('BYTES_TOO_LONG')
    expect(() => decodeExperience(new Uint8Array(4096))).toThrowDso('CBOR_NOT_CANONICAL')
  })

  test('the error names the field and never its content', () => {
    const secret = 'a secret that must not be logged'
    try {
      decodeExperience(encodeCanonical({ ...sample, domain: secret }))
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ code: 'FORMAT_INVALID', details: { path: 'domain' } })
      expect(String(error)).not.toContain(secret)
    }
  })

  test.prop([fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 255 })])(
    'a changed byte is refused or another experience',
    (at, byte) => {
      const bytes = encodeExperience(sample)
      fc.pre(at < bytes.length && bytes[at] !== byte)
      const changed = bytes.with(at, byte)
      let read: Experience
      try {
        read = decodeExperience(changed)
      } catch (error) {
        expect(error).toMatchObject({ name: 'DsoError' })
        return
      }
      expect(encodeExperience(read)).toEqual(changed)
      expect(read).not.toEqual(sample)
    },
  )
})

function readValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('$bytes' in value) return hexToBytes(String(value.$bytes))
  if ('$cid' in value) return CID.parse(String(value.$cid))
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, readValue(entry)]))
}
