import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { PALEY_12, PALEY_20 } from '../../../src/kernels/scalar/paley.ts'
import { type RotationSize, scalarRotation } from '../../../src/kernels/scalar/rotation.ts'
import { deriveFlips } from '../../../src/protocol/codecs/derive-flips.ts'
import { sampleVector } from './sample-vector.ts'
import { showNumbers } from './show-numbers.ts'

const CASES: readonly [size: RotationSize, seed: string, lcg: number][] = [
  [384, 'dso/sign-384', 1],
  [384, '', 2],
  [7680, 'dso/zip002-7680', 3],
  [7680, 'Größe', 4],
]

/** Sign flips and rotated values of both sizes. */
export function createRotationVectors(): object {
  const show = (matrix: readonly (readonly number[])[]) =>
    matrix.map((row) => row.map((entry) => (entry > 0 ? '+' : '-')).join(''))
  return {
    description:
      'Rotations. `flips` are the bits of round 0, then of round 1: the first 8 bytes and the SHA-256 of all. `input` is a sample of `size` values (see README). `rotated` and `back` are the rotation and the inverse rotation of the input: the first four numbers as little-endian f64, and the SHA-256 of all of them. Hex.',
    paley12: show(PALEY_12),
    paley20: show(PALEY_20),
    cases: CASES.map(([size, seed, lcg]) => {
      const flips = deriveFlips(size, seed)
      const values = sampleVector(lcg, size)
      return {
        size,
        seed,
        flips: { first: bytesToHex(flips.subarray(0, 8)), sha256: bytesToHex(sha256(flips)) },
        input: { lcg },
        rotated: showNumbers(scalarRotation.rotate(values, flips)),
        back: showNumbers(scalarRotation.rotateBack(values, flips)),
      }
    }),
  }
}
