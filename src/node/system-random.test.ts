import { expect, test } from 'vitest'
import { systemRandom } from './system-random.ts'

test('numbers and bytes stay in their ranges and do not repeat', () => {
  const bytes = systemRandom.bytes(16)
  expect(bytes).toHaveLength(16)
  expect(systemRandom.bytes(16)).not.toEqual(bytes)
  for (let i = 0; i < 100; i++) {
    expect(systemRandom.next()).toBeLessThan(1)
    expect(systemRandom.next()).toBeGreaterThanOrEqual(0)
    expect([0, 1, 2]).toContain(systemRandom.integer(3))
  }
})

test('ranges without sense are refused', () => {
  for (const bound of [0, -1, 1.5, 2 ** 33]) {
    expect(() => systemRandom.integer(bound)).toThrowDso('OPTION_INVALID')
  }
  expect(() => systemRandom.bytes(-1)).toThrowDso('OPTION_INVALID')
})
