import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { countUtf8Bytes } from './count-utf8-bytes.ts'
import { decodeHex } from './decode-hex.ts'
import { encodeHex } from './encode-hex.ts'
import { equalBytes } from './equal-bytes.ts'

describe('hex', () => {
  test.prop([fc.uint8Array()])('reads back what was written', (bytes) => {
    expect(decodeHex(encodeHex(bytes))).toEqual(bytes)
    expect(decodeHex(encodeHex(bytes), bytes.length)).toEqual(bytes)
  })

  test('is lower case with a prefix, and reads upper case', () => {
    expect(encodeHex(Uint8Array.of(0, 171))).toBe('0x00ab')
    expect(decodeHex('0x00AB')).toEqual(Uint8Array.of(0, 171))
  })

  test.each(['', '0', '00', '0x0', '0xg0', '0x00 ', 'x000'])('refuses %o', (text) => {
    expect(() => decodeHex(text)).toThrowDso('FORMAT_INVALID')
  })

  test('refuses another length than asked for', () => {
    expect(() => decodeHex('0x00', 2)).toThrowDso('FORMAT_INVALID')
  })
})

test('equalBytes compares length and every byte', () => {
  expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true)
  expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false)
  expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false)
})

test('countUtf8Bytes counts bytes, not characters', () => {
  expect([countUtf8Bytes('a'), countUtf8Bytes('ä'), countUtf8Bytes('😀')]).toEqual([1, 2, 4])
})
