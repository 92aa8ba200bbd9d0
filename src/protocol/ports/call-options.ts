/** One step of something long, for progress bars and logs. */
export interface ProgressEvent {
  /** What is being done, noun first: `weights`, `rollouts`. */
  stage: string
  /** Units finished so far. */
  done: number
  /** Units in all, when known. */
  total?: number
  /** What is counted: `bytes`, `calls`, `texts`. */
  unit: string
}

/** What every call that may take longer than 100 ms accepts. */
export interface CallOptions {
  /** Aborting rejects the call with the signal's reason and leaves nothing half-written. */
  signal?: AbortSignal | undefined
  /** Called as work advances, never after the call has settled. */
  onProgress?: ((event: ProgressEvent) => void) | undefined
}
