import { expect, test } from 'vitest'
import { openMemoryCopy } from './memory-copy.ts'

test('the module copies what it is told, and no more', () => {
  const { copy, memory } = openMemoryCopy(100_000)
  expect(memory.byteLength).toBe(131_072)
  const bytes = new Uint8Array(memory)
  bytes.set([1, 2, 3, 4], 70_000)
  copy(5, 70_000, 3)
  expect([...bytes.subarray(4, 10)]).toEqual([0, 1, 2, 3, 0, 0])
})

test('a memory that the module cannot name is refused', () => {
  expect(() => openMemoryCopy(128 * 65_536)).toThrow(RangeError)
})
