import { expect, test } from 'vitest'
import { hammingKernel } from '../../src/kernels/hamming.ts'
import { createSeededRandom } from '../../src/protocol/statistics/create-seeded-random.ts'
import { plainHamming } from './plain-hamming.ts'

test('plain JavaScript counts what the kernel counts', () => {
  const random = createSeededRandom('plain')
  const codes = random.bytes(20 * 960)
  const query = random.bytes(960)
  const expected = hammingKernel.distances(codes, 20, 960, query)
  const words = new Uint32Array(codes.buffer)
  const wanted = new Uint32Array(query.buffer)
  for (const [row, count] of expected.entries()) {
    expect(plainHamming(words, row * 240, wanted)).toBe(count)
  }
})
