import { type BenchFigure, type BenchGoal, makeFigure } from '../common/figure.ts'
import { PLAIN_ARMS, type Arm } from './arms.ts'
import type { CellOutcome } from './cell.ts'
import { type Difference, type DomainFilter, compareArms, meanOf, scoresOf } from './compare.ts'
import { FITTED_SEEDS, HOUSE_RULES, SQL, THIRD_FAMILY } from './plan.ts'
import type { MeasuredCell } from './run-cells.ts'

/** A figure with its interval and what it rests on. */
export interface LearningFigure extends BenchFigure {
  label: string
  /** 95 % interval; null where none was computed. */
  low: number | null
  high: number | null
  /** Tasks. */
  n: number | null
  /** Tools, the unit that is resampled first. */
  tools: number | null
}

const severalOnly: DomainFilter = ({ teaching }) => teaching === 'several'

/** Every figure that the measured cells allow, in the order of the published table. */
export function learningFigures(cells: readonly MeasuredCell[]): LearningFigure[] {
  const whole = outcomes(cells, ({ plan }) => plan.suite === HOUSE_RULES && plan.arms !== 'core')
  const house = outcomes(cells, ({ plan }) => plan.suite === HOUSE_RULES)
  const sql = outcomes(cells, ({ plan }) => plan.suite === SQL)
  const third = outcomes(cells, ({ plan }) => plan.suite === THIRD_FAMILY)
  const others = outcomes(cells, ({ plan }) => plan.suite !== HOUSE_RULES && plan.suite !== SQL)
  const plain = bestPlain(whole)
  return [
    ...gain('own-minus-none', 'own vs none (house rules)', compareArms(whole, 'own', 'none'), 40),
    // An agent that did not practise on a tool has nothing of its own there.
    ...gain(
      'shared-minus-own',
      'shared vs own (others’ tools)',
      compareArms(whole, 'shared', 'none'),
      40,
    ),
    ...shareOfOracle(whole),
    ...(plain === undefined
      ? []
      : gain(
          'own-minus-best-non-llm',
          `own vs the best memory without a model (${plain})`,
          compareArms(whole, 'own', plain),
          5,
        )),
    ...gain(
      'sentence-minus-one-example-multi',
      'sentence vs one call (rules that need several)',
      compareArms(house, 'sentence', 'one-example', severalOnly),
      20,
    ),
    ...difference(
      'chosen-minus-four-examples-multi',
      'own vs four calls (rules that need several)',
      compareArms(house, 'own', 'four-examples', severalOnly),
      { min: 5 },
    ),
    ...tokensOverFour(house),
    ...difference(
      'own-minus-raw-errors',
      'own vs raw errors',
      compareArms(whole, 'own', 'raw-errors'),
      {
        min: 25,
      },
    ),
    ...gain('sql-own-minus-none', 'own vs none (SQL)', compareArms(sql, 'own', 'none'), 50),
    ...gain(
      'third-family-own-minus-none',
      `own vs none (${THIRD_FAMILY})`,
      compareArms(third, 'own', 'none'),
      5,
    ),
    ...loss(
      'own-after-sharing-loss',
      'own tools: what sharing among 40% adversaries costs there',
      compareArms(whole, 'own', 'own-shared-40'),
      1,
    ),
    ...placebo(whole),
    ...worstFamilyLoss(others),
    ...loss(
      'adversary30-loss',
      'what 30% adversaries cost',
      compareArms(whole, 'shared', 'shared-30'),
      2,
    ),
    ...hostileShare(whole),
    ...tokensAdded(whole),
    ...predictionError(whole.filter(({ seed }) => !FITTED_SEEDS.includes(seed))),
    ...warmCalls(cells),
  ]
}

function outcomes(
  cells: readonly MeasuredCell[],
  where: (cell: MeasuredCell) => boolean,
): CellOutcome[] {
  return cells.filter(where).map(({ outcome }) => outcome)
}

/** A difference and, as a figure of its own, the lower end of its interval. */
function gain(
  id: string,
  label: string,
  found: Difference | undefined,
  min: number,
): LearningFigure[] {
  if (found === undefined) return []
  const low = makeFigure(`${id}-ci-low`, found.low, 'points', null, `${label}: low`)
  return [
    ...difference(id, label, found, { min }),
    { ...low, ...NO_INTERVAL, label: `${label}: low`, goal: '> 0', holds: found.low > 0 },
  ]
}

function difference(
  id: string,
  label: string,
  found: Difference | undefined,
  goal: BenchGoal | null,
): LearningFigure[] {
  if (found === undefined) return []
  const { value, low, high, n, tools } = found
  return [{ ...makeFigure(id, value, 'points', goal), label, low, high, n, tools }]
}

/** What is lost, in points: never below zero. */
function loss(
  id: string,
  label: string,
  found: Difference | undefined,
  max: number,
): LearningFigure[] {
  if (found === undefined) return []
  return difference(id, label, { ...found, value: Math.max(0, found.value) }, { max })
}

const NO_INTERVAL = { low: null, high: null, n: null, tools: null }

function number(
  id: string,
  label: string,
  value: number,
  unit: BenchFigure['unit'],
  goal: BenchGoal,
): LearningFigure {
  return { ...makeFigure(id, value, unit, goal), label, ...NO_INTERVAL }
}

const solved = ({ success }: { success: boolean }): number => Number(success)

function shareOfOracle(cells: readonly CellOutcome[]): LearningFigure[] {
  const [none, shared, oracle] = (['none', 'shared', 'oracle'] as const).map((arm) =>
    meanOf(cells, arm, solved),
  )
  if (none === undefined || shared === undefined || oracle === undefined) return []
  const value = (shared - none) / (oracle - none)
  const label = 'what sharing gains, of what the true rules gain'
  return [number('shared-share-of-oracle', label, value, 'ratio', { min: 0.9 })]
}

