import { countUtf8Bytes } from '../../protocol/encoding/count-utf8-bytes.ts'
import { MAX_TEXT_WORDS } from '../../protocol/experience/check-text.ts'
import { MAX_TEXT_BYTES } from '../../protocol/experience/experience.ts'

/**
 * The one repair of a text that is too long: its first sentences, as many as fit into 32 words and 400 bytes. Nothing is
 * cut inside a sentence, because half a rule is another rule.
 *
 * @returns the text itself when it fits, undefined when not even its first sentence does
 */
export function shortenText(text: string): string | undefined {
  if (fits(text)) return text
  let kept = ''
  for (const sentence of text.slice(0, 8 * MAX_TEXT_BYTES).split(/(?<=[.!?]) (?=\p{Lu})/u)) {
    const longer = kept === '' ? sentence : `${kept} ${sentence}`
    if (!fits(longer)) break
    kept = longer
  }
  return /[.!?]$/.test(kept) ? kept : undefined
}

function fits(text: string): boolean {
  return countUtf8Bytes(text) <= MAX_TEXT_BYTES && text.split(' ').length <= MAX_TEXT_WORDS
}
