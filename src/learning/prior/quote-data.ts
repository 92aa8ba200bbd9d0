import { formatJsonLine } from '../../protocol/encoding/format-json-line.ts'

// What is drawn as nothing, or turns the direction of what is drawn: format characters (bidirectional controls, zero
// widths, tags), private use, and everything else that a reader cannot see.
const UNSEEN = /[\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu

// What some runtimes read as control tokens wherever it stands: the `<` of `<|im_end|>`, `</s>`, `<end_of_turn>` and
// their full-width form, the `[` of `[INST]` and `[/SYS]`. No text that may be shared holds any of it (see checkText).
const MARKERS =
  /<(?=\s*[/!?|｜]|\s*\p{L}[^<>]*>)|\[(?=\s*\/?\s*(?:inst|sys|system|assistant|user|tool\w*)\s*\])/giu

/**
 * A JSON value as data inside a prompt: one line of JSON that gives the value back when it is parsed, in which nothing
 * can end the line, close the quotes, be invisible, or pass for a marker of a chat template. Plain text stays as it is.
 *
 * @param value anything that `JSON.parse` can return
 */
export function quoteData(value: unknown): string {
  // All of these stand inside strings only, where an escape means the same.
  return formatJsonLine(value).replaceAll(UNSEEN, escape).replaceAll(MARKERS, escape)
}

function escape(char: string): string {
  return Array.from(
    { length: char.length },
    (_, index) => `\\u${char.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('')
}
