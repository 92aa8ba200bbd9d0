import type { Random } from '../protocol/ports.ts'
import { bootstrapDifference } from '../protocol/statistics/bootstrap-difference.ts'
import { type Comparison, type Goal, meetsGoal } from '../protocol/report/report.ts'
import type { ErrorGrade } from '../protocol/report/report.ts'
import type { Arm, ArmScore } from './test-arms.ts'

/** A score with the universe it comes from, so that seeds can be pooled. */
export interface PooledScore extends ArmScore {
  /** Seed and tool: the unit that is resampled first. */
  cluster: string
  grade: ErrorGrade
  /** Whether the tool's rule needs several examples. */
  several: boolean
}

const RESAMPLES = 4000

/** Which scores enter a comparison. */
type Filter = (score: PooledScore) => boolean

const everywhere: Filter = () => true
const ownTools: Filter = ({ own }) => own
const foreignTools: Filter = ({ own }) => !own

interface Spec {
  id: string
  label: string
  a: Arm
  b: Arm
  where: Filter
  goal?: Goal
  /** Id and goal of the interval's lower bound, where it is a figure of its own. */
  low?: { id: string; goal: Goal }
}

const atLeast = (min: number): Goal => ({ min, max: null })
const POSITIVE: Goal = atLeast(0.01)

const SPECS: readonly Spec[] = [
  {
    id: 'own-minus-none',
    label: 'own vs none (own tools)',
    a: 'own',
    b: 'none',
    where: ownTools,
    goal: atLeast(35),
    low: { id: 'own-minus-none-ci-low', goal: POSITIVE },
  },
  {
    id: 'shared-minus-own',
    label: 'shared vs own (others’ tools)',
    a: 'shared',
    b: 'own',
    where: foreignTools,
    goal: atLeast(35),
    low: { id: 'shared-minus-own-ci-low', goal: POSITIVE },
  },
  {
    id: 'own-minus-raw-errors',
    label: 'own vs raw errors',
    a: 'own',
    b: 'raw-errors',
    where: ownTools,
    goal: atLeast(25),
  },
  {
    id: 'own-minus-template-explicit',
    label: 'own vs template (explicit)',
    a: 'own',
    b: 'template',
    where: (score) => score.own && score.grade === 'explicit',
    goal: atLeast(0),
  },
  {
    id: 'own-minus-template-vague',
    label: 'own vs template (vague)',
    a: 'own',
    b: 'template',
    where: (score) => score.own && score.grade === 'vague',
    goal: atLeast(20),
  },
  {
    id: 'own-minus-one-shot',
    label: 'own vs one call',
    a: 'own',
    b: 'one-shot',
    where: ownTools,
    goal: atLeast(5),
  },
  {
    id: 'own-minus-one-shot-multi',
    label: 'own vs one call (multi)',
    a: 'own',
    b: 'one-shot',
    where: (score) => score.own && score.several,
    goal: atLeast(20),
  },
  {
    id: 'poisoned-minus-clean',
    label: 'poisoned vs clean (verified)',
    a: 'shared',
    b: 'clean',
    where: everywhere,
    goal: atLeast(-3),
  },
  {
    id: 'unverified-minus-clean',
    label: 'poisoned vs clean (unverified)',
    a: 'unverified',
    b: 'clean',
    where: everywhere,
  },
  {
    id: 'placebo-minus-none',
    label: 'placebo vs none',
    a: 'placebo',
    b: 'none',
    where: everywhere,
  },
]

/** The named differences between arms, in points of first-attempt success, with their intervals and goals. */
export function compareArms(scores: readonly PooledScore[], random: Random): Comparison[] {
  const out: Comparison[] = []
  for (const { id, label, a, b, where, goal, low } of SPECS) {
    const pairs = pairScores(scores, a, b, where)
    if (pairs.length === 0) continue
    const {
      difference,
      low: from,
      high,
      n,
      clusters,
    } = bootstrapDifference({ pairs, resamples: RESAMPLES, random })
    const base = { label, unit: 'points' as const, n, tools: clusters }
    out.push(
      figure({ ...base, id, value: 100 * difference, low: 100 * from, high: 100 * high }, goal),
    )
    if (low !== undefined)
      out.push(
        figure(
          {
            ...base,
            id: low.id,
            label: `${label}: low`,
            value: 100 * from,
            low: null,
            high: null,
          },
          low.goal,
        ),
      )
    if (id === 'placebo-minus-none') {
      const value = Math.abs(100 * difference)
      out.push(
        figure(
          {
            ...base,
            id: 'placebo-minus-none-abs',
            label: `${label}: absolute`,
            value,
            low: null,
            high: null,
          },
          { min: null, max: 5 },
        ),
      )
    }
  }
  const rate = (arm: Arm, of: (score: PooledScore) => number): number =>
    mean(scores.filter((score) => score.arm === arm).map(of))
  const success = ({ success: solved }: PooledScore): number => Number(solved)
  const plain = {
    low: null,
    high: null,
    n: null,
    tools: new Set(scores.map(({ cluster }) => cluster)).size,
  }
  const none = rate('none', success)
  const share = (rate('shared', success) - none) / Math.max(1e-9, rate('oracle', success) - none)
  const calls =
    rate('shared', (score) => score.calls) /
    Math.max(
      1e-9,
      rate('none', (score) => score.calls),
    )
  out.push(
    figure(
      {
        ...plain,
        id: 'shared-share-of-oracle',
        label: "shared experience's gain as a share of the oracle hints'",
        value: share,
        unit: 'ratio',
      },
      atLeast(0.9),
    ),
    figure(
      {
        ...plain,
        id: 'calls-to-solve-shared-over-none',
        label: 'calls used in up to three attempts, shared over none',
        value: calls,
        unit: 'ratio',
      },
      { min: null, max: 0.65 },
    ),
    figure(
      {
        ...plain,
        id: 'baseline-none',
        label: 'first-attempt success without experience',
        value: 100 * none,
        unit: 'percent',
      },
      { min: 10, max: 35 },
    ),
  )
  return out
}

/** A comparison with its goal's verdict. */
export function figure(values: Omit<Comparison, 'goal' | 'holds'>, goal?: Goal): Comparison {
  return {
    ...values,
    goal: goal ?? null,
    holds: goal === undefined ? null : meetsGoal(values.value, goal),
  }
}

/**
 * Pairs two arms on the same task. Agents share one model, so their equal prompts are one observation: a task counts
 * once, with the mean over the agents it concerns.
 */
function pairScores(scores: readonly PooledScore[], a: Arm, b: Arm, where: Filter) {
  const tasks = new Map<string, { cluster: string; a: number[]; b: number[] }>()
  for (const score of scores.filter(where)) {
    if (score.arm !== a && score.arm !== b) continue
    const key = `${score.cluster}/${score.taskId}`
    const task = tasks.get(key) ?? { cluster: score.cluster, a: [], b: [] }
    task[score.arm === a ? 'a' : 'b'].push(Number(score.success))
    tasks.set(key, task)
  }
  return [...tasks.values()].map((task) => ({
    cluster: task.cluster,
    a: mean(task.a),
    b: mean(task.b),
  }))
}

/** The mean; 0 for none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
