import { readOperations } from '../library/read-operations.ts'

/** How far {@link readSentences} reads. */
const MAX_SENTENCES = 256

/**
 * Sentences of a model that may be proposed, in their order, each once: on one line, closed by a full stop, and
 * within the rules that hold for every text that may enter a prompt. What breaks them is left out.
 */
export function readSentences(said: readonly unknown[]): string[] {
  const entries = said
    .slice(0, MAX_SENTENCES)
    .map((each) => (typeof each === 'string' ? each.trim() : ''))
    .filter((text) => text !== '')
    .map((text) => [{ op: 'add', content: /[.!?]$/.test(text) ? text : `${text}.` }])
  const texts = entries.flatMap((entry) =>
    // One by one: an endless sentence must not take the others with it.
    readOperations(JSON.stringify(entry), new Map()).operations.flatMap((operation) =>
      operation.op === 'add' ? [operation.text] : [],
    ),
  )
  return [...new Set(texts)]
}
