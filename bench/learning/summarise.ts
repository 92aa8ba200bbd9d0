import { bootstrapPairs } from '../../src/protocol/statistics/bootstrap-pairs.ts'
import { createSeededRandom } from '../../src/protocol/statistics/create-seeded-random.ts'
import { ARMS, type Arm } from './arms.ts'
import type { CellOutcome, StageCost } from './cell.ts'
import { compareArms, meanOf, scoresOf } from './compare.ts'
import { type LearningFigure, learningFigures } from './figures.ts'
import { callsPerLesson, describeCallsPerLesson } from './calls-per-lesson.ts'
import type { ModesOutcome } from './modes-outcome.ts'
import { rankMeasuredModes } from './rank-measured-modes.ts'
import type { MeasuredCell } from './run-cells.ts'
import type { ArmSummary, FamilySummary, LearningSummary, ToolSummary } from './summary.ts'

/** What {@link summarise} needs beside the cells. */
export interface SummariseOptions {
  model: LearningSummary['model']
  /** What the modes of learning led to where they were compared. */
  modes: readonly ModesOutcome[]
  /** Figures of the parts that are no cells: logits, the clock, modes. */
  further: readonly LearningFigure[]
}

/** Everything that is published of the measured cells: a function of them, so that a replay gives the same bytes. */
export function summarise(
  cells: readonly MeasuredCell[],
  { model, modes, further }: SummariseOptions,
): LearningSummary {
  const families = Map.groupBy(cells, ({ plan }) => plan.suite)
  return {
    model,
    figures: [...learningFigures(cells), ...further],
    families: [...families].map(([suite, of]) =>
      describeFamily(
        suite,
        of.map(({ outcome }) => outcome),
      ),
    ),
    tools: cells.flatMap(({ outcome }) => outcome.domains.map((domain) => toTool(outcome, domain))),
    modes: summariseModes(modes),
    attacks: cells.flatMap(({ outcome }) =>
      outcome.attacks.map((attack) => ({ suite: outcome.suite, ...attack })),
    ),
  }
}

function describeFamily(suite: string, cells: readonly CellOutcome[]): FamilySummary {
  const domains = cells.flatMap((cell) => cell.domains)
  const accepted = domains.filter(({ form }) => form !== null).length
  const cost = {
    practice: sumCosts(cells.map((cell) => cell.cost.practice)),
    review: sumCosts(cells.map((cell) => cell.cost.review)),
    test: sumCosts(cells.map((cell) => cell.cost.test)),
  }
  const each = (whole: number): number | null => (accepted === 0 ? null : whole / accepted)
  const { practice } = cost
  return {
    suite,
    seeds: cells.map(({ seed }) => seed),
    tools: domains.length,
    accepted,
    forms: countForms(domains),
    arms: armsOf(cells).map((arm) => describeArm(cells, arm)),
    cost,
    perAccepted: {
      calls: each(practice.calls),
      tokens: each(practice.promptTokens + practice.completionTokens),
      modelSeconds: each(practice.modelSeconds),
    },
  }
}

function armsOf(cells: readonly CellOutcome[]): Arm[] {
  const present = new Set(cells.flatMap(({ scores }) => scores.map(({ arm }) => arm)))
  return (Object.keys(ARMS) as Arm[]).filter((arm) => present.has(arm))
}

function describeArm(cells: readonly CellOutcome[], arm: Arm): ArmSummary {
  const pairs = cells.flatMap((cell) =>
    scoresOf(cell, arm).map(({ domain, success }) => ({
      cluster: `${cell.suite}/${domain}`,
      a: Number(success),
      b: 0,
    })),
  )
  const random = createSeededRandom(`dso-bench/rate/${arm}`)
  const { value, low, high, n, clusters } = bootstrapPairs(pairs, { resamples: 2000, random })
  const gain = arm === 'none' ? undefined : compareArms(cells, arm, 'none')
  return {
    arm,
    label: ARMS[arm],
    n,
    tools: clusters,
    success: value,
    low,
    high,
    gain: gain === undefined ? null : { value: gain.value, low: gain.low, high: gain.high },
    callsPerEpisode: meanOf(cells, arm, ({ calls }) => calls) ?? 0,
    promptTokens: meanOf(cells, arm, ({ promptTokens }) => promptTokens) ?? 0,
  }
}

function countForms(domains: readonly CellOutcome['domains'][number][]): Record<string, number> {
  const forms: Record<string, number> = {}
  for (const { form, refused } of domains) {
    const key = form ?? `none: ${refused ?? ''}`
    forms[key] = (forms[key] ?? 0) + 1
  }
  return forms
}

function sumCosts(costs: readonly StageCost[]): StageCost {
  const sum = (of: (cost: StageCost) => number): number =>
    costs.reduce((total, cost) => total + of(cost), 0)
  return {
    calls: sum(({ calls }) => calls),
    promptTokens: sum(({ promptTokens }) => promptTokens),
    completionTokens: sum(({ completionTokens }) => completionTokens),
    modelSeconds: Math.round(sum(({ modelSeconds }) => modelSeconds)),
  }
}

function toTool(cell: CellOutcome, domain: CellOutcome['domains'][number]): ToolSummary {
  const scores: Partial<Record<Arm, number>> = {}
  for (const arm of armsOf([cell])) {
    const of = scoresOf(cell, arm).filter((score) => score.domain === domain.name)
    if (of.length > 0) scores[arm] = of.filter(({ success }) => success).length / of.length
  }
  return { suite: cell.suite, ...domain, scores }
}

function summariseModes(outcomes: readonly ModesOutcome[]): LearningSummary['modes'] {
  const ranking = rankMeasuredModes(outcomes)
  const found = callsPerLesson(outcomes)
  if (ranking === undefined || found === undefined) return null
  return { ...ranking.row, reference: describeCallsPerLesson(found) }
}
