import type { CreditRecord } from '../../protocol/ports.ts'
import { capExponents } from '../credit/cap-exponents.ts'
import { estimateCredit } from '../credit/estimate-credit.ts'

/** How exponents are bounded. */
export interface WeighExpertsOptions {
  /** Largest sum, > 0. Default 1: the model itself keeps an exponent ≥ 0. */
  most?: number
}

/**
 * Exponents of experiences as experts (seed A eq. 1) from what is known of each under the model: the lower end of the
 * log-odds of success with it against without, clamped to 0…1, and scaled down alike where they add up to too much.
 * What is not known to help gets 0, and no expert is asked for it.
 *
 * @param credits what became of tasks with and without each experience; undefined where nothing is known
 * @throws DsoError `OPTION_INVALID` for counts that cannot be, or a bound that is not > 0
 */
export function weighExperts(
  credits: readonly (Pick<CreditRecord, 'with' | 'without'> | undefined)[],
  { most }: WeighExpertsOptions = {},
): number[] {
  return capExponents(
    credits.map((credit) => estimateCredit(credit).alpha),
    most,
  )
}
