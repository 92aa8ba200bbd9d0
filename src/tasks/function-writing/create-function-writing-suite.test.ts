import { describe, expect, test } from 'vitest'
import type { Split, TaskSuite } from '../../protocol/ports.ts'
import { type KnownSuite, testTaskSuite } from '../../../test/compliance/task-suite.ts'
import { createFunctionWritingSuite } from './create-function-writing-suite.ts'

const SPLITS: readonly Split[] = ['practice', 'validation', 'test']
const ALL = 1000
const show = (suite: TaskSuite) =>
  suite.domains.flatMap((domain) =>
    SPLITS.flatMap((split) =>
      suite.listTasks(domain, split, ALL).map(({ id, head, request, keys }) => ({
        id,
        head,
        request,
        keys,
      })),
    ),
  )

describe('createFunctionWritingSuite', () => {
  const suite = createFunctionWritingSuite({ seed: 1 })

  test('has at least 300 tasks, all different, and no request in two splits', () => {
    const requests = show(suite).map(({ request }) => request)
    expect(requests.length).toBeGreaterThanOrEqual(300)
    expect(new Set(requests).size).toBe(requests.length)
    for (const domain of suite.domains)
      for (const split of SPLITS)
        expect(suite.listTasks(domain, split, ALL).length).toBeGreaterThanOrEqual(9)
  })

  test('the same seed gives the same suite in any order, another seed another one', () => {
    const again = createFunctionWritingSuite({ seed: 1 })
    for (const domain of again.domains.toReversed()) again.listTasks(domain, 'test', 1)
    expect(again.id).toBe(suite.id)
    expect(show(again)).toEqual(show(suite))
    const other = createFunctionWritingSuite({ seed: 2 })
    expect(other.id).not.toBe(suite.id)
    expect(show(other)).not.toEqual(show(suite))
  })

  test('a longer list begins with the shorter one', () => {
    const [domain = ''] = suite.domains
    const ids = suite.listTasks(domain, 'test', 9).map(({ id }) => id)
    expect(suite.listTasks(domain, 'test', 4).map(({ id }) => id)).toEqual(ids.slice(0, 4))
    expect(suite.listTasks(domain, 'test', -1)).toEqual([])
  })

  test('a domain is learnt on some kinds of functions and holds for others', () => {
    for (const domain of suite.domains) {
      const kinds = suite
        .listTasks(domain, 'practice', 6)
        .map(({ request }) => /function (\w+)/.exec(request)?.[1])
      expect(new Set(kinds).size, `${domain}`).toBeGreaterThanOrEqual(2)
    }
  })

  test('solutions are accepted, and answers without code are not', async () => {
    for (const domain of suite.domains) {
      const [task] = suite.listTasks(domain, 'validation', 1)
      if (task === undefined) throw new Error('every domain has tasks')
      expect(await task.verify(suite.solve(task)), `${task.request}`).toEqual({
        success: true,
        fields: { code: true },
        message: '',
      })
      const refused = await task.verify('{}')
      expect(refused.success).toBe(false)
      expect(refused.message === 'refused').toBe(suite.gradeOf(domain) === 'silent')
    }
  })

  test('the truth about a domain is one sentence', () => {
    for (const domain of suite.domains)
      expect(suite.describeRules(domain)).toMatch(
        new RegExp(`^When calling ${domain}, write code so that [^\\n]+\\.$`),
      )
  })

  test('over some seeds every grade occurs, and some conventions can be guessed', () => {
    const suites = [1, 2, 3, 4, 5, 6].map((seed) => createFunctionWritingSuite({ seed }))
    const grades = suites.flatMap((each) => each.domains.map((domain) => each.gradeOf(domain)))
    expect(new Set(grades)).toEqual(new Set(['explicit', 'vague', 'silent']))
    expect(grades.filter((grade) => grade === 'silent').length).toBeLessThan(grades.length / 5)
  })

  test.each([-1, 0.5, Number.NaN, Infinity])('seed %d is refused', (seed) => {
    expect(() => createFunctionWritingSuite({ seed })).toThrowDso('OPTION_INVALID')
  })

  test('an unknown domain or task is an error', () => {
    expect(() => suite.listTasks('none', 'test', 1)).toThrow(RangeError)
    const [task] = suite.listTasks(suite.domains[0] ?? '', 'test', 1)
    if (task === undefined) throw new Error('every domain has tasks')
    expect(() => suite.solve({ ...task, id: 'none' })).toThrow(RangeError)
  })
})

/** A third of the libraries: every verdict starts a process. */
function someLibraries(seed: number): KnownSuite {
  const { domains, ...suite } = createFunctionWritingSuite({ seed })
  const { describeRules, gradeOf, solve } = suite
  return { suite: { ...suite, domains: domains.slice(0, 4) }, describeRules, gradeOf, solve }
}

testTaskSuite('function-writing', someLibraries, { tasks: 300, deck: 20, answered: 1 })
