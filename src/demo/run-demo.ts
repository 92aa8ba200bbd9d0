import type { Report } from '../protocol/report/report.ts'
import type { DemoFiles, DemoOptions, DemoProgress, DemoTiming } from './demo-options.ts'

/** What {@link runDemo} reports while it works, and how it is stopped. */
export interface RunDemoOptions {
  signal?: AbortSignal | undefined
  onProgress?: ((progress: DemoProgress) => void) | undefined
  /** Things worth a line: an experience accepted, an entry slashed. */
  onEvent?: ((line: string) => void) | undefined
}

/** What a run left. */
export interface DemoResult {
  report: Report
  timing: DemoTiming
  files: DemoFiles
}

export async function runDemo(
  options: DemoOptions,
  call: RunDemoOptions = {},
): Promise<DemoResult> {
  throw new Error(`${options.dataFolder}${String(call)}`)
}
