import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { createSeededRandom } from '../protocol/statistics/create-seeded-random.ts'
import { votesWasm } from './generated/votes.ts'
import { openKernel } from './open-kernel.ts'
import { openScalarVotes } from './scalar/votes.ts'
import { createVotesKernel, votesKernel } from './votes.ts'

const scalar = createVotesKernel(openScalarVotes)
const runs = process.env['DSO_LONG'] === '1' ? 20_000 : 100

const bitsFor = (most: number) => Math.max(1, 32 - Math.clz32(most))

/** Counted one by one. */
function countOneByOne(codes: Uint8Array, bytes: number, weights?: Uint32Array): number[] {
  return Array.from({ length: 8 * bytes }, (_, dimension) => {
    let sum = 0
    for (let code = 0; code * bytes < codes.length; code++) {
      const bit = (codes[code * bytes + (dimension >> 3)]! >> (dimension & 7)) & 1
      sum += bit * (weights?.[code] ?? 1)
    }
    return sum
  })
}

test('this runtime has SIMD: the comparisons below compare two kernels', () => {
  expect(openKernel(votesWasm)).toBeDefined()
})

describe.each([
  ['compiled', votesKernel],
  ['scalar', scalar],
])('the %s votes kernel', (name, kernel) => {
  const most = name === 'scalar' ? 128 : 10_000
  const counts = [0, 1, 7, 8, 9, 119, 120, 121, 127, 128, 255, 256, 1000, 10_000]

  test.each(counts.filter((count) => count <= most))('counts %i codes', (count) => {
    for (const bytes of [1, 16, 48, 52]) {
      const codes = createSeededRandom(`${count} codes`).bytes(count * bytes)
      const planes = kernel.count(codes, bytes, bitsFor(count))
      expect(planes).toHaveLength(bitsFor(count) * bytes)
      expect([...kernel.expand(planes, bytes)]).toEqual(countOneByOne(codes, bytes))
    }
  })

  test.each([1, 7, 8, 121, 300])('counts %i codes with weights 0 … 1000', (count) => {
    const random = createSeededRandom(`${count} weights`)
    const codes = random.bytes(count * 20)
    const weights = Uint32Array.from({ length: count }, () => random.integer(1001))
    const planes = kernel.count(codes, 20, bitsFor(1000 * count), weights)
    expect([...kernel.expand(planes, 20)]).toEqual(countOneByOne(codes, 20, weights))
  })

  test('weights of 0 count nothing, even all of them', () => {
    const codes = new Uint8Array(32).fill(255)
    const planes = kernel.count(codes, 16, 3, Uint32Array.of(0, 0))
    expect(planes.every((byte) => byte === 0)).toBe(true)
  })

  test('every number that 32 planes can hold comes out', () => {
    for (const value of [0, 1, 2, 128, 255, 256, 65_535, 65_536, 2 ** 24, 2 ** 31, 2 ** 32 - 1]) {
      const planes = Uint8Array.from({ length: 32 }, (_, p) => ((value / 2 ** p) & 1 ? 0x81 : 0))
      const expected = [value, 0, 0, 0, 0, 0, 0, value]
      expect([...kernel.expand(planes, 1)]).toEqual(expected)
    }
  })

  test.prop(
    [fc.array(fc.uint8Array({ minLength: 5, maxLength: 5 }), { maxLength: 30 }), fc.nat()],
    {
      numRuns: runs,
    },
  )('adding two counts is counting both', (codes, at) => {
    const split = codes.length === 0 ? 0 : at % codes.length
    const join = (some: Uint8Array[]) => Uint8Array.from(some.flatMap((code) => [...code]))
    const [all, left, right] = [codes, codes.slice(0, split), codes.slice(split)].map((some) =>
      kernel.count(join(some), 5, 5),
    )
    expect(kernel.add(left!, right!, 5)).toEqual(all)
    expect(kernel.add(right!, left!, 5)).toEqual(all)
  })

  test('the order of codes changes nothing', () => {
    const codes = createSeededRandom('order').bytes(121 * 16)
    const reversed = codes.slice()
    for (let i = 0; i < 121; i++) {
      reversed.set(codes.subarray(16 * i, 16 * (i + 1)), 16 * (120 - i))
    }
    expect(kernel.count(reversed, 16, 7)).toEqual(kernel.count(codes, 16, 7))
  })
})

describe('the compiled votes kernel', () => {
  test('equals the scalar one on 1,000 random inputs', () => {
    const random = createSeededRandom('compare')
    for (let i = 0; i < 1000; i++) {
      const bytes = 1 + random.integer(40)
      const count = random.integer(20)
      const codes = random.bytes(count * bytes)
      const weights = Uint32Array.from({ length: count }, () => random.integer(1024))
      const planeCount = bitsFor(1023 * count) + random.integer(3)
      const planes = votesKernel.count(codes, bytes, planeCount, weights)
      expect(planes).toEqual(scalar.count(codes, bytes, planeCount, weights))
      expect(votesKernel.expand(planes, bytes)).toEqual(scalar.expand(planes, bytes))
    }
  })

  test('codes that fill several chunks are all counted', () => {
    const codes = createSeededRandom('chunks').bytes(1300 * 960)
    const planes = votesKernel.count(codes, 960, 11)
    expect([...votesKernel.expand(planes, 960)]).toEqual(countOneByOne(codes, 960))
  })
})
