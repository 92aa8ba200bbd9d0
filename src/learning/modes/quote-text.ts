import { quoteData } from '../prior/quote-data.ts'

/** Longest piece of a text from outside in a prompt, in UTF-16 units before it is quoted. */
const MAX_QUOTED = 1000

/** A text from outside as data on one line; of an endless one the beginning. */
export function quoteText(text: string, limit = MAX_QUOTED): string {
  return quoteData(text.length > limit ? `${text.slice(0, limit)}…` : text)
}

/** An answer as data on one line: JSON as JSON, anything else between quotes. */
export function quoteAnswer(answer: string): string {
  if (answer.length > MAX_QUOTED) return quoteText(answer)
  try {
    return quoteData(JSON.parse(answer))
  } catch {
    return quoteText(answer)
  }
}
