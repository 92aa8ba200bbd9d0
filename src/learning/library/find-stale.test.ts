import { describe, expect, test } from 'vitest'
import { findStale } from './find-stale.ts'

const uses = (...parts: [outcome: -1 | 0 | 1, times: number][]) =>
  parts.flatMap(([outcome, times]) => Array.from({ length: times }, () => outcome))

describe('findStale', () => {
  test.each([
    ['helped long ago, harms of late', uses([1, 30], [-1, 4]), undefined],
    ['harms of late only', uses([1, 30], [0, 6], [-1, 4]), 'turned-against'],
    ['two harms could be chance', uses([-1, 1]), undefined],
    ['never helped', uses([0, 20]), 'not-useful'],
    ['not used long enough', uses([0, 19]), undefined],
    ['helped once in the last twenty', uses([1, 1], [0, 19]), undefined],
    ['helped once before that', uses([1, 1], [0, 20]), 'not-useful'],
    ['never used', [], undefined],
  ])('%s', (_, outcomes, why) => {
    expect(findStale([{ cid: 'a', outcomes }]).map((stale) => stale.why)).toEqual(
      why === undefined ? [] : [why],
    )
  })

  test('says on how many uses it rests', () => {
    expect(findStale([{ cid: 'a', outcomes: uses([-1, 3]) }], { window: 5 })).toEqual([
      { cid: 'a', why: 'turned-against', uses: 3 },
    ])
  })

  test.each([{ idleUses: 0 }, { window: 1.5 }, { turnedBelow: Number.NaN }, { turnedBelow: 2 }])(
    'options without sense are refused: %j',
    (options) => {
      expect(() => findStale([], options)).toThrowDso('OPTION_INVALID')
    },
  )
})
