import type { CallOptions, LanguageModel, Task } from '../protocol/ports.ts'
import type { MemoryItem } from './memory.ts'
import { GREEDY } from './prompts/call-prompt.ts'
import { runEpisode } from './run-episode.ts'

/** How one task went. */
export interface TaskScore {
  taskId: string
  domain: string
  /** Accepted at the first attempt. */
  success: boolean
  /** 1, 0.5, 0.25 or 0 by attempt; of the first attempt only where no more were allowed. */
  reward: number
  /** Attempts used. */
  calls: number
  /** Tokens of the first prompt, memory included. */
  promptTokens: number
  /** Tokens of the prompts of all attempts. */
  episodeTokens: number
}

/** What {@link evaluateMemory} needs. */
export interface EvaluateMemoryOptions extends CallOptions {
  /** The memory under which a domain's tasks are tried. */
  memoryOf: (domain: string) => readonly MemoryItem[]
  /** Most attempts an episode, 1…3. */
  attempts: number
}

/** Tests one arm: every task once, greedily, under the memory of its domain, in the order of the tasks. */
export async function evaluateMemory(
  tasks: readonly Task[],
  model: LanguageModel,
  { memoryOf, attempts, ...call }: EvaluateMemoryOptions,
): Promise<TaskScore[]> {
  return await Promise.all(
    tasks.map(async (task) => {
      const memory = memoryOf(task.domain)
      const episode = await runEpisode(task, model, { memory, attempts, sampling: GREEDY, ...call })
      const [first] = episode.attempts
      return {
        taskId: task.id,
        domain: task.domain,
        success: first?.verdict.success ?? false,
        reward: episode.reward,
        calls: episode.attempts.length,
        promptTokens: first?.promptTokens ?? 0,
        episodeTokens: episode.attempts.reduce((sum, attempt) => sum + attempt.promptTokens, 0),
      }
    }),
  )
}
