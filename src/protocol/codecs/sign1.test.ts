import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { VECTOR_SOURCES } from '../../../test/fixtures/vector-sources.ts'
import { cosine } from '../vector/cosine.ts'
import { decodeSign1 } from './decode-sign1.ts'
import { encodeSign1 } from './encode-sign1.ts'

const f32 = (...values: number[]) => Float32Array.from(values)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const white = VECTOR_SOURCES['white Gaussian']!

describe('sign1', () => {
  test('alternating values are 0x55, all ones are 0xff and scale 1', () => {
    const alternating = Float32Array.from({ length: 7680 }, (_, i) => (i % 2 ? -1 : 1))
    expect(hex(encodeSign1(alternating))).toBe(`0000803f${'55'.repeat(960)}`)
    const ones = new Float32Array(7680).fill(1)
    expect(hex(encodeSign1(ones))).toBe(`0000803f${'ff'.repeat(960)}`)
  })

  test('−0 counts as 0, so its bit is 1', () => {
    expect(hex(encodeSign1(f32(-0, 0, -1, 1)))).toBe('0000003f0b')
  })

  test('the first value is the lowest bit of the first byte, unused bits are 0', () => {
    expect(hex(encodeSign1(f32(3, -3, -3, -3, -3, -3, -3, -3, -3, 3, -3)))).toBe('000040400102')
  })

  test('a matrix has a scale a row', () => {
    const rows = f32(1, -1, 2, -2, 0.5, 0.5)
    const code = encodeSign1(rows, { blockSize: 2 })
    expect(hex(code)).toBe('0000803f01000000400100'.slice(0, 20) + '0000003f03')
    expect(decodeSign1(code, { count: 6, blockSize: 2 })).toEqual(rows)
  })

  test.prop([fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 60 })])(
    'what is already signs times a scale comes back unchanged',
    (drawn) => {
      const scale = Math.fround(drawn[0]! / 7)
      const values = Float32Array.from(drawn, (value) => (value % 2 ? scale : -scale))
      const code = encodeSign1(values)
      const decoded = decodeSign1(code, { count: values.length })
      for (const [i, value] of decoded.entries()) {
        expect(Math.sign(value)).toBe(Math.sign(values[i]!))
        expect(Math.abs(value) / scale).toBeCloseTo(1, 6)
      }
      expect(encodeSign1(decoded)).toEqual(
        encodeSign1(decodeSign1(encodeSign1(decoded), { count: values.length })),
      )
    },
  )

  test('keeps .798 of a white vector: its scale is √(2 / π) / √7680', () => {
    for (let seed = 0; seed < 5; seed++) {
      const vector = white(`sign1/${seed}`)
      const code = encodeSign1(vector)
      const scale = new DataView(code.buffer).getFloat32(0, true)
      expect(Math.abs(scale - 0.009105)).toBeLessThan(0.00014)
      expect(Math.abs(cosine(vector, decodeSign1(code, { count: 7680 })) - 0.798)).toBeLessThan(
        0.012,
      )
    }
  })

  test('saves what seed A says: 29.5 times for 384 values, 31.87 for 7680', () => {
    expect((4 * 384) / encodeSign1(new Float32Array(384).fill(1)).length).toBeCloseTo(29.54, 2)
    expect((4 * 7680) / encodeSign1(new Float32Array(7680).fill(1)).length).toBeCloseTo(31.87, 2)
  })

  test('a block too small for a scale is coded as zeros', () => {
    const tiny = 2 ** -149
    expect(hex(encodeSign1(f32(-tiny, 0, 0, 0, 0, 0, 0, 0, 0)))).toBe('00000000ff01')
    expect(hex(encodeSign1(new Float32Array(9)))).toBe('00000000ff01')
    expect(decodeSign1(bytes('00000000ff01'), { count: 9 })).toEqual(new Float32Array(9))
  })

  test('the greatest floats have a scale', () => {
    const greatest = 3.4028234663852886e38
    const code = encodeSign1(new Float32Array(100).fill(-greatest))
    expect(decodeSign1(code, { count: 100 })).toEqual(new Float32Array(100).fill(-greatest))
  })

  test('scales may be chosen', () => {
    const seen: [number, number][] = []
    const code = encodeSign1(f32(1, -3, 4, 4), {
      blockSize: 2,
      chooseScale: (meanMagnitude, block) => {
        seen.push([meanMagnitude, block])
        return meanMagnitude / 2
      },
    })
    expect(seen).toEqual([
      [2, 0],
      [4, 1],
    ])
    expect(decodeSign1(code, { count: 4, blockSize: 2 })).toEqual(f32(1, -1, 2, 2))
    expect(hex(encodeSign1(f32(-1), { chooseScale: () => -0 }))).toBe('0000000001')
    for (const scale of [-1, Number.NaN, Number.POSITIVE_INFINITY, 1e39]) {
      expect(() => encodeSign1(f32(1), { chooseScale: () => scale })).toThrowDso('SCALE_INVALID')
    }
  })

  test.each([
    ['no values', f32(), undefined, 'LENGTH_MISMATCH'],
    ['blocks that do not divide', f32(1, 2, 3), 2, 'LENGTH_MISMATCH'],
    ['blocks of 0', f32(1, 2, 3), 0, 'LENGTH_MISMATCH'],
    ['blocks of 1.5', f32(1, 2, 3), 1.5, 'LENGTH_MISMATCH'],
    ['negative blocks', f32(1, 2), -1, 'LENGTH_MISMATCH'],
    ['NaN', f32(1, Number.NaN), undefined, 'VALUE_NOT_FINITE'],
    ['infinity', f32(1, Number.NEGATIVE_INFINITY), 1, 'VALUE_NOT_FINITE'],
    [
      'NaN in a long block',
      new Float32Array(7680).fill(Number.NaN, 7679),
      undefined,
      'VALUE_NOT_FINITE',
    ],
  ] as const)('refuses to code %s', (_, values, blockSize, code) => {
    const options = blockSize === undefined ? {} : { blockSize }
    expect(() => encodeSign1(values, options)).toThrowDso(code)
  })

  test('names the value that is not finite', () => {
    try {
      encodeSign1(f32(1, 2, Number.POSITIVE_INFINITY))
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ details: { field: 'values', index: 2 } })
    }
  })

  test.each([
    ['nothing', '', 'LENGTH_MISMATCH'],
    ['a byte short', '0000803fff', 'LENGTH_MISMATCH'],
    ['a byte long', '0000803fff0100', 'LENGTH_MISMATCH'],
    ['scale −1', '000080bfff01', 'SCALE_INVALID'],
    ['scale −0', '00000080ff01', 'SCALE_INVALID'],
    ['scale NaN', '0000c07fff01', 'SCALE_INVALID'],
    ['scale infinite', '0000807fff01', 'SCALE_INVALID'],
    ['an unused bit', '0000803fff03', 'FORMAT_INVALID'],
    ['scale 0 with a sign of 0', '00000000ff00', 'FORMAT_INVALID'],
    ['scale 0 with an early sign of 0', '00000000fe01', 'FORMAT_INVALID'],
  ] as const)('refuses to decode %s', (_, code, error) => {
    expect(() => decodeSign1(bytes(code), { count: 9 })).toThrowDso(error)
  })

  test('checks each block', () => {
    expect(() => decodeSign1(bytes('0000803f01000080bf01'), { count: 2, blockSize: 1 })).toThrowDso(
      'SCALE_INVALID',
    )
    expect(() => decodeSign1(bytes('0000803f01'), { count: 0 })).toThrowDso('LENGTH_MISMATCH')
  })
})
