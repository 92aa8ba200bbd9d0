/** Controls, format characters (bidirectional marks, zero widths, invisible tags) and private use. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}]/gu

/**
 * One line of text in which every character shows: white space becomes a space, anything invisible or able to steer a
 * terminal or reorder a line becomes U+FFFD. Texts in a report come from other people's models and may be hostile.
 */
export function toVisibleText(text: string): string {
  return text.toWellFormed().replace(/\s+/gu, ' ').replace(INVISIBLE, '\uFFFD')
}
