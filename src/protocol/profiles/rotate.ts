import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** Dimensions: 12 blocks of 32. */
const SIZE = 384
const BLOCKS = 12
const BLOCK = 32

/** The rotation has two rounds; one would leave vectors with one or two non-zero entries badly spread. */
const ROUNDS = 2

/** Makes the Hadamard matrix of order 384 orthonormal. */
const SCALE = 1 / Math.sqrt(SIZE)

/** The non-zero squares modulo 11, from which the Hadamard matrix of order 12 is built. */
const SQUARES: ReadonlySet<number> = new Set([1, 3, 4, 5, 9])

/**
 * Paley's Hadamard matrix of order 12: entries ±1, rows orthogonal. Row 0 is all 1, column 0 below it −1, the diagonal
 * 1, and entry (i, j) is 1 exactly when j − i is a square modulo 11.
 */
export const PALEY_12: readonly (readonly number[])[] = Array.from({ length: BLOCKS }, (_, i) =>
  Array.from({ length: BLOCKS }, (__, j) => {
    if (i === 0 || i === j) return 1
    if (j === 0) return -1
    return SQUARES.has((j - i + 11) % 11) ? 1 : -1
  }),
)

/**
 * Rotates 384 values: twice, flip the signs that the seed chooses, then multiply by the orthonormal Hadamard matrix
 * (order 12 over blocks, order 32 within). It spreads every direction evenly over the signs. Doubles in a fixed order,
 * so that the result has the same bits in every language.
 */
export function rotate(values: Float64Array, seed: string): Float64Array {
  let current = values
  for (let round = 0; round < ROUNDS; round++) {
    const signs = deriveSigns(seed, round)
    const flipped = current.map((value, i) => value * signs[i]!)
    current = mixBlocks(mixWithin(flipped), (to, from) => PALEY_12[to]![from]!)
  }
  return current
}

/** Undoes {@link rotate}. */
export function rotateBack(values: Float64Array, seed: string): Float64Array {
  let current = values
  for (let round = ROUNDS - 1; round >= 0; round--) {
    const signs = deriveSigns(seed, round)
    const mixed = mixBlocks(mixWithin(current), (to, from) => PALEY_12[from]![to]!)
    current = mixed.map((value, i) => value * signs[i]!)
  }
  return current
}

/** 384 signs: −1 where bit i mod 8 of byte i div 8 of SHA-256(tag ‖ round ‖ part ‖ seed), parts 0 and 1, is set. */
function deriveSigns(seed: string, round: number): Int8Array {
  const parts = [0, 1].map((part) =>
    sha256(
      concatBytes(utf8ToBytes('dso.rotation.v1'), Uint8Array.of(round, part), utf8ToBytes(seed)),
    ),
  )
  const stream = concatBytes(...parts)
  return Int8Array.from({ length: SIZE }, (_, i) => ((stream[i >> 3]! >> (i & 7)) & 1 ? -1 : 1))
}

/** The Walsh–Hadamard transform within each block of 32: butterflies of width 1, 2, 4, 8, 16. */
function mixWithin(unmixed: Float64Array): Float64Array {
  const values = unmixed.slice()
  for (let width = 1; width < BLOCK; width <<= 1) {
    for (let i = 0; i < SIZE; i++) {
      if (i & width) continue
      const low = values[i]!
      const high = values[i + width]!
      values[i] = low + high
      values[i + width] = low - high
    }
  }
  return values
}

/** The matrix of order 12 across blocks, summed from block 0 up, and the scaling. */
function mixBlocks(
  values: Float64Array,
  entry: (to: number, from: number) => number,
): Float64Array {
  const mixed = new Float64Array(SIZE)
  for (let to = 0; to < BLOCKS; to++) {
    for (let within = 0; within < BLOCK; within++) {
      let sum = 0
      for (let from = 0; from < BLOCKS; from++) {
        sum += entry(to, from) * values[from * BLOCK + within]!
      }
      mixed[to * BLOCK + within] = sum * SCALE
    }
  }
  return mixed
}
