import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { toFormatDomain } from './format-domain.ts'
import { drawMarkdownDomains } from './markdown-domains.ts'
import { drawYamlDomains } from './yaml-domains.ts'

const domains = Array.from({ length: 12 }, (_, seed) => {
  const random = createSeededRandom(seed)
  return [...drawMarkdownDomains(random), ...drawYamlDomains(random)]
}).flat()

describe('domains of text formats', () => {
  test('a text in every style but the own is refused, and in the own accepted', () => {
    const styles = Map.groupBy(domains, ({ name }) => name)
    expect(styles.size).toBe(16)
    for (const [name, variants] of styles) {
      const rules = new Set(variants.map(({ rule }) => rule))
      // A header is all or nothing; every other tool has several styles to draw from.
      expect(rules.size > 1).toBe(name !== 'stock.save')
      for (const one of variants) {
        for (const other of variants) {
          const { text } = other.draw(createSeededRandom('text'))
          const task = toFormatDomain(one).draw(createSeededRandom('text'))
          const complaints = task?.check({ text }) ?? []
          const isSame = one.rule === other.rule
          expect(complaints.map(({ explicit }) => explicit)).toEqual(isSame ? [] : [one.explicit])
        }
      }
    }
  })

  test('a text in the right style that says something else is refused, and not for its style', () => {
    for (const domain of domains.slice(0, 16)) {
      const task = toFormatDomain(domain).draw(createSeededRandom('text'))
      const { text } = domain.draw(createSeededRandom('another text'))
      expect(task?.check({ text })).toEqual([
        {
          field: 'text',
          explicit: 'does not say what was asked for',
          vague: 'does not say what was asked for',
        },
      ])
    }
  })

  test('blank lines at the end and ways that the house leaves open are accepted', () => {
    const list = domains.find(({ name }) => name === 'todo.publish')
    const note = domains.find(({ name }) => name === 'letter.publish')
    for (const domain of [list, note]) {
      const task = domain && toFormatDomain(domain).draw(createSeededRandom('text'))
      const text = String(task?.solution['text'])
      expect(task?.check({ text: `${text}\n\n` })).toEqual([])
      expect(task?.check({ text: text.replaceAll('\n', '\r\n') })).toEqual([])
    }
  })

  test('a text above 1000 characters is not read', () => {
    const task = toFormatDomain(domains[0]!).draw(createSeededRandom('text'))
    const text = String(task?.solution['text'])
    expect(task?.check({ text: text.padEnd(1000) })).toEqual([])
    expect(task?.check({ text: text.padEnd(1001) })).toHaveLength(1)
  })
})
