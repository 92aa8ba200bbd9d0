import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { decodeDirect16 } from './decode-direct16.ts'
import { decodeDirect8 } from './decode-direct8.ts'
import { encodeDirect16 } from './encode-direct16.ts'
import { encodeDirect8 } from './encode-direct8.ts'

const f32 = (...values: number[]) => Float32Array.from(values)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))

const floats = fc
  .float32Array({ minLength: 1, maxLength: 40, noNaN: true, noDefaultInfinity: true })
  .filter((values) => values.some((value) => Math.abs(value) > 1e-30))

const codecs = [
  { name: 'direct8', encode: encodeDirect8, decode: decodeDirect8, greatest: 127 },
  { name: 'direct16', encode: encodeDirect16, decode: decodeDirect16, greatest: 32_767 },
] as const

describe.each(codecs)('$name', ({ encode, decode, greatest }) => {
  test.prop([floats], { numRuns: 200 })('errs by half a step at most', (values) => {
    const decoded = decode(encode(values), values.length)
    const largest = Math.max(...values.map((value) => Math.abs(value)))
    for (const [i, value] of decoded.entries()) {
      expect(Math.abs(value - values[i]!)).toBeLessThanOrEqual((largest / greatest) * 0.5001)
    }
  })

  test('refuses to code nothing, zeros, and what is not finite', () => {
    expect(() => encode(f32())).toThrowDso('LENGTH_MISMATCH')
    expect(() => encode(f32(0, -0))).toThrowDso('SCALE_INVALID')
    expect(() => encode(f32(2 ** -149))).toThrowDso('SCALE_INVALID')
    expect(() => encode(f32(1, Number.NaN))).toThrowDso('VALUE_NOT_FINITE')
    expect(() => encode(f32(Number.POSITIVE_INFINITY))).toThrowDso('VALUE_NOT_FINITE')
  })

  test('codes the greatest floats and subnormal ones', () => {
    const greatestFloat = 3.4028234663852886e38
    expect(decode(encode(f32(greatestFloat, -1)), 2)[0]! / greatestFloat).toBeCloseTo(1, 6)
    const small = 2 ** -130
    expect(decode(encode(f32(small, -small)), 2)[1]! / -small).toBeCloseTo(1, 1)
  })

  test('refuses lengths and scales that no encoder makes', () => {
    const code = encode(f32(1, -1, 0.25))
    expect(() => decode(code.subarray(1), 3)).toThrowDso('LENGTH_MISMATCH')
    expect(() => decode(code, 2)).toThrowDso('LENGTH_MISMATCH')
    expect(() => decode(new Uint8Array(0), 0)).toThrowDso('LENGTH_MISMATCH')
    for (const scale of ['00000000', '00000080', '000080bf', '0000c07f', '0000807f', 'ffff7f7f']) {
      const broken = code.slice()
      broken.set(bytes(scale))
      expect(() => decode(broken, 3)).toThrowDso('SCALE_INVALID')
    }
  })
})

test('direct8 has the bytes that follow by hand, halves away from zero', () => {
  expect(hex(encodeDirect8(f32(127, -127, 1, -1, 0.5, -0.5, 0.49, 63.5)))).toBe(
    '0000803f7f8101ff01ff0040',
  )
  expect(decodeDirect8(bytes('000000407f8100fe'), 4)).toEqual(f32(254, -254, 0, -4))
})

test('direct16 has the bytes that follow by hand, low byte first', () => {
  expect(hex(encodeDirect16(f32(32_767, -32_767, 256, -0.5)))).toBe('0000803fff7f01800001ffff')
  expect(decodeDirect16(bytes('0000803fff7f01800001ffff'), 4)).toEqual(
    f32(32_767, -32_767, 256, -1),
  )
})

test.each([
  ['direct8: −128', '0000803f807f'],
  ['direct8: zeros only', '0000803f0000'],
  ['direct8: a scale twice as great as it must be', '0000803f3f3f'],
])('refuses %s', (_, code) => {
  expect(() => decodeDirect8(bytes(code), 2)).toThrowDso('FORMAT_INVALID')
})

test.each([
  ['direct16: −32,768', '0000803f0080ff7f'],
  ['direct16: zeros only', '0000803f00000000'],
  ['direct16: a scale greater than it must be', '0000803f01000100'],
])('refuses %s', (_, code) => {
  expect(() => decodeDirect16(bytes(code), 2)).toThrowDso('FORMAT_INVALID')
})

test('a subnormal scale may come with smaller steps', () => {
  const values = f32(100 * 2 ** -149, -(2 ** -149))
  const code = encodeDirect8(values)
  expect(hex(code)).toBe('0100000064ff')
  expect(decodeDirect8(code, 2)).toEqual(values)
})
