import type { CallOptions, LogitsModel, PromptContext } from '../../protocol/ports.ts'
import { type Expert, combineLogits } from './combine-logits.ts'
import type { TokenBias } from './token-bias.ts'

/** One factor of the product: an experience in a context of its own, or a token prior. */
export type PriorExpert = { alpha: number } & (
  | { kind: 'context'; context: PromptContext }
  | { kind: 'bias'; bias: TokenBias }
)

/** Where the answer stands, and who has a say in how it goes on. */
export interface DrawWithExpertsOptions extends CallOptions {
  /** The prompt of the model on its own. */
  base: PromptContext
  /** At most 64; one with an exponent of 0 costs nothing. */
  experts: readonly PriorExpert[]
  /** The answer so far, as tokens. */
  answer: readonly number[]
  /** As for combineLogits. */
  plausibility?: number
  /** As for combineLogits. */
  leastDivergence?: number
}

/** A token, and what it cost. */
export interface DrawnToken {
  token: number
  /** Next-token distributions that the model was asked for: 1 + experts that are contexts. */
  evaluations: number
}

/**
 * Draws the next token greedily from the product of experts (seed A eq. 1): the model's own distribution, one for each
 * experience in a context of its own, and the factors that are given; on equal terms the lower token wins.
 *
 * @throws DsoError what {@link combineLogits} and the model throw
 */
export async function drawWithExperts(
  model: Pick<LogitsModel, 'nextLogits'>,
  { base, experts, answer, plausibility, leastDivergence, ...call }: DrawWithExpertsOptions,
): Promise<DrawnToken> {
  const acting = experts.filter(({ alpha }) => alpha !== 0)
  const contexts = [
    base,
    ...acting.flatMap((each) => (each.kind === 'context' ? each.context : [])),
  ]
  const [plain, ...others] = await model.nextLogits({ contexts, answer }, call)
  const { logProbs } = combineLogits({
    base: plain ?? new Float32Array(),
    experts: joinExperts(acting, others),
    ...(plausibility === undefined ? {} : { plausibility }),
    ...(leastDivergence === undefined ? {} : { leastDivergence }),
  })
  return { token: findLikeliest(logProbs), evaluations: contexts.length }
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
