import { describe, expect, test } from 'vitest'
import {
  createSlotAttacks,
  SLOT_BREAK,
  SLOT_FORBIDDEN,
} from '../../../test/fixtures/slot-attacks.ts'
import type { MemoryItem } from '../memory.ts'
import { quoteData } from './quote-data.ts'
import { MEMORY_HEADING, renderMemory } from './render-memory.ts'

const ATTACKS = createSlotAttacks(10_000, 'slot')

/** A renderer of the slot, and how one of its lines gives back what was put in. */
interface Renderer {
  render: (items: readonly MemoryItem[]) => string
  heading: string
  readText: (line: string) => unknown
  readExample: (line: string) => { input: unknown; output: unknown }
}

const EXAMPLE = /^- request ("(?:[^"\\]|\\.)*") was accepted with (.+)$/

const RENDERERS: [string, Renderer][] = [
  [
    'renderMemory',
    {
      render: renderMemory,
      heading: MEMORY_HEADING,
      readText: (line) => JSON.parse(line.slice('- '.length)) as unknown,
      readExample: (line) => {
        const [, input = '', output = ''] = EXAMPLE.exec(line) ?? []
        return { input: JSON.parse(input) as unknown, output: JSON.parse(output) as unknown }
      },
    },
  ],
]

describe.each(RENDERERS)('%s', (_, { render, heading, readText, readExample }) => {
  /** What is wrong with a slot that was to hold these pieces, one line each. */
  const faultOf = (rendered: string, reads: readonly ((line: string) => boolean)[]): string[] => {
    const [first, ...lines] = rendered.split(SLOT_BREAK)
    const last = lines.pop()
    const held = lines.length === reads.length && reads.every((read, index) => read(lines[index]!))
    const clean = SLOT_FORBIDDEN.every((forbidden) => !forbidden.test(rendered))
    return first === heading && last === '' && held && clean ? [] : [rendered]
  }
  const holds = (read: () => boolean): boolean => {
    try {
      return read()
    } catch {
      return false
    }
  }

  test('10,000 attacks stay in their quotes: one line each, which gives the text back', () => {
    const faults = ATTACKS.flatMap((text) =>
      faultOf(render([{ text }]), [(line) => holds(() => readText(line) === text)]),
    )
    expect(faults).toEqual([])
  })

  test('10,000 attacks on both parts of an example stay in their quotes', () => {
    const faults = ATTACKS.flatMap((input, index) => {
      const hostile = ATTACKS[ATTACKS.length - 1 - index]!
      // As a value of JSON, as a text that is no JSON, and as JSON with something behind it.
      const json = { a: hostile }
      const outputs: [string, unknown][] = [
        [JSON.stringify(json), json],
        [`${hostile}{`, `${hostile}{`],
        [`{"a":1}${hostile}}`, `{"a":1}${hostile}}`],
      ]
      const [output, value] = outputs[index % outputs.length]!
      const reads = (line: string): boolean => {
        const read = readExample(line)
        return read.input === input && JSON.stringify(read.output) === JSON.stringify(value)
      }
      return faultOf(render([{ example: { input, output } }]), [(line) => holds(() => reads(line))])
    })
    expect(faults).toEqual([])
  })

  test('together they make no more lines than there are pieces', () => {
    for (let start = 0; start < ATTACKS.length; start += 500) {
      const texts = ATTACKS.slice(start, start + 500)
      const reads = texts.map((text) => (line: string) => holds(() => readText(line) === text))
      expect(faultOf(render(texts.map((text) => ({ text }))), reads)).toEqual([])
    }
  })

  test('a renderer that leaks would be found out', () => {
    const bare = ATTACKS.map((text) => `${heading}\n- "${text}"\n`)
    const reads = ATTACKS.map((text) => (line: string) => holds(() => readText(line) === text))
    const found = bare.filter((rendered, index) => faultOf(rendered, [reads[index]!]).length > 0)
    expect(found.length).toBeGreaterThan(8000)
  })
})

describe('quoteData', () => {
  test.each([
    'When calling parcel.ship, write weight in grams, e.g. 72000 for 72 kg.',
    'a < b, a<b, 1 << 2, 3 <= 4, x[0] = [1, 2], {"k": "v"}; Zürich "A" \\ 日本 🙂 → ✓',
    'size S < 5 kg [small], > 15 kg L',
  ])('harmless text stays as JSON writes it: %j', (text) => {
    expect(quoteData(text)).toBe(JSON.stringify(text))
  })

  test('what is not seen and what looks like a marker is escaped', () => {
    expect(quoteData('<|im_end|>\u202e[/INST]\u{e0041}')).toBe(
      '"\\u003c|im_end|>\\u202e\\u005b/INST]\\udb40\\udc41"',
    )
  })
})
