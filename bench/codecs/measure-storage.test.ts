import { describe, expect, test } from 'vitest'
import { measureStorage } from './measure-storage.ts'

const dimension = 384
const texts = Array.from({ length: 1030 }, (_, i) => `When asked for number ${i}, say it twice.`)
const vectors = Float32Array.from({ length: texts.length * dimension }, (_, i) => Math.sin(i) / 14)

describe('measureStorage', () => {
  test('counts every byte of the shards', () => {
    const { figures, table } = measureStorage({ texts, vectors, dimension })
    expect(table).toMatchObject({
      experiences: 1024,
      floatBytes: 1024 * 1536,
      codeBytes: 1024 * 52,
      blockBytesWithFloats: table.blockBytes + 1024 * (1536 - 52),
    })
    const each = table.blockBytes / 1024
    // Code and text at least, and less than the largest record allows.
    expect(each).toBeGreaterThan(52 + 35)
    expect(each).toBeLessThan(600)
    expect(figures.map(({ id, value }) => [id, value])).toEqual([
      ['sign384-ratio', 1536 / 52],
      ['record-overhead-percent', (100 * (table.blockBytes - table.codeBytes)) / table.codeBytes],
      ['record-ratio', table.blockBytesWithFloats / table.blockBytes],
    ])
  })

  test('texts that may not be shared do not count', () => {
    const refused = texts.map((text, i) => (i < 7 ? `${text} https://example.org` : text))
    expect(() => measureStorage({ texts: refused, vectors, dimension })).toThrow(RangeError)
  })
})
