import { DsoError } from '../../protocol/errors.ts'
import type { ArmCounts, CreditRecord } from '../../protocol/ports.ts'

/** What is believed of an experience under a model. */
export interface CreditEstimate {
  /** Tasks that it was found for and whose outcome is known. */
  trials: number
  /** Log-odds ratio of success with it against without: the centre of the belief. 0 is no effect. */
  logOdds: number
  /** Standard deviation of the belief, > 0. */
  deviation: number
  /** Lower and upper end of the belief, one-sided 95 % each. */
  lower: number
  upper: number
  /**
   * Quality in 0…1: the lower end as a probability, σ({@link lower}). At least 0.5 means: it helps, with 95 % certainty;
   * that is the protocol's line between usable and not.
   */
  quality: number
  /** Exponent of the experience as an expert (seed A eq. 1), 0…1: the lower end of the log-odds, clamped. */
  alpha: number
}

/** The 95 % quantile of the standard normal distribution. */
const Z_95 = 1.6448536269514722

/** Imagined tasks in each arm, at the common rate of success. */
const PRIOR_TASKS = 8

/** Largest exponent of one experience: as much as if it stood in the context. */
const MAX_ALPHA = 1

/**
 * Quality and exponent of an experience from what became of tasks with it and without.
 *
 * Each arm is a Beta posterior: the prior counts eight tasks at the success rate of both arms together, which says "no
 * difference" (empirical Bayes), and keeps the few tasks without it from looking like evidence. The log-odds of a
 * Beta(a, b) have mean ≈ ln(a/b) and variance ≈ 1/a + 1/b; the difference of the two arms is the log-odds ratio.
 *
 * Why this scale: σ of it is the probability that the task with it succeeds, given that exactly one of a pair does: ½ for
 * a useless one, and what paired trials estimate. And it is the exponent's scale: a product of experts adds α·ln φ to
 * the log-odds. Taking the lower end makes an unproved experience count nothing, and a useless one reach quality
 * 0.5 with a probability of at most 0.05 at any one time that is looked.
 *
 * Rewards between 0 and 1000 count as a part of a success. The gate's own trials are no evidence here: they chose the
 * experience, so they flatter it.
 *
 * @throws DsoError `OPTION_INVALID` for counts that are not whole, or rewards that trials cannot have earned
 */
export function estimateCredit(
  credit: Pick<CreditRecord, 'with' | 'without'> | undefined,
): CreditEstimate {
  const used = rateOf(credit?.with)
  const without = rateOf(credit?.without)
  const trials = used.trials + without.trials
  const common = (used.successes + without.successes + 1) / (trials + 2)
  const posterior = ({ successes, trials: n }: Arm): { a: number; b: number } => ({
    a: successes + PRIOR_TASKS * common,
    b: n - successes + PRIOR_TASKS * (1 - common),
  })
  const p = posterior(used)
  const q = posterior(without)
  const logOdds = Math.log(p.a / p.b) - Math.log(q.a / q.b)
  const deviation = Math.sqrt(1 / p.a + 1 / p.b + 1 / q.a + 1 / q.b)
  const lower = logOdds - Z_95 * deviation
  return {
    trials,
    logOdds,
    deviation,
    lower,
    upper: logOdds + Z_95 * deviation,
    quality: 1 / (1 + Math.exp(-lower)),
    alpha: Math.min(MAX_ALPHA, Math.max(0, lower)),
  }
}

interface Arm {
  trials: number
  successes: number
}

function rateOf(arm: ArmCounts = { trials: 0, rewards: 0 }): Arm {
  const { trials, rewards } = arm
  const valid = [trials, rewards].every((count) => Number.isSafeInteger(count) && count >= 0)
  if (!valid || rewards > 1000 * trials) {
    throw new DsoError('OPTION_INVALID', { details: { trials, rewards } })
  }
  return { trials, successes: rewards / 1000 }
}
