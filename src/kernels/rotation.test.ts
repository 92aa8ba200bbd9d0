import { afterEach, describe, expect, test, vi } from 'vitest'
import { createSeededRandom } from '../protocol/statistics/create-seeded-random.ts'
import { createSimdRotation, rotationKernel } from './rotation.ts'
import { PALEY_12, PALEY_20 } from './scalar/paley.ts'
import { type RotationKernel, type RotationSize, scalarRotation } from './scalar/rotation.ts'

const LONG = process.env['DSO_LONG'] === '1'
const LONG_TIMEOUT = 600_000
const random = createSeededRandom('kernels/rotation')

function bitsOf(values: ArrayBufferView): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64')
}

function simd(): RotationKernel {
  const kernel = createSimdRotation()
  if (kernel === undefined) throw new Error('this runtime has no WebAssembly SIMD')
  return kernel
}
const kernel = simd()

function expectEqual(values: Float32Array | Float64Array, flips: Uint8Array): void {
  const rotated = kernel.rotate(values, flips)
  expect(bitsOf(rotated)).toBe(bitsOf(scalarRotation.rotate(values, flips)))
  const back = kernel.rotateBack(values, flips)
  expect(bitsOf(back)).toBe(bitsOf(scalarRotation.rotateBack(values, flips)))
  const code = kernel.rotateCompress(values, flips)
  expect(bitsOf(code)).toBe(bitsOf(scalarRotation.rotateCompress(values, flips)))
}

describe('the compiled rotation', () => {
  test.each([
    [384, LONG ? 5_000 : 500],
    [7680, LONG ? 500 : 12],
  ])(
    'equals the scalar one bit by bit on random values, %i of them',
    (size, runs) => {
      for (let run = 0; run < runs; run++) {
        const draw = () => (random.next() - 0.5) * 2 ** (random.next() * 60 - 30)
        const flips = random.bytes(size / 4)
        expectEqual(Float32Array.from({ length: size }, draw), flips)
        expectEqual(Float64Array.from({ length: size }, draw), flips)
      }
    },
    LONG_TIMEOUT,
  )

  test.each([
    ['zeros', () => 0],
    ['−0', () => -0],
    ['subnormals', (i: number) => (i % 2 ? -1 : 1) * (i + 1) * 2 ** -149],
    ['the greatest floats', (i: number) => (i % 3 ? 3e38 : -3e38)],
    ['one-hot', (i: number) => (i === 5 ? -1 : 0)],
    ['two-hot', (i: number) => (i === 5 || i === 69 ? 1 : 0)],
    ['ones, whose sums cancel exactly', () => 1],
    ['alternating', (i: number) => (i % 2 ? -1 : 1)],
  ])('equals the scalar one on %s', (_, value) => {
    for (const size of [384, 7680]) {
      const values = Float32Array.from({ length: size }, (__, i) => value(i))
      for (const flips of [new Uint8Array(size / 4), random.bytes(size / 4)]) {
        expectEqual(values, flips)
      }
    }
  })

  test.each([[384], [7680]])('keeps its input', (size) => {
    const values = Float64Array.from({ length: size }, () => random.next())
    const flips = random.bytes(size / 4)
    const [keptValues, keptFlips] = [values.slice(), flips.slice()]
    kernel.rotateBack(kernel.rotate(values, flips), flips)
    expect(values).toEqual(keptValues)
    expect(flips).toEqual(keptFlips)
  })
})

describe.each([
  ['compiled', kernel],
  ['scalar', scalarRotation],
])('the %s rotation', (_, each) => {
  test.each([[384], [7680]] as [RotationSize][])(
    'is orthonormal: %i values keep norm and come back',
    (size) => {
      const values = Float64Array.from({ length: size }, () => random.next() - 0.5)
      const flips = random.bytes(size / 4)
      const rotated = each.rotate(values, flips)
      expect(Math.hypot(...rotated) / Math.hypot(...values)).toBeCloseTo(1, 12)
      const back = each.rotateBack(rotated, flips)
      let most = 0
      for (const [i, value] of back.entries()) most = Math.max(most, Math.abs(value - values[i]!))
      expect(most).toBeLessThan(1e-13)
    },
  )

  test('is the dense matrix at 200 of 7680 places', () => {
    const values = Float64Array.from({ length: 7680 }, () => random.next() - 0.5)
    const flips = random.bytes(1920)
    const flip = (input: Float64Array, round: number) =>
      input.map((value, i) => ((flips[960 * round + (i >> 3)]! >> (i & 7)) & 1 ? -value : value))
    const first = flip(values, 0)
    const once = Float64Array.from({ length: 7680 }, (__, i) => denseRow(i, first))
    const second = flip(once, 1)
    const rotated = each.rotate(values, flips)
    for (let k = 0; k < 200; k++) {
      const i = random.integer(7680)
      expect(rotated[i]).toBeCloseTo(denseRow(i, second), 12)
    }
  })
})

describe('Paley’s matrices', () => {
  test.each([
    [12, PALEY_12],
    [20, PALEY_20],
  ])('of order %i have orthogonal rows of ±1', (order, matrix) => {
    for (const [i, row] of matrix.entries()) {
      expect(row.every((entry) => entry === 1 || entry === -1)).toBe(true)
      for (const [j, other] of matrix.entries()) {
        const product = row.reduce<number>((sum, entry, k) => sum + entry * other[k]!, 0)
        expect(product).toBe(i === j ? order : 0)
      }
    }
  })
})

describe('rotationKernel', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.resetModules()
  })

  test('is the compiled rotation where it runs, the scalar one elsewhere', async () => {
    expect(rotationKernel()).not.toBe(scalarRotation)
    vi.resetModules()
    vi.stubGlobal('WebAssembly', undefined)
    const fresh = await import('./rotation.ts')
    const { scalarRotation: freshScalar } = await import('./scalar/rotation.ts')
    expect(fresh.rotationKernel()).toBe(freshScalar)
  })
})

/** Row `to` of H12 ⊗ H20 ⊗ H32 / √7680 times the values, entry by entry. */
function denseRow(to: number, values: Float64Array): number {
  const parity = (n: number) => n.toString(2).replaceAll('0', '').length % 2
  const signs32 = Array.from({ length: 32 }, (_, w) => (parity(w & (to % 32)) ? -1 : 1))
  const row20 = PALEY_20[Math.floor(to / 32) % 20]!
  const row12 = PALEY_12[Math.floor(to / 640)]!
  let sum = 0
  for (let i = 0; i < 7680; i++) {
    const sign = row12[Math.floor(i / 640)]! * row20[Math.floor(i / 32) % 20]! * signs32[i % 32]!
    sum += sign * values[i]!
  }
  return sum / Math.sqrt(7680)
}
