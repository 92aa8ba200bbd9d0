// What JSON leaves as it is although readers of text may end a line there: DEL, C1 controls (U+0085 among them) and
// the separators of lines and paragraphs. In JSON they stand only inside strings, where an escape means the same.
const BREAKS = /[\u007f-\u009f\u2028\u2029]/g

/**
 * A JSON value as JSON on exactly one line, whatever its texts contain. Parsing it gives the value back.
 *
 * @param value anything that `JSON.parse` can return
 */
export function formatJsonLine(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    BREAKS,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
