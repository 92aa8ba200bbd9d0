import type { StackedVectors } from './stack-vectors.ts'

/**
 * Squared Euclidean distances between all pairs of vectors, row by row, f64. The sum runs over four lanes (dimension
 * modulo 4) that are added in pairs at the end.
 */
export function measureSquaredDistances({ rows, count, dimension }: StackedVectors): Float64Array {
  const distances = new Float64Array(count * count)
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      const distance = squaredDistance(rows, i * dimension, j * dimension, dimension)
      distances[i * count + j] = distance
      distances[j * count + i] = distance
    }
  }
  return distances
}

function squaredDistance(rows: Float32Array, a: number, b: number, dimension: number): number {
  const left = rows.subarray(a, a + dimension)
  const right = rows.subarray(b, b + dimension)
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  let i = 0
  for (; i + 4 <= dimension; i += 4) {
    const p = left[i]! - right[i]!
    const q = left[i + 1]! - right[i + 1]!
    const r = left[i + 2]! - right[i + 2]!
    const s = left[i + 3]! - right[i + 3]!
    first += p * p
    second += q * q
    third += r * r
    fourth += s * s
  }
  for (; i < dimension; i++) {
    const p = left[i]! - right[i]!
    first += p * p
  }
  return first + third + (second + fourth)
}
