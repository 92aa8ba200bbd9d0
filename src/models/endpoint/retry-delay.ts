import { setTimeout } from 'node:timers/promises'

const FIRST_DELAY_MS = 500
const MAX_DELAY_MS = 60_000

/**
 * Milliseconds before the next attempt: what the server asked for (`Retry-After` in seconds or as a date), else twice
 * as long each time; at most a minute.
 *
 * @param attempt number of the attempt that failed, from 0
 * @param now milliseconds since the epoch, for dates
 */
export function retryDelay(
  attempt: number,
  retryAfter: string | undefined,
  now: number = Date.now(),
): number {
  const asked = retryAfter === undefined ? Number.NaN : parseRetryAfter(retryAfter, now)
  const delay = Number.isNaN(asked) ? FIRST_DELAY_MS * 2 ** attempt : asked
  return Math.min(Math.max(delay, 0), MAX_DELAY_MS)
}

/** Waits, or rejects with the signal's reason. */
export async function waitFor(
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal })
  } catch (error) {
    throw signal?.reason ?? error
  }
}

function parseRetryAfter(text: string, now: number): number {
  return /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - now
}
