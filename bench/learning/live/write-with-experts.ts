import type { Token } from 'node-llama-cpp'
import {
  type DrawWithExpertsOptions,
  drawWithExperts,
} from '../../../src/learning/decoding/draw-with-experts.ts'
import { objectHead, writeObject } from '../../../src/models/llama/write-answer.ts'
import type { Completion, LogitsModel } from '../../../src/protocol/ports.ts'

/** What is to be answered, and with whose help. */
export interface WriteWithExpertsOptions extends Omit<DrawWithExpertsOptions, 'answer'> {
  /** Keys of the object. */
  keys: readonly string[]
  /** Bound of each value, in tokens. */
  maxTokens: number
}

/**
 * Answers with one flat object whose values are drawn from the product of experts. The same writer as for answers of the
 * model alone, so that two arms differ in the distribution and in nothing else.
 */
export async function writeWithExperts(
  model: LogitsModel,
  { keys, maxTokens, ...options }: WriteWithExpertsOptions,
): Promise<Completion> {
  const started = performance.now()
  const answer = model.tokenize(objectHead(keys, 0))
  const { text, finish, drawn } = await writeObject(
    {
      next: async (tokens) => {
        answer.push(...tokens)
        const { token } = await drawWithExperts(model, { ...options, answer })
        // A number is a token for the runtime's types once the model has named it.
        return token as Token
      },
      tokenize: (piece) => model.tokenize(piece) as Token[],
      detokenize: (tokens) => model.detokenize(tokens),
      isEnd: (token) => model.isEnd(token),
    },
    { keys, maxTokens },
  )
  const contexts = options.experts.flatMap((each) =>
    each.kind === 'context' && each.alpha !== 0 ? [each.context] : [],
  )
  const promptTokens = [options.base, ...contexts]
    .flatMap(({ system, turns }) => [system, ...turns.map((turn) => turn.text)])
    .reduce((sum, part) => sum + model.tokenize(part).length, 0)
  const durationMs = performance.now() - started
  return { text, finish, promptTokens, completionTokens: drawn, durationMs }
}
