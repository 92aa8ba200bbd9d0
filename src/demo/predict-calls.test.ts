import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { type CallPrediction, predictCalls } from './predict-calls.ts'
import { settingsOf } from './settings.ts'

const total = ({ practice, review, test: tested }: CallPrediction): number =>
  practice + review + tested
const size = fc.constantFrom('default', 'full')
const tools = fc.integer({ min: 2, max: 36 })

describe('predictCalls', () => {
  test.prop([size, tools, fc.nat()])(
    'it foretells whole calls in every stage',
    (of, count, seed) => {
      for (const calls of Object.values(predictCalls(settingsOf(of, seed), count)) as number[]) {
        expect(Number.isInteger(calls)).toBe(true)
        expect(calls).toBeGreaterThan(0)
      }
    },
  )

  test.prop([size, tools])('more tools mean more calls in every stage', (of, count) => {
    const settings = settingsOf(of, 1)
    const [less, more] = [predictCalls(settings, count), predictCalls(settings, count + 1)]
    expect(more.practice).toBeGreaterThan(less.practice)
    expect(more.review).toBeGreaterThan(less.review)
    expect(more.test).toBeGreaterThan(less.test)
  })

  test.each(['practiceTasks', 'groupSize', 'validationTasks', 'trialTasks', 'testTasks'] as const)(
    'more %s mean more calls',
    (field) => {
      const settings = settingsOf('default', 1)
      const more = { ...settings, [field]: settings[field] + 1 }
      expect(total(predictCalls(more, 8))).toBeGreaterThan(total(predictCalls(settings, 8)))
    },
  )

  test('the seed changes nothing, the full size does', () => {
    const foretold = predictCalls(settingsOf('default', 1), 8)
    expect(predictCalls(settingsOf('default', 2), 8)).toEqual(foretold)
    expect(total(predictCalls(settingsOf('full', 1), 8))).toBeGreaterThan(total(foretold))
  })

  test('practice is at least one attempt a rollout, the test at least one a task', () => {
    const settings = settingsOf('full', 1)
    const { practice, test: tested } = predictCalls(settings, 12)
    expect(practice).toBeGreaterThan(12 * settings.practiceTasks * settings.groupSize)
    expect(tested).toBeGreaterThan(12 * settings.testTasks)
  })
})
