import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { formatJsonLine } from './format-json-line.ts'

describe('formatJsonLine', () => {
  test.prop([fc.jsonValue()])('what it writes parses back to the value', (value) => {
    expect(JSON.parse(formatJsonLine(value))).toEqual(JSON.parse(JSON.stringify(value)))
  })

  test.prop([
    fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029', '\u007f', '"', '\\'),
      ),
    ),
  ])('no text makes more than one line', (parts) => {
    const line = formatJsonLine({ [parts.join('')]: parts.join('') })
    expect(line.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/)).toHaveLength(1)
    expect(line).not.toMatch(/\p{Cc}/u)
  })

  test('ordinary text stays as JSON writes it', () => {
    expect(formatJsonLine('Zürich "A" \\ 日本 🙂')).toBe('"Zürich \\"A\\" \\\\ 日本 🙂"')
  })

  test('separators are escaped with four digits', () => {
    expect(formatJsonLine('a\u2028b\u0085c')).toBe('"a\\u2028b\\u0085c"')
  })
})
