import { describe, expect, test } from 'vitest'
import { formatBenchValue, makeFigure } from './figure.ts'

describe('makeFigure', () => {
  test.each([
    [2.7, { max: 2.7 }, '≤ 2.7', true],
    [2.7001, { max: 2.7 }, '≤ 2.7', false],
    [0.65, { min: 0.65 }, '≥ 0.65', true],
    [0.6499, { min: 0.65 }, '≥ 0.65', false],
    [0.69, { min: 0.682, max: 0.694 }, '0.682…0.694', true],
    [0.7, { min: 0.682, max: 0.694 }, '0.682…0.694', false],
  ])('%d against %o: goal %s, holds %s', (value, bounds, goal, holds) => {
    expect(makeFigure('x', value, 'ratio', bounds)).toEqual({
      id: 'x',
      value,
      unit: 'ratio',
      goal,
      holds,
    })
  })

  test('without a goal nothing holds or fails', () => {
    expect(makeFigure('x', 1 / 3, 'share', null, 'a third')).toEqual({
      id: 'x',
      label: 'a third',
      value: 1 / 3,
      unit: 'share',
      goal: null,
      holds: null,
    })
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is no measurement', (value) => {
    expect(() => makeFigure('x', value, 'ratio', { max: 1 })).toThrow(RangeError)
  })
})

describe('formatBenchValue', () => {
  test.each([
    [1.03456, 'ratio', '1.035'],
    [20_341.6, 'ratio', '20342'],
    [0.98765, 'share', '0.9877'],
    [1, 'share', '1.000'],
    [0.68812, 'percent', '0.6881%'],
    [658.12, 'percent', '658.1%'],
    [0.0085123, 'percent', '0.008512%'],
    [0.0000001, 'percent', '0.000000%'],
    [0, 'percent', '0%'],
    [-0.00071234, 'cosine', '−0.000712'],
    [964, 'bytes', '964 B'],
    [1.3812, 'µs', '1.381 µs'],
  ] as const)('%d in %s reads %s', (value, unit, text) => {
    expect(formatBenchValue(value, unit)).toBe(text)
  })
})
