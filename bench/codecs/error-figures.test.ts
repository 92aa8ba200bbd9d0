import { describe, expect, test } from 'vitest'
import { describeErrors } from './describe-tables.ts'
import { errorFigures } from './error-figures.ts'
import { type MethodErrors, shannonRmsePercent } from './measure-errors.ts'

const SOURCES = ['white', 'uniform', 'laplace', 'uneven', 'padded', 'smooth']

/** A table in which method m has the error m / 10 on the first source, and a hundredth more on each next one. */
function makeTable(names: readonly string[]): MethodErrors[] {
  return names.map((method, m) => ({
    method,
    sources: SOURCES.map((source, s) => ({
      source,
      bytes: 1 + 2 * (m + 1),
      rmsePercent: m / 10 + s / 100,
      rmsePercentMost: 1,
      cosine: 0.5,
    })),
  }))
}

const NAMES = ['nothing', 'uint8', 'product', 'binary', 'zip002', 'sign1', 'rsign1', 'tcq1']

describe('errorFigures', () => {
  test('takes the least and the most over every source, and the rest as it is', () => {
    const figures = errorFigures(makeTable(NAMES))
    const value = (id: string) => figures.find((each) => each.id === id)?.value
    expect(value('rsign1-rmse-percent-min')).toBeCloseTo(0.6, 12)
    expect(value('rsign1-rmse-percent-max')).toBeCloseTo(0.65, 12)
    expect(value('tcq-over-shannon')).toBeCloseTo(0.7 / shannonRmsePercent(964), 12)
    expect(value('sign1-rmse-percent-uneven')).toBeCloseTo(0.53, 12)
    expect(value('zip002-runs-white')).toBe(5)
    expect(figures.filter(({ goal }) => goal !== null).map(({ id, holds }) => [id, holds])).toEqual(
      [
        ['rsign1-rmse-percent-min', false],
        ['rsign1-rmse-percent-max', true],
        ['tcq-over-shannon', false],
      ],
    )
  })

  test('what was not measured has no figure', () => {
    expect(() => errorFigures(makeTable(NAMES.slice(1)))).toThrow(RangeError)
  })
})

test('shannonRmsePercent is that of nothing for no bytes, and halves with every bit a value', () => {
  expect(shannonRmsePercent(0)).toBeCloseTo(1.1411, 4)
  expect(shannonRmsePercent(960)).toBeCloseTo(0.57055, 4)
  expect(shannonRmsePercent(1920)).toBeCloseTo(0.28527, 4)
})

test('describeErrors has a line for each method and a column for each source', () => {
  const text = describeErrors(makeTable(['rsign1']), { tableWidth: 200, paint: (_, cell) => cell })
  expect(text).toMatch(/method +bytes +ratio +white +uniform +laplace +uneven +padded +smooth/)
  expect(text).toMatch(/rsign1 +3 +10240 +0 +0\.01000 +0\.02000/)
})
