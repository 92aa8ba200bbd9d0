import { describe, expect, test } from 'vitest'
import { readReportFixture } from '../../test/fixtures/read-report.ts'
import { compareArms, type PooledScore } from '../../src/demo/compare-arms.ts'
import { type Arm, ARMS } from '../../src/demo/test-arms.ts'
import type { Report } from '../../src/protocol/report/report.ts'
import { createSeededRandom } from '../../src/protocol/statistics/create-seeded-random.ts'
import { figuresOf, REPORTED_FIGURES } from './figures.ts'

/** Two agents, four tools, every arm: enough for each comparison to have pairs. */
function scoreEverything(): PooledScore[] {
  const tools = ['explicit', 'vague', 'silent', 'explicit'] as const
  return (Object.keys(ARMS) as Arm[]).flatMap((arm) =>
    ['ada', 'blaise'].flatMap((agent, place) =>
      tools.map((grade, index): PooledScore => {
        const success = arm !== 'none' && arm !== 'placebo'
        return {
          arm,
          agent,
          domain: `tool-${index}`,
          taskId: 'task',
          own: index % 2 === place,
          success,
          reward: Number(success),
          calls: success ? 1 : 3,
          promptTokens: 100,
          cluster: `1/tool-${index}`,
          grade,
          several: index % 2 === 1,
        }
      }),
    ),
  )
}

describe('figuresOf', () => {
  test('takes what the report measured, unrounded, in the published order', () => {
    const report = readReportFixture()
    const { figures } = figuresOf({ report, minutesDefault: 5.43, minutesFull: 19.5 })
    const own = figures.find(({ id }) => id === 'own-minus-none')
    const reported = report.comparisons.find(({ id }) => id === 'own-minus-none')
    expect(own).toMatchObject({
      value: reported?.value,
      low: reported?.low,
      high: reported?.high,
      n: reported?.n,
      tools: reported?.tools,
      goal: '≥ 35',
      holds: true,
    })
    const order = figures.map(({ id }) => id)
    expect(order.slice(0, -2)).toEqual(REPORTED_FIGURES.filter((id) => order.includes(id)))
    expect(order.slice(-2)).toEqual(['minutes-default', 'minutes-full'])
  })

  test('names what was not measured and writes no figure for it, whatever the report says', () => {
    const report = readReportFixture()
    expect(report.comparisons.some(({ id }) => id === 'minutes-default')).toBe(true)
    report.comparisons = report.comparisons.filter(({ id }) => id !== 'shared-minus-own')
    const { figures, notMeasured } = figuresOf({ report, minutesDefault: null, minutesFull: null })
    const missing = ['shared-minus-own', 'minutes-default', 'minutes-full']
    expect(notMeasured).toEqual(expect.arrayContaining(missing))
    expect(figures.filter(({ id }) => missing.includes(id))).toEqual([])
  })

  test.each([
    [5.9, 20, true, true],
    [6, 20.1, true, false],
    [6.01, 1, false, true],
  ])('%f minutes at default size and %f a full seed: %s, %s', (a, b, inTime, fullInTime) => {
    const report = { ...readReportFixture(), comparisons: [] }
    const { figures } = figuresOf({ report, minutesDefault: a, minutesFull: b })
    expect(figures.map(({ holds }) => holds)).toEqual([inTime, fullInTime])
  })

  test('the demo measures every published figure that the clock does not, with these goals', () => {
    const comparisons = compareArms(scoreEverything(), createSeededRandom('figures'))
    const report: Report = { ...readReportFixture(), comparisons }
    const { figures, notMeasured } = figuresOf({ report, minutesDefault: 1, minutesFull: 1 })
    // Both stand in the report for the run as a whole, not for the arms.
    expect(notMeasured).toEqual(['poisoned-texts-in-prompts', 'call-prediction-error'])
    expect(Object.fromEntries(figures.map(({ id, goal }) => [id, goal]))).toEqual({
      'own-minus-none': '≥ 35',
      'own-minus-none-ci-low': '> 0',
      'shared-minus-own': '≥ 35',
      'shared-minus-own-ci-low': '> 0',
      'shared-share-of-oracle': '≥ 0.9',
      'calls-to-solve-shared-over-none': '≤ 0.65',
      'placebo-minus-none-abs': '≤ 5',
      'own-minus-raw-errors': '≥ 25',
      'own-minus-template-explicit': '≥ 0',
      'own-minus-template-vague': '≥ 20',
      'own-minus-one-shot': '≥ 5',
      'own-minus-one-shot-multi': '≥ 20',
      'poisoned-minus-clean': '≥ −3',
      'unverified-minus-clean': null,
      'baseline-none': '10…35',
      'minutes-default': '≤ 6',
      'minutes-full': '≤ 20',
    })
  })
})

test.each([
  [0, false],
  [0.001, true],
  [-4, false],
])('a lower bound of %f lies above zero: %s', (value, holds) => {
  const report = readReportFixture()
  const [first] = report.comparisons
  if (first === undefined) throw new Error('the fixture has comparisons')
  const id = 'shared-minus-own-ci-low'
  report.comparisons = [{ ...first, id, value, low: null, high: null, goal: null, holds: null }]
  const { figures } = figuresOf({ report, minutesDefault: null, minutesFull: null })
  expect(figures).toMatchObject([{ id, goal: '> 0', holds }])
})
