import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import vectors from '../../../vectors/operation.json' with { type: 'json' }
import { createKeyPair } from '../crypto/create-key-pair.ts'
import { computeCid } from '../encoding/compute-cid.ts'
import type { ErrorCode } from '../error-codes.ts'
import { DsoError } from '../errors.ts'
import { createOperation } from './create-operation.ts'
import { decodeOperation } from './decode-operation.ts'

const author = createKeyPair(hexToBytes(vectors.secretKey))
const anchor = { chainId: 1, block: 2, hash: new Uint8Array(32) }
const target = computeCid(new Uint8Array(), 'dag-cbor')

describe('operation', () => {
  test.each(vectors.valid)('vector $cid', ({ hex, cid, message }) => {
    const decoded = decodeOperation(hexToBytes(hex))
    expect(decoded.cid.toString()).toBe(cid)
    expect(bytesToHex(decoded.operation.author)).toBe(vectors.publicKey)
    const { operation } = decoded
    // Checked with the library alone, so that the message of the vectors is what was really signed.
    expect(ed25519.verify(operation.sig, hexToBytes(message), operation.author)).toBe(true)
    expect(message.startsWith('64736f2e6f7065726174696f6e2e76310a')).toBe(true)
    expect(bytesToHex(createOperation(operation, author).bytes)).toBe(hex)
  })

  test.each(vectors.refused)('refuses: $name', ({ hex, code }) => {
    expect(() => decodeOperation(hexToBytes(hex))).toThrowDso(code as ErrorCode)
  })

  test('what was created can be decoded', () => {
    const first = createOperation(
      { kind: 'retract', body: { target }, seq: 0, prev: null, anchor },
      author,
    )
    const second = createOperation(
      { kind: 'retract', body: { target }, seq: 1, prev: first.cid, anchor },
      author,
    )
    expect(decodeOperation(second.bytes)).toEqual(second)
    expect(second.operation.prev?.equals(first.cid)).toBe(true)
  })

  test('the largest shard fits', () => {
    const records = Array.from({ length: 256 }, (_, i) => computeCid(Uint8Array.of(i), 'dag-cbor'))
    const body = {
      root: new Uint8Array(32),
      count: 256,
      profile: 'p'.repeat(64),
      records,
      byteLength: 2 ** 53 - 1,
    }
    const { bytes } = createOperation(
      { kind: 'shard', body, seq: 2 ** 53 - 1, prev: target, anchor },
      author,
    )
    expect(bytes.length).toBeLessThanOrEqual(16_384)
    expect(decodeOperation(bytes).operation.seq).toBe(2 ** 53 - 1)
  })

  test('a place without its predecessor cannot be created', () => {
    const content = { kind: 'retract', body: { target }, anchor } as const
    expect(() => createOperation({ ...content, seq: 1, prev: null }, author)).toThrowDso(
      'FORMAT_INVALID',
    )
    expect(() => createOperation({ ...content, seq: 0, prev: target }, author)).toThrowDso(
      'FORMAT_INVALID',
    )
    expect(() => createOperation({ ...content, seq: 0.5, prev: target }, author)).toThrowDso(
      'FORMAT_INVALID',
    )
  })

  test('the size is checked before the content', () => {
    expect(() => decodeOperation(new Uint8Array(16_385))).toThrowDso('BYTES_TOO_LONG')
  })

  test.prop([fc.nat(), fc.integer({ min: 1, max: 255 })], { numRuns: 60 })(
    'a changed byte anywhere is refused',
    (at, change) => {
      const { bytes } = createOperation(
        { kind: 'retract', body: { target }, seq: 0, prev: null, anchor },
        author,
      )
      const index = at % bytes.length
      const changed = bytes.with(index, bytes[index]! ^ change)
      let refusal: unknown
      try {
        decodeOperation(changed)
      } catch (error) {
        refusal = error
      }
      expect(DsoError.is(refusal)).toBe(true)
    },
  )

  test('two authors never make the same operation', () => {
    const options = { kind: 'retract', body: { target }, seq: 0, prev: null, anchor } as const
    const other = createKeyPair(new Uint8Array(32).fill(9))
    expect(createOperation(options, author).cid.equals(createOperation(options, other).cid)).toBe(
      false,
    )
    expect(createOperation(options, author).cid.equals(createOperation(options, author).cid)).toBe(
      true,
    )
  })
})
