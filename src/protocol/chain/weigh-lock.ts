/** Seconds of a week, the grain of unlock times. */
export const WEEK_SECONDS = 604_800n

/** Weight of a unit without a lock, in tenths of its amount. */
export const BASE_WEIGHT = 10n

/** Remaining time from which a step counts, and what it adds, in the order of contracts/src/LockWeight.sol. */
const LOCK_STEPS = [
  { from: 26n * WEEK_SECONDS, adds: 5n },
  { from: 52n * WEEK_SECONDS, adds: 5n },
  { from: 104n * WEEK_SECONDS, adds: 10n },
] as const

/**
 * Weight of one unit (10^12 wei) whose lock has `remaining` seconds left: 10, 15, 20 or 30. What counts is the time that
 * remains and not the time that was chosen, so a lock that ends tomorrow weighs as none (seed B §7.4, made safe).
 */
export function weighLock(remaining: bigint): bigint {
  return LOCK_STEPS.reduce(
    (weight, { from, adds }) => (remaining >= from ? weight + adds : weight),
    BASE_WEIGHT,
  )
}
