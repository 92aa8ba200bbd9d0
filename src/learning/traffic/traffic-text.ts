import { quoteData } from '../prior/quote-data.ts'

/** Longest piece of a stranger's text in a prompt, in characters. */
const MAX_LINE = 400

// Line breaks and other blanks, controls, and what is not seen.
const BLANKS = /[\s\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu

/**
 * A text from traffic as one line of plain words for the learner's prompts: no line breaks, nothing unseen, double quotes as
 * single ones, no markers of chat templates, cut at 400 characters. Prompts put it between double quotes.
 */
export function toPromptLine(text: string): string {
  const line = text
    .slice(0, 4 * MAX_LINE)
    .replaceAll(BLANKS, ' ')
    .trim()
  const plain = line
    .replaceAll('"', "'")
    .replaceAll('<', '‹')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
  return Array.from(plain).slice(0, MAX_LINE).join('').trim()
}

/** The key under which an answer stands that is no JSON object. */
export const PLAIN_ANSWER = 'answer'

/** An answer as the flat object that a task's keys ask for: JSON objects as they are, anything else under one key. */
export function toAnswerObject(answer: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(answer)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>
    }
  } catch {
    // Any text may be an answer.
  }
  return { [PLAIN_ANSWER]: answer.trim() }
}

/** An answer on one line, the same for all ways of writing the same object. */
export function toAnswerLine(answer: string): string {
  return quoteData(sortKeys(toAnswerObject(answer)))
}

function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sortKeys)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  // Own properties, so that `__proto__` is a key like any other.
  return Object.fromEntries(entries.map(([key, each]) => [key, sortKeys(each)]))
}

/** A task's text for comparing: retries are often the same but for case and blanks. */
export function normaliseTask(task: string): string {
  return task.normalize('NFKC').toLowerCase().replaceAll(BLANKS, ' ').trim()
}
