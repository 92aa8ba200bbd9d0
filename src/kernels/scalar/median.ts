import type { MedianFunctions } from '../median.ts'
import type { OpenKernel } from '../open-kernel.ts'
import { openScalarKernel } from './open-scalar-kernel.ts'

/** The median kernel without SIMD: what the compiled one must equal, and what runs where that cannot. */
export function openScalarMedian(): OpenKernel<MedianFunctions> {
  return openScalarKernel((memory) => {
    function column(rows: number, stride: number, count: number, index: number): Float32Array {
      const floats = new Float32Array(memory.bytes.buffer)
      return Float32Array.from({ length: count }, (_, row) => {
        return floats[(rows + row * stride) / 4 + index]!
      })
    }

    function write(out: number, index: number, value: number): void {
      new Float32Array(memory.bytes.buffer)[out / 4 + index] = value
    }

    return {
      rankMeans(rows, stride, count, columns, _pairs, _pairCount, from, to, _keys, out) {
        for (let index = 0; index < columns; index++) {
          // The sort of typed arrays puts −0 before 0, as the integers of the compiled kernel do.
          const ranked = column(rows, stride, count, index)
            .sort()
            .subarray(from, to + 1)
          write(out, index, ranked.reduce((sum, value) => sum + value) / ranked.length)
        }
      },
      medians(rows, stride, count, columns, _keys, out) {
        for (let index = 0; index < columns; index++) {
          const sorted = column(rows, stride, count, index).sort()
          const upper = sorted[count >> 1]!
          write(out, index, count % 2 === 1 ? upper : (sorted[(count >> 1) - 1]! + upper) / 2)
        }
      },
      weightedMedians(rows, stride, count, columns, weights, half, _keys, out) {
        const weightOf = memory.words.slice(weights / 4, weights / 4 + count)
        for (let index = 0; index < columns; index++) {
          const values = column(rows, stride, count, index)
          const order = Array.from(weightOf.keys()).toSorted((a, b) =>
            compareFloats(values[a]!, values[b]!),
          )
          let upTo = 0
          const middle = order.find((row) => (upTo += weightOf[row]!) >= half)
          write(out, index, values[middle!]!)
        }
      },
      means(rows, stride, count, columns, _sums, out) {
        for (let index = 0; index < columns; index++) {
          const sum = column(rows, stride, count, index).reduce((total, value) => total + value)
          write(out, index, sum / count)
        }
      },
    }
  })
}

/** Rising, −0 before 0. */
function compareFloats(a: number, b: number): number {
  if (a !== b) return a - b
  return Number(Object.is(b, -0)) - Number(Object.is(a, -0))
}
