import { countUtf8Bytes } from '../../protocol/encoding/count-utf8-bytes.ts'
import type { MemoryItem } from '../memory.ts'
import { BYTES_PER_TOKEN } from '../retrieval/estimate-tokens.ts'

/** Bytes that a prompt's slot puts around a sentence, and around an example. */
const SENTENCE_FRAME = 5
const EXAMPLE_FRAME = 31

/**
 * Tokens that a piece of memory takes in a prompt, estimated without a tokenizer and rather too high: caps and budgets
 * must hold for every model.
 */
export function countMemoryTokens({ text, example }: MemoryItem): number {
  let bytes = 0
  if (text !== undefined) bytes += countUtf8Bytes(text) + SENTENCE_FRAME
  if (example !== undefined) {
    bytes += countUtf8Bytes(example.input) + countUtf8Bytes(example.output) + EXAMPLE_FRAME
  }
  return Math.ceil(bytes / BYTES_PER_TOKEN)
}
