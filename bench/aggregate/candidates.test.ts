import { describe, expect, test } from 'vitest'
import { agree, createCandidates } from './candidates.ts'
import { aggregateAsListed, aggregateWeightedAsListed } from './listing.ts'

describe('createCandidates', async () => {
  const { hundred, many, matrix } = await createCandidates(
    { rows: 10, columns: 256, manyCodes: 256 },
    1,
  )

  test('holds the vectors', () => {
    expect(matrix).toHaveLength(10 * 256)
  })

  test.each(Object.entries({ ...hundred, ...many }))('%s runs', (_, call) => {
    expect(call).not.toThrow()
  })
})

describe('the listing', () => {
  const rows = [Float32Array.of(3, 0), Float32Array.of(-9, 4), Float32Array.of(9, 9)]

  test('takes medians and scales them to length 1', () => {
    expect([...aggregateAsListed(rows)]).toEqual([3 / 5, 4 / 5].map(Math.fround))
    const four = [...rows, Float32Array.of(3, 4)]
    expect([...aggregateAsListed(four)]).toEqual([3 / 5, 4 / 5].map(Math.fround))
  })

  test('with weights takes the lower weighted median', () => {
    const found = aggregateWeightedAsListed(rows, Uint32Array.of(1, 1, 2))
    expect([...found]).toEqual([3, 4].map((x) => Math.fround(x / 5)))
  })
})

test('agree notices other values, NaN and other lengths', () => {
  const one = Float32Array.of(1)
  expect(() => agree('x', one, one)).not.toThrow()
  for (const other of [Float32Array.of(2), Float32Array.of(Number.NaN), new Float32Array(2)]) {
    expect(() => agree('x', other, one)).toThrow(/^x finds/)
  }
})
