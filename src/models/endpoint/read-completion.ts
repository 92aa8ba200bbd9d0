import { z } from 'zod'
import { DsoError } from '../../protocol/errors.ts'
import type { Completion } from '../../protocol/ports/language-model.ts'

const count = z.int().nonnegative().catch(0)

const answerSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullable() }),
        finish_reason: z.string().nullish().catch(undefined),
      }),
    )
    .min(1),
  usage: z
    .object({ prompt_tokens: count, completion_tokens: count })
    .catch({ prompt_tokens: 0, completion_tokens: 0 }),
})

/**
 * Reads the body of a chat completion. Counts that the server does not give are 0.
 * @throws DsoError `MODEL_FAILED` when it is no such body
 */
export function readCompletion(body: string): Omit<Completion, 'durationMs'> {
  const parsed = answerSchema.safeParse(parseJson(body))
  const choice = parsed.data?.choices[0]
  if (parsed.data === undefined || choice === undefined) {
    throw new DsoError('MODEL_FAILED', { details: { reason: 'not a chat completion' } })
  }
  return {
    text: choice.message.content ?? '',
    finish: choice.finish_reason === 'length' ? 'length' : 'stop',
    promptTokens: parsed.data.usage.prompt_tokens,
    completionTokens: parsed.data.usage.completion_tokens,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
