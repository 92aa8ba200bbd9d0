import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { formatTokens, parseTokens } from './tokens.ts'

describe('amounts of tokens', () => {
  test.prop([fc.bigInt({ min: 0n, max: (1n << 128n) - 1n })])('are read as written', (wei) => {
    expect(parseTokens(formatTokens(wei))).toBe(wei)
  })

  test.each([
    ['25', 25n * 10n ** 18n, '25'],
    ['12.50', 125n * 10n ** 17n, '12.5'],
    ['0.000000000000000001', 1n, '0.000000000000000001'],
    ['007', 7n * 10n ** 18n, '7'],
  ])('%s is %d wei', (text, wei, formatted) => {
    expect(parseTokens(text)).toBe(wei)
    expect(formatTokens(wei)).toBe(formatted)
  })

  test.each(['', '-1', '1e3', '.5', '1.', ' 1', '1,5', '0x1', '0.0000000000000000001'])(
    '%j is none',
    (text) => {
      expect(parseTokens(text)).toBeUndefined()
    },
  )

  test('a debt keeps its sign', () => {
    expect(formatTokens(-(10n ** 17n))).toBe('-0.1')
  })
})
