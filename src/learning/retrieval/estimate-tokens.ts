import { countUtf8Bytes } from '../../protocol/encoding/count-utf8-bytes.ts'

/** Bytes that a token of a usual vocabulary holds at least, on average, in English, JSON and code. */
export const BYTES_PER_TOKEN = 3

/**
 * Tokens of a text, estimated from above without a tokenizer: 3 bytes of UTF-8 each. Vocabularies hold about 4 bytes a
 * token in English and about 3 in JSON; scripts beyond Latin take 3 bytes a character and about a token for it.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(countUtf8Bytes(text) / BYTES_PER_TOKEN)
}
