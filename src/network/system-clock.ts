import { setTimeout } from 'node:timers/promises'
import type { Clock } from '../protocol/ports/clock.ts'

/** The machine's own time. */
export const SYSTEM_CLOCK: Clock = {
  nowMs: () => Date.now(),
  async sleep(durationMs, signal) {
    try {
      await setTimeout(durationMs, undefined, { signal })
    } catch (error) {
      throw signal?.aborted === true ? signal.reason : error
    }
  },
}
