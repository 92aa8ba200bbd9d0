import { DsoError } from '../../protocol/errors.ts'

/**
 * Exponents of experts that act together (seed A eq. 1), scaled down alike where their sum exceeds `most`.
 *
 * Why 1: in `l = l0 + Σ α (lk − l0)` the model itself keeps the exponent 1 − Σα. Above 1 that is negative, and the product
 * rewards what the model on its own holds unlikely; whoever wants that needs a plausibility mask and a sweep.
 *
 * @param most largest sum, > 0. Default 1
 * @throws DsoError `OPTION_INVALID` for an exponent that is negative or not finite, or a sum that is not > 0
 */
export function capExponents(alphas: readonly number[], most = 1): number[] {
  const bad = alphas.find((alpha) => !(alpha >= 0 && Number.isFinite(alpha)))
  if (bad !== undefined || !(most > 0)) {
    throw new DsoError('OPTION_INVALID', { details: { alpha: bad, most } })
  }
  const sum = alphas.reduce((total, alpha) => total + alpha, 0)
  return sum <= most ? [...alphas] : alphas.map((alpha) => (alpha * most) / sum)
}
