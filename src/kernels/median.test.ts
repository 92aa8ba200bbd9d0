import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { createSeededRandom } from '../protocol/statistics/create-seeded-random.ts'
import { medianWasm } from './generated/median.ts'
import { createMedianKernel, medianKernel } from './median.ts'
import { openKernel } from './open-kernel.ts'
import { openScalarMedian } from './scalar/median.ts'

const scalar = createMedianKernel(openScalarMedian)
const runs = process.env['DSO_LONG'] === '1' ? 20_000 : 200

const bitsOf = (values: Float32Array) => [
  ...new Uint32Array(values.buffer, values.byteOffset, values.length),
]

/** Finite floats of every size, with many duplicates and both zeros. */
function randomFloats(length: number, seed: string): Float32Array {
  const random = createSeededRandom(seed)
  const words = new Uint32Array(length)
  const floats = new Float32Array(words.buffer)
  for (let i = 0; i < length; i++) {
    const kind = random.integer(4)
    if (kind === 0) floats[i] = [0, -0, 1, -1, 3.4e38, -3.4e38, 1e-45, -1e-45][random.integer(8)]!
    else if (kind === 1) floats[i] = random.integer(5) - 2
    else if (kind === 2) floats[i] = random.next() - 0.5
    else {
      do words[i] = random.integer(2 ** 32)
      while (!Number.isFinite(floats[i]))
    }
  }
  return floats
}

test('this runtime has SIMD: the comparisons below compare two kernels', () => {
  expect(openKernel(medianWasm)).toBeDefined()
})

/** The definition, column by column. */
function expectedMedians(rows: Float32Array, count: number): Float32Array {
  const columns = rows.length / count
  return Float32Array.from({ length: columns }, (_, column) => {
    const sorted = Float32Array.from({ length: count }, (__, row) => rows[row * columns + column]!)
    sorted.sort()
    const lower = sorted[(count - 1) >> 1]!
    return count % 2 === 1 ? lower : (lower + sorted[count >> 1]!) / 2
  })
}

describe('the compiled median kernel', () => {
  test('network, bit search and sort agree bit by bit for 1 … 257 rows', () => {
    for (let count = 1; count <= 257; count++) {
      const rows = randomFloats(17 * count, `rows ${count}`)
      const expected = bitsOf(expectedMedians(rows, count))
      expect(bitsOf(medianKernel.medians(rows, count)), `${count} rows`).toEqual(expected)
      const searched = medianKernel.searchMedians(rows, count)
      expect(bitsOf(searched), `${count} rows, searched`).toEqual(expected)
    }
  })

  test('equals the scalar one on 1,000 random columns and ranges of ranks', () => {
    const random = createSeededRandom('ranges')
    for (let i = 0; i < 60; i++) {
      const count = 1 + random.integer(256)
      const from = random.integer(count)
      const range = { from, to: from + random.integer(count - from) }
      const rows = randomFloats(18 * count, `range ${i}`)
      expect(bitsOf(medianKernel.rankMeans(rows, count, range))).toEqual(
        bitsOf(scalar.rankMeans(rows, count, range)),
      )
      expect(bitsOf(medianKernel.means(rows, count))).toEqual(bitsOf(scalar.means(rows, count)))
    }
  })

  test('equals the scalar one on 1,000 random columns with weights', () => {
    const random = createSeededRandom('weights')
    for (let i = 0; i < 60; i++) {
      const count = 1 + random.integer(300)
      const most = [1, 2, 1000, 7_000_000][i % 4]!
      const weights = Uint32Array.from({ length: count }, () => random.integer(most + 1))
      weights[random.integer(count)] = most
      const rows = randomFloats(18 * count, `weighted ${i}`)
      expect(bitsOf(medianKernel.weightedMedians(rows, weights))).toEqual(
        bitsOf(scalar.weightedMedians(rows, weights)),
      )
    }
  })

  test('works in stripes where the matrix is large', () => {
    const count = 70_000
    const rows = randomFloats(20 * count, 'large')
    expect(bitsOf(medianKernel.medians(rows, count))).toEqual(bitsOf(expectedMedians(rows, count)))
    expect(bitsOf(medianKernel.means(rows, count))).toEqual(bitsOf(scalar.means(rows, count)))
  })
})

const column = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), {
  minLength: 1,
  maxLength: 40,
})

describe.each([
  ['compiled', medianKernel],
  ['scalar', scalar],
])('the %s median kernel', (_, kernel) => {
  test('takes the middle, or the mean of the two in the middle', () => {
    expect([...kernel.medians(Float32Array.of(5, 1, 9), 3)]).toEqual([5])
    expect([...kernel.medians(Float32Array.of(5, 1, 9, 6), 4)]).toEqual([5.5])
    expect([...kernel.medians(Float32Array.of(1, 2, 3, 4, 5, 60), 3)]).toEqual([3, 4])
  })

  test('the mean of the largest floats does not overflow', () => {
    const most = Math.fround(3.4028234663852886e38)
    expect([...kernel.medians(Float32Array.of(most, most), 2)]).toEqual([most])
    expect([...kernel.means(Float32Array.of(most, most, most), 3)]).toEqual([most])
  })

  test('negative zero comes before zero and stays negative', () => {
    expect(kernel.medians(Float32Array.of(0, -0, -0), 3)[0]).toBe(-0)
    expect(kernel.medians(Float32Array.of(0, -0, 0), 3)[0]).toBe(0)
    expect(kernel.weightedMedians(Float32Array.of(0, -0), Uint32Array.of(1, 1))[0]).toBe(-0)
  })

  test('an exact tie of weights takes the lower value', () => {
    const rows = Float32Array.of(9, 1)
    expect([...kernel.weightedMedians(rows, Uint32Array.of(5, 5))]).toEqual([1])
    expect([...kernel.weightedMedians(rows, Uint32Array.of(6, 5))]).toEqual([9])
    expect([...kernel.weightedMedians(rows, Uint32Array.of(0, 5))]).toEqual([1])
  })

  test('the greatest sum of weights does not overflow', () => {
    const weights = Uint32Array.of(2 ** 30, 2 ** 30 - 2, 1)
    expect([...kernel.weightedMedians(Float32Array.of(3, 1, 2), weights)]).toEqual([3])
  })

  test.prop([column, fc.nat()], { numRuns: runs })(
    'medians and means do not leave the range of the values or depend on their order',
    (values, seed) => {
      const rows = Float32Array.from(values)
      const random = createSeededRandom(seed)
      const shuffled = rows.slice()
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = random.integer(i + 1)
        ;[shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!]
      }
      const median = kernel.medians(rows, rows.length)[0]!
      expect(kernel.medians(shuffled, rows.length)[0]).toBe(median)
      for (const value of [median, kernel.means(rows, rows.length)[0]!]) {
        expect(value).toBeGreaterThanOrEqual(Math.min(...rows))
        expect(value).toBeLessThanOrEqual(Math.max(...rows))
      }
    },
  )
})
