import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { createSeededRandom } from '../protocol/statistics/create-seeded-random.ts'
import { createHammingKernel, hammingKernel } from './hamming.ts'
import { hammingWasm } from './generated/hamming.ts'
import { openKernel } from './open-kernel.ts'
import { openScalarHamming } from './scalar/hamming.ts'

const scalar = createHammingKernel(openScalarHamming)

/** Differing bits, counted one by one. */
function countBits(a: Uint8Array, b: Uint8Array): number {
  let count = 0
  for (let bit = 0; bit < 8 * a.length; bit++) {
    count += ((a[bit >> 3]! ^ b[bit >> 3]!) >> (bit & 7)) & 1
  }
  return count
}

test('this runtime has SIMD: the comparisons below compare two kernels', () => {
  expect(openKernel(hammingWasm)).toBeDefined()
})

describe.each([
  ['compiled', hammingKernel],
  ['scalar', scalar],
])('the %s Hamming kernel', (_, kernel) => {
  const bytes = 40
  const codes = createSeededRandom('codes').bytes(5 * bytes)
  const row = (i: number) => codes.subarray(i * bytes, (i + 1) * bytes)

  test('counts the bits that differ', () => {
    const queries = createSeededRandom('queries').bytes(3 * bytes)
    const expected = [0, 1, 2].flatMap((query) =>
      [0, 1, 2, 3, 4].map((i) =>
        countBits(queries.subarray(query * bytes, (query + 1) * bytes), row(i)),
      ),
    )
    expect([...kernel.distances(codes, 5, bytes, queries)]).toEqual(expected)
  })

  test('gram has every pair twice and a diagonal of zeros', () => {
    const expected = [0, 1, 2, 3, 4].flatMap((i) =>
      [0, 1, 2, 3, 4].map((j) => countBits(row(i), row(j))),
    )
    expect([...kernel.gram(codes, 5, bytes)]).toEqual(expected)
  })

  test.each([8, 48, 56, 128, 960, 4096, 8192])('all %i bytes differ', (length) => {
    const zeros = new Uint8Array(length)
    const ones = new Uint8Array(length).fill(255)
    expect([...kernel.distances(ones, 1, length, zeros)]).toEqual([8 * length])
    expect([...kernel.distances(ones, 1, length, ones)]).toEqual([0])
  })

  test('codes with something between them give the same as codes without', () => {
    const random = createSeededRandom('records')
    const records = random.bytes(17 * 964)
    const packed = new Uint8Array(17 * 960)
    for (let i = 0; i < 17; i++) packed.set(records.subarray(964 * i, 964 * i + 960), 960 * i)
    const queries = random.bytes(4 * 960)
    const last = records.subarray(0, records.length - 4)
    for (const wide of [records, last]) {
      expect(kernel.distances(wide, 17, 960, queries, 964)).toEqual(
        kernel.distances(packed, 17, 960, queries),
      )
      expect(kernel.gram(wide, 17, 960, 964)).toEqual(kernel.gram(packed, 17, 960))
    }
  })

  test('no codes and no queries give nothing', () => {
    expect(kernel.distances(new Uint8Array(0), 0, 48, new Uint8Array(48)).length).toBe(0)
    expect(kernel.distances(new Uint8Array(48), 1, 48, new Uint8Array(0)).length).toBe(0)
    expect(kernel.gram(new Uint8Array(0), 0, 48).length).toBe(0)
  })
})

describe('compiled and scalar Hamming kernel agree', () => {
  test('on more than 1,000 random codes of every length that takes another way', () => {
    const random = createSeededRandom('lengths')
    for (const bytes of [8, 16, 24, 48, 112, 120, 128, 136, 256, 960, 1000, 4096]) {
      for (const rows of [1, 2, 15, 16, 17, 67]) {
        const stride = bytes + 4 * (rows % 3)
        const codes = random.bytes(rows * stride)
        const queries = random.bytes(4 * bytes)
        expect(hammingKernel.distances(codes, rows, bytes, queries, stride)).toEqual(
          scalar.distances(codes, rows, bytes, queries, stride),
        )
        expect(hammingKernel.gram(codes, rows, bytes, stride)).toEqual(
          scalar.gram(codes, rows, bytes, stride),
        )
      }
    }
  })

  const shape = fc.record({
    words: fc.integer({ min: 1, max: 150 }),
    gap: fc.integer({ min: 0, max: 9 }),
    rows: fc.integer({ min: 0, max: 40 }),
    queries: fc.integer({ min: 0, max: 5 }),
    seed: fc.integer(),
  })
  test.prop([shape])('on any shape', ({ words, gap, rows, queries, seed }) => {
    const random = createSeededRandom(seed)
    const bytes = 8 * words
    const codes = random.bytes(rows * (bytes + gap))
    const wanted = random.bytes(queries * bytes)
    expect(hammingKernel.distances(codes, rows, bytes, wanted, bytes + gap)).toEqual(
      scalar.distances(codes, rows, bytes, wanted, bytes + gap),
    )
    expect(hammingKernel.gram(codes, rows, bytes, bytes + gap)).toEqual(
      scalar.gram(codes, rows, bytes, bytes + gap),
    )
  })
})
