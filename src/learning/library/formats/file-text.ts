import type { FileItem } from './library-format.ts'

/** Text of a file as one line: blanks and line breaks become single blanks, Unicode its normal form C. */
export function toLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().normalize('NFC')
}

/** What an item says, as one sentence for formats that know no examples. */
export function toSentence({ text, example }: FileItem): string {
  const parts = text === undefined ? [] : [toLine(text)]
  if (example !== undefined) {
    const { input, output } = example
    parts.push(`Example: ${JSON.stringify(toLine(input))} was accepted with ${toLine(output)}`)
  }
  return parts.join(' ')
}

/** A heading or title as a domain; undefined for one that is only a title. Names of tools have a separator. */
export function toDomain(heading: string): string | undefined {
  const name = heading.trim()
  return /^(?=.{1,64}$)[A-Za-z0-9]+(?:[._/-][A-Za-z0-9]+)+$/.test(name) ? name : undefined
}

/** Items by their domain, those without one under the empty name; in order of appearance. */
export function groupByDomain(items: readonly FileItem[]): [domain: string, items: FileItem[]][] {
  return [...Map.groupBy(items, ({ domain = '' }) => domain)]
}

/** Text inside Markdown: it cannot open a tag or a comment. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** The text that {@link escapeMarkup} made safe. */
export function readMarkup(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}
