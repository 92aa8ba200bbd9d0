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
  /** What the model was shown beside the task. */
  memory: readonly MemoryItem[]
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
  /** Whether attempts get hotter where the model repeats itself, as practice wants. Default false. */
  explores?: boolean
}

/** How much hotter an exploring attempt is sampled for every call that was repeated before it. */
const REPEAT_HEAT = 0.8

const REWARDS = [1, 0.5, 0.25] as const

/** Lets the model try a task until the environment accepts or the attempts are used up. */
export async function runEpisode(
  task: Task,
  model: LanguageModel,
  { memory, attempts: most, sampling, explores = false, ...call }: EpisodeOptions,
): Promise<Episode> {
  const attempts: Attempt[] = []
  for (let i = 0; i < most; i++) {
    const failed = attempts.map(({ answer, verdict }) => ({ answer, message: verdict.message }))
    // A repeated sample must differ from the first: the seed moves with the attempt.
    const seed = (sampling.seed + i) >>> 0
    const repeats = failed.length - new Set(failed.map(({ answer }) => answer)).size
    const heat = explores ? repeats * REPEAT_HEAT : 0
    const temperature = sampling.temperature + heat
    const request = callPrompt(task, memory, failed, { temperature, seed })
    const { text, promptTokens } = await model.complete(request, call)
    const verdict = await task.verify(text, { signal: call.signal })
    attempts.push({ answer: text, verdict, promptTokens })
    if (verdict.success) return { task, memory, attempts, reward: REWARDS[i] ?? 0 }
  }
  return { task, memory, attempts, reward: 0 }
}
