import { checkCount } from '../../protocol/aggregate/check-count.ts'
import type { CallOptions, LogitsModel, PromptContext } from '../../protocol/ports.ts'
import { type Expert, combineLogits } from './combine-logits.ts'
import type { TokenBias } from './token-bias.ts'

/** One factor of the product: an experience in a context of its own, or a token prior. */
export type PriorExpert = { alpha: number } & (
  | { kind: 'context'; context: PromptContext }
  | { kind: 'bias'; bias: TokenBias }
)

/** What is to be answered, and with whose help. */
export interface CompleteWithExpertsOptions extends CallOptions {
  /** The prompt of the model on its own. */
  base: PromptContext
  /** At most 64; one with an exponent of 0 costs nothing. */
  experts: readonly PriorExpert[]
  /** Most tokens of the answer, ≥ 1. */
  maxTokens: number
  /** The answer ends before any of these; none is empty. */
  stop?: readonly string[]
  /** As for combineLogits. */
  plausibility?: number
  /** As for combineLogits. */
  leastDivergence?: number
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
 * Answers greedily from the product of experts (seed A eq. 1): at each step the model's own distribution, one for each
 * experience in a context of its own, and the factors that are given; on equal terms the lower token wins.
 *
 * @throws DsoError `OPTION_INVALID` for `maxTokens`; what {@link combineLogits} and the model throw
 */
export async function completeWithExperts(
  model: LogitsModel,
  options: CompleteWithExpertsOptions,
): Promise<ExpertCompletion> {
  const { base, experts, maxTokens, stop = [], plausibility, leastDivergence, ...call } = options
  checkCount('maxTokens', maxTokens, { least: 1, most: 2 ** 31 })
  const guards = {
    ...(plausibility === undefined ? {} : { plausibility }),
    ...(leastDivergence === undefined ? {} : { leastDivergence }),
  }
  const acting = experts.filter(({ alpha }) => alpha !== 0)
  const contexts = [
    base,
    ...acting.flatMap((each) => (each.kind === 'context' ? each.context : [])),
  ]
  const answer: number[] = []
  const end = (finish: 'stop' | 'length', text: string, tokens: number): ExpertCompletion => ({
    text,
    finish,
    tokens,
    evaluations: tokens * contexts.length,
  })
  for (let drawn = 1; drawn <= maxTokens; drawn++) {
    const [plain, ...others] = await model.nextLogits({ contexts, answer }, call)
    const { logProbs } = combineLogits({
      base: plain ?? new Float32Array(),
      experts: joinExperts(acting, others),
      ...guards,
    })
    const token = findLikeliest(logProbs)
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

function joinExperts(experts: readonly PriorExpert[], logits: readonly Float32Array[]): Expert[] {
  let next = 0
  return experts.map((expert) => {
    const { alpha } = expert
    if (expert.kind === 'bias') return { kind: 'bias', bias: expert.bias, alpha }
    return { kind: 'logits', logits: logits[next++] ?? new Float32Array(), alpha }
  })
}

function findLikeliest(logProbs: Float64Array): number {
  let best = 0
  for (let i = 1; i < logProbs.length; i++) if (logProbs[i]! > logProbs[best]!) best = i
  return best
}
