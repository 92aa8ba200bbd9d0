import { describe, expect, test } from 'vitest'
import { poolMean } from './pool-mean.ts'

describe('poolMean', () => {
  test('masked tokens do not count, and the norm is 1', () => {
    const states = Float32Array.of(3, 0, 3, 8, 100, 100)
    const mean = poolMean(states, Uint8Array.of(1, 1, 0), 2)
    expect(mean[0]).toBeCloseTo(0.6)
    expect(mean[1]).toBeCloseTo(0.8)
  })

  test('lengths must fit', () => {
    expect(() => poolMean(new Float32Array(5), new Uint8Array(2), 2)).toThrowDso('LENGTH_MISMATCH')
  })

  test.each([
    ['NaN', Float32Array.of(Number.NaN, 1)],
    ['zero', Float32Array.of(0, 0)],
  ])('a mean of %s has no direction', (_, states) => {
    expect(() => poolMean(states, Uint8Array.of(1), 2)).toThrowDso('VALUE_NOT_FINITE')
  })
})
