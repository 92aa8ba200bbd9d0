import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { tokenizeText } from './tokenize-text.ts'

describe('tokenizeText', () => {
  test.each([
    ['Send money, abroad!', ['send', 'money', 'abroad']],
    ['shop.order_place-2', ['shop', 'order', 'place', '2']],
    ['Zürich ﬁne ＡＢＣ', ['zurich', 'fine', 'abc']],
    ['straße', ['straudfze']],
    ['日本 go', ['u65e5z', 'u672cz', 'go']],
    ['日本go', ['u65e5z', 'u672cz', 'go']],
    ['"a" OR b* NEAR(c) -d col:e', ['a', 'or', 'b', 'near', 'c', 'd', 'col', 'e']],
    ['\ud83d ☃ 🙂', []],
    ['', []],
  ])('%j has the words %j', (text, tokens) => {
    expect(tokenizeText(text)).toEqual(tokens)
  })

  test.prop([fc.string({ unit: 'binary' })])(
    'no token holds more than letters and digits of ASCII',
    (text) => {
      for (const token of tokenizeText(text)) expect(token).toMatch(/^[a-z0-9]+$/)
    },
  )

  test('spelling with and without composed characters is one word', () => {
    expect(tokenizeText('caf\u00e9')).toEqual(tokenizeText('CAFE\u0301'))
  })

  test('a text without end costs no more than its beginning', () => {
    expect(tokenizeText('a '.repeat(1_000_000))).toHaveLength(32_768)
    expect(tokenizeText('\u{10ffff}é'.repeat(1_000_000)).join('').length).toBeLessThan(1 << 20)
    expect(tokenizeText('x'.repeat(1_000_000))).toEqual(['x'.repeat(64)])
  })
})
