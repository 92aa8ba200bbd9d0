import { tryReceived } from '../learning/gate/try-received.ts'
import { toMemoryItem } from '../learning/prior/to-memory-item.ts'
import type { LanguageModel, TaskSuite } from '../protocol/ports.ts'
import type { TrialRunner } from '../sharing/review-entry.ts'

/** What {@link createTrialRunner} tries with. */
export interface TrialRunnerOptions {
  suite: TaskSuite
  model: LanguageModel
  /** Tasks of a trial of one domain, ≥ 1. */
  tasks: number
}

/** Tries received experiences on practice tasks of this node's suite, drawn by the entry's number. */
export function createTrialRunner(options: TrialRunnerOptions): TrialRunner {
  return async (domain, experiences, entryId, call) =>
    await tryReceived(domain, experiences.map(toMemoryItem), {
      ...options,
      number: entryId,
      ...call,
    })
}
