import { fc, test as propertyTest } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { readBare, readScalar, settleScalar } from './scalar-value.ts'

describe('readScalar', () => {
  test.each([
    [' "abc", "next"', 'abc', 6],
    ['""}', '', 2],
    [' "a \\"quoted\\" \\u00e9"', 'a "quoted" é', 22],
    ['"\\\\"', '\\', 4],
    ['12.50, ', 12.5, 5],
    [' -3e2}', -300, 5],
    ['0\n', 0, 1],
    ['true', true, 4],
    [' false}', false, 6],
    ['null', null, 4],
    ['2024-05-06,', '2024-05-06', 10],
    ['007}', '007', 3],
    ['1e999,', '1e999', 5],
    ['12345678901234567890,', '12345678901234567890', 20],
    ['12 kg ,', '12 kg', 6],
    ['"raw \t tab"', 'raw \t tab', 11],
  ])('%j is %j', (text, value, end) => {
    expect(readScalar(text)).toEqual({ state: 'closed', value, end, close: '' })
  })

  test('a string ends at a line break, and says that its quote is missing', () => {
    expect(readScalar(' "abc\n}')).toEqual({ state: 'closed', value: 'abc', end: 5, close: '"' })
  })

  test.each(['', '  ', '"abc', '"abc\\', '"abc\\"', '12', '-', 'tr', ' n', 'f'])(
    '%j may go on',
    (text) => {
      expect(readScalar(text)).toEqual({ state: 'open' })
    },
  )

  test.each(['[', ' {', 'Paris', "'x'", '.5', 'new', 'nul,'])('%j is no scalar', (text) => {
    expect(readScalar(text)).toEqual({ state: 'invalid' })
  })

  propertyTest.prop([fc.string({ unit: 'binary' }), fc.string()])(
    'a JSON string closes exactly at its end, whatever follows',
    (value, rest) => {
      const json = JSON.stringify(value)
      for (let length = 0; length < json.length; length++) {
        expect(readScalar(json.slice(0, length)).state).toBe('open')
      }
      expect(readScalar(json + rest)).toMatchObject({ value, end: json.length, close: '' })
    },
  )

  propertyTest.prop([
    fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger()),
  ])('a JSON number is read as itself', (number) => {
    const json = JSON.stringify(number)
    const expected = Number.isInteger(number) && !Number.isSafeInteger(number) ? json : number + 0
    expect(readScalar(`${json},`)).toMatchObject({ value: expected, end: json.length })
  })
})

describe('readBare', () => {
  test('a bare word ends like a number does', () => {
    expect(readBare(' new york, "')).toEqual({
      state: 'closed',
      value: 'new york',
      end: 9,
      close: '',
    })
    expect(readBare('new')).toEqual({ state: 'open' })
  })
})

describe('settleScalar', () => {
  test.each([
    [' "abc', 'abc', '"'],
    ['"a\\u00', 'a\\u00', '"'],
    ['"caf\uFFFD', 'caf', '"'],
    ['', '', ''],
    [' 12', 12, ''],
    ['-', '-', ''],
    ['tr', 'tr', ''],
  ])('%j becomes %j', (text, value, close) => {
    expect(settleScalar(text)).toEqual({ value, close })
  })
})
