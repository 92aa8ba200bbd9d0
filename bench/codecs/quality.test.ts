import { describe, expect, test } from 'vitest'
import { meanAndMost, meanOverlap, pearson, rmsePercent, scoreAll, topRows } from './quality.ts'

const f32 = (...values: number[]) => Float32Array.from(values)

describe('rmsePercent', () => {
  test('is the root mean square of the differences, times 100', () => {
    expect(rmsePercent([1, 2, 3, 4], [1, 2, 3, 2])).toBe(100)
    expect(rmsePercent([0.5], [0.5])).toBe(0)
  })

  test('of zeros for a unit vector of 7680 is 1.141', () => {
    const vector = new Float32Array(7680).fill(1 / Math.sqrt(7680))
    expect(rmsePercent(vector, new Float32Array(7680))).toBeCloseTo(1.141, 3)
  })
})

test('scoreAll multiplies every query with every row', () => {
  const rows = f32(1, 0, 0, 0, 0, 2, 0, 0, 1, 1, 1, 1)
  const scores = scoreAll(f32(1, 2, 3, 4, -1, 0, 0, 1), rows, 4)
  expect(scores.map((line) => [...line])).toEqual([
    [1, 4, 10],
    [-1, 0, 0],
  ])
})

describe('topRows', () => {
  test('the best first, ties by the lower row', () => {
    expect(topRows(f32(1, 5, 3, 5, 2, 3), 4)).toEqual([1, 3, 2, 5])
    expect(topRows(f32(2, 2, 2), 2)).toEqual([0, 1])
  })

  test('fewer rows than wanted are all of them', () => {
    expect(topRows(f32(1, 2), 5)).toEqual([1, 0])
  })

  test('agrees with sorting', () => {
    const scores = Float32Array.from({ length: 500 }, (_, i) => (i * 7919) % 101)
    const sorted = [...scores.keys()].toSorted((a, b) => scores[b]! - scores[a]! || a - b)
    expect(topRows(scores, 10)).toEqual(sorted.slice(0, 10))
  })
})

test('meanOverlap counts what both have among their best', () => {
  const exact = [f32(4, 3, 2, 1), f32(4, 3, 2, 1)]
  expect(meanOverlap(exact, [f32(9, 8, 0, 0), f32(0, 0, 9, 8)], 2)).toBe(0.5)
  expect(meanOverlap(exact, [f32(0, 9, 8, 0), f32(4, 3, 2, 1)], 2)).toBe(0.75)
})

test('pearson of lines, and of what is not related', () => {
  expect(pearson([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12)
  expect(pearson([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12)
  expect(pearson([1, 2, 1, 2], [1, 1, 2, 2])).toBeCloseTo(0, 12)
})

test('meanAndMost', () => {
  expect(meanAndMost([1, 5, 3])).toEqual({ mean: 3, most: 5 })
})
