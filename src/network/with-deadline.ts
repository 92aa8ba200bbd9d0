import type { Clock } from '../protocol/ports/clock.ts'

/** How long a run may take, and who else may end it. */
export interface DeadlineOptions {
  clock: Clock
  /** Milliseconds from now. */
  durationMs: number
  /** What the run's signal is aborted with when time is up. */
  createError: () => Error
  signal?: AbortSignal | undefined
}

/**
 * Runs with a signal that aborts when time is up or the caller aborts. The run must obey its signal.
 *
 * @throws the caller's reason when its signal is already aborted, and whatever the run throws
 */
export async function withDeadline<T>(
  { clock, durationMs, createError, signal }: DeadlineOptions,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  const controller = new AbortController()
  const timer = new AbortController()
  const forward = () => controller.abort(signal?.reason)
  signal?.addEventListener('abort', forward, { once: true })
  clock.sleep(durationMs, timer.signal).then(
    () => controller.abort(createError()),
    () => {}, // the run was over first
  )
  try {
    return await run(controller.signal)
  } finally {
    timer.abort()
    signal?.removeEventListener('abort', forward)
  }
}
