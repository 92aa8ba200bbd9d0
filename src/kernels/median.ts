import { medianWasm } from './generated/median.ts'
import { type OpenKernel, openKernel } from './open-kernel.ts'
import { openScalarMedian } from './scalar/median.ts'
import { createSelectionNetwork, type RankRange } from './sorting-network.ts'

/** The kernel's functions on addresses of its memory; a stride is in bytes, columns are a multiple of 16. */
export interface MedianFunctions {
  rankMeans(
    rows: number,
    stride: number,
    count: number,
    columns: number,
    pairs: number,
    pairCount: number,
    from: number,
    to: number,
    keys: number,
    out: number,
  ): void
  medians(
    rows: number,
    stride: number,
    count: number,
    columns: number,
    keys: number,
    out: number,
  ): void
  weightedMedians(
    rows: number,
    stride: number,
    count: number,
    columns: number,
    weights: number,
    half: number,
    keys: number,
    out: number,
  ): void
  means(
    rows: number,
    stride: number,
    count: number,
    columns: number,
    sums: number,
    out: number,
  ): void
}

/**
 * Statistics of the columns of a matrix of `count` rows that lie one after the other, one f32 a column. Values are
 * ordered with −0 before 0; NaN is not allowed. Input is trusted: check it before.
 */
export interface MedianKernel {
  /**
   * The mean of the sorted values `from` … `to` (counted from 0, both inclusive), added in f64 in rising order, rounded
   * once. A median is the mean of one or two of them, a trimmed mean that of all but the outer ones.
   * A network of comparators does it, about count · log²(count) / 4 of them: rather for hundreds of rows than for
   * ten thousands.
   */
  rankMeans(rows: Float32Array, count: number, range: RankRange): Float32Array
  /** The median; of an even count the mean of both middle values, added in f64 and rounded once. Any count ≥ 1. */
  medians(rows: Float32Array, count: number): Float32Array
  /** The same medians by a search for their bits, whatever the count: {@link MedianKernel.medians} for many rows. */
  searchMedians(rows: Float32Array, count: number): Float32Array
  /**
   * The lower weighted median: the smallest value such that twice the weight of all values up to it is at least the
   * whole weight.
   *
   * @param weights one a row, at least one positive, their sum below 2^31
   */
  weightedMedians(rows: Float32Array, weights: Uint32Array): Float32Array
  /** The mean, added in f64 row after row, rounded once. */
  means(rows: Float32Array, count: number): Float32Array
}

/** Rows above which the search of a median is faster than the network. */
const FAST_NETWORK_ROWS = 256

/** Bytes of the matrix that are worked on at a time. */
const STRIPE_BYTES = 8 * 2 ** 20

/** Columns that the kernel works on at a time. */
const TILE = 16

/** What a stripe's work is given: addresses, and columns rounded up to whole tiles. */
interface Stripe {
  functions: MedianFunctions
  rows: number
  stride: number
  columns: number
  table: number
  keys: number
  sums: number
  out: number
}

/** Makes a median kernel on functions that `open` starts at the first call. */
export function createMedianKernel(open: () => OpenKernel<MedianFunctions>): MedianKernel {
  let opened: OpenKernel<MedianFunctions> | undefined

  /** Lays out a table and stripes of columns, and collects the results. */
  function run(
    matrix: Float32Array,
    count: number,
    table: Uint32Array,
    call: (stripe: Stripe) => void,
  ): Float32Array {
    const { functions, reserve } = (opened ??= open())
    const columns = matrix.length / count
    const width = Math.min(roundUp(columns, TILE), stripeWidth(count))
    const rows = roundUp(table.byteLength, 64)
    const keys = rows + 4 * count * width
    const sums = keys + 64 * (count + 1)
    const out = sums + 8 * width
    const buffer = reserve(out + 4 * width)
    const floats = new Float32Array(buffer)
    new Uint32Array(buffer).set(table)
    const result = new Float32Array(columns)
    for (let first = 0; first < columns; first += width) {
      const used = Math.min(width, columns - first)
      if (used === width && width === columns) floats.set(matrix, rows / 4)
      else {
        for (let row = 0; row < count; row++) {
          const from = row * columns + first
          floats.set(matrix.subarray(from, from + used), rows / 4 + row * width)
        }
      }
      const shape = { stride: 4 * width, columns: roundUp(used, TILE) }
      call({ functions, rows, ...shape, table: 0, keys, sums, out })
      result.set(floats.subarray(out / 4, out / 4 + used), first)
    }
    return result
  }

  function rankMeans(matrix: Float32Array, count: number, { from, to }: RankRange): Float32Array {
    const network = createSelectionNetwork(count, { from, to }).map((row) => row * 4 * TILE)
    return run(matrix, count, network, ({ functions, rows, stride, columns, table, keys, out }) => {
      const comparators = network.length / 2
      functions.rankMeans(rows, stride, count, columns, table, comparators, from, to, keys, out)
    })
  }

  function searchMedians(matrix: Float32Array, count: number): Float32Array {
    return run(matrix, count, new Uint32Array(0), (stripe) => {
      const { functions, rows, stride, columns, keys, out } = stripe
      functions.medians(rows, stride, count, columns, keys, out)
    })
  }

  return {
    rankMeans,
    searchMedians,
    medians: (matrix, count) =>
      count <= FAST_NETWORK_ROWS
        ? rankMeans(matrix, count, { from: (count - 1) >> 1, to: count >> 1 })
        : searchMedians(matrix, count),
    weightedMedians(matrix, weights) {
      const count = weights.length
      const half = Math.ceil(weights.reduce((sum, weight) => sum + weight, 0) / 2)
      return run(matrix, count, weights, (stripe) => {
        const { functions, rows, stride, columns, table, keys, out } = stripe
        functions.weightedMedians(rows, stride, count, columns, table, half, keys, out)
      })
    },
    means: (matrix, count) =>
      run(matrix, count, new Uint32Array(0), (stripe) => {
        const { functions, rows, stride, columns, sums, out } = stripe
        functions.means(rows, stride, count, columns, sums, out)
      }),
  }
}

/** Networks and bit searches in SIMD; the scalar functions where the runtime has none. */
export const medianKernel: MedianKernel = createMedianKernel(
  () => openKernel<MedianFunctions>(medianWasm) ?? openScalarMedian(),
)

function stripeWidth(count: number): number {
  return TILE * Math.max(1, Math.floor(STRIPE_BYTES / (4 * TILE * count)))
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple
}
