import type { CallOptions, LanguageModel, Task } from '../../protocol/ports.ts'
import type { MemoryItem } from '../memory.ts'
import { GREEDY } from '../prompts/call-prompt.ts'
import { type Attempt, runEpisode } from '../run-episode.ts'

/** First attempts at some tasks under one memory, in the tasks' order. */
export type Trial = readonly Attempt[]

/** Lets the model try each task once, greedily, under the given memory: one arm of a paired comparison. */
export async function runTrial(
  tasks: readonly Task[],
  memory: readonly MemoryItem[],
  model: LanguageModel,
  options: CallOptions = {},
): Promise<Trial> {
  return await Promise.all(
    tasks.map(async (task) => {
      const { attempts } = await runEpisode(task, model, {
        memory,
        attempts: 1,
        sampling: GREEDY,
        ...options,
      })
      const [first] = attempts
      if (first === undefined) throw new RangeError('an episode has at least one attempt')
      return first
    }),
  )
}

/** Paired result of one arm against another on the same tasks. */
export interface PairedResult {
  /** Tasks. */
  n: number
  /** Tasks that only the candidate solved. */
  wins: number
  /** Tasks that only the baseline solved. */
  losses: number
}

/** Counts on which tasks a candidate did better or worse than the baseline; `field` restricts it to one parameter. */
export function compareTrials(baseline: Trial, candidate: Trial, field?: string): PairedResult {
  const good = ({ verdict }: Attempt): boolean =>
    field === undefined ? verdict.success : verdict.success || verdict.fields[field] === true
  let wins = 0
  let losses = 0
  for (const [index, attempt] of candidate.entries()) {
    const other = baseline[index]
    if (other === undefined) throw new RangeError('paired trials need the same tasks')
    if (good(attempt) && !good(other)) wins++
    if (!good(attempt) && good(other)) losses++
  }
  return { n: candidate.length, wins, losses }
}

/** How many of a trial's attempts were accepted. */
export function countSuccesses(trial: Trial): number {
  return trial.filter(({ verdict }) => verdict.success).length
}
