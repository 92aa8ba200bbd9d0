import { objectHead } from '../../../src/models/llama/write-answer.ts'
import type { LogitsModel } from '../../../src/protocol/ports.ts'

/** One value of an answer, as the model draws it: what stands before it, and its tokens up to what closes it. */
export interface DrawnValue {
  /** Text of the answer before the value. */
  before: string
  tokens: number[]
}

/**
 * The tokens of an answer that a model draws: its values. Keys are given to it, so they say nothing about good and bad.
 *
 * @param answer a flat JSON object as text
 * @returns nothing for a text that is none
 */
export function valueTokens(
  model: Pick<LogitsModel, 'tokenize'>,
  answer: string,
  keys: readonly string[],
): DrawnValue[] {
  const values = readObject(answer)
  if (values === undefined) return []
  let before = ''
  return keys.map((key, index) => {
    before += objectHead(keys, index)
    const value = ` ${JSON.stringify(values[key] ?? null)}`
    const close = index + 1 < keys.length ? ',' : '}'
    const drawn = { before, tokens: model.tokenize(value + close) }
    before += value
    return drawn
  })
}

function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}
