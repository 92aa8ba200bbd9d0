import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { createTopK } from './top-k.ts'

const scores = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 })

describe('createTopK', () => {
  test.prop([scores, fc.integer({ min: 0, max: 70 }), fc.infiniteStream(fc.nat())])(
    'keeps what sorting would put first, whatever the order',
    (values, k, keys) => {
      const pairs = values.map((score, id) => ({ id, score }))
      const shuffled = pairs
        .map((pair) => ({ pair, key: keys.next().value! }))
        .toSorted((a, b) => a.key - b.key)
      const top = createTopK(k)
      for (const { pair } of shuffled) top.offer(pair.id, pair.score)
      const sorted = pairs.toSorted((a, b) => b.score - a.score || a.id - b.id)
      expect(top.sorted()).toEqual(sorted.slice(0, k))
    },
  )

  test('the floor is the worst score that is kept once there is no room', () => {
    const top = createTopK(2)
    expect(top.floor()).toBe(Number.NEGATIVE_INFINITY)
    expect(top.offer(1, 5)).toBe(Number.NEGATIVE_INFINITY)
    expect(top.offer(2, 7)).toBe(5)
    expect(top.offer(3, 6)).toBe(6)
    expect(createTopK(0).floor()).toBe(Number.POSITIVE_INFINITY)
  })
})
