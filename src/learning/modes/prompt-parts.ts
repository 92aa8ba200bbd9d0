import type { Task } from '../../protocol/ports.ts'
import { quoteText } from './quote-text.ts'
import type { RolloutSummary } from './summarise-rollout.ts'

/** Most lessons or steps that are asked of one group. */
export const MAX_STEPS = 8

/** The attempts of a group as later stages show them. */
export function describeSummaries(summaries: readonly RolloutSummary[]): string {
  return summaries
    .map(({ reward, text }, index) => `Attempt ${index + 1}, reward ${reward}: ${quoteText(text)}`)
    .join('\n')
}

/** How a lesson has to be written, for every prompt that asks for one. */
export function lessonWish({ domain }: Task): string {
  return (
    'A lesson is one sentence of at most 32 words that helps with other requests of this kind and repeats none of ' +
    `this request's values: ${quoteText(`When calling ${domain}, write PARAMETER …`)} where it is about one ` +
    'parameter, otherwise "When CONDITION, STRATEGY".'
  )
}
