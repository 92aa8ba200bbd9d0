import type { Task } from '../../protocol/ports.ts'
import type { Episode } from '../run-episode.ts'
import { quoteAnswer, quoteText } from './quote-text.ts'

/** Longest description of a domain, e.g. a schema, in UTF-16 units. */
const MAX_HEAD = 4000

/** What was to be done, as the opening of a prompt: what tasks of a domain share first. */
export function describeTask({ head, request }: Task): string {
  return `Task: ${quoteText(head, MAX_HEAD)}\nRequest: ${quoteText(request)}`
}

/** What an agent did and what came of it, a line for each call. */
export function describeCalls({ attempts }: Episode): string {
  return attempts
    .map(({ answer, verdict }, index) => {
      const call = `${index + 1}. ${quoteAnswer(answer)} → `
      if (verdict.unjudged === true) return `${call}not judged`
      if (verdict.success) return `${call}accepted`
      return verdict.message === ''
        ? `${call}refused`
        : `${call}refused: ${quoteText(verdict.message)}`
    })
    .join('\n')
}

/** An episode's reward as prompts show it; nobody knows it where the last attempt was not judged. */
export function describeReward({ attempts, reward }: Episode): string {
  return attempts.at(-1)?.verdict.unjudged === true ? 'unknown' : String(reward)
}
