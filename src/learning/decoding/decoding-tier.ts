import { DsoError } from '../../protocol/errors.ts'
import type { LanguageModel, LogitsModel } from '../../protocol/ports.ts'

/** How near to the model's distribution one gets, best first. */
export const DECODING_TIERS = ['logits', 'top-n', 'bias', 'text'] as const

/** One of the DECODING_TIERS. */
export type DecodingTier = (typeof DECODING_TIERS)[number]

/** What is to be applied: experiences as experts beside the context, or a token prior. */
export type Prior = 'experts' | 'token-prior'

/** What a tier can do. */
export interface TierAbilities {
  /** Whether it takes experiences as experts of their own (seed A eq. 1). Elsewhere they go into the context. */
  experts: boolean
  /** Whether it takes a token prior. */
  tokenPrior: boolean
  /** Which tokens the product reaches. */
  reach: 'vocabulary' | 'likeliest' | 'named' | 'none'
  /** Whether tokens that the model on its own holds implausible can be left out. */
  mask: boolean
  /** Model calls for an answer of `tokens` tokens with `experts` experts; a call of `logits` is one evaluated token. */
  calls: (tokens: number, experts: number) => number
}

const perToken = (tokens: number, experts: number): number => tokens * (experts + 1)
const perAnswer = (): number => 1

/** What each tier can do. */
export const TIER_ABILITIES: Readonly<Record<DecodingTier, TierAbilities>> = {
  logits: { experts: true, tokenPrior: true, reach: 'vocabulary', mask: true, calls: perToken },
  'top-n': { experts: true, tokenPrior: true, reach: 'likeliest', mask: true, calls: perToken },
  bias: { experts: false, tokenPrior: true, reach: 'named', mask: false, calls: perAnswer },
  text: { experts: false, tokenPrior: false, reach: 'none', mask: false, calls: perAnswer },
}

/** What a runtime gives, as far as it is known. */
export interface ModelCapabilities {
  /** Whether it gives the logits of the whole vocabulary. Default false. */
  logits?: boolean
  /** Of how many of the likeliest tokens it gives log-probabilities, and goes on after a token that was chosen for it. Default 0. */
  topLogProbs?: number
  /** To how many tokens a request may give a bias. Default 0. */
  biasedTokens?: number
}

/**
 * The best tier that a model supports for what is to be applied. A single likeliest token leaves nothing to choose from,
 * so `top-n` needs two.
 *
 * @throws DsoError `OPTION_INVALID` for a number of tokens that is not an integer ≥ 0
 */
export function pickTier(capabilities: ModelCapabilities, prior: Prior): DecodingTier {
  const { logits = false, topLogProbs = 0, biasedTokens = 0 } = capabilities
  for (const [field, value] of Object.entries({ topLogProbs, biasedTokens })) {
    if (!(Number.isSafeInteger(value) && value >= 0)) {
      throw new DsoError('OPTION_INVALID', { details: { field, value } })
    }
  }
  const supported: Record<DecodingTier, boolean> = {
    logits,
    'top-n': topLogProbs >= 2,
    bias: biasedTokens >= 1,
    text: true,
  }
  const takes = (tier: DecodingTier): boolean =>
    TIER_ABILITIES[tier][prior === 'experts' ? 'experts' : 'tokenPrior']
  return DECODING_TIERS.find((tier) => supported[tier] && takes(tier)) ?? 'text'
}

/** Whether the logits of a model are within reach: the tier `logits`. */
export function isLogitsModel(model: LanguageModel): model is LogitsModel {
  return 'nextLogits' in model && typeof model.nextLogits === 'function'
}
