import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { LEARNING_MODES, type LearningMode } from './learning-mode.ts'
import { type ModeCounts, type RankModesOptions, rankModes } from './rank-modes.ts'

const counts = (
  mode: LearningMode,
  calls: number,
  accepted: number,
  proposals = accepted,
): ModeCounts => ({ mode, proposals, accepted, calls })

describe('rankModes', () => {
  test('where nothing is measured the modes that ask least come first, and none is best', () => {
    const { order, row } = rankModes('m', [])
    expect(order).toEqual(LEARNING_MODES)
    expect(row).toMatchObject({ model: 'm', best: undefined, probability: 0, verdict: 'none' })
    expect(row.modes.map(({ mode, calls }) => [mode, calls])).toEqual(
      LEARNING_MODES.map((mode) => [mode, 0]),
    )
  })

  test('measured modes are ranked by accepted lessons a call, not by lessons', () => {
    const { order, row } = rankModes('m', [
      counts('contrast-pair', 40, 4, 20),
      counts('best-worst', 20, 12, 16),
      counts('critique', 100, 20, 40),
      counts('stages', 200, 20, 20),
    ])
    expect(order).toEqual(['best-worst', 'critique', 'contrast-pair', 'stages'])
    expect(row).toMatchObject({ best: 'best-worst', verdict: 'won' })
    expect(row.modes[1]).toEqual({
      mode: 'best-worst',
      proposals: 16,
      accepted: 12,
      calls: 20,
      perCall: 0.6,
      acceptedShare: 0.75,
      measured: true,
    })
  })

  test('a mode that was hardly tried comes first, the least tried one at the front', () => {
    const { order, row } = rankModes('m', [
      counts('contrast-pair', 100, 60),
      counts('best-worst', 8, 0, 4),
      counts('critique', 3, 1),
      counts('stages', 30, 1, 2),
    ])
    expect(order).toEqual(['critique', 'best-worst', 'contrast-pair', 'stages'])
    expect(row).toMatchObject({ best: 'contrast-pair', verdict: 'leads' })
  })

  test('too little difference is a lead, not a win', () => {
    const modes: LearningMode[] = ['contrast-pair', 'critique']
    const close = [counts('contrast-pair', 20, 4), counts('critique', 20, 3)]
    expect(rankModes('m', close, { modes }).row.verdict).toBe('leads')
    expect(rankModes('m', close, { modes, threshold: 0.6 }).row.verdict).toBe('won')
    const clear = [counts('contrast-pair', 20, 9), counts('critique', 20, 3)]
    expect(rankModes('m', clear, { modes }).row.verdict).toBe('won')
  })

  test('where no lesson was ever accepted no mode is best', () => {
    const nothing = LEARNING_MODES.map((mode) => counts(mode, 50, 0, 10))
    expect(rankModes('m', nothing).row).toMatchObject({ best: undefined, verdict: 'none' })
  })

  test('only the modes that take part are ranked', () => {
    const all = [counts('stages', 50, 40), counts('best-worst', 50, 5)]
    const { order, row } = rankModes('m', all, { modes: ['best-worst'] })
    expect(order).toEqual(['best-worst'])
    expect(row).toMatchObject({ best: 'best-worst', probability: 1, verdict: 'won' })
  })

  const anyCounts = fc
    .uniqueArray(fc.constantFrom(...LEARNING_MODES))
    .chain((modes) =>
      fc.tuple(
        ...modes.map((mode) =>
          fc
            .tuple(fc.integer({ min: 1, max: 500 }), fc.nat(100), fc.nat(100))
            .map(([calls, a, b]) => counts(mode, calls, Math.min(a, b), Math.max(a, b))),
        ),
      ),
    )

  test.prop([anyCounts])('every mode stands in the order once, whatever was counted', (list) => {
    const { order, row } = rankModes('m', list)
    expect(order.toSorted()).toEqual(LEARNING_MODES.toSorted())
    const best = row.modes.filter(({ measured }) => measured).map(({ perCall }) => perCall)
    const chosen = row.modes.find(({ mode }) => mode === row.best)
    if (chosen !== undefined) expect(chosen.perCall).toBe(Math.max(...best))
    expect(rankModes('m', list.toReversed())).toEqual({ order, row })
  })

  test.each([
    ['more accepted than proposed', [counts('stages', 9, 3, 2)]],
    ['proposals without a call', [counts('stages', 0, 0, 2)]],
    ['a negative count', [counts('stages', -1, 0)]],
    ['a fraction', [counts('stages', 1.5, 1)]],
    ['no number', [counts('stages', Number.NaN, 0)]],
    ['a mode twice', [counts('stages', 1, 0), counts('stages', 1, 0)]],
    ['an unknown mode', [counts('magic' as LearningMode, 1, 0)]],
  ])('%s is refused', (_, list) => {
    expect(() => rankModes('m', list)).toThrowDso('OPTION_INVALID')
  })

  test.each<RankModesOptions>([
    { probeCalls: 0 },
    { probeCalls: Number.NaN },
    { threshold: 0.5 },
    { threshold: 1.1 },
    { threshold: Number.NaN },
    { modes: [] },
  ])('%j is refused', (options) => {
    expect(() => rankModes('m', [], options)).toThrowDso('OPTION_INVALID')
  })
})
