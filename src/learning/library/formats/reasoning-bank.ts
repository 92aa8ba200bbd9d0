import { checkFile, checkItems } from './check-file.ts'
import { toDomain, toLine, toSentence } from './file-text.ts'
import { readJsonLines, textField } from './json-lines.ts'
import type { FileItem, ReadFile } from './library-format.ts'

/** Writes ReasoningBank items, one JSON object a line: `title` is the domain, `content` the sentence. */
export function formatReasoningBank(items: readonly FileItem[]): string {
  return items
    .map((item) => {
      const content = toSentence(item)
      const title = item.domain ?? 'General'
      return `${JSON.stringify({ id: item.id, title, description: conditionOf(content), content })}\n`
    })
    .join('')
}

/**
 * Reads ReasoningBank items: objects with `title`, `description` and `content`, or memories with `memory_items`, which
 * are such objects, or Markdown with those three as headings.
 *
 * @throws DsoError `IMPORT_INVALID`, `IMPORT_TOO_LARGE`
 */
export function parseReasoningBank(text: string): ReadFile {
  const read = readJsonLines(checkFile(text, 'reasoningbank'), (value, line) => {
    const list = 'memory_items' in value ? [value['memory_items']].flat() : [value]
    const name = textField(value['id']) ?? `line-${line}`
    const found = list.flatMap((each) => (typeof each === 'string' ? readMarkdown(each) : [each]))
    const items = found.flatMap((each, index) =>
      toItem(each, found.length === 1 ? name : `${name}.${index + 1}`),
    )
    return items.length === 0 ? 'no item with content' : items
  })
  return checkItems(read, 'reasoningbank')
}

function toItem(value: unknown, id: string): FileItem[] {
  if (typeof value !== 'object' || value === null) return []
  const { title, description, content } = value as Record<string, unknown>
  const text = textField(content) ?? textField(description)
  if (text === undefined) return []
  const domain = typeof title === 'string' ? toDomain(title) : undefined
  return [{ id, ...(domain === undefined ? {} : { domain }), text: toLine(text) }]
}

function readMarkdown(text: string): Record<string, string>[] {
  const items: Record<string, string>[] = []
  for (const part of text.split(/^# .*$/m).slice(1)) {
    const item: Record<string, string> = {}
    for (const section of part.split(/^## /m).slice(1)) {
      const match = /^(title|description|content)\b:?/i.exec(section)
      if (match !== null)
        item[match[0].replace(':', '').toLowerCase()] = section.slice(match[0].length)
    }
    items.push(item)
  }
  return items
}

function conditionOf(sentence: string): string {
  return /^(?:When|If|For) [^,]+(?=,)/.exec(sentence)?.[0] ?? sentence
}
