import { describe, expect, test } from 'vitest'
import { makeItem, WORDINGS } from '../../../test/fixtures/library-items.ts'
import { findRepetitions } from './find-repetitions.ts'

describe('findRepetitions', () => {
  test('five facts in three wordings each are five groups', () => {
    const found = findRepetitions(WORDINGS.flat())
    expect(found).toHaveLength(WORDINGS.length)
    expect(found.map(({ repeated }) => repeated.length)).toEqual(WORDINGS.map(() => 2))
    for (const { best, repeated } of found) {
      const fact = best.slice(0, best.lastIndexOf('-'))
      expect(repeated.every((cid) => cid.startsWith(fact))).toBe(true)
    }
  })

  test('the best proved wording leads, the others follow by what was proved of them', () => {
    const [fact = []] = WORDINGS
    const wins = [2, 9, 5]
    const items = fact.map((item, index) => ({
      ...item,
      evidence: { ...item.evidence, gainLower: wins[index]! * 50 },
    }))
    expect(findRepetitions(items)).toEqual([
      { domain: fact[0]?.domain, best: fact[1]?.cid, repeated: [fact[2]?.cid, fact[0]?.cid] },
    ])
  })

  test('the same words about another tool are another thought', () => {
    const text = 'When calling it, write grams.'
    const items = ['a.b', 'c.d'].map((domain) => makeItem({ cid: domain, domain, text }))
    expect(findRepetitions(items)).toEqual([])
    expect(findRepetitions([])).toEqual([])
  })

  test('the order of equals does not depend on where they stand', () => {
    const items = ['b', 'c', 'a'].map((cid) => makeItem({ cid, text: 'When asked, say grams.' }))
    const expected = [{ domain: 'parcel.ship', best: 'a', repeated: ['b', 'c'] }]
    expect(findRepetitions(items)).toEqual(expected)
    expect(findRepetitions(items.toReversed())).toEqual(expected)
  })
})
