import { describe, expect, test } from 'vitest'
import { createSources } from './sources.ts'
import { rmsePercent } from './quality.ts'
import { compressZip002, decompressZip002, dequantise, quantise } from './zip002.ts'

describe('seed B’s Algorithms 2 and 3 as printed', () => {
  test('keep the sign of each difference, equal values counting as rising', () => {
    // 0.2 → 153, −0.4 → 76, −0.3 → 89, −0.3 → 89, −1 → 0, 1 → 255.
    const vector = Float32Array.of(0.2, -0.4, -0.3, -0.3, -1, 1)
    expect([...quantise(vector)]).toEqual([153, 76, 89, 89, 0, 255])
    const code = compressZip002(vector)
    expect(code).toEqual({ first: 153, startsUp: false, runs: [1, 2, 1, 1], bytes: 9 })
    const steps = [...decompressZip002(code)].map((value) => Math.round((value + 1) * 127.5))
    expect(steps).toEqual([153, 152, 153, 154, 153, 154])
  })

  test('a run of more than 256 takes two bytes of length', () => {
    const length = (count: number) => compressZip002(new Float32Array(count + 1)).bytes
    expect([length(256), length(257)]).toEqual([1 + 2, 1 + 3])
  })

  test('are neither small nor right on a white vector: the negative result stays', () => {
    const [white] = createSources(1)
    const vector = white?.draw() ?? new Float32Array()
    const code = compressZip002(vector)
    const decoded = decompressZip002(code)
    expect(code.bytes).toBeGreaterThan(964)
    expect(decoded.length).toBe(7680)
    expect(rmsePercent(vector, decoded)).toBeGreaterThan(100)
    const product = vector.reduce((sum, value, i) => sum + value * decoded[i]!, 0)
    expect(Math.abs(product) / Math.hypot(...decoded)).toBeLessThan(0.05)
  })

  test('the 8-bit values in between are off by half a step, because they are rounded down', () => {
    const vector = Float32Array.from({ length: 1000 }, (_, i) => Math.sin(i))
    const back = dequantise(quantise(vector))
    const errors = [...vector].map((value, i) => value - back[i]!)
    for (const error of errors) {
      expect(error).toBeGreaterThan(-1e-6)
      expect(error).toBeLessThan(1 / 127.5 + 1e-6)
    }
  })
})
