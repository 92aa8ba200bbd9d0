import { describe, expect } from 'vitest'
import { test } from '@fast-check/vitest'
import { createSeededRandom } from '../protocol/statistics/create-seeded-random.ts'
import { robustWasm } from './generated/robust.ts'
import { hammingKernel } from './hamming.ts'
import { openKernel } from './open-kernel.ts'
import { createRobustKernel, robustKernel } from './robust.ts'
import { openScalarRobust } from './scalar/robust.ts'
import { votesKernel } from './votes.ts'

const scalar = createRobustKernel(openScalarRobust)

test('this runtime has SIMD: the comparisons below compare two kernels', () => {
  expect(openKernel(robustWasm)).toBeDefined()
})

describe('the compiled robust kernel', () => {
  test('equals the scalar one on random codes of every count to 40, and at the counts where planes are added', () => {
    const random = createSeededRandom('robust')
    const counts = [...Array.from({ length: 40 }, (_, i) => i + 1), 63, 64, 100, 127, 128, 260]
    for (const count of counts) {
      const bytes = 16 * (1 + random.integer(2))
      const codes = random.bytes(count * bytes)
      const distances = hammingKernel.gram(codes, count, bytes)
      for (const trimmed of new Set([0, random.integer(Math.ceil(count / 2)), (count - 1) >> 1])) {
        const kept = count > 64 ? count - trimmed : 1 + random.integer(count)
        const options = { codes, bytes, distances, kept, trimmed }
        const sums = robustKernel.sumNearest(options)
        const name = `${count} codes, ${kept} kept, ${trimmed} trimmed`
        expect({ name, sums }).toEqual({ name, sums: scalar.sumNearest(options) })
      }
    }
  })

  test('equals the scalar one where many distances are equal', () => {
    const random = createSeededRandom('ties')
    for (let i = 0; i < 50; i++) {
      const codes = new Uint8Array(12 * 16)
      for (let code = 0; code < 12; code++) codes[16 * code] = random.integer(4)
      const distances = hammingKernel.gram(codes, 12, 16)
      const options = { codes, bytes: 16, distances, kept: 1 + random.integer(12), trimmed: 5 }
      expect(robustKernel.sumNearest(options)).toEqual(scalar.sumNearest(options))
    }
  })
})

describe.each([
  ['compiled', robustKernel],
  ['scalar', scalar],
])('the %s robust kernel', (_, kernel) => {
  /** Three codes on a line, as 1, 2 and 4 low bits; distances 1, 2 and 3. */
  const codes = Uint8Array.from(
    { length: 48 },
    (__, i) => ({ 0: 0b1, 16: 0b11, 32: 0b1111 })[i] ?? 0,
  )
  const distances = Uint32Array.of(0, 1, 3, 1, 0, 2, 3, 2, 0)
  const sumsOf = (kept: number, trimmed: number) => {
    const planes = kernel.sumNearest({ codes, bytes: 16, distances, kept, trimmed })
    return [...votesKernel.expand(planes, 16).subarray(0, 4)]
  }

  test('sums the nearest of each code', () => {
    // Mixtures of two: codes 0 and 1 take each other, code 2 takes code 1.
    expect(sumsOf(2, 0)).toEqual([6, 4, 1, 1])
    expect(sumsOf(1, 0)).toEqual([3, 2, 1, 1])
    expect(sumsOf(3, 0)).toEqual([9, 6, 3, 3])
  })

  test('leaves out the outer mixtures', () => {
    expect(sumsOf(2, 1)).toEqual([2, 1, 0, 0])
    expect(sumsOf(1, 1)).toEqual([1, 1, 0, 0])
  })

  test('a tie is decided for the lower index', () => {
    const equal = new Uint32Array(9)
    const planes = kernel.sumNearest({ codes, bytes: 16, distances: equal, kept: 1, trimmed: 0 })
    expect([...votesKernel.expand(planes, 16).subarray(0, 4)]).toEqual([3, 0, 0, 0])
  })
})
