import type { Comparison, ComparisonUnit, Report } from '../../src/protocol/report/report.ts'
import { meetsGoal } from '../../src/protocol/report/report.ts'
import { describeGoal } from '../common/goal.ts'

/** Figures that the pooled report measures, in the order of the published table. */
export const REPORTED_FIGURES = [
  'own-minus-none',
  'own-minus-none-ci-low',
  'shared-minus-own',
  'shared-minus-own-ci-low',
  'shared-share-of-oracle',
  'calls-to-solve-shared-over-none',
  'placebo-minus-none-abs',
  'own-minus-raw-errors',
  'own-minus-template-explicit',
  'own-minus-template-vague',
  'own-minus-one-shot',
  'own-minus-one-shot-multi',
  'poisoned-minus-clean',
  'poisoned-texts-in-prompts',
  'unverified-minus-clean',
  'baseline-none',
  'call-prediction-error',
] as const

/** Figures that the clock measures. */
export const TIMED_FIGURES = ['minutes-default', 'minutes-full'] as const

/** Name of a published figure. */
export type FigureId = (typeof REPORTED_FIGURES)[number] | (typeof TIMED_FIGURES)[number]

/** One published figure, as measured: nothing is rounded. */
export interface Figure {
  id: FigureId
  /** What it says, in words. */
  label: string
  value: number
  unit: ComparisonUnit
  /** 95 % interval; null where none was computed. */
  low: number | null
  high: number | null
  /** Tasks it rests on; null where it is no mean over tasks. */
  n: number | null
  /** Tools it rests on. */
  tools: number | null
  /** What it should reach, e.g. `≥ 35`; null for a figure that is only printed. */
  goal: string | null
  /** Whether it does; null without a goal. */
  holds: boolean | null
}

/** What {@link figuresOf} reads. */
export interface FigureSources {
  /** Of the pooled full run. */
  report: Report
  /** Wall minutes of one run of default size; null where it could not be timed. */
  minutesDefault: number | null
  /** Wall minutes of the full run for each of its seeds; null where it could not be timed. */
  minutesFull: number | null
}

/** The figures that were measured, and the names of those that were not. */
export interface MeasuredFigures {
  figures: Figure[]
  notMeasured: FigureId[]
}

const MINUTES = {
  'minutes-default': { label: 'a run of default size, weights cached', max: 6 },
  'minutes-full': { label: 'a full run, for each seed, weights cached', max: 20 },
} as const

/** Collects the published figures in their order. What was not measured is named, never filled in. */
export function figuresOf({ report, minutesDefault, minutesFull }: FigureSources): MeasuredFigures {
  const timed = { 'minutes-default': minutesDefault, 'minutes-full': minutesFull }
  const figures: Figure[] = []
  const notMeasured: FigureId[] = []
  for (const id of REPORTED_FIGURES) {
    const comparison = report.comparisons.find((each) => each.id === id)
    if (comparison === undefined) notMeasured.push(id)
    else figures.push(fromComparison(id, comparison))
  }
  for (const id of TIMED_FIGURES) {
    const value = timed[id]
    if (value === null) notMeasured.push(id)
    else figures.push(fromMinutes(id, value))
  }
  return { figures, notMeasured }
}

function fromComparison(id: FigureId, comparison: Comparison): Figure {
  const { label, value, unit, low, high, n, tools, goal, holds } = comparison
  const figure = { id, label, value, unit, low, high, n, tools }
  // A report's goals have inclusive bounds, so "above zero" is told by what the figure is.
  if (id.endsWith('-ci-low')) return { ...figure, goal: '> 0', holds: value > 0 }
  return { ...figure, goal: goal === null ? null : describeGoal(goal), holds }
}

function fromMinutes(id: keyof typeof MINUTES, value: number): Figure {
  const { label, max } = MINUTES[id]
  const goal = { min: null, max }
  return {
    id,
    label,
    value,
    unit: 'minutes',
    low: null,
    high: null,
    n: null,
    tools: null,
    goal: describeGoal(goal),
    holds: meetsGoal(value, goal),
  }
}
