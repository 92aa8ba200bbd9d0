import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createSeededRandom } from './create-seeded-random.ts'

describe('createSeededRandom', () => {
  test('the sequence of a seed never changes between versions', () => {
    const random = createSeededRandom(7)
    const words = Array.from({ length: 4 }, () => random.integer(2 ** 32))
    expect(words).toEqual([3346189470, 4160927505, 2855413867, 2733466600])
  })

  test.prop([fc.oneof(fc.integer(), fc.string())])('repeats exactly from the same seed', (seed) => {
    const first = createSeededRandom(seed)
    const second = createSeededRandom(seed)
    for (let i = 0; i < 10; i++) expect(first.next()).toBe(second.next())
    expect(first.bytes(9)).toEqual(second.bytes(9))
  })

  test('a number and its decimal text are one seed, neighbours are not', () => {
    expect(createSeededRandom(7).next()).toBe(createSeededRandom('7').next())
    expect(createSeededRandom(7).next()).not.toBe(createSeededRandom(8).next())
  })

  test.prop([fc.integer(), fc.integer({ min: 1, max: 2 ** 32 })])(
    'integers stay below their bound and numbers in [0, 1)',
    (seed, bound) => {
      const random = createSeededRandom(seed)
      for (let i = 0; i < 20; i++) {
        const value = random.integer(bound)
        expect(Number.isInteger(value) && value >= 0 && value < bound).toBe(true)
        const number = random.next()
        expect(number >= 0 && number < 1).toBe(true)
      }
    },
  )

  test('integers are uniform: chi-square of 60,000 draws over 6 faces', () => {
    const random = createSeededRandom('dice')
    const counts = [0, 0, 0, 0, 0, 0]
    for (let i = 0; i < 60_000; i++) counts[random.integer(6)]! += 1
    const chiSquare = counts.reduce((total, count) => total + (count - 10_000) ** 2 / 10_000, 0)
    expect(chiSquare).toBeLessThan(20.5) // P = .001 at 5 degrees of freedom
  })

  test('bytes have the asked length and use all values', () => {
    const random = createSeededRandom(1)
    expect(random.bytes(0)).toHaveLength(0)
    expect(new Set(random.bytes(5000)).size).toBe(256)
  })

  test('bounds, lengths and seeds out of range are refused', () => {
    const random = createSeededRandom(1)
    for (const bound of [0, -1, 1.5, 2 ** 32 + 1, Number.NaN]) {
      expect(() => random.integer(bound)).toThrowDso('OPTION_INVALID')
    }
    expect(() => random.bytes(-1)).toThrowDso('OPTION_INVALID')
    expect(() => createSeededRandom(Number.NaN)).toThrowDso('VALUE_NOT_FINITE')
  })
})
