import type {
  ArmRow,
  Comparison,
  Estimate,
  ExperienceForm,
  Report,
  StageUsage,
} from '../../protocol/report/report.ts'
import {
  formatCount,
  formatDecimal,
  formatNoun,
  formatPercent,
  formatSigned,
} from './format-number.ts'

/** What a form is called in tables. */
export const FORM_LABELS: Record<ExperienceForm, string> = {
  sentence: 'sentence',
  example: 'working call',
  both: 'sentence + call',
  verifier: 'verifier’s words',
}

/** What happened, in one sentence with the numbers, and what stands behind it. */
export interface Headline {
  title: string
  detail: string
}

/** Says what the run showed, whichever way it went: a gain counts only where its interval excludes zero. */
export function describeHeadline(report: Report): Headline {
  return { title: describeOutcome(report), detail: describeScope(report) }
}

function describeOutcome({ arms }: Report): string {
  const none = arms.find(({ id }) => id === 'none')
  const shared = arms.find(({ id }) => id === 'shared')
  const difference = shared?.difference
  if (none === undefined || shared === undefined || difference?.baseline !== none.id) {
    return `First-attempt success of ${formatNoun(arms.length, 'arm')} on held-out tasks`
  }
  const before = formatPercent(none.success.value)
  const after = formatPercent(shared.success.value)
  if (difference.low > 0) {
    return `Shared experience raised success at the first attempt from ${before} to ${after}`
  }
  if (difference.high < 0) {
    return `Shared experience lowered success at the first attempt from ${before} to ${after}`
  }
  return `Shared experience made no clear difference: ${before} without it, ${after} with it`
}

function describeScope({ arms, tools, run, experiences, rejected, poison }: Report): string {
  const shared = arms.find(({ id }) => id === 'shared')
  const honest = run.agents.filter(({ role }) => role === 'honest')
  const sentences = []
  if (shared !== undefined && shared.difference !== null) {
    const { value, low, high, baseline } = shared.difference
    const label = arms.find(({ id }) => id === baseline)?.label ?? baseline
    sentences.push(
      `${formatSigned(value, 0)} points against “${label}” (95% interval ${formatRange(low, high)}), ` +
        `${formatNoun(shared.n, 'trial')} on held-out tasks of ${formatNoun(tools.length, 'tool')}.`,
    )
  }
  const sharedCount = experiences.filter(({ status }) => status === 'shared').length
  sentences.push(
    `${formatNoun(honest.length, 'agent')} shared ${formatNoun(sharedCount, 'experience')}; ` +
      `${formatNoun(rejected.length, 'proposal')} did not pass their author’s own gate.`,
  )
  if (poison.length > 0) sentences.push(describePoison(poison))
  return sentences.join(' ')
}

/** `seed 7`, `seeds 7, 8, 9`. */
export function formatSeeds(seeds: readonly number[]): string {
  return `${seeds.length === 1 ? 'seed' : 'seeds'} ${seeds.join(', ')}`
}

/** How far the poisoner got, in one sentence. */
export function describePoison(poison: Report['poison']): string {
  const reached = poison.filter(({ promptsReached }) => promptsReached > 0).length
  if (reached > 0) {
    return `${reached} of ${formatNoun(poison.length, 'poisoned text')} reached a prompt.`
  }
  if (poison.length === 1) return 'The one poisoned text reached no prompt.'
  return `None of the ${formatCount(poison.length)} poisoned texts reached a prompt.`
}

/** `+31 to +62`. */
export function formatRange(low: number, high: number): string {
  return `${formatSigned(low, 0)} to ${formatSigned(high, 0)}`
}

/** A difference with its interval, e.g. `+48 [+31, +62]`. */
export function formatInterval({ value, low, high }: Estimate): string {
  return `${formatSigned(value, 0)} [${formatSigned(low, 0)}, ${formatSigned(high, 0)}]`
}

/** A comparison's number in its unit. */
export function formatFigure(value: number, unit: Comparison['unit']): string {
  switch (unit) {
    case 'points':
      return formatSigned(value, 1)
    case 'percent':
      return `${formatDecimal(value, 1)}%`
    case 'ratio':
      return formatDecimal(value, 2)
    case 'count':
      return formatDecimal(value, Number.isInteger(value) ? 0 : 1)
    case 'minutes':
      return `${formatDecimal(value, 1)} min`
  }
}

/** A comparison's interval in its unit; empty without one. */
export function formatBounds({ low, high, unit }: Comparison): string {
  if (low === null || high === null) return ''
  return `[${formatFigure(low, unit)}, ${formatFigure(high, unit)}]`
}

/** A comparison's goal, e.g. `≥ 35`; empty without one. */
export function formatGoal({ goal }: Comparison): string {
  if (goal === null) return ''
  const { min, max } = goal
  if (min !== null && min === max) return formatPlain(min)
  if (min !== null && max !== null) return `${formatPlain(min)} to ${formatPlain(max)}`
  if (min !== null) return `≥ ${formatPlain(min)}`
  return max === null ? '' : `≤ ${formatPlain(max)}`
}

function formatPlain(value: number): string {
  return String(value).replace('-', '−')
}

/** The arm another one is compared with, by label. */
export function baselineLabel(arms: readonly ArmRow[]): string | undefined {
  const baseline = arms.find(({ difference }) => difference !== null)?.difference?.baseline
  return arms.find(({ id }) => id === baseline)?.label ?? baseline
}

/** Usage of all stages together. */
export function sumUsage(usage: readonly StageUsage[]): StageUsage {
  const total: StageUsage = {
    stage: 'all',
    calls: 0,
    callsReused: 0,
    predictedCalls: 0,
    promptTokens: 0,
    completionTokens: 0,
    modelSeconds: 0,
  }
  for (const each of usage) {
    total.calls += each.calls
    total.callsReused += each.callsReused
    total.predictedCalls += each.predictedCalls
    total.promptTokens += each.promptTokens
    total.completionTokens += each.completionTokens
    total.modelSeconds += each.modelSeconds
  }
  return total
}

/** Amount in wei that all poisoned entries lost, as decimal text. */
export function sumSlashed(poison: Report['poison']): string {
  return String(poison.reduce((total, { slashedWei }) => total + BigInt(slashedWei), 0n))
}
