import { countUtf8Bytes } from '../encoding/count-utf8-bytes.ts'
import { MAX_TEXT_BYTES } from './experience.ts'
import { findRefusal, type TextVerdict } from './text-rules.ts'

/** Most words of a sentence; a word is what stands between blanks. */
export const MAX_TEXT_WORDS = 32

/**
 * Whether a sentence may be shared and may ever stand in a prompt: one line of at most 32 words and 400 bytes, visible
 * characters in NFC, no link, no secret, nothing that speaks to the reading model. The patterns are a first sieve, not
 * a proof: what passes still enters prompts only as quoted data and after its own trial.
 */
export function checkText(text: string): TextVerdict {
  // Length first: the patterns below then run on little.
  if (countUtf8Bytes(text) > MAX_TEXT_BYTES) return { ok: false, reason: 'too-long' }
  const reason = findRefusal(text)
  if (reason !== undefined) return { ok: false, reason }
  const words = text.split(' ').filter((word) => word !== '')
  return words.length > MAX_TEXT_WORDS ? { ok: false, reason: 'too-long' } : { ok: true }
}
