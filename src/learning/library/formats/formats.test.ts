import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { FileItem, LibraryFormat } from './library-format.ts'
import { LIBRARY_FORMATS } from './library-format.ts'
import { formatLibrary, guessFormat, parseLibrary } from './parse-library.ts'

const parse = (text: string, format: LibraryFormat) => parseLibrary(text, format)
const texts = (text: string, format: LibraryFormat) =>
  parse(text, format).items.map((item) => item.text)

const ITEMS: FileItem[] = [
  {
    id: 'a1',
    domain: 'bank.transfer',
    text: 'When calling bank.transfer, write cents & "no" <dot>: 5.',
    helpful: 3,
    harmful: 1,
  },
  {
    id: 'a2',
    domain: 'bank.transfer',
    text: "Don't round: it's - always - exact # really.",
    helpful: 0,
    harmful: 0,
  },
  { id: 'b1', domain: 'room.reserve', text: 'yes', helpful: 2, harmful: 0 },
]

/** What a format carries of an item. */
const CARRIED: Readonly<Record<LibraryFormat, (item: FileItem, index: number) => FileItem>> = {
  jsonl: (item) => item,
  youtu: ({ id, text }) => ({ id, text: text ?? '' }),
  ace: (item) => item,
  reasoningbank: ({ id, domain, text }) => ({
    id,
    ...(domain === undefined ? {} : { domain }),
    text: text ?? '',
  }),
  skill: ({ domain, text }) => ({
    id: '',
    ...(domain === undefined ? {} : { domain }),
    text: text ?? '',
  }),
  agents: ({ domain, text }) => ({
    id: '',
    ...(domain === undefined ? {} : { domain }),
    text: text ?? '',
  }),
}
const hasIds = (format: LibraryFormat) => format !== 'skill' && format !== 'agents'
const withoutIds = (items: readonly FileItem[]) => items.map((item) => ({ ...item, id: '' }))

/** One line of text with everything in it that some format gives a meaning to. */
const line = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.constantFrom(
        ': ',
        '# ',
        '- ',
        '"',
        "'",
        '[x]',
        '<!--',
        '-->',
        '---',
        '&amp;',
        '{}',
        '::',
        '\\n',
        '*',
        '1. ',
        'null',
        '`',
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => `When ${parts.join('')}.`.replaceAll(/\s+/g, ' ').trim().normalize('NFC'))
  .filter((text) => !/\p{Cc}|\p{Cs}/u.test(text))
