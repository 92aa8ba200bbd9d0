import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { createSeededRandom } from '../statistics/create-seeded-random.ts'
import { addVotes } from './add-votes.ts'
import { countVotes } from './count-votes.ts'
import { createVotes } from './create-votes.ts'
import { majoritySign } from './majority-sign.ts'
import { mergeVotes } from './merge-votes.ts'
import type { VoteTally } from './vote-tally.ts'

const runs = process.env['DSO_LONG'] === '1' ? 20_000 : 100

const empty = createVotes({ bytes: 3 })
const code = fc.uint8Array({ minLength: 3, maxLength: 3 })
const vote = fc.tuple(code, fc.integer({ min: 0, max: 1023 }))
const votes = fc.array(vote, { maxLength: 20 })

function tallyOf(cast: readonly (readonly [Uint8Array, number])[]): VoteTally {
  return addVotes(empty, { codes: cast.map(([each]) => each), weights: cast.map(([, w]) => w) })
}

describe('votes', () => {
  test.prop([votes], { numRuns: runs })('are counted by weight, dimension by dimension', (cast) => {
    const counts = countVotes(tallyOf(cast))
    expect(counts).toHaveLength(24)
    for (const [i, count] of counts.entries()) {
      const expected = cast.reduce(
        (sum, [each, weight]) => sum + weight * ((each[i >> 3]! >> (i & 7)) & 1),
        0,
      )
      expect(count).toBe(expected)
    }
  })

  test.prop([votes, votes, votes], { numRuns: runs })(
    'in any order and grouping make the same bytes',
    (a, b, c) => {
      const together = tallyOf([...a, ...b, ...c])
      expect(tallyOf([...c, ...a, ...b].toReversed())).toEqual(together)
      const [x, y, z] = [tallyOf(a), tallyOf(b), tallyOf(c)]
      expect(mergeVotes(mergeVotes(x, y), z)).toEqual(together)
      expect(mergeVotes(z, mergeVotes(y, x))).toEqual(together)
      const codes = { codes: c.map(([each]) => each), weights: c.map(([, w]) => w) }
      expect(addVotes(mergeVotes(x, y), codes)).toEqual(together)
    },
  )

  test('a tally is left as it is', () => {
    const one = addVotes(empty, { codes: [Uint8Array.of(1, 2, 3)] })
    const copy = structuredClone(one)
    addVotes(one, { codes: [Uint8Array.of(255, 255, 255)] })
    mergeVotes(one, one)
    expect(one).toEqual(copy)
    expect(empty.codes).toBe(0)
  })

  test('weights of 1 count as no weights do', () => {
    const codes = Array.from({ length: 9 }, (_, i) => Uint8Array.of(i, 2 * i, 255 - i))
    const weights = codes.map(() => 1)
    expect(addVotes(empty, { codes, weights })).toEqual(addVotes(empty, { codes }))
  })

  test('a bit has the majority with more than half, not with half', () => {
    const tie = addVotes(empty, { codes: [Uint8Array.of(1, 0, 0), Uint8Array.of(0, 0, 0)] })
    expect([...majoritySign(tie)]).toEqual([0, 0, 0])
    const won = addVotes(tie, { codes: [Uint8Array.of(1, 0, 0)] })
    expect([...majoritySign(won)]).toEqual([1, 0, 0])
    expect(() => majoritySign(empty)).toThrowDso('SAMPLE_EMPTY')
  })

  test.each([-1, 1024, 0.5, Number.NaN])('a weight of %d is refused', (weight) => {
    const cast = { codes: [new Uint8Array(3)], weights: [weight] }
    expect(() => addVotes(empty, cast)).toThrowDso('WEIGHT_OUT_OF_RANGE')
  })

  test('other lengths are refused', () => {
    expect(() => addVotes(empty, { codes: [new Uint8Array(4)] })).toThrowDso('LENGTH_MISMATCH')
    const surplus = { codes: [], weights: [1] }
    expect(() => addVotes(empty, surplus)).toThrowDso('LENGTH_MISMATCH')
    expect(() => mergeVotes(empty, createVotes({ bytes: 4 }))).toThrowDso('LENGTH_MISMATCH')
    for (const bytes of [0, -1, 1.5, 65_537]) {
      expect(() => createVotes({ bytes })).toThrowDso('OPTION_INVALID')
    }
  })

  test('a tally that no votes can make is refused', () => {
    const tally = addVotes(empty, { codes: [Uint8Array.of(1, 2, 3), Uint8Array.of(1, 0, 0)] })
    const forged = [
      { ...tally, weight: 1 },
      { ...tally, weight: 4 },
      { ...tally, planes: new Uint8Array(6).fill(255) },
      { ...tally, planes: tally.planes.slice(1) },
    ]
    for (const each of forged) {
      expect(() => countVotes(each)).toThrowDso('FORMAT_INVALID')
      expect(() => mergeVotes(empty, each)).toThrowDso('FORMAT_INVALID')
      expect(() => mergeVotes(each, empty)).toThrowDso('FORMAT_INVALID')
    }
  })

  test('more weight than a counter holds is refused', () => {
    const full: VoteTally = { bytes: 3, codes: 1, weight: 2 ** 32 - 1, planes: new Uint8Array(96) }
    expect(mergeVotes(full, empty).weight).toBe(2 ** 32 - 1)
    const one = { codes: [new Uint8Array(3)] }
    expect(() => addVotes(full, one)).toThrowDso('WEIGHT_OUT_OF_RANGE')
    expect(() => mergeVotes(full, full)).toThrowDso('WEIGHT_OUT_OF_RANGE')
  })

  test('tallies of any size can be merged', () => {
    const random = createSeededRandom('merge')
    const parts = [1, 127, 128, 500].map((count) =>
      Array.from({ length: count }, () => random.bytes(3)),
    )
    const merged = parts
      .map((codes) => addVotes(empty, { codes }))
      .reduce((all, part) => mergeVotes(all, part))
    expect(merged).toEqual(addVotes(empty, { codes: parts.flat() }))
    expect(merged.planes).toHaveLength(3 * 10)
  })
})
