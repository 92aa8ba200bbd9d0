/** Paired counts of a trial with an experience against none. */
export interface TrialCounts {
  /** Tasks, ≥ 1. */
  n: number
  /** Done better with the experience: solved only with it, or more parts right. */
  wins: number
  /** Done better without it. */
  losses: number
  /** Solved either way. */
  both: number
}

/** Worth of a task that needed no help: an experience that only repeats what the model knows stays below ½. */
const WORTH_OF_BOTH = 0.4

/**
 * The quality that a trial shows, in per mille: the share of tasks that went better with the experience, those that
 * needed no help counting 0.4, those it spoilt counting −1. What helps nowhere is worth 0; what changes nothing on easy
 * tasks 400, below the line of use.
 */
export function scoreTrial({ n, wins, losses, both }: TrialCounts): number {
  const share = (wins + WORTH_OF_BOTH * both - losses) / n
  return Math.round(1000 * Math.min(1, Math.max(0, share)))
}
