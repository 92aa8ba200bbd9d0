import { describe, expect, test } from 'vitest'
import { shortenText } from './shorten-text.ts'

const words = (count: number) => Array.from({ length: count }, () => 'so').join(' ')

describe('shortenText', () => {
  test.each([
    ['a text that fits', words(32), words(32)],
    [
      'whole sentences as far as they fit',
      `When a, do b. Then c! And ${words(30)}.`,
      'When a, do b. Then c!',
    ],
    ['no half sentence', words(33), undefined],
    ['no half sentence after an abbreviation', `e.g. ${words(33)}`, undefined],
    ['bytes as well as words', `Do a. ${'É'.repeat(200)}.`, 'Do a.'],
    ['nothing of nothing', '', ''],
  ])('%s', (_, text, expected) => {
    expect(shortenText(text)).toBe(expected)
  })
})
