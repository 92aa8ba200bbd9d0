import type { CallOptions, LanguageModel, Task, Verdict } from '../protocol/ports.ts'
import type { MemoryItem } from './memory.ts'
import { type Sampling, callPrompt } from './prompts/call-prompt.ts'

/** One call and what came of it. */
export interface Attempt {
  /** The answer, a JSON object as text. */
  answer: string
  verdict: Verdict
  /** Tokens of the prompt. */
  promptTokens: number
}

/** One full try at a task: up to three attempts, each refusal fed back. */
export interface Episode {
  task: Task
  attempts: readonly Attempt[]
  /** 1 at the first attempt, 0.5 at the second, 0.25 at the third, 0 when none was accepted. */
  reward: number
}

/** What {@link runEpisode} needs. */
export interface EpisodeOptions extends CallOptions {
  memory: readonly MemoryItem[]
  /** Most attempts, 1…3. */
  attempts: number
  sampling: Sampling
}

const REWARDS = [1, 0.5, 0.25] as const

/** Lets the model try a task until the environment accepts or the attempts are used up. */
export async function runEpisode(
  task: Task,
  model: LanguageModel,
  { memory, attempts: most, sampling, ...call }: EpisodeOptions,
): Promise<Episode> {
  const attempts: Attempt[] = []
  for (let i = 0; i < most; i++) {
    const failed = attempts.map(({ answer, verdict }) => ({ answer, message: verdict.message }))
    // A repeated sample must differ from the first: the seed moves with the attempt.
    const seed = (sampling.seed + i) >>> 0
    const request = callPrompt(task, memory, failed, { ...sampling, seed })
    const { text, promptTokens } = await model.complete(request, call)
    const verdict = await task.verify(text, { signal: call.signal })
    attempts.push({ answer: text, verdict, promptTokens })
    if (verdict.success) return { task, attempts, reward: REWARDS[i] ?? 0 }
  }
  return { task, attempts, reward: 0 }
}
