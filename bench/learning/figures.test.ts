import { describe, expect, test } from 'vitest'
import type { Arm } from './arms.ts'
import type { CellOutcome, CellScore } from './cell.ts'
import { learningFigures } from './figures.ts'
import { PLAN } from './plan.ts'
import type { MeasuredCell } from './run-cells.ts'

const TOOLS = ['one', 'two', 'three', 'four']
const TASKS = [0, 1, 2, 3, 4]
const FREE = { calls: 0, promptTokens: 0, completionTokens: 0, modelSeconds: 0 }

/** A universe in which an arm solves the given share of every tool's tasks. */
function createCell(rates: Partial<Record<Arm, number>>, change: Partial<CellOutcome> = {}) {
  const plan = PLAN.find(({ arms }) => arms === 'whole')!
  const scores = Object.entries(rates).flatMap(([arm, rate]) =>
    TOOLS.flatMap((domain) =>
      TASKS.map((task): CellScore => {
        const success = task < rate * TASKS.length
        const promptTokens = arm === 'none' ? 100 : 110
        const calls = success ? 1 : 3
        const episodeTokens = calls * promptTokens
        const name = `${domain}/${task}`
        return { arm: arm as Arm, domain, task: name, success, calls, promptTokens, episodeTokens }
      }),
    ),
  )
  const outcome: CellOutcome = {
    suite: 'api-house-rules/1?seed=9&tools=12',
    seed: 9,
    domains: TOOLS.map((name) => ({
      name,
      grade: 'vague',
      teaching: 'several',
      form: 'both',
      refused: null,
      lessons: [],
      quality: 1000,
    })),
    scores,
    validation: [
      { arm: 'template', domain: 'one', solved: 3, tasks: 4 },
      { arm: 'raw-errors', domain: 'one', solved: 1, tasks: 4 },
      { arm: 'one-example', domain: 'one', solved: 2, tasks: 4 },
    ],
    attacks: [],
    cost: { practice: { ...FREE, calls: 100 }, review: FREE, test: FREE },
    predictedCalls: 104,
    ...change,
  }
  const model = { name: 'model', hash: 'hash' }
  return { plan, model, outcome, callsMade: 0, warmCalls: 0 } satisfies MeasuredCell
}

const valueOf = (cells: readonly MeasuredCell[], id: string) =>
  learningFigures(cells).find((figure) => figure.id === id)

describe('learningFigures', () => {
  const cell = createCell({
    none: 0.2,
    own: 0.8,
    shared: 0.8,
    'shared-30': 0.6,
    'own-shared-40': 0.6,
    oracle: 1,
    template: 0.6,
    'one-example': 0.4,
    'raw-errors': 0.4,
    sentence: 0.8,
    'four-examples': 0.8,
    random: 0.2,
    shuffled: 0.4,
  })

  test.each([
    ['own-minus-none', 60, true],
    ['shared-minus-own', 60, true],
    ['shared-share-of-oracle', 0.75, false],
    ['own-minus-best-non-llm', 20, true],
    ['sentence-minus-one-example-multi', 40, true],
    ['chosen-minus-four-examples-multi', 0, false],
    ['own-minus-raw-errors', 40, true],
    ['own-after-sharing-loss', 20, false],
    ['placebo-abs', 20, false],
    ['adversary30-loss', 20, false],
    ['hostile-injection-share', 0, true],
    ['prompt-tokens-added', 0.1, true],
    ['prediction-error-calls', 0.04, true],
    ['warm-rerun-calls', 0, true],
  ])('%s is %s', (id, value, holds) => {
    const figure = valueOf([cell], id)
    expect(figure?.value).toBeCloseTo(value, 10)
    expect(figure?.holds).toBe(holds)
  })

  test('the rival without a model is the one that did best on held-out tasks, not in the test', () => {
    expect(valueOf([cell], 'own-minus-best-non-llm')?.label).toContain('template')
  })

  test('a lower bound at zero is not above zero', () => {
    const even = createCell({ none: 0.2, own: 0.2 })
    expect(valueOf([even], 'own-minus-none-ci-low')).toMatchObject({ value: 0, holds: false })
  })

  test('a hostile lesson that anybody uses counts by the prompts it stands in', () => {
    const attack = { domain: 'one', text: '', refusal: null, score: 900, used: true }
    const hostile = createCell({ none: 0, 'shared-30': 0 }, { attacks: [attack] })
    expect(valueOf([hostile], 'hostile-injection-share')?.value).toBe(0.25)
  })

  test('what no cell measured has no figure', () => {
    const ids = learningFigures([cell]).map(({ id }) => id)
    expect(ids).not.toContain('sql-own-minus-none')
    expect(ids).not.toContain('third-family-own-minus-none')
  })
})
