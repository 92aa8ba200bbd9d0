import type { MemoryItem } from '../memory.ts'
import { quoteData } from './quote-data.ts'

/**
 * Renders memory for the fixed slot of a prompt: every piece is quoted as JSON, so that no text can close its quotes,
 * open a line of its own, hide, or pass for the prompt's own words or a chat template's. Empty memory renders as the empty string.
 */
export function renderMemory(items: readonly MemoryItem[]): string {
  const lines: string[] = []
  const examples = new Set<string>()
  for (const { text, example } of items) {
    if (text !== undefined) lines.push(`- ${quoteData(text)}`)
    if (example !== undefined) {
      examples.add(
        `- request ${quoteData(example.input)} was accepted with ${flatten(example.output)}`,
      )
    }
  }
  lines.push(...examples)
  return lines.length === 0 ? '' : `${MEMORY_HEADING}\n${lines.join('\n')}\n`
}

/** The line that opens the slot. */
export const MEMORY_HEADING = 'Notes from earlier calls:'

/** An example's output is JSON already; re-encoding it leaves no way to smuggle anything beside it. */
function flatten(output: string): string {
  try {
    return quoteData(JSON.parse(output))
  } catch {
    return quoteData(output)
  }
}
