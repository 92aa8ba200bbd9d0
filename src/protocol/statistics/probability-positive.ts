import { DsoError } from '../errors.ts'

/** What is believed before the first trial. */
export interface ProbabilityPositiveOptions {
  /**
   * Imagined wins and losses each, an integer ≥ 1. 1 (the default) is the uniform prior; a larger one asks for more
   * evidence before it believes in a gain or a loss.
   */
  prior?: number
}

/**
 * P(gain > 0) after paired trials: the posterior probability that a win is more likely than a loss, given that the two
 * differ. Ties carry no information about the sign and are left out. With the posterior Beta(prior + wins, prior +
 * losses) this is P(p > ½), which for integers equals a tail of a binomial with p = ½.
 *
 * Without trials it is ½. `f(w, l) + f(l, w) = 1` up to rounding. Only + × ÷ are used, so every platform agrees.
 *
 * @throws DsoError `OPTION_INVALID` for counts that are not integers ≥ 0, or a prior that is not an integer ≥ 1
 */
export function probabilityPositive(
  wins: number,
  losses: number,
  { prior = 1 }: ProbabilityPositiveOptions = {},
): number {
  const valid = isCount(wins) && isCount(losses) && isCount(prior) && prior >= 1
  if (!valid) throw new DsoError('OPTION_INVALID', { details: { wins, losses, prior } })
  const alpha = prior + wins
  const beta = prior + losses
  return lowerBinomialShare(alpha + beta - 1, alpha - 1)
}

/**
 * P(X ≤ k) for X ~ Bin(n, ½). Terms are taken relative to the largest one and walked outwards, so nothing overflows and
 * nothing cancels; terms that underflow are too small to matter.
 */
function lowerBinomialShare(n: number, k: number): number {
  const middle = Math.floor(n / 2)
  let lower = middle <= k ? 1 : 0
  let upper = 1 - lower
  let term = 1
  for (let i = middle; i > 0 && term > 0; i--) {
    term *= i / (n - i + 1)
    if (i - 1 <= k) lower += term
    else upper += term
  }
  term = 1
  for (let i = middle; i < n && term > 0; i++) {
    term *= (n - i) / (i + 1)
    if (i + 1 <= k) lower += term
    else upper += term
  }
  return lower / (lower + upper)
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
