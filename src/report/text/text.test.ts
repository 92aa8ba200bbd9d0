import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createPainter } from './create-painter.ts'
import { displayWidth, truncate } from './display-width.ts'
import { layoutTable } from './layout-table.ts'
import { toVisibleText } from './to-visible-text.ts'
import { wrapText } from './wrap-text.ts'

const anyText = fc.string({ unit: 'binary' })

describe('toVisibleText', () => {
  test('escape codes, bidirectional marks, tags and line breaks lose their power', () => {
    const hostile = 'a\u001B[31m\u202Eb\u200B\u{E0041}\r\n\tc\uD800'
    expect(toVisibleText(hostile)).toBe('a\uFFFD[31m\uFFFDb\uFFFD\uFFFD c\uFFFD')
  })

  test.prop([anyText])('leaves one line without invisible characters, and stays there', (text) => {
    const visible = toVisibleText(text)
    expect(visible).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u)
    expect(toVisibleText(visible)).toBe(visible)
  })
})

describe('displayWidth and truncate', () => {
  test('wide characters count twice, combining marks not at all', () => {
    expect(displayWidth('a語e\u0301🙂')).toBe(6)
  })

  test.prop([anyText.map(toVisibleText), fc.integer({ min: 0, max: 20 })])(
    'a cut text fits',
    (text, width) => {
      expect(displayWidth(truncate(text, width))).toBeLessThanOrEqual(width)
    },
  )

  test('what fits is not cut', () => {
    expect(truncate('abc', 3)).toBe('abc')
    expect(truncate('abcd', 3)).toBe('ab…')
  })
})

describe('wrapText', () => {
  test.prop([anyText.map(toVisibleText), fc.integer({ min: 2, max: 40 })])(
    'keeps every character and the width',
    (text, width) => {
      const lines = wrapText(text, width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
    },
  )

  test('breaks at spaces where it can', () => {
    expect(wrapText('one two three', 8)).toEqual(['one two', 'three'])
    expect(wrapText('abcdefgh ij', 5)).toEqual(['abcde', 'fgh', 'ij'])
  })
})

describe('layoutTable', () => {
  const columns = [
    { header: 'tool', align: 'left', rank: 0, minimum: 6 },
    { header: 'note', align: 'left', rank: 1 },
    { header: 'n', align: 'right', rank: 0 },
  ] as const
  const rows = [
    [{ text: 'shipment.book' }, { text: 'vague' }, { text: '7' }],
    [{ text: 'ticket' }, { text: 'explicit' }, { text: '1,024' }],
  ]
  const layout = (width: number) =>
    layoutTable({ columns, rows, width, paint: createPainter(false) })

  test('aligns columns', () => {
    expect(layout(80)).toEqual([
      '  tool           note          n',
      '  shipment.book  vague         7',
      '  ticket         explicit  1,024',
    ])
  })

  test('cuts flexible columns before it drops one', () => {
    expect(layout(27)).toEqual([
      '  tool      note          n',
      '  shipmen…  vague         7',
      '  ticket    explicit  1,024',
    ])
    expect(layout(20)).toEqual([
      '  tool             n',
      '  shipment.b…      7',
      '  ticket       1,024',
    ])
  })
})
