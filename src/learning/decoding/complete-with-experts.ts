import { checkCount } from '../../protocol/aggregate/check-count.ts'
import type { LogitsModel } from '../../protocol/ports.ts'
import { type DrawWithExpertsOptions, drawWithExperts } from './draw-with-experts.ts'

/** What is to be answered, and with whose help. */
export interface CompleteWithExpertsOptions extends Omit<DrawWithExpertsOptions, 'answer'> {
  /** Most tokens of the answer, ≥ 1. */
  maxTokens: number
  /** The answer ends before any of these; none is empty. */
  stop?: readonly string[]
}

/** An answer, and what it cost. */
export interface ExpertCompletion {
  text: string
  /** `stop` at a stop text or the end of the turn, `length` at `maxTokens`. */
  finish: 'stop' | 'length'
  /** Tokens chosen. */
  tokens: number
  /** Next-token distributions that the model was asked for: (1 + experts that are contexts) a token. */
  evaluations: number
}

/**
 * Answers greedily from the product of experts (seed A eq. 1), token by token as {@link drawWithExperts} does.
 *
 * @throws DsoError `OPTION_INVALID` for `maxTokens`; what {@link drawWithExperts} throws
 */
export async function completeWithExperts(
  model: LogitsModel,
  { maxTokens, stop = [], ...options }: CompleteWithExpertsOptions,
): Promise<ExpertCompletion> {
  checkCount('maxTokens', maxTokens, { least: 1, most: 2 ** 31 })
  const answer: number[] = []
  let asked = 0
  const end = (finish: 'stop' | 'length', text: string, tokens: number): ExpertCompletion => ({
    text,
    finish,
    tokens,
    evaluations: asked,
  })
  for (let drawn = 1; drawn <= maxTokens; drawn++) {
    const { token, evaluations } = await drawWithExperts(model, { ...options, answer })
    asked += evaluations
    const text = model.detokenize(answer)
    if (model.isEnd(token)) return end('stop', text, drawn)
    answer.push(token)
    const longer = model.detokenize(answer)
    const cuts = stop.map((each) => longer.indexOf(each)).filter((at) => at >= 0)
    if (cuts.length > 0) return end('stop', longer.slice(0, Math.min(...cuts)), drawn)
  }
  // A character that was cut in the middle is no part of the answer.
  return end('length', model.detokenize(answer).replace(/\uFFFD+$/, ''), maxTokens)
}
