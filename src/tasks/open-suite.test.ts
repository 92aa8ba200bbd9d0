import { describe, expect, test } from 'vitest'
import { createHouseRulesSuite } from './house-rules/create-house-rules-suite.ts'
import { describeSuites, openSuite } from './open-suite.ts'

const names = describeSuites().map(({ name }) => name)

describe('openSuite', () => {
  test.each(names)('%s opens, with tasks in every split of its first domain', async (name) => {
    const suite = openSuite(name, { seed: 3 })
    expect(suite.id.startsWith(`${name}/`)).toBe(true)
    const [domain = ''] = suite.domains
    for (const split of ['practice', 'validation', 'test'] as const) {
      const [task] = suite.listTasks(domain, split, 1)
      expect(task?.domain).toBe(domain)
      expect((await task?.verify('{}'))?.success).toBe(false)
    }
    expect(suite.describeRules(domain)).toContain(domain)
  })

  test('the first suite is the house rules, with as many tools as were always practised', () => {
    expect(names[0]).toBe('api-house-rules')
    const suite = openSuite('api-house-rules', { seed: 7 })
    expect(suite.id).toBe(createHouseRulesSuite({ seed: 7, tools: 8 }).id)
    expect(openSuite('api-house-rules', { seed: 7, tools: 2 }).domains).toHaveLength(2)
  })

  test('an unknown name is refused with the names that there are', () => {
    const open = (): unknown => openSuite('none', { seed: 1 })
    expect(open).toThrowDso('SUITE_UNKNOWN')
    expect(open).toThrow(expect.objectContaining({ details: { suite: 'none', known: names } }))
  })

  test.each([-1, 1.5, Number.NaN, Infinity])('seed %d is refused', (seed) => {
    for (const name of names) expect(() => openSuite(name, { seed })).toThrowDso('OPTION_INVALID')
  })

  test('a number of tools is refused where it is fixed, or out of range', () => {
    expect(() => openSuite('function-writing', { seed: 1, tools: 3 })).toThrowDso('OPTION_INVALID')
    expect(() => openSuite('api-house-rules', { seed: 1, tools: 99 })).toThrowDso('OPTION_INVALID')
    expect(() => openSuite('api-house-rules', { seed: 1, tools: 0 })).toThrowDso('OPTION_INVALID')
  })
})

test('every suite is described in one line, under a name of its own', () => {
  expect(new Set(names).size).toBe(names.length)
  for (const { name, about } of describeSuites()) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(about).toMatch(/^[^\n]{20,100}$/)
  }
})
