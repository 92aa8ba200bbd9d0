import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { createSeededRandom } from '../protocol/statistics/create-seeded-random.ts'
import { hammingKernel } from './hamming.ts'
import { scanWasm } from './generated/scan.ts'
import { openKernel } from './open-kernel.ts'
import { type CodeBlocks, createCodeBlocks, openCodeBlocks } from './scan.ts'
import { openScalarScan } from './scalar/scan.ts'

const openScalarBlocks = (bytes: number) => createCodeBlocks(bytes, openScalarScan())

/** `count` pieces of `bytes` bytes, each at most `most`. */
function randomPieces(seed: number | string, count: number, bytes: number, most = 255) {
  const random = createSeededRandom(seed)
  return Array.from({ length: count }, () => random.bytes(bytes).map((byte) => byte & most))
}

function fill(blocks: CodeBlocks, codes: readonly Uint8Array[]): CodeBlocks {
  blocks.reserve(codes.length)
  for (const [row, code] of codes.entries()) blocks.write(row, code)
  return blocks
}

type Scan = 'countDifferences' | 'sumEntries'

/** The sums of each query over all rows. */
function collect(blocks: CodeBlocks, scan: Scan, rows: number, queries: readonly Uint8Array[]) {
  const all = queries.map(() => new Uint32Array(rows))
  const seen = queries.map(() => 0)
  blocks[scan](rows, queries, (query, firstRow, sums) => {
    expect(firstRow).toBe(seen[query])
    all[query]!.set(sums, firstRow)
    seen[query]! += sums.length
  })
  if (rows > 0) expect(seen).toEqual(queries.map(() => rows))
  return all
}

test('this runtime has SIMD: the comparisons below compare two kernels', () => {
  expect(openKernel(scanWasm)).toBeDefined()
})

describe.each([
  ['compiled', openCodeBlocks],
  ['scalar', openScalarBlocks],
])('%s code blocks', (_, open) => {
  test('give back the codes, also after they grew and after a row was written again', () => {
    const codes = randomPieces('grow', 300, 48)
    const blocks = open(48)
    for (const [row, code] of codes.entries()) {
      blocks.reserve(row + 1)
      blocks.write(row, code)
    }
    blocks.write(17, codes[3]!)
    for (const [row, code] of codes.entries()) {
      expect(blocks.read(row)).toEqual(row === 17 ? codes[3] : code)
    }
    expect(blocks.memoryBytes()).toBeGreaterThanOrEqual(300 * 48)
  })

  test('count differences as the row by row kernel does', () => {
    const codes = randomPieces('rows', 33, 120)
    const queries = randomPieces('row queries', 6, 120)
    const blocks = fill(open(120), codes)
    const packed = Uint8Array.from(codes.flatMap((code) => [...code]))
    for (const [i, counts] of collect(blocks, 'countDifferences', 33, queries).entries()) {
      expect(counts).toEqual(hammingKernel.distances(packed, 33, 120, queries[i]!))
    }
  })

  test('add the entry of the low half byte from the first table, of the high one from the second', () => {
    const tables = new Uint8Array(8 * 32)
    // Byte 2: entry 5 of its low table, entry 9 of its high one. Byte 3: entry 0 of both.
    tables.set([100], 2 * 32 + 5)
    tables.set([27], 2 * 32 + 16 + 9)
    tables.set([3], 3 * 32)
    tables.set([1], 3 * 32 + 16)
    const codes = [
      Uint8Array.of(0, 0, 0x95, 0, 0, 0, 0, 0),
      Uint8Array.of(0, 0, 0x59, 1, 0, 0, 0, 0),
    ]
    const sums = collect(fill(open(8), codes), 'sumEntries', 2, [tables])
    expect([...sums[0]!]).toEqual([100 + 27 + 3 + 1, 1])
  })

  test.each([8, 240, 248, 480, 960, 8192])(
    'tables of 127 alone do not overflow: %i bytes',
    (bytes) => {
      const codes = randomPieces('full', 17, bytes)
      const full = new Uint8Array(bytes * 32).fill(127)
      const [sums] = collect(fill(open(bytes), codes), 'sumEntries', 17, [full])
      expect(new Set(sums)).toEqual(new Set([2 * 127 * bytes]))
    },
  )

  test.each([8, 248, 256, 960, 8192])('all %i bytes differ', (bytes) => {
    const codes = Array.from({ length: 17 }, () => new Uint8Array(bytes).fill(255))
    const queries = [new Uint8Array(bytes), new Uint8Array(bytes).fill(255)]
    const counts = collect(fill(open(bytes), codes), 'countDifferences', 17, queries)
    expect(new Set(counts[0])).toEqual(new Set([8 * bytes]))
    expect(new Set(counts[1])).toEqual(new Set([0]))
  })

  test('no rows and no queries visit nothing', () => {
    const blocks = open(8)
    expect(collect(blocks, 'countDifferences', 0, [new Uint8Array(8)])[0]!.length).toBe(0)
    expect(collect(blocks, 'sumEntries', 0, [new Uint8Array(256)])[0]!.length).toBe(0)
    expect(collect(fill(blocks, [new Uint8Array(8)]), 'sumEntries', 1, [])).toEqual([])
  })

  test('what cannot fit into 4 GiB is refused, and nothing is lost', () => {
    const codes = randomPieces('kept', 3, 8192)
    const blocks = fill(open(8192), codes)
    expect(() => blocks.reserve(2 ** 20)).toThrow(RangeError)
    for (const [row, code] of codes.entries()) expect(blocks.read(row)).toEqual(code)
  })
})

describe('compiled and scalar scan agree', () => {
  function compare(seed: number | string, bytes: number, rows: number, queryCount: number): void {
    const codes = randomPieces(`${seed} codes`, rows, bytes)
    const queries = randomPieces(`${seed} queries`, queryCount, bytes)
    const tables = randomPieces(`${seed} tables`, queryCount, bytes * 32, 127)
    const blocks = [openCodeBlocks, openScalarBlocks].map((open) => fill(open(bytes), codes))
    const counts = blocks.map((each) => collect(each, 'countDifferences', rows, queries))
    expect(counts[0]).toEqual(counts[1])
    const sums = blocks.map((each) => collect(each, 'sumEntries', rows, tables))
    expect(sums[0]).toEqual(sums[1])
  }

  test('on more than 1,000 random codes, around the size of a block', () => {
    for (const rows of [1, 15, 16, 17, 31, 32, 33, 47]) {
      compare(rows, 48, rows, 5)
      compare(rows, 960, rows, 2)
      compare(rows, 8, rows, 4)
    }
  })

  test('on more codes than one call goes through', () => {
    compare('many', 8, 128 * 16 * 2 + 5, 5)
  })

  const shape = fc.record({
    words: fc.integer({ min: 1, max: 70 }),
    rows: fc.integer({ min: 0, max: 50 }),
    queries: fc.integer({ min: 0, max: 6 }),
    seed: fc.integer(),
  })
  test.prop([shape])('on any shape', ({ words, rows, queries, seed }) => {
    compare(seed, 8 * words, rows, queries)
  })
})
