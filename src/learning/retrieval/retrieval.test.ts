import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { estimateCredit } from '../credit/estimate-credit.ts'
import { renderMemory } from '../prior/render-memory.ts'
import { chooseDiverse } from './choose-diverse.ts'
import { estimateTokens } from './estimate-tokens.ts'
import { fuseRanks } from './fuse-ranks.ts'
import { type RetrievalCandidate, retrieveExperiences } from './retrieve-experiences.ts'

const unit = (angle: number) => Float32Array.of(Math.cos(angle), Math.sin(angle))
const credit = (used: number, without: number) =>
  estimateCredit({
    with: { trials: 90, rewards: 1000 * used },
    without: { trials: 10, rewards: 1000 * without },
  })

function candidate(cid: string, fields: Partial<RetrievalCandidate> = {}): RetrievalCandidate {
  return {
    cid,
    domain: 'tool',
    item: { text: `Lesson ${cid}.` },
    vector: unit(cid.charCodeAt(0)),
    cosine: undefined,
    bm25: undefined,
    credit: estimateCredit(undefined),
    ...fields,
  }
}
/** Candidates by falling cosine, each unlike the others. */
const ranked = (count: number, fields: Partial<RetrievalCandidate> = {}) =>
  Array.from({ length: count }, (_, index) =>
    candidate(String.fromCharCode(97 + index), {
      cosine: 1 - index / 100,
      vector: Float32Array.from({ length: count }, (__, axis) => Number(axis === index)),
      ...fields,
    }),
  )
const cidsOf = (taken: readonly { cid: string }[]) => taken.map(({ cid }) => cid).join('')

describe('estimateTokens', () => {
  test.each([
    ['', 0],
    ['abc', 1],
    ['abcd', 2],
    ['日本', 2],
  ])('%j: %i', (text, tokens) => expect(estimateTokens(text)).toBe(tokens))
})

describe('fuseRanks', () => {
  test('what stands high in both lists comes first; a repeat counts once', () => {
    const fused = fuseRanks([
      ['a', 'b', 'b', 'c'],
      ['b', 'd'],
    ])
    expect(fused.get('b')).toBeCloseTo(1 / 62 + 1 / 61, 15)
    expect(fused.get('c')).toBeCloseTo(1 / 63, 15)
    expect([...fused].toSorted(([, x], [, y]) => y - x).map(([id]) => id)).toEqual([
      'b',
      'a',
      'd',
      'c',
    ])
    expect(fuseRanks([]).size).toBe(0)
  })
})

