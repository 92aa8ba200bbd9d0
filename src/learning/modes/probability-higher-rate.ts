import { DsoError } from '../../protocol/errors.ts'

/** How often something came of some calls. */
export interface RateCounts {
  /** How often it came, an integer ≥ 0; one call may bring several. */
  events: number
  /** Calls that were made for it, an integer ≥ 1. */
  calls: number
}

/**
 * P(rate of a > rate of b), rates in events a call, after what was counted and with nothing believed before: events
 * as a Poisson process, flat priors. The posteriors are Gamma(events + 1, calls), so this is a tail of a Beta
 * distribution, which for integers is the tail of a binomial.
 *
 * Equal counts give ½; `f(a, b) + f(b, a) = 1` up to rounding. Only + × ÷ are used, so every platform agrees.
 *
 * @throws DsoError `OPTION_INVALID` for counts that are no such integers
 */
export function probabilityHigherRate(a: RateCounts, b: RateCounts): number {
  for (const { events, calls } of [a, b]) {
    const valid =
      Number.isSafeInteger(events) && events >= 0 && Number.isSafeInteger(calls) && calls >= 1
    if (!valid) throw new DsoError('OPTION_INVALID', { details: { events, calls } })
  }
  const share = a.calls / (a.calls + b.calls)
  return lowerBinomialShare(a.events + b.events + 1, a.events, share)
}

/**
 * P(X ≤ k) for X ~ Bin(n, p), 0 < p < 1. Terms are taken relative to the largest one and walked outwards, so nothing
 * overflows and nothing cancels; terms that underflow are too small to matter.
 */
function lowerBinomialShare(n: number, k: number, p: number): number {
  const middle = Math.min(n, Math.floor((n + 1) * p))
  const odds = p / (1 - p)
  let lower = middle <= k ? 1 : 0
  let upper = 1 - lower
  let term = 1
  for (let i = middle; i > 0 && term > 0; i--) {
    term *= i / (n - i + 1) / odds
    if (i - 1 <= k) lower += term
    else upper += term
  }
  term = 1
  for (let i = middle; i < n && term > 0; i++) {
    term *= ((n - i) / (i + 1)) * odds
    if (i + 1 <= k) lower += term
    else upper += term
  }
  return lower / (lower + upper)
}
