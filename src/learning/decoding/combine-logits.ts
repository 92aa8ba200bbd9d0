import { DsoError } from '../../protocol/errors.ts'
import { logSumExp } from './log-sum-exp.ts'
import { measureDivergence } from './measure-divergence.ts'
import { type TokenBias, checkTokenBias } from './token-bias.ts'

/** One factor of the product. Its exponent α may be negative: then it says what to avoid. */
export type Expert = {
  /** Exponent, −100…100. */
  alpha: number
} & (
  | {
      /** Another distribution over the same vocabulary: the model with an experience in its context, or another model. */
      kind: 'logits'
      /** Up to a constant; as many as the base has. */
      logits: Float32Array
    }
  | {
      /** The factor itself, e.g. a token prior. */
      kind: 'bias'
      bias: TokenBias
    }
)

/** What is combined, and what guards it. */
export interface CombineLogitsOptions {
  /** Next-token logits of the model on its own, l0, up to a constant; at least one. */
  base: Float32Array
  /** At most 64. */
  experts: readonly Expert[]
  /**
   * Tokens that the model on its own holds less likely than this share of its likeliest one are left out, 0…1; 0 leaves
   * out none. Default 0.1 where a distribution has a negative exponent (an expert's, or the base's 1 − Σα): such a
   * product rewards what that distribution holds unlikely, noise included. Default 0 otherwise.
   */
  plausibility?: number
  /**
   * An expert whose distribution differs from the base's by less than this Jensen–Shannon divergence (bits, 0…1) has
   * nothing to say at this token, and its exponent is 0. Default 0: every expert counts.
   */
  leastDivergence?: number
}

/** The product. */
export interface CombinedLogits {
  /** Log-probabilities in nats, one a token; −∞ for a token that was left out as implausible, finite for all others. */
  logProbs: Float64Array<ArrayBuffer>
  /** Tokens that were not left out, ≥ 1: the base's likeliest token always stays. */
  plausible: number
  /** The exponents that were used, in the order of the experts; 0 for one without anything to say. */
  alphas: number[]
}

const MAX_EXPONENT = 100
const MAX_EXPERTS = 64
const DEFAULT_PLAUSIBILITY = 0.1

/**
 * Decodes with a product of experts (seed A eq. 1): `l = l0 + Σ α (lk − l0)`, which is `p ∝ p0 · Π φ^α` with
 * `φ = pk / p0`, or with a factor that is given as such. Where all exponents are 0 the result is the base, whatever the
 * guards.
 *
 * Known decoders are cases of it, each with `plausibility` 0 and a single expert unless said otherwise:
 * - context alone: α = 1
 * - classifier-free guidance (Sanchez et al. 2023): base without the prompt, α = γ
 * - context-aware decoding (Shi et al. 2023): base without the context, α = 1 + its α
 * - PREADD (Pei et al. 2023): expert with the prefix, its α of either sign
 * - DExperts, proxy-tuning (Liu et al. 2021, 2024): the expert with α, the anti-expert with −α
 *
 * A step costs one evaluation of the model for the base and one for each expert of kind `logits`.
 *
 * @throws DsoError `SAMPLE_EMPTY`, `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `OPTION_INVALID`, each with the field
 */
export function combineLogits(options: CombineLogitsOptions): CombinedLogits {
  const { base, experts, leastDivergence = 0 } = options
  checkInput(options)
  const alphas = experts.map((expert) =>
    leastDivergence > 0 && diverge(base, expert) < leastDivergence ? 0 : expert.alpha,
  )
  const logProbs = Float64Array.from(base)
  for (const [index, expert] of experts.entries()) {
    if (alphas[index] !== 0) addExpert(logProbs, base, expert)
  }
  const acts = alphas.some((alpha) => alpha !== 0)
  const share = acts ? (options.plausibility ?? defaultPlausibility(experts, alphas)) : 0
  const plausible = share > 0 ? leaveOut(logProbs, base, share) : base.length
  const whole = logSumExp(logProbs)
  for (let i = 0; i < logProbs.length; i++) logProbs[i]! -= whole
  return { logProbs, plausible, alphas }
}

/** In doubles nothing overflows: 64 experts, an exponent of 100 and the largest float together stay below 1e43. */
function addExpert(sum: Float64Array, base: Float32Array, expert: Expert): void {
  const { alpha } = expert
  if (expert.kind === 'logits') {
    for (let i = 0; i < sum.length; i++) sum[i]! += alpha * (expert.logits[i]! - base[i]!)
    return
  }
  const { tokens, values } = expert.bias
  for (let i = 0; i < tokens.length; i++) sum[tokens[i]!]! += alpha * values[i]!
}

function leaveOut(sum: Float64Array, base: Float32Array, share: number): number {
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < base.length; i++) if (base[i]! > most) most = base[i]!
  const least = most + Math.log(share)
  let plausible = 0
  for (let i = 0; i < base.length; i++) {
    if (base[i]! >= least) plausible++
    else sum[i] = Number.NEGATIVE_INFINITY
  }
  return plausible
}

function defaultPlausibility(experts: readonly Expert[], alphas: readonly number[]): number {
  const exponents = alphas.filter((_, index) => experts[index]?.kind === 'logits')
  const left = exponents.reduce((rest, alpha) => rest - alpha, 1)
  // A sum of shares such as .1 + .2 + .7 may miss 1 by a rounding; that is no exponent to guard against.
  return left < -1e-9 || exponents.some((alpha) => alpha < 0) ? DEFAULT_PLAUSIBILITY : 0
}

function diverge(base: Float32Array, expert: Expert): number {
  if (expert.kind === 'logits') return measureDivergence(base, expert.logits)
  const alone = Float64Array.from(base)
  addExpert(alone, base, { ...expert, alpha: 1 })
  return measureDivergence(base, alone)
}

function checkInput({
  base,
  experts,
  plausibility = 0,
  leastDivergence = 0,
}: CombineLogitsOptions): void {
  for (const [option, value] of Object.entries({ plausibility, leastDivergence })) {
    if (!(value >= 0 && value <= 1)) {
      throw new DsoError('OPTION_INVALID', { details: { field: option, value } })
    }
  }
  if (base.length === 0) throw new DsoError('SAMPLE_EMPTY', { details: { field: 'base' } })
  if (experts.length > MAX_EXPERTS) {
    throw new DsoError('OPTION_INVALID', {
      details: { field: 'experts', count: experts.length, most: MAX_EXPERTS },
    })
  }
  checkLogits(base, base.length, 'base')
  for (const [index, expert] of experts.entries()) {
    const field = `experts[${index}]`
    if (!(Math.abs(expert.alpha) <= MAX_EXPONENT)) {
      throw new DsoError('OPTION_INVALID', {
        details: { field: `${field}.alpha`, value: expert.alpha, most: MAX_EXPONENT },
      })
    }
    if (expert.kind === 'logits') checkLogits(expert.logits, base.length, `${field}.logits`)
    else checkTokenBias(expert.bias, base.length, `${field}.bias`)
  }
}

function checkLogits(logits: Float32Array, expected: number, field: string): void {
  if (logits.length !== expected) {
    throw new DsoError('LENGTH_MISMATCH', { details: { field, logits: logits.length, expected } })
  }
  for (let index = 0; index < expected; index++) {
    const value = logits[index]!
    if (!Number.isFinite(value)) {
      throw new DsoError('VALUE_NOT_FINITE', { details: { field, index, value } })
    }
  }
}
