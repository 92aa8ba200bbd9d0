import { makeFigure } from '../common/figure.ts'
import type { LearningFigure } from './figures.ts'
import type { ModesOutcome, ReferenceYield } from './modes-outcome.ts'
import { yieldsOf } from './rank-measured-modes.ts'

/** Calls that were made, and lessons that the gate let through. */
export interface LessonCost {
  calls: number
  lessons: number
}

/** What a lesson costs here, over what it costs by the reference schedule. */
export interface CallsPerLesson {
  /** Default practice: rollouts, contrast pairs and the gate's trials. */
  ours: LessonCost
  /** The reference schedule: rollouts, summaries, contrasts, consolidation. It has no gate; ours says what of it helps. */
  reference: LessonCost
  /** Our calls a lesson over the reference's; undefined where we learnt nothing, which no ratio can say. */
  ratio: number | undefined
  /** The same with our gate's trials left out, too. */
  ratioWithoutGate: number | undefined
  /**
   * Whether the gate let no lesson of the reference through. The ratio is then computed as if it had let one through: the
   * reference would have needed at least as many calls as it made for its first lesson, so the true ratio is at most this.
   */
  isUpperBound: boolean
  tools: number
}

/** The goal of the figure. */
const GOAL = { max: 0.5 }

/** Adds up all universes: a universe alone often has too few lessons for a ratio. Undefined without any. */
export function callsPerLesson(outcomes: readonly ModesOutcome[]): CallsPerLesson | undefined {
  if (outcomes.length === 0) return undefined
  const pairs = yieldsOf(outcomes, 'contrast-pair')
  const rollouts = outcomes.reduce((sum, outcome) => sum + outcome.rollouts.calls, 0)
  const contrast = pairs.reduce((sum, each) => sum + each.contrast.calls, 0)
  const gate = pairs.reduce((sum, each) => sum + each.gate.calls, 0)
  const lessons = pairs.reduce((sum, { accepted }) => sum + accepted, 0)
  const reference = {
    calls: outcomes.reduce((sum, outcome) => sum + callsOf(outcome.reference), 0),
    lessons: outcomes.reduce((sum, outcome) => sum + outcome.reference.accepted, 0),
  }
  const over = (calls: number): number | undefined =>
    lessons === 0 || reference.calls === 0
      ? undefined
      : calls / lessons / (reference.calls / Math.max(1, reference.lessons))
  return {
    ours: { calls: rollouts + contrast + gate, lessons },
    reference,
    ratio: over(rollouts + contrast + gate),
    ratioWithoutGate: over(rollouts + contrast),
    isUpperBound: reference.lessons === 0,
    tools: pairs.reduce((sum, { domains }) => sum + domains.length, 0),
  }
}

function callsOf({ rollouts, contrast }: ReferenceYield): number {
  return rollouts.calls + contrast.calls
}

/** What the ratio says, in words. */
export function describeCallsPerLesson(found: CallsPerLesson): string {
  const { ours, reference, isUpperBound } = found
  const own = `${ours.calls} calls for ${ours.lessons} lessons, the gate's trials included`
  if (isUpperBound) {
    return (
      `${own}; the reference made ${reference.calls} calls without one lesson that the gate lets through. The ratio is an ` +
      'upper bound: it counts one lesson for the reference.'
    )
  }
  return `${own}; the reference made ${reference.calls} calls for ${reference.lessons}.`
}

/** The figure `calls-per-lesson-over-reference`; none where nothing was measured, or nothing of ours was let through. */
export function callsPerLessonFigures(outcomes: readonly ModesOutcome[]): LearningFigure[] {
  const found = callsPerLesson(outcomes)
  if (found?.ratio === undefined) return []
  const bound = found.isUpperBound ? ' (upper bound: it got none)' : ''
  const label = `calls a lesson, over the reference schedule’s${bound}`
  const figure = makeFigure('calls-per-lesson-over-reference', found.ratio, 'ratio', GOAL)
  return [{ ...figure, label, low: null, high: null, n: found.ours.lessons, tools: found.tools }]
}
