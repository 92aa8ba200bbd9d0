import { quoteAnswer, quoteText } from './quote-text.ts'
import type { DraftLesson } from './apply-draft.ts'

/** A lesson under the short name that it has in one prompt. */
export interface LabelledLesson {
  /** `G0`, `G1`, … in the library's order. Models repeat such names more safely than they repeat CIDs. */
  label: string
  cid: string
  /** What it says, quoted, after its label. */
  line: string
}

/** Names lessons for a prompt. Names hold for that prompt only, so that nothing outside depends on an order. */
export function labelLessons(lessons: readonly DraftLesson[]): LabelledLesson[] {
  return lessons.map(({ cid, text, example }, index) => {
    const label = `G${index}`
    const parts = [`[${label}]`]
    if (text !== undefined) parts.push(quoteText(text))
    if (example !== undefined) {
      const { input, output } = example
      parts.push(`(request ${quoteText(input)} was accepted with ${quoteAnswer(output)})`)
    }
    return { label, cid, line: parts.join(' ') }
  })
}

/** The part of a prompt that shows what is known. */
export function describeLibrary(labelled: readonly LabelledLesson[]): string {
  if (labelled.length === 0) return 'Lessons that are known: none.'
  return `Lessons that are known:\n${labelled.map(({ line }) => line).join('\n')}`
}
