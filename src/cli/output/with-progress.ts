import type { ProgressEvent } from '../../protocol/ports/call-options.ts'
import { untilInterrupted } from '../until-interrupted.ts'
import { progressOnStderr, type ProgressReporter } from './progress-reporter.ts'

/** What the work of {@link withProgress} gets. */
export interface ProgressCall {
  signal: AbortSignal
  onProgress: (event: ProgressEvent) => void
  /** The reporter itself, for notes. */
  progress: ProgressReporter
}

/** How {@link withProgress} tells. */
export interface WithProgressOptions {
  json: boolean
  /** What is being worked on, as it stands now. */
  detail: () => string
}

/** Runs work that a signal stops, with its progress on stderr. @throws Interrupted, and what the work throws */
export async function withProgress<T>(
  { json, detail }: WithProgressOptions,
  work: (call: ProgressCall) => Promise<T>,
): Promise<T> {
  const progress = progressOnStderr({ json })
  const onProgress = ({ stage, done, total, unit }: ProgressEvent): void =>
    progress.update({ stage, detail: detail(), done, total, unit })
  try {
    return await untilInterrupted(async (signal) => await work({ signal, onProgress, progress }), {
      onStop: () => progress.note('Stopping … (Ctrl-C again to leave at once)'),
    })
  } finally {
    progress.stop()
  }
}
