import { countUtf8Bytes } from '../encoding/count-utf8-bytes.ts'
import { MAX_EXAMPLE_BYTES, type WorkedExample } from './experience.ts'
import { findRefusal, type TextVerdict } from './text-rules.ts'

/**
 * Whether a worked example may be shared: input and output one line each, together at most 600 bytes, under the same
 * rules of characters and contents as a sentence (see checkText), but without a bound on words.
 */
export function checkExample({ input, output }: WorkedExample): TextVerdict {
  if (countUtf8Bytes(input) + countUtf8Bytes(output) > MAX_EXAMPLE_BYTES) {
    return { ok: false, reason: 'too-long' }
  }
  // Joined as well, so that a phrase cannot be split between the two parts.
  const reason = findRefusal(input) ?? findRefusal(output) ?? findRefusal(`${input} ${output}`)
  return reason === undefined ? { ok: true } : { ok: false, reason }
}
