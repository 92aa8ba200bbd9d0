/** One bench: what it measures, how it is called, and how it is run. */
export interface Bench {
  /** What it measures, one line. */
  summary: string
  /** Its own help text. */
  help: string
  /** Measures, writes the results, and says whether every goal was met. */
  run: (args: readonly string[]) => Promise<boolean>
}