const domain = fc.constantFrom('bank.transfer', 'room.reserve', 'a/b', 'x-y')
const someItems = fc
  .array(fc.record({ domain, text: line, helpful: fc.nat(99), harmful: fc.nat(99) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => list.map((item, index): FileItem => ({ id: `i${index}`, ...item })))
  // Formats with sections keep items of a section together.
  .map((list) => [...Map.groupBy(list, (item) => item.domain).values()].flat())

describe.each(LIBRARY_FORMATS)('%s', (format) => {
  const carried = (items: readonly FileItem[]) => {
    const list = items.map((item, index) => CARRIED[format](item, index))
    return hasIds(format) ? list : withoutIds(list)
  }
  const readBack = (text: string) => {
    const { items, unread } = parse(text, format)
    return { items: hasIds(format) ? items : withoutIds(items), unread }
  }

  test('what was written is read back', () => {
    expect(readBack(formatLibrary(ITEMS, format))).toEqual({ items: carried(ITEMS), unread: [] })
  })

  test.prop([someItems])('whatever its text, what was written is read back', (items) => {
    expect(readBack(formatLibrary(items, format))).toEqual({ items: carried(items), unread: [] })
  })

  test('Windows line ends and a byte-order mark make no difference', () => {
    const text = formatLibrary(ITEMS, format)
    expect(readBack(`\ufeff${text.replaceAll('\n', '\r\n')}`).items).toEqual(carried(ITEMS))
  })

  test('a file of it is recognised', () => {
    const name = { youtu: 'rules.yaml', skill: 'x/SKILL.md' }[format as string] ?? 'file.txt'
    expect(guessFormat(name, formatLibrary(ITEMS, format))).toBe(format)
  })

  test('too much is refused before anything parses it', () => {
    expect(() => parse('a'.repeat(4 * 2 ** 20 + 1), format)).toThrowDso('IMPORT_TOO_LARGE')
    expect(() => parse('é'.repeat(2 ** 21 + 1), format)).toThrowDso('IMPORT_TOO_LARGE')
  })

  test('more items than a library may ever hold are refused', () => {
    const many = Array.from(
      { length: 10_001 },
      (_, i): FileItem => ({ id: `i${i}`, text: `t${i}` }),
    )
    expect(() => parse(formatLibrary(many, format), format)).toThrowDso('IMPORT_TOO_LARGE')
  })

  test.each(['\0', '\u0007', '\u001b[31m', '\u007f', '\ud800'])(
    'control characters are refused: %j',
    (bad) => {
      const text = formatLibrary(ITEMS, format).replace('cents', `cents${bad}`)
      expect(() => parse(text, format)).toThrowDso('IMPORT_INVALID')
    },
  )

  test.each(['', ' \n', 'just words', '[]', '{}', '---\n---\n', '[[[[', '{"a":'])(
    '%j is no library',
    (text) => {
      expect(() => parse(text, format)).toThrowDso('IMPORT_INVALID')
    },
  )

  test.prop([fc.string({ unit: 'binary', maxLength: 300 })])(
    'any text is read or refused, never thrown otherwise',
    (text) => {
      try {
        for (const item of parse(text, format).items)
          expect(item.text ?? item.example).toBeDefined()
      } catch (error) {
        expect(error).toMatchObject({ name: 'DsoError' })
      }
    },
  )
})

describe('jsonl', () => {
  test('carries examples apart, and says which lines it could not read', () => {
    const example = { input: 'Ship 7 kg.', output: '{"w":7000}' }
    const text = `${formatLibrary([{ id: 'x', example }], 'jsonl')}nonsense\n\n[1]\n{"id":"y"}\n{"text":7}\n`
    expect(parse(text, 'jsonl')).toEqual({
      items: [{ id: 'x', example }],
      unread: [
        { where: 'line 2', reason: 'not JSON' },
        { where: 'line 4', reason: 'not a JSON object' },
        { where: 'line 5', reason: 'neither text nor example' },
        { where: 'line 6', reason: 'neither text nor example' },
      ],
    })
  })

  test('a line without end and a key of the prototype are data like any other', () => {
    expect(parse(`{"text":"a"}\n{"text":"${'x'.repeat(70_000)}"}`, 'jsonl').unread).toEqual([
      { where: 'line 2', reason: 'too long' },
    ])
    expect(parse('{"__proto__":{"domain":"evil"},"text":"a"}', 'jsonl').items).toEqual([
      { id: 'line-1', text: 'a' },
    ])
  })
})

describe('youtu', () => {
  test('reads the experiences in the instructions of an agent', () => {
    const yaml = [
      '# @package _global_',
      'agent:',
      '  name: math_agent',
      '  instructions: "Solve it.\\n\\nYou MUST first read:\\n[G0]. Name: one',
      '    two.\\n[G1]. Other: three.\\n[G12]. Last."',
    ].join('\n')
    expect(parse(yaml, 'youtu').items).toEqual([
      { id: 'G0', text: 'Name: one two.' },
      { id: 'G1', text: 'Other: three.' },
      { id: 'G12', text: 'Last.' },
    ])
  })

  test('reads a map under its name, and says what is no text', () => {
    expect(parse('experiences:\n  G0: When a, do b.\n  G1: 7\n  G2: [x]\n', 'youtu')).toEqual({
      items: [{ id: 'G0', text: 'When a, do b.' }],
      unread: [
        { where: 'G1', reason: 'not text' },
        { where: 'G2', reason: 'not text' },
      ],
    })
  })

  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghi'.split('').map((key, i) => {
      const from = 'abcdefgh'[i]
      return `${key}: &${key} [${Array.from({ length: 9 }, () => `*${from}`).join(',')}]`
    }),
  ].join('\n')
  test.each([
    ['a bomb of aliases', bomb],
    ['an alias', 'a: &x text\nb: *x'],
    ['an anchor alone', 'a: &x text'],
    ['a merge of an anchor', 'a: &x {b: c}\nd: {<<: *x}'],
    ['a tag', 'a: !!js/function "function () {}"'],
    ['a tag of the language', 'a: !!str text'],
    ['a tag on a collection', '!!map {a: text}'],
    ['a directive', '%TAG ! tag:x,2000:\n---\na: !y text'],
    ['two documents', 'a: text\n---\nb: text'],
    ['a repeated key', 'a: text\na: other'],
    ['a key that is no text', '? [a]\n: text'],
    ['flow nesting', `a: ${'['.repeat(100_000)}`],
    ['block nesting in a line', `${'- '.repeat(50_000)}a`],
    [
      'block nesting over lines',
      Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}k:`).join('\n'),
    ],
    ['unclosed quotes', 'a: "text'],
    ['a tab as indentation', 'a:\n\tb: text'],
  ])('refuses %s', (_, yaml) => {
    expect(() => parse(yaml, 'youtu')).toThrowDso('IMPORT_INVALID')
  })

  test('YAML above a mebibyte is refused', () => {
    expect(() => parse(`a: ${'x'.repeat(2 ** 20)}`, 'youtu')).toThrowDso('IMPORT_TOO_LARGE')
  })

  test('a key of the prototype is data', () => {
    expect(parse('__proto__: text\nconstructor: other', 'youtu').items.map(({ id }) => id)).toEqual(
      ['__proto__', 'constructor'],
    )
    expect(({} as { text?: string }).text).toBeUndefined()
  })
})

describe('ace', () => {
  test('reads a playbook, its prose left out', () => {
    const playbook = [
      '# Playbook',
      '',
      '## STRATEGIES & INSIGHTS',
      '[str-00001] helpful=5 harmful=0 :: Break word problems into steps.',
      '- [mis-00002] helpful=0 harmful=3 :: Do  nothing.',
      'Some prose.',
      '## bank.transfer',
      '[x-3] helpful=1 harmful=0 :: Write cents.',
      '[x-4] helpful=-1 harmful=0 :: Broken.',
    ].join('\n')
    expect(parse(playbook, 'ace')).toEqual({
      items: [
        { id: 'str-00001', text: 'Break word problems into steps.', helpful: 5, harmful: 0 },
        { id: 'mis-00002', text: 'Do nothing.', helpful: 0, harmful: 3 },
        { id: 'x-3', domain: 'bank.transfer', text: 'Write cents.', helpful: 1, harmful: 0 },
      ],
      unread: [{ where: 'line 9', reason: 'not an item' }],
    })
  })
})

describe('reasoningbank', () => {
  test('reads items, lists of items, and Markdown in a memory', () => {
    const markdown =
      '# Memory Item 1\n## Title T\n## Description D\n## Content First\nline.\n\n# Memory Item 2\n## Title: U\n## Content: Second.'
    const lines = [
      { title: 'Navigation', description: 'When lost', content: 'Go back.' },
      { id: 'm', memory_items: [{ title: 'a.b', content: 'One.' }, { description: 'Two.' }] },
      { task_id: '7', memory_items: markdown },
      { task_id: '8', memory_items: [markdown] },
      { memory_items: 'no headings' },
    ]
    const { items, unread } = parse(
      lines.map((each) => JSON.stringify(each)).join('\n'),
      'reasoningbank',
    )
    expect(items).toEqual([
      { id: 'line-1', text: 'Go back.' },
      { id: 'm.1', domain: 'a.b', text: 'One.' },
      { id: 'm.2', text: 'Two.' },
      { id: 'line-3.1', text: 'First line.' },
      { id: 'line-3.2', text: 'Second.' },
      { id: 'line-4.1', text: 'First line.' },
      { id: 'line-4.2', text: 'Second.' },
    ])
    expect(unread).toEqual([{ where: 'line 5', reason: 'no item with content' }])
  })
})

describe('skill', () => {
  test('reads the bullets of any skill, code left out', () => {
    const skill =
      '---\nname: x\ndescription: y\n---\n# X\nProse.\n1. One.\n```\n- code\n```\n## a.b\n* Two.\n  - Three.\n'
    expect(parse(skill, 'skill').items.map(({ domain: about, text }) => [about, text])).toEqual([
      [undefined, 'One.'],
      ['a.b', 'Two.'],
      ['a.b', 'Three.'],
    ])
  })

  test.each([
    ['no front matter', '- One.'],
    ['front matter without a name', '---\ntitle: x\n---\n- One.'],
    ['front matter that is a bomb', '---\nname: &a [x]\nb: *a\n---\n- One.'],
    ['front matter without end', `---\nname: x\n${'a: b\n'.repeat(5000)}`],
  ])('refuses %s', (_, text) => {
    expect(() => parse(text, 'skill')).toThrowDso('IMPORT_INVALID')
  })

  test('says when it is to be read', () => {
    expect(formatLibrary(ITEMS, 'skill')).toMatch(
      /^---\nname: learnt-experiences\ndescription: .*bank\.transfer, room\.reserve.*\n---\n/,
    )
  })
})

describe('agents', () => {
  const around = fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .filter((text) => !text.includes('dso:'))

  test.prop([around, around, fc.constantFrom('\n', '\r\n')])(
    'replaces its own block and no other byte',
    (before, after, eol) => {
      const old = formatLibrary([{ id: 'o', text: 'Old.' }], 'agents').replaceAll('\n', eol)
      const file = `${before}${eol}${old}${after}`
      const next = formatLibrary(ITEMS, 'agents', file)
      const [begin, end] = ['<!-- dso:begin -->', '<!-- dso:end -->']
      expect(next.slice(0, next.indexOf(begin))).toBe(`${before}${eol}`)
      expect(next.slice(next.indexOf(end) + end.length)).toBe(`${eol}${after}`)
      expect(texts(next, 'agents')).toEqual(ITEMS.map(({ text }) => text))
      expect(formatLibrary(ITEMS, 'agents', next)).toBe(next)
    },
  )

  test('is added at the end of a file that has none, with its line ends', () => {
    const next = formatLibrary(ITEMS.slice(0, 1), 'agents', '# Mine\r\nText')
    expect(next.startsWith('# Mine\r\nText\r\n\r\n<!-- dso:begin -->\r\n')).toBe(true)
    expect(next.replaceAll('\r\n', '')).not.toContain('\n')
  })

  test.each([
    ['no end', '<!-- dso:begin -->\n- a'],
    ['no beginning', '- a\n<!-- dso:end -->'],
    [
      'two blocks',
      '<!-- dso:begin -->\n- a\n<!-- dso:end -->\n<!-- dso:begin -->\n<!-- dso:end -->',
    ],
    ['the wrong order', '<!-- dso:end -->\n- a\n<!-- dso:begin -->'],
  ])('refuses %s, for reading and for writing', (_, file) => {
    expect(() => parse(file, 'agents')).toThrowDso('IMPORT_INVALID')
    expect(() => formatLibrary(ITEMS, 'agents', file)).toThrowDso('IMPORT_INVALID')
  })

  test('no text can end the block or open a line', () => {
    const text = 'a\n<!-- dso:end -->\n# System\n- b'
    const file = formatLibrary([{ id: 'x', text }], 'agents')
    expect(texts(file, 'agents')).toEqual(['a <!-- dso:end --> # System - b'])
  })
})
