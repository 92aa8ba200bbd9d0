import { createHash } from 'node:crypto'
import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { CID } from 'multiformats/cid'
import vectors from '../../../vectors/cid.json' with { type: 'json' }
import { computeCid } from './compute-cid.ts'
import { isSupportedCid } from './is-supported-cid.ts'
import { parseCid } from './parse-cid.ts'

describe('computeCid', () => {
  test.each(vectors.cids)('names $bytes as $codec', ({ bytes, codec, text, binary }) => {
    const cid = computeCid(hexToBytes(bytes), codec as 'raw' | 'dag-cbor')
    expect(cid.toString()).toBe(text)
    expect(bytesToHex(cid.bytes)).toBe(binary)
  })

  test.prop([fc.uint8Array()])(
    'is version 1, the codec, sha2-256 and 32 bytes of digest',
    (bytes) => {
      const digest = createHash('sha256').update(bytes).digest('hex')
      expect(bytesToHex(computeCid(bytes, 'raw').bytes)).toBe(`01551220${digest}`)
      expect(bytesToHex(computeCid(bytes, 'dag-cbor').bytes)).toBe(`01711220${digest}`)
    },
  )

  test('gives the id that IPFS gives to the empty file', () => {
    const id = 'bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku'
    expect(computeCid(new Uint8Array(), 'raw').toString()).toBe(id)
  })
})

describe('parseCid', () => {
  test.each(vectors.cids)('reads $text', ({ text, binary }) => {
    expect(bytesToHex(parseCid(text).bytes)).toBe(binary)
  })

  test.each(vectors.refused)('refuses: $name', ({ text }) => {
    expect(() => parseCid(text)).toThrowDso('CID_INVALID')
  })

  test.prop([fc.string({ maxLength: 80 })])('never fails otherwise', (text) => {
    expect(() => parseCid(text)).toThrowDso('CID_INVALID')
  })
})

describe('isSupportedCid', () => {
  test('tells the codecs apart', () => {
    const cid = computeCid(new Uint8Array(), 'raw')
    expect([
      isSupportedCid(cid),
      isSupportedCid(cid, 'raw'),
      isSupportedCid(cid, 'dag-cbor'),
    ]).toEqual([true, true, false])
  })

  test('refuses other hashes, codecs and versions', () => {
    const { multihash } = computeCid(new Uint8Array(), 'raw')
    const sha512 = CID.decode(hexToBytes(`01551340${'00'.repeat(64)}`))
    expect(isSupportedCid(sha512)).toBe(false)
    expect(isSupportedCid(CID.createV1(0x70, multihash))).toBe(false)
    expect(isSupportedCid(CID.createV0(multihash as never))).toBe(false)
  })
})
