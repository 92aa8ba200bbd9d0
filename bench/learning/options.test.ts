import { describe, expect, test } from 'vitest'
import { readLearningOptions } from '../learning.ts'
import { UsageError } from '../usage-error.ts'
import { PLAN, nameOf } from './plan.ts'

describe('readLearningOptions', () => {
  test('measures the whole plan, asking what is missing, unless told otherwise', () => {
    expect(readLearningOptions([])).toMatchObject({ plans: PLAN, mode: 'live' })
    expect(readLearningOptions(['--replay']).mode).toBe('replay')
  })

  test('takes the first universes of the named suites', () => {
    const { plans } = readLearningOptions([
      '--suite',
      'sql-conventions,word-problems',
      '--seeds',
      '1',
    ])
    expect(plans.map(nameOf)).toEqual(['sql-conventions-1', 'word-problems-1'])
  })

  test.each([
    [['--suite', 'chess']],
    [['--seeds', '0']],
    [['--seeds', 'many']],
    [['--threads', '-1']],
    [['--nothing']],
  ])('%j is wrong usage', (args) => {
    expect(() => readLearningOptions(args)).toThrow(UsageError)
  })
})

describe('PLAN', () => {
  test('owes thirty tools to every figure about house rules, five universes to SQL, two to every other family', () => {
    const seedsOf = (suite: string) =>
      PLAN.filter((plan) => plan.suite === suite).map(({ seed }) => seed)
    const families = new Set(PLAN.map(({ suite }) => suite))
    expect(families.size).toBeGreaterThanOrEqual(9)
    expect(PLAN.filter(({ arms }) => arms !== 'core')).toHaveLength(5)
    expect(seedsOf('sql-conventions')).toHaveLength(5)
    for (const suite of families) expect(seedsOf(suite).length).toBeGreaterThanOrEqual(2)
  })

  test('no universe is measured twice, and none that development looked at', () => {
    const names = PLAN.map(nameOf)
    expect(new Set(names).size).toBe(names.length)
    expect(PLAN.filter(({ seed }) => seed >= 100)).toEqual([])
  })
})
