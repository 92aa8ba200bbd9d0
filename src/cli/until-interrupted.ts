import { constants } from 'node:os'

/** The signals that ask a command to stop. */
export type StopSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP'

const SIGNALS: readonly StopSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** npm passes a Ctrl-C on that the terminal has sent already; what comes this soon is the same one. */
const SAME_SIGNAL_MS = 500

/** The reason of a run that was asked to stop and did. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
  readonly exitCode: number

  constructor(signal: StopSignal) {
    super(`stopped by ${signal}`)
    this.exitCode = exitCodeOfSignal(signal)
  }
}

/** What {@link untilInterrupted} listens to and tells. */
export interface UntilInterruptedOptions {
  /** Called at the first signal, while the work is still stopping. */
  onStop?: (() => void) | undefined
  /** Where signals come from. @defaultValue this process */
  source?: Pick<NodeJS.EventEmitter, 'on' | 'off'>
  nowMs?: () => number
  exit?: (code: number) => void
}

/**
 * Runs work that a signal stops cleanly: the first one aborts it and the call then rejects with {@link Interrupted};
 * one that comes half a second later or after leaves at once.
 */
export async function untilInterrupted<T>(
  work: (signal: AbortSignal) => Promise<T>,
  options: UntilInterruptedOptions = {},
): Promise<T> {
  const { onStop, source = process, nowMs = () => performance.now() } = options
  const exit = options.exit ?? ((code: number) => process.exit(code))
  const controller = new AbortController()
  let stoppedAt: number | undefined
  const listeners = SIGNALS.map((name) => {
    const listener = (): void => {
      if (stoppedAt === undefined) {
        stoppedAt = nowMs()
        controller.abort(new Interrupted(name))
        onStop?.()
      } else if (nowMs() - stoppedAt >= SAME_SIGNAL_MS) exit(exitCodeOfSignal(name))
    }
    source.on(name, listener)
    return { name, listener }
  })
  try {
    return await work(controller.signal)
  } catch (error) {
    // What broke while it was being stopped, such as a child process that got the same signal, is no news.
    throw controller.signal.aborted ? controller.signal.reason : error
  } finally {
    for (const { name, listener } of listeners) source.off(name, listener)
  }
}

function exitCodeOfSignal(signal: StopSignal): number {
  return 128 + constants.signals[signal]
}
