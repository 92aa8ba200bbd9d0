import { compareTrials, countSuccesses, runTrial } from '../learning/gate/run-trial.ts'
import { toMemoryItem } from '../learning/prior/to-memory-item.ts'
import { DsoError } from '../protocol/errors.ts'
import type { LanguageModel, Task, TaskSuite } from '../protocol/ports.ts'
import type { TrialRunner } from '../sharing/review-entry.ts'
import type { TrialCounts } from '../sharing/score-trial.ts'

/** What {@link createTrialRunner} tries with. */
export interface TrialRunnerOptions {
  suite: TaskSuite
  model: LanguageModel
  /** Tasks of a trial of one domain, ≥ 1. */
  tasks: number
}

/** Tasks from which a trial's are drawn, for each that it takes. */
const DECK_FACTOR = 4

/**
 * Tries received experiences on practice tasks of this node's suite: the same greedy attempts with them and without.
 * Null for a domain that the suite lacks.
 */
export function createTrialRunner({ suite, model, tasks: count }: TrialRunnerOptions): TrialRunner {
  return async (domain, experiences, entryId, call) => {
    const tasks = drawTasks(suite, domain, entryId, count)
    if (tasks.length === 0) return null
    const baseline = await runTrial(tasks, [], model, call)
    try {
      const trial = await runTrial(tasks, experiences.map(toMemoryItem), model, call)
      const { n, wins, losses } = compareTrials(baseline, trial)
      // Not all of a trial's successes but the wins: a win may be a refusal with more parts right.
      const both = trial.filter(
        ({ verdict }, index) => verdict.success && baseline[index]?.verdict.success === true,
      ).length
      return { n, wins, losses, both }
    } catch (error) {
      if (!DsoError.is(error, 'PROMPT_TOO_LONG')) throw error
      return nothingSolved(tasks, countSuccesses(baseline))
    }
  }
}

/** Drawn by the entry's number, which its author could not choose: every reviewer repeats the same trial. */
function drawTasks(suite: TaskSuite, domain: string, entryId: bigint, count: number): Task[] {
  if (!suite.domains.includes(domain)) return []
  const deck = suite.listTasks(domain, 'practice', DECK_FACTOR * count)
  const offset = Number(entryId % BigInt(Math.max(1, deck.length - count + 1)))
  return deck.slice(offset, offset + count)
}

/** Experiences too long for a prompt would spoil every task they were used on. */
function nothingSolved(tasks: readonly Task[], solvedBefore: number): TrialCounts {
  return { n: tasks.length, wins: 0, losses: solvedBefore, both: 0 }
}
