import type { OpenKernel } from '../open-kernel.ts'
import type { ScanFunctions } from '../scan.ts'
import { openScalarKernel } from './open-scalar-kernel.ts'
import { POPCOUNT } from './popcount.ts'

const LANES = 16

/** The scan kernel without SIMD: what the compiled one must equal, and what runs where that cannot. */
export function openScalarScan(): OpenKernel<ScanFunctions> {
  return openScalarKernel((memory) => {
    /** Sums `term` over the positions of each code, for each query, block and lane. */
    function sum(
      blocks: number,
      bytes: number,
      queryCount: number,
      out: number,
      term: (query: number, position: number, at: number) => number,
    ): void {
      for (let query = 0; query < queryCount; query++) {
        for (let row = 0; row < blocks * LANES; row++) {
          const first = Math.floor(row / LANES) * bytes * LANES + (row % LANES)
          let total = 0
          for (let position = 0; position < bytes; position++) {
            total += term(query, position, first + position * LANES)
          }
          memory.words[out / 4 + query * blocks * LANES + row] = total
        }
      }
    }
    return {
      countBlocks(codes, blocks, bytes, queries, queryCount, out) {
        sum(blocks, bytes, queryCount, out, (query, position, at) => {
          const wanted = memory.bytes[queries + query * bytes + position]!
          return POPCOUNT[memory.bytes[codes + at]! ^ wanted]!
        })
      },
      sumBlocks(codes, blocks, bytes, tables, queryCount, out) {
        sum(blocks, bytes, queryCount, out, (query, position, at) => {
          const code = memory.bytes[codes + at]!
          const table = tables + (query * bytes + position) * 32
          return memory.bytes[table + (code & 15)]! + memory.bytes[table + 16 + (code >> 4)]!
        })
      },
    }
  })
}
