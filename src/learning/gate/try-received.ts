import { DsoError } from '../../protocol/errors.ts'
import type { CallOptions, LanguageModel, Task, TaskSuite } from '../../protocol/ports.ts'
import type { MemoryItem } from '../memory.ts'
import { compareTrials, countSuccesses, runTrial } from './run-trial.ts'

/** What {@link tryReceived} tries with. */
export interface TryReceivedOptions extends CallOptions {
  suite: TaskSuite
  model: LanguageModel
  /** Tasks of a trial of one domain, ≥ 1. */
  tasks: number
  /** Decides which tasks: a number that the author could not choose, so that every reviewer repeats the same trial. */
  number: bigint
}

/** Paired counts of a trial with received memory against none. */
export interface ReceivedTrial {
  /** Tasks, ≥ 1. */
  n: number
  /** Done better with it: solved only with it, or more parts right. */
  wins: number
  /** Done better without it. */
  losses: number
  /** Solved either way. */
  both: number
}

/** Tasks from which a trial's are drawn, for each that it takes. */
const DECK_FACTOR = 4

/**
 * Tries memory that others wrote on practice tasks of one domain: the same greedy attempts with it and without.
 * Null for a domain that the suite lacks.
 */
export async function tryReceived(
  domain: string,
  memory: readonly MemoryItem[],
  { suite, model, tasks: count, number, ...call }: TryReceivedOptions,
): Promise<ReceivedTrial | null> {
  const tasks = drawTasks(suite, domain, number, count)
  if (tasks.length === 0) return null
  const baseline = await runTrial(tasks, [], model, call)
  try {
    const trial = await runTrial(tasks, memory, model, call)
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

function drawTasks(suite: TaskSuite, domain: string, number: bigint, count: number): Task[] {
  if (!suite.domains.includes(domain)) return []
  const deck = suite.listTasks(domain, 'practice', DECK_FACTOR * count)
  const offset = Number(number % BigInt(Math.max(1, deck.length - count + 1)))
  return deck.slice(offset, offset + count)
}

/** What is too long for a prompt would spoil every task that it was used on. */
function nothingSolved(tasks: readonly Task[], solvedBefore: number): ReceivedTrial {
  return { n: tasks.length, wins: 0, losses: solvedBefore, both: 0 }
}
