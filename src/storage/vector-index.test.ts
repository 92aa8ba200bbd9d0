import { describe, expect, test } from 'vitest'
import { createVectorIndex } from './vector-index.ts'

describe('createVectorIndex', () => {
  test('a vector finds itself among many, and the hits are the best of all', () => {
    const index = createVectorIndex()
    const angles = Array.from({ length: 1000 }, (_, i) => (i * 0.618034) % 3)
    for (const [i, angle] of angles.entries()) {
      const embedding = Float32Array.of(Math.cos(angle), Math.sin(angle))
      index.set({ cid: `v${i}`, domain: 'a', status: 'own', embedding })
    }
    const hits = index.search(Float32Array.of(1, 0), { limit: 50 })
    const best = [...angles.entries()].sort(([, a], [, b]) => a - b).slice(0, 50)
    expect(hits.map(({ cid }) => cid)).toEqual(best.map(([i]) => `v${i}`))
    for (const [i, angle] of angles.entries()) {
      const query = Float32Array.of(2 * Math.cos(angle), 2 * Math.sin(angle))
      expect(index.search(query, { limit: 1 })).toMatchObject([{ cid: `v${i}` }])
    }
  })

  test('a score never leaves [-1, 1]', () => {
    const index = createVectorIndex()
    const embedding = Float32Array.from({ length: 7 }, (_, i) => 0.1 * (i + 1))
    index.set({ cid: 'x', domain: 'a', status: 'own', embedding })
    for (let scale = 1; scale < 200; scale++) {
      const query = embedding.map((value) => value * scale)
      const [hit] = index.search(query, { limit: 1 })
      expect(hit?.score).toBeLessThanOrEqual(1)
      expect(hit?.score).toBeGreaterThan(0.999999)
    }
  })
})
