import { BASE_WEIGHT, weighLock } from './weigh-lock.ts'

/** Wei of one unit of the lock vault. */
export const LOCK_UNIT = 10n ** 12n

/** What one account has in the lock vault, as far as it matters for a second in the past. */
export interface LockedDeposit {
  /** Wei that count from a Unix second on, oldest first: the sum after each change. */
  deposits: readonly { from: bigint; wei: bigint }[]
  /** Locks that have not been unlocked. */
  locks: readonly { wei: bigint; start: bigint; end: bigint }[]
}

/**
 * Weight of an account at the end of the second `timepoint`: 10 for every unit that counts, and the bonus of each lock by
 * the time that remains. The same as `getPastVotes` of contracts/src/LockVault.sol.
 */
export function weighDeposit({ deposits, locks }: LockedDeposit, timepoint: bigint): bigint {
  const wei = deposits.findLast(({ from }) => from <= timepoint)?.wei ?? 0n
  return locks
    .filter(({ start, end }) => start <= timepoint && end > timepoint)
    .reduce(
      (weight, lock) =>
        weight + (lock.wei / LOCK_UNIT) * (weighLock(lock.end - timepoint) - BASE_WEIGHT),
      BASE_WEIGHT * (wei / LOCK_UNIT),
    )
}
