import { DsoError } from '../errors.ts'

/** Outcome of a paired gate. */
export interface GainLowerBoundOptions {
  /** Instances tried with and without the experience, ≥ 1. */
  tasks: number
  /** Instances that succeeded only with it. */
  wins: number
  /** Instances that succeeded only without it. */
  losses: number
}

/** The 95 % quantile of the standard normal distribution. */
const Z_95 = 1.6448536269514722

/**
 * A one-sided 95 % lower bound of the paired gain `(wins − losses) / tasks`, in per mille: an integer in −1000…1000,
 * rounded down. It is the field `evidence.gainLower` of an experience, and anyone can recompute it from the other
 * fields: only + − × ÷ and the square root are used, which every platform rounds alike.
 *
 * Method: Wald's bound after adding half an observation to each of the four cells of the paired table (Agresti and Min
 * 2005), which keeps its level for small samples where the plain one collapses to zero width.
 *
 * @throws DsoError `SAMPLE_EMPTY` for no tasks, `OPTION_INVALID` for counts that are not integers ≥ 0 or exceed `tasks`
 */
export function gainLowerBound({ tasks, wins, losses }: GainLowerBoundOptions): number {
  const counts = [tasks, wins, losses]
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw new DsoError('OPTION_INVALID', { details: { tasks, wins, losses } })
  }
  if (tasks === 0) throw new DsoError('SAMPLE_EMPTY')
  if (wins + losses > tasks) {
    throw new DsoError('OPTION_INVALID', { details: { tasks, wins, losses } })
  }
  const n = tasks + 2
  const gain = (wins - losses) / n
  const discordant = (wins + losses + 1) / n
  const bound = gain - Z_95 * Math.sqrt((discordant - gain * gain) / n)
  return Math.max(-1000, Math.floor(1000 * bound))
}
