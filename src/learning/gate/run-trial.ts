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
  /** Tasks on which both can be judged: all of them, where a verifier judges. */
  n: number
  /** Tasks on which the candidate got more right. */
  wins: number
  /** Tasks on which the baseline got more right. */
  losses: number
}

/**
 * Counts on which tasks a candidate did better or worse than the baseline. Acceptance beats every refusal; between two
 * refusals the one with more correct parts is the better one, so that a lesson about one part is seen even where
 * another part still fails. `field` restricts the comparison to that part.
 */
export function compareTrials(baseline: Trial, candidate: Trial, field?: string): PairedResult {
  let wins = 0
  let losses = 0
  const pairs = judgedPairs(baseline, candidate)
  for (const [other, attempt] of pairs) {
    const difference = worthOf(attempt, field) - worthOf(other, field)
    if (difference > 0) wins++
    if (difference < 0) losses++
  }
  return { n: pairs.length, wins, losses }
}

/** How many of the tasks on which both can be judged each of them solved. */
export function countSolvedPairs(
  baseline: Trial,
  candidate: Trial,
): { baseline: number; candidate: number } {
  const pairs = judgedPairs(baseline, candidate)
  const solved = (arm: 0 | 1): number => countSuccesses(pairs.map((pair) => pair[arm]))
  return { baseline: solved(0), candidate: solved(1) }
}

/** A candidate that stopped early is compared on the tasks that it was tried on. */
function judgedPairs(baseline: Trial, candidate: Trial): [Attempt, Attempt][] {
  return candidate.flatMap((attempt, index): [Attempt, Attempt][] => {
    const other = baseline[index]
    if (other === undefined) throw new RangeError('paired trials need the same tasks')
    const unjudged = attempt.verdict.unjudged === true || other.verdict.unjudged === true
    return unjudged ? [] : [[other, attempt]]
  })
}

function worthOf({ verdict }: Attempt, field: string | undefined): number {
  if (field !== undefined) return Number(verdict.success || verdict.fields[field] === true)
  if (verdict.success) return Number.MAX_SAFE_INTEGER
  return Object.values(verdict.fields).filter(Boolean).length
}

/** How many of a trial's attempts were accepted. */
export function countSuccesses(trial: Trial): number {
  return trial.filter(({ verdict }) => verdict.success).length
}
