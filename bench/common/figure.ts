import { meetsGoal } from '../../src/protocol/report/report.ts'
import { formatDecimal } from '../../src/report/text/format-number.ts'
import { describeGoal } from './goal.ts'

/**
 * Units of a bench's figures: `ratio` is one time or rate over another, `share` a part of a whole (0…1), `percent` a
 * hundred times that, `points` a difference of two percentages.
 */
export const BENCH_UNITS = [
  'ratio',
  'share',
  'percent',
  'points',
  'cosine',
  'correlation',
  'count',
  'bytes',
  'ns',
  'µs',
  'ms',
] as const
/** One of {@link BENCH_UNITS}. */
export type BenchUnit = (typeof BENCH_UNITS)[number]

/** One figure of a bench, as measured: nothing is rounded. */
export interface BenchFigure {
  /** Stable name, lower case with hyphens; no other bench has it. */
  id: string
  /** What it says, in words. */
  label?: string
  value: number
  unit: BenchUnit
  /** What it should reach, e.g. `≥ 0.65`; null for a figure that is only printed. */
  goal: string | null
  /** Whether it does; null without a goal. */
  holds: boolean | null
}

/** Bounds of a figure, both inclusive. */
export interface BenchGoal {
  min?: number
  max?: number
}

/**
 * A figure with its goal in words and whether the value meets it.
 *
 * @throws RangeError for a value that is no finite number: what could not be measured has no figure
 */
export function makeFigure(
  id: string,
  value: number,
  unit: BenchUnit,
  goal: BenchGoal | null,
  label?: string,
): BenchFigure {
  if (!Number.isFinite(value)) throw new RangeError(`${id} has no value: ${value}`)
  const named = { id, ...(label === undefined ? {} : { label }), value, unit }
  if (goal === null) return { ...named, goal: null, holds: null }
  const bounds = { min: goal.min ?? null, max: goal.max ?? null }
  return { ...named, goal: describeGoal(bounds), holds: meetsGoal(value, bounds) }
}

/** A figure's value for people: four significant digits at most, with its unit where it has one. */
export function formatBenchValue(value: number, unit: BenchUnit): string {
  const digits = unit === 'count' || unit === 'bytes' ? 0 : decimalsOf(value)
  const number = formatDecimal(value, digits)
  switch (unit) {
    case 'ratio':
    case 'share':
    case 'cosine':
    case 'correlation':
    case 'count':
      return number
    case 'percent':
      return `${number}%`
    case 'points':
      return `${formatDecimal(value, 1)} points`
    case 'bytes':
      return `${number} B`
    case 'ns':
    case 'µs':
    case 'ms':
      return `${number} ${unit}`
  }
}

/** Decimals that leave four significant digits; never more than six. */
function decimalsOf(value: number): number {
  const size = Math.abs(value)
  if (size === 0) return 0
  return Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(size))))
}
