import { WEEK_SECONDS } from './weigh-lock.ts'

/** End of a lock that is wanted until `wanted`, a Unix second: the first second of a week, not earlier. */
export function endOfLock(wanted: bigint): bigint {
  return ((wanted + WEEK_SECONDS - 1n) / WEEK_SECONDS) * WEEK_SECONDS
}