/** The plain memory that solves most of the gate's held-out tasks, one for the whole suite. */
function bestPlain(cells: readonly CellOutcome[]): Arm | undefined {
  const totals = PLAIN_ARMS.map((arm) => ({
    arm,
    solved: cells
      .flatMap(({ validation }) => validation.filter((score) => score.arm === arm))
      .reduce((sum, score) => sum + score.solved, 0),
  }))
  return cells.length === 0 ? undefined : totals.toSorted((a, b) => b.solved - a.solved)[0]?.arm
}

/** Tokens of memory beside the task, chosen form over four working calls, where both say something. */
function tokensOverFour(cells: readonly CellOutcome[]): LearningFigure[] {
  let own = 0
  let four = 0
  for (const cell of cells) {
    const several = new Set(cell.domains.filter(severalOnly).map(({ name }) => name))
    const bare = new Map(
      scoresOf(cell, 'none').map(({ task, promptTokens }) => [task, promptTokens]),
    )
    const added = (arm: Arm): Map<string, number> =>
      new Map(
        scoresOf(cell, arm)
          .filter(({ domain }) => several.has(domain))
          .map(({ task, promptTokens }) => [task, promptTokens - (bare.get(task) ?? 0)]),
      )
    const ofFour = added('four-examples')
    for (const [task, tokens] of added('own')) {
      const rival = ofFour.get(task) ?? 0
      if (tokens === 0 || rival === 0) continue
      own += tokens
      four += rival
    }
  }
  if (four === 0) return []
  const label = 'tokens of memory, own over four calls'
  return [number('chosen-tokens-over-four-examples', label, own / four, 'ratio', { max: 0.6 })]
}

function placebo(cells: readonly CellOutcome[]): LearningFigure[] {
  const found = (['random', 'shuffled'] as const)
    .map((arm) => compareArms(cells, arm, 'none'))
    .filter((each) => each !== undefined)
  const [worst] = found.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
  if (worst === undefined) return []
  const label = 'placebo vs none, the larger of random and shuffled'
  return difference('placebo-abs', label, { ...worst, value: Math.abs(worst.value) }, { max: 2 })
}

/** The gate's failure would show as a loss in a family where nothing can be learnt: the largest loss of any counts. */
function worstFamilyLoss(cells: readonly CellOutcome[]): LearningFigure[] {
  const families = Map.groupBy(cells, ({ suite }) => suite.split('?')[0] ?? suite)
  const [worst] = [...families]
    .map(([suite, of]) => ({ suite, found: compareArms(of, 'none', 'own') }))
    .toSorted((a, b) => (b.found?.value ?? 0) - (a.found?.value ?? 0))
  if (worst === undefined) return []
  return loss(
    'unlearnable-family-loss',
    `largest loss of a family (${worst.suite})`,
    worst.found,
    1,
  )
}

/** Prompts of verifying agents among 30 % adversaries in which anything hostile stands. */
function hostileShare(cells: readonly CellOutcome[]): LearningFigure[] {
  let all = 0
  let hostile = 0
  for (const cell of cells) {
    const used = new Set(cell.attacks.filter((attack) => attack.used).map(({ domain }) => domain))
    for (const { domain } of scoresOf(cell, 'shared-30')) {
      all++
      if (used.has(domain)) hostile++
    }
  }
  if (all === 0) return []
  const label = 'prompts with hostile text, 30% adversaries'
  return [number('hostile-injection-share', label, hostile / all, 'share', { max: 0.01 })]
}

/** With at most three experiences a tool: by the first prompt, and by all prompts until solved or given up. */
function tokensAdded(cells: readonly CellOutcome[]): LearningFigure[] {
  const of = (arm: Arm, what: 'promptTokens' | 'episodeTokens'): number | undefined =>
    meanOf(cells, arm, (score) => score[what])
  const [none, shared] = [of('none', 'promptTokens'), of('shared', 'promptTokens')]
  const [noneAll, sharedAll] = [of('none', 'episodeTokens'), of('shared', 'episodeTokens')]
  if (none === undefined || shared === undefined) return []
  if (noneAll === undefined || sharedAll === undefined) return []
  const value = shared / none - 1
  const whole = sharedAll / noneAll - 1
  return [
    number(
      'prompt-tokens-added',
      'tokens of the first prompt, shared over none, less 1',
      value,
      'ratio',
      {
        max: 0.15,
      },
    ),
    {
      ...makeFigure('prompt-tokens-added-episode', whole, 'ratio', null),
      label: 'tokens of all prompts of an episode, shared over none, less 1',
      ...NO_INTERVAL,
    },
  ]
}

function predictionError(cells: readonly CellOutcome[]): LearningFigure[] {
  const actual = cells.reduce((sum, { cost }) => sum + cost.practice.calls, 0)
  const predicted = cells.reduce((sum, cell) => sum + cell.predictedCalls, 0)
  if (actual === 0) return []
  const label = 'calls of practice, predicted against made'
  const value = Math.abs(predicted - actual) / actual
  return [number('prediction-error-calls', label, value, 'share', { max: 0.05 })]
}

/** Calls that the cells needed once more when everything was already known. */
function warmCalls(cells: readonly MeasuredCell[]): LearningFigure[] {
  if (cells.length === 0) return []
  const value = cells.reduce((sum, { warmCalls: calls }) => sum + calls, 0)
  return [number('warm-rerun-calls', 'calls of a second run', value, 'count', { max: 0 })]
}
