import { checkCount } from '../../protocol/aggregate/check-count.ts'
import { DsoError } from '../../protocol/errors.ts'
import { type TokenBias, checkTokenBias } from './token-bias.ts'

/** A bias and what the endpoint takes of it. */
export interface ToLogitBiasOptions {
  bias: TokenBias
  /** Exponent of the factor, −100…100. */
  alpha: number
  /** Tokens that a request may name, ≥ 1. Default 300. */
  mostTokens?: number
  /** Largest bias of one token, > 0. Default 100. */
  mostBias?: number
}

/** Token ids have 32 bits. */
const ANY_TOKEN = 2 ** 32

/**
 * A factor (seed A eq. 1) as the `logit_bias` of a request, for endpoints that show no logits but take a bias: α · log φ
 * by token, where more are given than may be named those that move most, on equal terms the lower token. Nothing can be
 * masked there: whoever uses it keeps α small.
 *
 * @throws DsoError `OPTION_INVALID`, `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`
 */
export function toLogitBias({
  bias,
  alpha,
  mostTokens = 300,
  mostBias = 100,
}: ToLogitBiasOptions): Map<number, number> {
  checkCount('mostTokens', mostTokens, { least: 1, most: ANY_TOKEN })
  if (!(Math.abs(alpha) <= 100) || !(mostBias > 0 && Number.isFinite(mostBias))) {
    throw new DsoError('OPTION_INVALID', { details: { alpha, mostBias } })
  }
  checkTokenBias(bias, ANY_TOKEN, 'bias')
  const moved = Array.from(bias.tokens, (token, index) => ({
    token,
    value: alpha * bias.values[index]!,
  })).filter(({ value }) => value !== 0)
  const named = moved
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.token - b.token)
    .slice(0, mostTokens)
    .toSorted((a, b) => a.token - b.token)
  return new Map(
    named.map(({ token, value }) => [token, Math.min(mostBias, Math.max(-mostBias, value))]),
  )
}
