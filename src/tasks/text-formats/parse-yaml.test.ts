import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { parseYaml } from './parse-yaml.ts'

const contents = (text: string) => {
  const read = parseYaml(text)
  return 'parts' in read ? read.parts.map(({ content }) => content) : read.fault
}
const styleOf = (text: string, at = 0) => {
  const read = parseYaml(text)
  return 'parts' in read ? read.parts[at]?.style : undefined
}

describe('parseYaml', () => {
  test.each([
    ['name: lamp', ['name: text lamp']],
    ["name: 'it''s'", ["name: text it's"]],
    ['name: "a \\"b\\""', ['name: text a "b"']],
    ['a: 7\nb: 7.0', ['a: number 7', 'b: number 7']],
    ["a: '7'", ['a: text 7']],
    ['a: yes\nb: off\nc: True', ['a: yes', 'b: no', 'c: yes']],
    ['a: ~\nb: null', ['a: nothing', 'b: nothing']],
    ['a: [x, y]', ['a[]: text x', 'a[]: text y']],
    ['a:\n  - x\n  - y', ['a[]: text x', 'a[]: text y']],
    ['a:\n- x', ['a[]: text x']],
    ['a:\n    b: 1\n    c: 2', ['a.b: number 1', 'a.c: number 2']],
    ['---\n# a note\na: 1 # one\n', ['a: number 1']],
    ['a: 1\r\nb: 2', ['a: number 1', 'b: number 2']],
  ])('%j', (text, expected) => {
    expect(contents(text)).toEqual(expected)
  })

  test.each([
    '',
    'lamp',
    '- x',
    '  a: 1',
    'a:\n  b: 1\n    c: 2',
    'a:\n- x\n  - y',
    'a:\n\tb: 1',
    '{"a": 1}',
  ])('%j has a fault', (text) => {
    expect(parseYaml(text)).toHaveProperty('fault')
  })

  test('tells how values are written', () => {
    expect(styleOf('a: "x"')).toMatchObject({ quotes: 'double', header: 'no' })
    expect(styleOf("---\na: 'x'")).toMatchObject({ quotes: 'single', header: 'yes' })
    expect(styleOf('a: x')).toMatchObject({ quotes: 'none' })
    expect(styleOf('a: on')).toMatchObject({ boolean: 'on' })
    expect(styleOf('a: ~')).toMatchObject({ nothing: '~' })
    expect(styleOf('a: [x]')).toMatchObject({ list: 'brackets' })
    expect(styleOf('a:\n  - x')).toMatchObject({ list: 'block', listIndent: '2' })
    expect(styleOf('a:\n   b: 1')).toMatchObject({ indent: '3' })
  })

  const pieces = fc.constantFrom(
    'a',
    ':',
    ' ',
    '-',
    '\n',
    '[',
    ']',
    ',',
    '"',
    "'",
    '#',
    '~',
    '---',
    '\\',
  )
  test.prop([fc.array(pieces, { maxLength: 300 })])('throws at nothing', (text) => {
    expect(typeof parseYaml(text.join(''))).toBe('object')
  })
})