describe('chooseDiverse', () => {
  test('a copy of what was chosen waits for something new', () => {
    const chosen = chooseDiverse([
      { id: 'a', relevance: 1, vector: unit(0) },
      { id: 'copy', relevance: 0.95, vector: unit(0) },
      { id: 'new', relevance: 0.8, vector: unit(Math.PI / 2) },
    ])
    expect(cidsOf(chosen.map(({ id }) => ({ cid: id })))).toBe('anewcopy')
    expect(chosen.map(({ redundancy }) => Number(redundancy.toFixed(6)))).toEqual([0, 0, 1])
  })

  test('with all weight on relevance it is the order of relevance, ties by id', () => {
    const given = ['c', 'a', 'b'].map((id) => ({ id, relevance: 1, vector: unit(0) }))
    expect(chooseDiverse(given, { balance: 1 }).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  test('vectors of other lengths are unlike', () => {
    const [, second] = chooseDiverse([
      { id: 'a', relevance: 1, vector: unit(0) },
      { id: 'b', relevance: 1, vector: Float32Array.of(1, 0, 0) },
    ])
    expect(second?.redundancy).toBe(0)
  })
})

describe('retrieveExperiences', () => {
  const roomy = { tokenBudget: 10_000 }

  test('takes everything in the given order when it fits', () => {
    const given = ranked(8).toReversed()
    const { mode, taken, tokens } = retrieveExperiences(given, roomy)
    expect(mode).toBe('all-fit')
    expect(cidsOf(taken)).toBe('hgfedcba')
    expect(taken[0]?.evidence).toMatchObject({ reason: 'all-fit', vectorRank: 8, redundancy: null })
    expect(tokens).toBe(estimateTokens(renderMemory(taken.map(({ item }) => item))))
    expect(taken.reduce((sum, { evidence }) => sum + evidence.tokens, 0)).toBe(tokens)
  })

  test('where not all fit, the best in both searches come first', () => {
    const given = ranked(8)
    given[6] = { ...given[6]!, bm25: 3 }
    const { mode, taken } = retrieveExperiences(given, { tokenBudget: 40 })
    expect(mode).toBe('ranked')
    expect(taken[0]).toMatchObject({
      cid: 'g',
      evidence: { reason: 'ranked', vectorRank: 7, textRank: 1, bm25: 3, redundancy: 0, prior: 1 },
    })
    expect(taken[0]?.evidence.fused).toBeCloseTo(1 / 67 + 1 / 61, 15)
    expect(taken[1]?.evidence).toMatchObject({ vectorRank: 1, textRank: null, bm25: null })
  })

  test('five are taken where not all fit, unless told otherwise', () => {
    const given = ranked(20)
    const budget = estimateTokens(renderMemory(given.map(({ item }) => item))) - 1
    expect(retrieveExperiences(given, { tokenBudget: budget }).taken).toHaveLength(5)
    expect(retrieveExperiences(given, { tokenBudget: budget, limit: 7 }).taken).toHaveLength(7)
    expect(retrieveExperiences(given, { ...roomy, limit: 3 })).toMatchObject({ mode: 'ranked' })
    expect(retrieveExperiences(given, { ...roomy, limit: 0 }).taken).toEqual([])
    expect(retrieveExperiences(given, { ...roomy, allWhenFit: false }).mode).toBe('ranked')
  })

  test('one that is too long does not keep shorter ones out', () => {
    const given = ranked(3)
    given[0] = { ...given[0]!, item: { text: 'x'.repeat(390) } }
    expect(cidsOf(retrieveExperiences(given, { tokenBudget: 30 }).taken)).toBe('bc')
  })

  test('what proved useful rises, what proved harmful is left out, what is unknown stays', () => {
    const given = ranked(6)
    given[5] = { ...given[5]!, credit: credit(80, 1) }
    given[0] = { ...given[0]!, credit: credit(10, 9) }
    const { taken, harmful } = retrieveExperiences(given, { ...roomy, allWhenFit: false })
    expect(cidsOf(taken)).toBe('fbcde')
    expect(harmful).toEqual(['a'])
    expect(taken[0]?.evidence.prior).toBeGreaterThan(1.5)
    expect(taken[0]?.evidence.quality).toBeGreaterThan(0.5)
    expect(taken[0]?.evidence.trials).toBe(100)
    expect(retrieveExperiences(given, roomy)).toMatchObject({ harmful: ['a'], mode: 'all-fit' })
  })

  test('what neither search found is not taken unless all fit', () => {
    const given = [...ranked(2), candidate('z')]
    expect(cidsOf(retrieveExperiences(given, { ...roomy, allWhenFit: false }).taken)).toBe('ab')
    expect(cidsOf(retrieveExperiences(given, roomy).taken)).toBe('abz')
  })

  test.prop([fc.nat(200), fc.option(fc.nat(10), { nil: undefined }), fc.boolean()])(
    'never exceeds budget or limit, takes nothing twice, and is the same again',
    (tokenBudget, limit, allWhenFit) => {
      const options = { tokenBudget, allWhenFit, ...(limit === undefined ? {} : { limit }) }
      const given = ranked(9, { bm25: 1 })
      const found = retrieveExperiences(given, options)
      expect(found.tokens).toBeLessThanOrEqual(tokenBudget)
      expect(found.taken.length).toBeLessThanOrEqual(limit ?? 9)
      expect(new Set(cidsOf(found.taken)).size).toBe(found.taken.length)
      expect(retrieveExperiences(given, options)).toEqual(found)
    },
  )

  test('no candidates give nothing, an impossible budget or limit is refused', () => {
    expect(retrieveExperiences([], roomy)).toMatchObject({ taken: [], considered: 0, tokens: 0 })
    for (const options of [
      { tokenBudget: -1 },
      { tokenBudget: Number.NaN },
      { ...roomy, limit: -1 },
    ]) {
      expect(() => retrieveExperiences([], options)).toThrowDso('OPTION_INVALID')
    }
  })
})
