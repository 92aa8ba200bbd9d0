import { afterEach, describe, expect, vi } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { createSeededRandom } from '../protocol/statistics/create-seeded-random.ts'
import { codecKernel, createSimdCodec } from './codec.ts'
import { type CodecKernel, scalarCodec } from './scalar/codec.ts'

const LONG = process.env['DSO_LONG'] === '1'
const random = createSeededRandom('kernels/codec')

/** Its bits as text: equal exactly when all bits are. */
function bitsOf(values: ArrayBufferView): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64')
}

function simd(): CodecKernel {
  const kernel = createSimdCodec()
  if (kernel === undefined) throw new Error('this runtime has no WebAssembly SIMD')
  return kernel
}
const kernel = simd()

function expectEqual(values: Float32Array | Float64Array, blockSize?: number): void {
  const code = kernel.compress(values, blockSize)
  expect(bitsOf(code)).toBe(bitsOf(scalarCodec.compress(values, blockSize)))
  // A given array that held something else holds the same.
  for (const codec of [kernel, scalarCodec]) {
    const into = new Uint8Array(code.length).fill(255)
    expect(codec.compress(values, blockSize, into)).toBe(into)
    expect(bitsOf(into)).toBe(bitsOf(code))
  }
  const decoded = kernel.decompress(code, values.length, blockSize)
  expect(bitsOf(decoded)).toBe(bitsOf(scalarCodec.decompress(code, values.length, blockSize)))
}

describe('the compiled codec', () => {
  test('equals the scalar one bit by bit on random blocks of every size to 70', () => {
    for (let run = 0; run < (LONG ? 20_000 : 1_200); run++) {
      const size = 1 + (run % 70)
      const blocks = 1 + random.integer(3)
      // Exponents over a wide range, so that the order of the sum matters.
      const draw = () => (random.next() - 0.5) * 2 ** (random.next() * 200 - 100)
      expectEqual(Float32Array.from({ length: size * blocks }, draw), size)
      expectEqual(Float64Array.from({ length: size * blocks }, draw), size)
    }
  })

  test.prop(
    [fc.float32Array({ minLength: 1, maxLength: 200, noNaN: true, noDefaultInfinity: true })],
    {
      numRuns: LONG ? 20_000 : 200,
    },
  )('equals the scalar one on any floats', (values) => {
    expectEqual(values)
  })

  test.each([
    ['zeros', () => 0],
    ['−0', () => -0],
    ['subnormals', (i: number) => (i % 2 ? -1 : 1) * (i + 1) * 2 ** -149],
    [
      'the greatest floats',
      (i: number) => (i % 3 ? 3.4028234663852886e38 : -3.4028234663852886e38),
    ],
    ['one-hot', (i: number) => (i === 5 ? -1 : 0)],
    ['constant', () => 0.1],
    ['alternating', (i: number) => (i % 2 ? -1 : 1)],
    ['a great value first', (i: number) => (i === 0 ? 2 ** 100 : 2 ** (i % 50))],
  ])('equals the scalar one on %s', (_, value) => {
    for (const length of [1, 7, 8, 9, 15, 16, 17, 384, 7680]) {
      expectEqual(Float32Array.from({ length }, (__, i) => value(i)))
      expectEqual(Float64Array.from({ length }, (__, i) => value(i)))
    }
  })

  test('reads values and codes that lie anywhere in their buffer', () => {
    const values = Float32Array.from({ length: 41 }, () => random.next() - 0.5).subarray(1)
    const code = kernel.compress(values)
    expect(bitsOf(code)).toBe(bitsOf(scalarCodec.compress(values)))
    const moved = new Uint8Array(code.length + 3)
    moved.set(code, 3)
    expect(kernel.decompress(moved.subarray(3), 40)).toEqual(scalarCodec.decompress(code, 40))
  })
})

describe('codecKernel', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.resetModules()
  })

  test('is the compiled codec where it runs', () => {
    expect(codecKernel()).not.toBe(scalarCodec)
    expect(codecKernel()).toBe(codecKernel())
  })

  test('is the scalar one where there is no WebAssembly', async () => {
    vi.resetModules()
    vi.stubGlobal('WebAssembly', undefined)
    const fresh = await import('./codec.ts')
    const { scalarCodec: freshScalar } = await import('./scalar/codec.ts')
    expect(fresh.createSimdCodec()).toBeUndefined()
    expect(fresh.codecKernel()).toBe(freshScalar)
  })
})
