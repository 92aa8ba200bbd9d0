import type { CompletionRequest, Task } from '../../protocol/ports.ts'
import type { MemoryItem } from '../memory.ts'
import { renderMemory } from '../prior/render-memory.ts'

/** An earlier attempt at the same task and what the service said to it. */
export interface FailedAttempt {
  answer: string
  message: string
}

/** How the call is sampled. */
export interface Sampling {
  /** 0 is greedy. */
  temperature: number
  /** Seed of the sampler; ignored when greedy. */
  seed: number
}

/** Greedy decoding. */
export const GREEDY: Sampling = { temperature: 0, seed: 0 }

/** Longest value of one parameter in tokens, unless the task says otherwise. */
const MAX_VALUE_TOKENS = 24

/** Version of the layout of {@link callPrompt}: it counts up with every change, since recordings do not outlive one. */
export const CALL_PROMPT_VERSION = 1

/**
 * The prompt of one call. What changes least comes first, so that runtimes reuse the prefix: the tool,
 * its memory, then the request and, on a retry, the failed attempts. A retry is a fresh prompt that lists them:
 * small models repeat a failed call when it stands in a chat history.
 */
export function callPrompt(
  task: Task,
  memory: readonly MemoryItem[],
  failed: readonly FailedAttempt[],
  sampling: Sampling,
): CompletionRequest {
  const failures = failed.map(({ answer, message }) => `- ${answer} was refused: ${message}`)
  const history =
    failures.length === 0 ? '' : `\nCalls that failed for this request:\n${failures.join('\n')}`
  return {
    system: 'You call business tools. Answer with the JSON arguments of one call.',
    turns: [
      {
        role: 'user',
        text: `${task.head}\n${renderMemory(memory)}Request: ${task.request}${history}`,
      },
    ],
    format: { kind: 'object', keys: task.keys },
    maxTokens: task.answerTokens ?? MAX_VALUE_TOKENS,
    ...sampling,
  }
}
