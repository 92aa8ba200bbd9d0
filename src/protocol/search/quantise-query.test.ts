import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { sampleNormals } from '../../../test/fixtures/sample-normals.ts'
import { createSeededRandom } from '../statistics/create-seeded-random.ts'
import { createExactDot } from './create-exact-dot.ts'
import { quantiseQuery } from './quantise-query.ts'

/** What the scan adds up. */
function sumEntries(entries: Uint8Array, code: Uint8Array): number {
  return code.reduce(
    (sum, byte, k) => sum + entries[32 * k + (byte & 15)]! + entries[32 * k + 16 + (byte >> 4)]!,
    0,
  )
}

/** The dot product with the signs, one value after the other. */
function dotNaively(query: Float32Array, code: Uint8Array): number {
  return query.reduce((sum, value, i) => sum + ((code[i >> 3]! >> (i & 7)) & 1 ? value : -value), 0)
}

const query = fc.float32Array({
  minLength: 64,
  maxLength: 64,
  noNaN: true,
  noDefaultInfinity: true,
})
const code = fc.uint8Array({ minLength: 8, maxLength: 8 })

describe('quantiseQuery', () => {
  test.prop([query, code])('is off by half a step for each table at most', (values, bits) => {
    const { entries, step, offset } = quantiseQuery(values)
    const exact = createExactDot(values)(bits)
    const error = Math.abs(step * sumEntries(entries, bits) + offset - exact)
    const total = values.reduce((sum, value) => sum + Math.abs(value), 0)
    expect(error).toBeLessThanOrEqual(16 * (step / 2) * (1 + 1e-9) + total * 1e-12)
    expect(Math.max(...entries)).toBeLessThanOrEqual(127)
  })

  test('the widest table spans 0…127; the query’s own signs select the most', () => {
    const values = new Float32Array(64).fill(0.25)
    values.set([-1, 1, -1, 1])
    const { entries, step, offset } = quantiseQuery(values)
    expect([entries[0b0101], entries[0b1010], entries[0b0000]]).toEqual([0, 127, 64])
    expect(step).toBe(8 / 127)
    expect(offset).toBe(-19)
  })

  test('a query of zeros has tables of zeros', () => {
    const { entries, step, offset } = quantiseQuery(new Float32Array(64))
    expect(entries.every((entry) => entry === 0)).toBe(true)
    expect([step, offset]).toEqual([0, 0])
  })

  test.each([384, 7680])('%i bits: off by 2 % of the scores at most, root mean square', (bits) => {
    const random = createSeededRandom(`rms ${bits}`)
    let errors = 0
    let squares = 0
    for (let i = 0; i < 5; i++) {
      const values = Float32Array.from(sampleNormals(random, bits))
      const { entries, step, offset } = quantiseQuery(values)
      const exactDot = createExactDot(values)
      for (let j = 0; j < 100; j++) {
        const bytes = random.bytes(bits / 8)
        const exact = exactDot(bytes)
        errors += (step * sumEntries(entries, bytes) + offset - exact) ** 2
        squares += exact ** 2
      }
    }
    expect(Math.sqrt(errors / squares)).toBeLessThanOrEqual(0.02)
    expect(errors).toBeGreaterThan(0)
  })
})

describe('createExactDot', () => {
  test.prop([query, code])('is the dot product up to rounding', (values, bits) => {
    const total = values.reduce((sum, value) => sum + Math.abs(value), 0)
    const error = Math.abs(createExactDot(values)(bits) - dotNaively(values, bits))
    expect(error).toBeLessThanOrEqual(total * 1e-13)
  })

  test('adds within half bytes first, then bytes 16 apart', () => {
    const values = new Float32Array(256)
    // Within one byte 2^60 and −2^60 of the two halves cancel before the 1 of byte 16, in the same lane, is added.
    values.set([2 ** 60, 0, 0, 0, -(2 ** 60)], 0)
    values.set([1], 128)
    expect(createExactDot(values)(new Uint8Array(32).fill(255))).toBe(1)
    // The same values in two bytes of one lane swallow a 1 that comes between them.
    const spread = new Float32Array(384)
    spread.set([2 ** 60], 0)
    spread.set([1], 128)
    spread.set([-(2 ** 60)], 256)
    expect(createExactDot(spread)(new Uint8Array(48).fill(255))).toBe(0)
    // In another lane it survives, although it comes between them as well.
    const beside = new Float32Array(192)
    beside.set([2 ** 60], 0)
    beside.set([1], 8)
    beside.set([-(2 ** 60)], 128)
    expect(createExactDot(beside)(new Uint8Array(24).fill(255))).toBe(1)
  })
})
