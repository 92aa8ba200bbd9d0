import { describe, expect, test } from 'vitest'
import { sampleNormals } from '../../../test/fixtures/sample-normals.ts'
import { VECTOR_SOURCES } from '../../../test/fixtures/vector-sources.ts'
import { createSeededRandom } from '../statistics/create-seeded-random.ts'
import { cosine } from '../vector/cosine.ts'
import { decodeTcq1 } from './decode-tcq1.ts'
import { encodeTcq1, walkTrellis } from './encode-tcq1.ts'
import { searchTrellis } from './search-trellis.ts'
import { TCQ_TABLE } from './tcq-table.ts'

const SEED = 'a schema'
/** What 7,712 bits allow on white vectors of 7680 values and length 1, in percent. */
const SHANNON_PERCENT = (100 * 2 ** (-7712 / 7680)) / Math.sqrt(7680)

describe('tcq1', () => {
  test.each(Object.entries(VECTOR_SOURCES))('comes within 1.2 of Shannon on %s', (_, draw) => {
    const vector = draw('tcq1')
    const code = encodeTcq1(vector, SEED)
    expect(code.length).toBe(964)
    const decoded = decodeTcq1(code, { count: 7680, seed: SEED })
    const squares = vector.reduce((sum, value, i) => sum + (value - decoded[i]!) ** 2, 0)
    const percent = 100 * Math.sqrt(squares / 7680)
    expect(percent / SHANNON_PERCENT).toBeLessThan(1.12)
    expect(percent / SHANNON_PERCENT).toBeGreaterThan(1)
    expect(cosine(vector, decoded)).toBeGreaterThan(0.84)
  })

  test('384 values fit into 52 bytes', () => {
    const vector = VECTOR_SOURCES['white Gaussian']!('short').slice(0, 384)
    const code = encodeTcq1(vector, SEED)
    expect(code.length).toBe(52)
    expect(cosine(vector, decodeTcq1(code, { count: 384, seed: SEED }))).toBeGreaterThan(0.8)
  })

  test('refuses zeros, other lengths and numbers that are not finite', () => {
    expect(() => encodeTcq1(new Float32Array(384), SEED)).toThrowDso('SCALE_INVALID')
    expect(() => encodeTcq1(new Float32Array(100).fill(1), SEED)).toThrowDso('LENGTH_MISMATCH')
    const broken = new Float32Array(384).fill(Number.NaN)
    expect(() => encodeTcq1(broken, SEED)).toThrowDso('VALUE_NOT_FINITE')
  })

  test.each([
    ['a byte short', '0000803f', 47, 'LENGTH_MISMATCH'],
    ['scale 0', '00000000', 48, 'SCALE_INVALID'],
    ['scale −0', '00000080', 48, 'SCALE_INVALID'],
    ['scale −1', '000080bf', 48, 'SCALE_INVALID'],
    ['scale NaN', '0000c07f', 48, 'SCALE_INVALID'],
    ['a scale that no value can have', 'ffff7f7f', 48, 'SCALE_INVALID'],
  ] as const)('refuses to decode %s', (_, scale, count, error) => {
    const code = Uint8Array.from(Buffer.from(scale + '2a'.repeat(count), 'hex'))
    expect(() => decodeTcq1(code, { count: 384, seed: SEED })).toThrowDso(error)
  })
})

describe('searchTrellis', () => {
  test('finds the best of all paths', () => {
    const random = createSeededRandom('trellis')
    for (let run = 0; run < 5; run++) {
      const values = sampleNormals(random, 10)
      const errorOf = (path: Uint8Array) =>
        walkTrellis(path, 10).reduce((sum, value, i) => sum + (value - values[i]!) ** 2, 0)
      let least = Number.POSITIVE_INFINITY
      for (let path = 0; path < 1024; path++) {
        least = Math.min(least, errorOf(Uint8Array.of(path & 255, path >> 8)))
      }
      expect(errorOf(searchTrellis(values, TCQ_TABLE))).toBeCloseTo(least, 12)
    }
  })

  test('of equal paths the one through the lower states wins', () => {
    expect(searchTrellis(new Float64Array(12), new Float64Array(256))).toEqual(Uint8Array.of(0, 0))
  })

  test('the table is odd and has mean square just below 1', () => {
    for (let state = 0; state < 256; state++) {
      expect(TCQ_TABLE[state]).toBe(-TCQ_TABLE[255 - state]!)
    }
    const squares = TCQ_TABLE.reduce((sum, value) => sum + value * value, 0) / 256
    expect(squares).toBeGreaterThan(0.6)
    expect(squares).toBeLessThan(1)
  })
})
