import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { checkValues, isSameValue } from './check-values.ts'
import type { ErrorGrade } from './grades.ts'
import { judgeAnswer, quoteValue } from './judge-answer.ts'

const EXPECTED = [
  { field: 'weight', accepted: 4000, explicit: 'expected grams', vague: 'out of range' },
  { field: 'country', accepted: 'FRA', explicit: 'expected three letters', vague: 'unknown' },
]
const rules = (grade: ErrorGrade) => ({
  keys: ['weight', 'country'],
  grade,
  check: (answer: Readonly<Record<string, unknown>>) => checkValues(answer, EXPECTED),
})

describe('judgeAnswer', () => {
  test('accepts what has nothing to complain of', () => {
    for (const grade of ['explicit', 'vague', 'silent'] as const) {
      expect(judgeAnswer('{"weight":"4000","country":"FRA","more":1}', rules(grade))).toEqual({
        success: true,
        fields: { weight: true, country: true },
        message: '',
      })
    }
  })

  test('names each wrong member with what its grade says and what it got', () => {
    const answer = '{"weight":4,"country":"FRA"}'
    expect(judgeAnswer(answer, rules('explicit')).message).toBe('weight: expected grams (got 4)')
    expect(judgeAnswer(answer, rules('vague'))).toEqual({
      success: false,
      fields: { weight: false, country: true },
      message: 'weight: out of range (got 4)',
    })
    expect(judgeAnswer('{"weight":4}', rules('vague')).message).toBe(
      'weight: out of range (got 4); country: unknown (missing)',
    )
  })

  test('a silent service tells neither which member was wrong nor why', () => {
    expect(judgeAnswer('{"weight":4,"country":"FRA"}', rules('silent'))).toEqual({
      success: false,
      fields: { weight: false, country: false },
      message: 'refused',
    })
  })

  test('inherited members are none', () => {
    const check = (answer: Readonly<Record<string, unknown>>) =>
      answer['toString'] === undefined && answer['weight'] === undefined
        ? []
        : [{ field: 'toString', explicit: 'inherited', vague: 'inherited' }]
    const verdict = judgeAnswer('{"__proto__":{"weight":1}}', {
      keys: ['toString'],
      grade: 'vague',
      check,
    })
    expect(verdict.success).toBe(true)
    expect(Object.hasOwn(Object.prototype, 'weight')).toBe(false)
  })

  test.prop([fc.string({ unit: 'binary', minLength: 100, maxLength: 2000 })])(
    'a long value is quoted on one line and in part',
    (text) => {
      const { message } = judgeAnswer(JSON.stringify({ weight: text }), rules('vague'))
      expect(message.length).toBeLessThan(6 * 121 + 100)
      expect(message).not.toMatch(/[\n\v\f\r\u0085\u2028\u2029]/)
    },
  )
})

describe('quoteValue', () => {
  test.each([
    ['a', '"a"'],
    [4, '4'],
    [null, 'null'],
    [[1, 'b'], '[1,"b"]'],
    ['\u2028', '"\\u2028"'],
    ['x'.repeat(200), `"${'x'.repeat(120)}…"`],
    [Array.from({ length: 100 }, () => 1), `[${'1,'.repeat(59)}1…`],
  ])('%j', (value, expected) => {
    expect(quoteValue(value)).toBe(expected)
  })
})

describe('isSameValue', () => {
  test.each([
    [4000, 4000, true],
    ['4000', 4000, true],
    ['4000.0', 4000, true],
    ['4e3', 4000, false],
    ['0xfa0', 4000, false],
    ['', 0, false],
    [4000, '4000', true],
    [6.18, '6.180', true],
    [91, '0091', false],
    ['0091', '0091', true],
    [' FRA', 'FRA', false],
    [null, 'null', false],
    [['FRA'], 'FRA', false],
    [Number.POSITIVE_INFINITY, 4000, false],
  ])('%j for %j: %j', (value, accepted, same) => {
    expect(isSameValue(value, accepted)).toBe(same)
  })
})
