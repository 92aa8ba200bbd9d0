import {
  formatBytes,
  formatCount,
  formatDecimal,
  formatSeconds,
} from '../../report/text/format-number.ts'
import { toVisibleText } from '../../report/text/to-visible-text.ts'

/** Where a long command stands. */
export interface ProgressStep {
  /** Noun first: `weights`, `practice`. */
  stage: string
  /** What is being worked on; may be empty. */
  detail: string
  done: number
  total: number | undefined
  /** What is counted: `bytes`, `calls`, `percent` … */
  unit: string
}

const BAR_WIDTH = 16

/** Seconds until all is done at this rate; undefined while that cannot be said. */
export function secondsLeft(
  { done, total }: ProgressStep,
  perSecond: number | undefined,
): number | undefined {
  if (total === undefined || perSecond === undefined || perSecond <= 0) return undefined
  return Math.max(0, total - done) / perSecond
}

/** A step as one line of text: stage, detail, how much of how much, rate, time left. */
export function describeStep(step: ProgressStep, perSecond: number | undefined): string {
  const left = secondsLeft(step, perSecond)
  return [
    step.stage,
    step.detail,
    describeAmount(step),
    describeRate(step, perSecond),
    left === undefined ? '' : `${formatSeconds(Math.round(left))} left`,
  ]
    .map(toVisibleText)
    .filter((part) => part !== '')
    .join('  ')
}

/** A bar of fixed width; empty where the total is not known. */
export function drawBar({ done, total }: ProgressStep): string {
  if (total === undefined || total <= 0) return ''
  const full = Math.round(Math.min(1, Math.max(0, done / total)) * BAR_WIDTH)
  return '━'.repeat(full) + '╌'.repeat(BAR_WIDTH - full)
}

function describeAmount({ done, total, unit }: ProgressStep): string {
  if (unit === 'percent') return `${formatCount(done)}%`
  if (unit === 'bytes') {
    return total === undefined ? formatBytes(done) : `${formatBytes(done)} of ${formatBytes(total)}`
  }
  if (total === undefined || total <= 0) return `${formatCount(done)} ${unit}`
  return `${formatCount(done)} of ${formatCount(total)} ${unit}`
}

function describeRate({ unit }: ProgressStep, perSecond: number | undefined): string {
  if (perSecond === undefined || unit === 'percent') return ''
  if (unit === 'bytes') return `${formatBytes(Math.round(perSecond))}/s`
  return `${formatDecimal(perSecond, perSecond < 10 ? 1 : 0)}/s`
}
