import type { CompletionRequest, Task } from '../../protocol/ports.ts'
import type { MemoryItem } from '../memory.ts'
import { renderMemory } from '../prior/render-memory.ts'
import { stripValues } from './strip-values.ts'

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
export const CALL_PROMPT_VERSION = 2

/**
 * The prompt of one call. What changes least comes first, so that runtimes reuse the prefix: the tool,
 * its memory, then the request and, on a retry, the failed attempts. A retry is a fresh prompt that lists them, since
 * small models repeat a failed call when it stands in a chat history; what the service wants stands last and apart,
 * since they also repeat a call that stands beside its refusal.
 */
export function callPrompt(
  task: Task,
  memory: readonly MemoryItem[],
  failed: readonly FailedAttempt[],
  sampling: Sampling,
): CompletionRequest {
  return {
    system: 'You call business tools. Answer with the JSON arguments of one call.',
    turns: [
      {
        role: 'user',
        text: `${task.head}\n${renderMemory(memory)}Request: ${task.request}${renderFailures(failed)}`,
      },
    ],
    format: { kind: 'object', keys: task.keys },
    maxTokens: task.answerTokens ?? MAX_VALUE_TOKENS,
    ...sampling,
  }
}

/** Every distinct call and every distinct wish once; empty where nothing failed. */
function renderFailures(failed: readonly FailedAttempt[]): string {
  if (failed.length === 0) return ''
  const calls = [...new Set(failed.map(({ answer }) => `${answer} was refused.`))]
  const wishes = [...new Set(failed.map(({ message }) => stripValues(message)))]
  const wanted = `Format that the service wants: ${wishes.join('; ')}.`
  return `\n${calls.join('\n')}\n${wanted} Write the value in that format.`
}
