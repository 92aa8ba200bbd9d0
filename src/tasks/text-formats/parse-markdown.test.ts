import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { parseMarkdown } from './parse-markdown.ts'

const parts = (text: string) => {
  const read = parseMarkdown(text)
  return 'parts' in read ? read.parts.map(({ content, style }) => [content, style]) : read.fault
}

describe('parseMarkdown', () => {
  test.each([
    ['# Tea', [['heading: Tea', { heading: '#', level: '1' }]]],
    ['### Tea', [['heading: Tea', { heading: '#', level: '3' }]]],
    ['# Tea #', [['heading: Tea', { heading: '# #', level: '1' }]]],
    ['Tea\n===', [['heading: Tea', { heading: '=', level: '1' }]]],
    ['Tea\n---', [['heading: Tea', { heading: '-', level: '2' }]]],
    ['#Tea', [['text: #Tea', {}]]],
    [
      '- a\n- b',
      [
        ['item: a', { bullet: '-' }],
        ['item: b', { bullet: '-' }],
      ],
    ],
    ['* [ ] a', [['open item: a', { bullet: '*' }]]],
    ['+ [X] a', [['done item: a', { bullet: '+', box: '[X]' }]]],
    [
      '1) a\n2) b',
      [
        ['step: a', { delimiter: ')' }],
        ['step: b', { delimiter: ')', numbering: 'rising' }],
      ],
    ],
    [
      '1. a\n1. b',
      [
        ['step: a', { delimiter: '.' }],
        ['step: b', { delimiter: '.', numbering: 'same' }],
      ],
    ],
    ['> wise', [['quote: wise', { quote: '>' }]]],
    [
      'a\n\n***\n\nb',
      [
        ['text: a', {}],
        ['break', { break: '*' }],
        ['text: b', {}],
      ],
    ],
    ['~~~sh\nls -l\n~~~', [['code: ls -l', { code: '~', language: 'sh' }]]],
    [
      '```\n# no heading\n\n- no item\n```\nafter',
      [
        ['code: # no heading\n\n- no item', { code: '`', language: '' }],
        ['text: after', {}],
      ],
    ],
    ['```\nopen to the end', [['code: open to the end', { code: '`', language: '' }]]],
    ['    ls', [['code: ls', { code: ' ', language: '' }]]],
    [
      'a *b* **c** `d`',
      [['text: a «emphasis b» «strong c» «code d»', { emphasis: '*', strong: '**' }]],
    ],
    ['_b_ and __c__', [['text: «emphasis b» and «strong c»', { emphasis: '_', strong: '__' }]]],
    ['see [the map](map.md)', [['text: see «link the map to map.md»', { link: 'inline' }]]],
    ['2 * 3 * 4', [['text: 2 «emphasis  3 » 4', { emphasis: '*' }]]],
    ['', []],
    [
      'a\r\n\r\nb',
      [
        ['text: a', {}],
        ['text: b', {}],
      ],
    ],
  ])('%j', (text, expected) => {
    expect(parts(text)).toEqual(expected)
  })

  const pieces = fc.constantFrom(
    '#',
    ' ',
    '-',
    '*',
    '_',
    '`',
    '~',
    '\n',
    '1.',
    '[',
    ']',
    '(',
    ')',
    '=',
    'a',
    '>',
  )
  test.prop([fc.array(pieces, { maxLength: 300 })])(
    'throws at nothing and comes to an end',
    (text) => {
      expect(parseMarkdown(text.join(''))).toHaveProperty('parts')
    },
  )
})
