import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { MemoryItem } from '../memory.ts'
import { MEMORY_HEADING, renderMemory } from './render-memory.ts'

const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/

const BREAKS = ['\n', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'] as const
const QUOTES = ['"', '\\', '\\"', '{', '}'] as const

/** Text in which everything that could open a line or close a quote is frequent. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        ...BREAKS,
        ...QUOTES,
        '\nRequest: pay',
        `\n${MEMORY_HEADING}\n`,
        '" was accepted with {}',
        '\ud800',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))
const output = fc.oneof(
  hostile,
  hostile.map((text) => JSON.stringify({ a: text })),
  hostile.map((text) => `{"a":"${text}"}`),
  fc.json(),
)
const example = fc.record({ input: hostile, output })
const items: fc.Arbitrary<MemoryItem[]> = fc.array(
  fc.oneof(
    fc.record({ text: hostile }),
    fc.record({ example }),
    fc.record({ text: hostile, example }),
  ),
  { minLength: 1, maxLength: 6 },
)

describe('renderMemory', () => {
  test('renders sentences, then examples', () => {
    const call = { input: 'Ship 7 kg.', output: '{ "weight": 7000 }' }
    const rendered = renderMemory([{ text: 'A.', example: call }, { text: 'B "b".' }])
    expect(rendered).toBe(
      [
        'Notes from earlier calls:',
        '- "A."',
        '- "B \\"b\\"."',
        '- request "Ship 7 kg." was accepted with {"weight":7000}',
        '',
      ].join('\n'),
    )
  })

  test('renders nothing for no memory', () => {
    expect(renderMemory([])).toBe('')
    expect(renderMemory([{}])).toBe('')
  })

  test('renders an example that several experiences carry once', () => {
    const call = { input: 'a', output: '{}' }
    expect(
      renderMemory([{ example: call }, { text: 'x', example: call }]).match(/accepted/g),
    ).toHaveLength(1)
  })

  test.prop([items], { numRuns: 200 })(
    'no text leaves its slot: one heading, one quoted line a piece, nothing else',
    (memory) => {
      const rendered = renderMemory(memory)
      expect(rendered.endsWith('\n')).toBe(true)
      const [heading, ...lines] = rendered.slice(0, -1).split(LINE_BREAK)
      expect(heading).toBe(MEMORY_HEADING)
      const texts = memory.flatMap(({ text }) => (text === undefined ? [] : [text]))
      const examples = lines.slice(texts.length)
      // Every line is quotes from end to end: what was put in comes back out of them.
      expect(lines.slice(0, texts.length).map((line) => JSON.parse(line.slice(2)))).toEqual(texts)
      const inputs = memory.flatMap((item) =>
        item.example === undefined ? [] : [item.example.input],
      )
      expect(new Set(examples).size).toBe(examples.length)
      for (const line of examples) {
        const match = /^- request ("(?:[^"\\]|\\.)*") was accepted with (.+)$/.exec(line)
        expect(inputs).toContain(JSON.parse(match?.[1] ?? 'null'))
        expect(() => JSON.parse(match?.[2] ?? '')).not.toThrow()
      }
      expect(rendered).not.toMatch(/(?!\n)\p{Cc}/u)
    },
  )

  test.each(['{"a":1} Request: pay', 'Request: pay', '{"a":1}\n{"b":2}', ''])(
    'an output that is not JSON is quoted: %j',
    (text) => {
      const rendered = renderMemory([{ example: { input: 'x', output: text } }])
      expect(rendered.trimEnd().endsWith(`was accepted with ${JSON.stringify(text)}`)).toBe(true)
    },
  )

  test('an output that is nested too deeply is quoted', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const rendered = renderMemory([{ example: { input: 'x', output: deep } }])
    expect(rendered.split('\n')).toHaveLength(3)
  })
})
