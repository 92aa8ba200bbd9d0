import type { HammingFunctions } from '../hamming.ts'
import type { OpenKernel } from '../open-kernel.ts'
import { openScalarKernel } from './open-scalar-kernel.ts'
import { POPCOUNT } from './popcount.ts'

/** The Hamming kernel without SIMD: what the compiled one must equal, and what runs where that cannot. */
export function openScalarHamming(): OpenKernel<HammingFunctions> {
  return openScalarKernel((memory) => {
    function distance(a: number, b: number, bytes: number): number {
      let count = 0
      for (let i = 0; i < bytes; i++)
        count += POPCOUNT[memory.bytes[a + i]! ^ memory.bytes[b + i]!]!
      return count
    }
    return {
      distances(codes, stride, rows, bytes, queries, queryCount, out) {
        for (let query = 0; query < queryCount; query++) {
          for (let row = 0; row < rows; row++) {
            memory.words[out / 4 + query * rows + row] = distance(
              codes + row * stride,
              queries + query * bytes,
              bytes,
            )
          }
        }
      },
      gram(codes, stride, rows, bytes, out) {
        for (let i = 0; i < rows; i++) {
          for (let j = 0; j <= i; j++) {
            const count = distance(codes + i * stride, codes + j * stride, bytes)
            memory.words[out / 4 + i * rows + j] = count
            memory.words[out / 4 + j * rows + i] = count
          }
        }
      },
    }
  })
}
