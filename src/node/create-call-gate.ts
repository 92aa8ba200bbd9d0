import { setTimeout } from 'node:timers/promises'
import { DsoError } from '../protocol/errors.ts'
import type { CallOptions } from '../protocol/ports.ts'

/** Lets calls in while a node runs, and ends them when it stops. */
export interface CallGate {
  /**
   * Runs a call; its signal also aborts when the gate closes.
   * @throws DsoError `NODE_STOPPED` when the gate closed before the call was finished
   */
  run<T>(options: CallOptions, task: (call: CallOptions) => Promise<T>): Promise<T>
  /** Aborts what runs and waits for its end, a few seconds at most. */
  close(): Promise<void>
}

/** Longest wait for calls that do not heed their signal, in milliseconds. */
const CLOSE_MS = 5_000

/** Creates an open gate. */
export function createCallGate(): CallGate {
  const closing = new AbortController()
  const calls = new Set<Promise<unknown>>()
  return {
    async run(options, task) {
      const signal =
        options.signal === undefined
          ? closing.signal
          : AbortSignal.any([options.signal, closing.signal])
      const call = task({ ...options, signal })
      calls.add(call)
      try {
        return await call
      } catch (error) {
        // Whatever it met while its parts were closed under it.
        if (closing.signal.aborted) throw new DsoError('NODE_STOPPED', { cause: error })
        throw error
      } finally {
        calls.delete(call)
      }
    },
    async close() {
      closing.abort(new DsoError('NODE_STOPPED'))
      const timer = new AbortController()
      const limit = setTimeout(CLOSE_MS, undefined, { signal: timer.signal }).catch(() => {}) // ended in time
      await Promise.race([Promise.allSettled(calls), limit])
      timer.abort()
    },
  }
}
