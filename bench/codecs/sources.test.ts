import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '../../src/protocol/statistics/create-seeded-random.ts'
import { createGaussian } from '../common/gaussian.ts'
import { naiveCompress } from './naive-compress.ts'
import { createProductQuantiser } from './product-quantiser.ts'
import { createSources } from './sources.ts'

/** E|x| / rms: what one bit a value keeps of the direction. */
function flatness(vector: Float32Array): number {
  const sum = vector.reduce((total, value) => total + Math.abs(value), 0)
  const squares = vector.reduce((total, value) => total + value * value, 0)
  return sum / Math.sqrt(squares * vector.length)
}

describe('createSources', () => {
  test('gives the same unit vectors for the same seed, others for another', () => {
    const draw = (seed: number) => createSources(seed).map((source) => source.draw())
    const begin = (vectors: Float32Array[]) => vectors.map((vector) => vector.slice(0, 20))
    const first = draw(1)
    expect(begin(draw(1))).toEqual(begin(first))
    expect(begin(draw(2))).not.toEqual(begin(first))
    for (const vector of first) {
      expect(vector.length).toBe(7680)
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
    }
  })

  test.each([
    ['white', 0.798],
    ['uniform', 0.866],
    ['laplace', 0.707],
    ['uneven', 0.49],
    ['padded', 0.583],
    ['smooth', 0.8],
  ])('%s vectors have the flatness that theory says', (name, expected) => {
    const source = createSources(3).find((each) => each.name === name)
    const drawn = Array.from({ length: 4 }, () => flatness(source?.draw() ?? new Float32Array(1)))
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length
    expect(Math.abs(mean - expected)).toBeLessThan(0.03)
  })

  test('what follows in the smooth source is near, in the white one not', () => {
    const neighbours = (name: string) => {
      const vector =
        createSources(1)
          .find((each) => each.name === name)
          ?.draw() ?? new Float32Array()
      return vector.slice(1).reduce((sum, value, i) => sum + value * vector[i]!, 0)
    }
    expect(neighbours('smooth')).toBeGreaterThan(0.95)
    expect(Math.abs(neighbours('white'))).toBeLessThan(0.05)
  })
})

test('createGaussian has mean 0, variance 1 and the fourth moment 3', () => {
  const gaussian = createGaussian(createSeededRandom('gaussian'))
  const drawn = Array.from({ length: 100_000 }, gaussian)
  const moment = (k: number) => drawn.reduce((sum, value) => sum + value ** k, 0) / drawn.length
  expect(moment(1)).toBeCloseTo(0, 1)
  expect(moment(2)).toBeCloseTo(1, 1)
  expect(Math.abs(moment(4) - 3)).toBeLessThan(0.15)
})

test('the product quantiser leaves about a ninth of a normal vector’s energy', () => {
  const gaussian = createGaussian(createSeededRandom('values'))
  const vector = Float64Array.from({ length: 6000 }, gaussian)
  const quantised = createProductQuantiser(1)(vector)
  const lost = vector.reduce((sum, value, i) => sum + (value - quantised[i]!) ** 2, 0)
  const share = lost / vector.reduce((sum, value) => sum + value * value, 0)
  expect(share).toBeGreaterThan(0.0625)
  expect(share).toBeLessThan(0.125)
  expect(new Set(quantised).size).toBeLessThanOrEqual(192)
})

test('naiveCompress writes the mean magnitude and a bit a value', () => {
  const code = naiveCompress(Float32Array.of(1, -2, 3, -4, 0, -0, 5, -1))
  expect([...code]).toEqual([0, 0, 0, 0x40, 0b0111_0101])
})
