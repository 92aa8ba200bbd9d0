import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { DomainEvidence } from '../gather-evidence.ts'
import type { MemoryItem } from '../memory.ts'
import { listRawErrors } from './list-raw-errors.ts'
import { quoteVerifier } from './quote-verifier.ts'
import { rotateMemory } from './rotate-memory.ts'

const evidenceOf = (...messages: string[]): DomainEvidence => ({
  domain: 'parcel.ship',
  signature: 'parcel.ship(weight)',
  fields: [],
  worked: [],
  messages,
  firstAttemptRate: 0,
})

describe('quoteVerifier', () => {
  test.each([
    ['weight: expected grams (got 4)', 'weight: expected grams'],
    ['weight: expected grams (missing)', 'weight: expected grams'],
    ['to: three letters (got "fr"); weight: grams (missing)', 'to: three letters; weight: grams'],
    ['phone: seven digits (got "(415) 2100")', 'phone: seven digits'],
    ['name: comma missing (got "a \\") (got \\"")', 'name: comma missing'],
    ['refused', 'refused'],
    ['to: the code (ISO 3166 alpha-3) (got "fr")', 'to: the code (ISO 3166 alpha-3)'],
  ])('%s is quoted without the value', (message, quoted) => {
    expect(quoteVerifier(evidenceOf(message, 'later'))).toBe(`When calling parcel.ship: ${quoted}.`)
  })

  test.prop([fc.string({ unit: 'binary' })])('no value leaves a trace', (value) => {
    const message = `to: wrong (got ${JSON.stringify(value)})`
    expect(quoteVerifier(evidenceOf(message))).toBe('When calling parcel.ship: to: wrong.')
  })

  test('there is nothing to quote where nothing was refused', () => {
    expect(quoteVerifier(evidenceOf())).toBeUndefined()
  })
})

describe('listRawErrors', () => {
  test('lists the first six messages as they came', () => {
    const messages = Array.from({ length: 9 }, (_, index) => `weight: wrong (got ${index})`)
    const items = listRawErrors(evidenceOf(...messages))
    expect(items).toHaveLength(6)
    expect(items[5]).toEqual({ text: 'parcel.ship refused a call: weight: wrong (got 5)' })
  })
})

describe('rotateMemory', () => {
  const some = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 8 })

  test.prop([some, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 })])(
    'gives no domain its own, and each something where another has anything',
    (domains, filled) => {
      const memories = new Map<string, MemoryItem[]>(
        domains.map((domain, index) => [domain, filled[index] === true ? [{ text: domain }] : []]),
      )
      const memoryOf = (domain: string) => memories.get(domain) ?? []
      const rotated = rotateMemory(domains, memoryOf)
      expect([...rotated.keys()]).toEqual(domains)
      for (const [domain, given] of rotated) {
        expect(given).not.toContainEqual({ text: domain })
        const others = domains.filter((other) => other !== domain && memoryOf(other).length > 0)
        expect(given).toHaveLength(others.length > 0 ? 1 : 0)
      }
    },
  )

  test('a domain that is listed twice is not given its own either', () => {
    const rotated = rotateMemory(['a', 'a'], (domain) => [{ text: domain }])
    expect(rotated.get('a')).toEqual([])
  })

  test('the next domain that has any is the giver, round the list', () => {
    const memoryOf = (domain: string) => (domain === 'b' ? [] : [{ text: domain }])
    expect(Object.fromEntries(rotateMemory(['a', 'b', 'c'], memoryOf))).toEqual({
      a: [{ text: 'c' }],
      b: [{ text: 'c' }],
      c: [{ text: 'a' }],
    })
  })
})
