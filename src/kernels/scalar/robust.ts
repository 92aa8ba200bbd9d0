import type { OpenKernel } from '../open-kernel.ts'
import type { RobustFunctions } from '../robust.ts'
import { openScalarKernel } from './open-scalar-kernel.ts'

/** The robust kernel without SIMD: what the compiled one must equal, and what runs where that cannot. */
export function openScalarRobust(): OpenKernel<RobustFunctions> {
  return openScalarKernel((memory) => ({
    sumNearest(
      codes,
      bytes,
      count,
      distances,
      kept,
      trimmed,
      _planes,
      _rankPlanes,
      sumPlanes,
      _work,
      sums,
    ) {
      const nearest = Array.from({ length: count }, (_, code) => {
        const row = memory.words.slice(distances / 4 + code * count)
        const others = Array.from({ length: count }, (__, other) => other)
        return others.toSorted((a, b) => row[a]! - row[b]! || a - b).slice(0, kept)
      })
      for (let dimension = 0; dimension < 8 * bytes; dimension++) {
        const byte = dimension >> 3
        const bit = dimension & 7
        const counters = nearest.map((list) =>
          list.reduce((sum, code) => {
            return sum + ((memory.bytes[codes + code * bytes + byte]! >> bit) & 1)
          }, 0),
        )
        const ranked = counters.toSorted((a, b) => a - b).slice(trimmed, count - trimmed)
        let sum = ranked.reduce((total, counter) => total + counter, 0)
        for (let plane = 0; plane < sumPlanes; plane++) {
          const at = sums + plane * bytes + byte
          memory.bytes[at] = (memory.bytes[at]! & ~(1 << bit)) | ((sum % 2) << bit)
          sum = Math.floor(sum / 2)
        }
      }
    },
  }))
}
