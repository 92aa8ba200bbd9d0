import { scalarCodec } from './codec.ts'
import { PALEY_12, PALEY_20 } from './paley.ts'

/** How many values can be rotated: 12 · 32 and 12 · 20 · 32, the orders of the Hadamard matrices. */
export type RotationSize = 384 | 7680

/** A rotation of 384 or 7680 values: two rounds of sign flips and an orthonormal Hadamard matrix. All arithmetic is f64. */
export interface RotationKernel {
  /**
   * Rotates. Round r = 0, 1 flips the signs that its bits choose, then multiplies by the Hadamard matrix: order 32 within
   * blocks of 32, order 20 across the blocks of each 640 (7680 only), order 12 across the rest, divided by √size.
   *
   * @param values {@link RotationSize} of them, finite
   * @param flips a bit a value for round 0, then for round 1 (size / 4 bytes); 1 flips, bit 0 of byte 0 first
   */
  rotate(values: Float32Array | Float64Array, flips: Uint8Array): Float64Array<ArrayBuffer>
  /** Undoes rotate, up to rounding. */
  rotateBack(values: Float32Array | Float64Array, flips: Uint8Array): Float64Array<ArrayBuffer>
  /** The record that the codec makes of the rotated values as one block. */
  rotateCompress(values: Float32Array | Float64Array, flips: Uint8Array): Uint8Array<ArrayBuffer>
}

/** The rotation without SIMD: the oracle of the kernel, and its substitute where SIMD is missing. */
export const scalarRotation: RotationKernel = {
  rotate,
  rotateBack,
  rotateCompress: (values, flips) => scalarCodec.compress(rotate(values, flips)),
}

const BLOCK = 32
const ROUNDS = 2

type Matrix = (to: number, from: number) => number

function rotate(values: Float32Array | Float64Array, flips: Uint8Array): Float64Array<ArrayBuffer> {
  const current = Float64Array.from(values)
  for (let round = 0; round < ROUNDS; round++) {
    flip(current, flips, round)
    mixWithin(current)
    if (current.length === 7680) mixTwenties(current, (to, from) => PALEY_20[to]![from]!)
    mixTwelve(current, (to, from) => PALEY_12[to]![from]!)
  }
  return current
}

function rotateBack(
  values: Float32Array | Float64Array,
  flips: Uint8Array,
): Float64Array<ArrayBuffer> {
  const current = Float64Array.from(values)
  for (let round = ROUNDS - 1; round >= 0; round--) {
    mixWithin(current)
    if (current.length === 7680) mixTwenties(current, (to, from) => PALEY_20[from]![to]!)
    mixTwelve(current, (to, from) => PALEY_12[from]![to]!)
    flip(current, flips, round)
  }
  return current
}

function flip(values: Float64Array, flips: Uint8Array, round: number): void {
  const from = (round * values.length) / 8
  for (let i = 0; i < values.length; i++) {
    if ((flips[from + (i >> 3)]! >> (i & 7)) & 1) values[i] = -values[i]!
  }
}

/** The Walsh–Hadamard transform within each block of 32: butterflies of width 1, 2, 4, 8, 16. */
function mixWithin(values: Float64Array): void {
  for (let width = 1; width < BLOCK; width <<= 1) {
    for (let i = 0; i < values.length; i++) {
      if (i & width) continue
      const low = values[i]!
      const high = values[i + width]!
      values[i] = low + high
      values[i + width] = low - high
    }
  }
}

/** The matrix of order 20 across the blocks of each 640. */
function mixTwenties(values: Float64Array, entry: Matrix): void {
  const column = new Float64Array(20)
  for (let group = 0; group < values.length; group += 20 * BLOCK) {
    for (let at = group; at < group + BLOCK; at++) {
      for (let from = 0; from < 20; from++) column[from] = values[at + from * BLOCK]!
      for (let to = 0; to < 20; to++) values[at + to * BLOCK] = sumInTerms(column, to, entry)
    }
  }
}

/** The matrix of order 12 across twelfths, and the scaling. */
function mixTwelve(values: Float64Array, entry: Matrix): void {
  const sum = values.length === 7680 ? sumInTerms : sumInTurn
  const scale = 1 / Math.sqrt(values.length)
  const stride = values.length / 12
  const column = new Float64Array(12)
  for (let at = 0; at < stride; at++) {
    for (let from = 0; from < 12; from++) column[from] = values[at + from * stride]!
    for (let to = 0; to < 12; to++) values[at + to * stride] = sum(column, to, entry) * scale
  }
}

/** A row times a column: terms of four products, (a + b) + (c + d), added to 0. Rows share them, so it takes few sums. */
function sumInTerms(column: Float64Array, row: number, entry: Matrix): number {
  const product = (from: number) => entry(row, from) * column[from]!
  let sum = 0
  for (let from = 0; from < column.length; from += 4) {
    sum += product(from) + product(from + 1) + (product(from + 2) + product(from + 3))
  }
  return sum
}

/** A row times a column, product by product, from 0 up. */
function sumInTurn(column: Float64Array, row: number, entry: Matrix): number {
  let sum = 0
  for (let from = 0; from < column.length; from++) sum += entry(row, from) * column[from]!
  return sum
}
