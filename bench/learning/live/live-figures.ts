import { type BenchFigure, type BenchGoal, makeFigure } from '../../common/figure.ts'
import type { LearningFigure } from '../figures.ts'
import type { MeasuredExperts } from './measure-experts.ts'
import type { MeasuredPrior } from './measure-prior.ts'
import type { MeasuredThroughput } from './measure-throughput.ts'
import { comparePairs, pointsFigure } from './paired-points.ts'
import type { SimulatedCredit } from './simulate-credit.ts'
import type { TimedSwitches } from './time-switches.ts'
import type { TimedTask } from './time-tokens.ts'

/** Figures that only a clock gives: a replay takes them from the piece that a live run left. */
export const CLOCK_IDS = [
  'rollout-throughput-over-runtime',
  'poe-cost-over-plain',
  'prior-hot-swap-ms',
  'prior-cached-tenants',
] as const

/** Figures that follow from what is kept, or from a seed. */
export const KEPT_IDS = [
  'poe-minus-context',
  'poe-evaluations-over-plain',
  'token-prior-minus-none',
  'credit-rank-correlation',
] as const

/** What was measured; each part may be missing. */
export interface MeasuredParts {
  throughput?: MeasuredThroughput | undefined
  cost?: { ratio: number | undefined; tasks: readonly TimedTask[] } | undefined
  switches?: TimedSwitches | undefined
  credit?: SimulatedCredit | undefined
  experts?: MeasuredExperts | undefined
  prior?: MeasuredPrior | undefined
}

/** The figures of what was measured, in the order of the published table. */
export function liveFiguresOf(parts: MeasuredParts): LearningFigure[] {
  const { throughput, cost, switches, credit, experts, prior } = parts
  const alone = (
    id: string,
    label: string,
    value: number | undefined,
    unit: BenchFigure['unit'],
    goal: BenchGoal | null,
    n: number,
  ): LearningFigure[] =>
    value === undefined
      ? []
      : [{ ...makeFigure(id, value, unit, goal), label, low: null, high: null, n, tools: null }]
  return [
    ...alone(
      'rollout-throughput-over-runtime',
      'tokens a second of rollouts, adapter over the runtime itself',
      throughput?.ratio,
      'ratio',
      { min: 0.9 },
      throughput?.rounds.length ?? 0,
    ),
    ...pointsFigure(
      'poe-minus-context',
      `lessons as experts (exponent ${experts?.calibrated.alpha ?? 0}) vs in the context`,
      comparePairs('experts', experts?.tasks ?? []),
    ),
    ...alone(
      'poe-cost-over-plain',
      'time of a token, product of experts over the model alone',
      cost?.ratio,
      'ratio',
      null,
      cost?.tasks.length ?? 0,
    ),
    ...alone(
      'poe-evaluations-over-plain',
      'evaluations a token, product of experts over the model alone',
      experts?.evaluationsPerToken,
      'ratio',
      null,
      experts?.tasks.length ?? 0,
    ),
    ...pointsFigure(
      'token-prior-minus-none',
      'token prior vs no experience',
      comparePairs('prior', prior?.tasks ?? []),
    ),
    ...alone(
      'prior-hot-swap-ms',
      'change to another tenant’s token prior, median',
      switches?.switchMs,
      'ms',
      { max: 1 },
      switches?.switches ?? 0,
    ),
    ...alone(
      'prior-cached-tenants',
      'tenants with a token prior in the cache',
      switches?.tenants,
      'count',
      { min: 2000 },
      switches?.switches ?? 0,
    ),
    ...alone(
      'credit-rank-correlation',
      credit === undefined
        ? ''
        : `credit against planted usefulness of ${credit.experiences} experiences, mean of ${credit.seeds} worlds`,
      credit?.mean,
      'correlation',
      { min: 0.8 },
      credit?.seeds ?? 0,
    ),
  ]
}
