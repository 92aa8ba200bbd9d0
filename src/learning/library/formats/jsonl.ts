import { checkFile, checkItems } from './check-file.ts'
import { countField, readJsonLines, textField } from './json-lines.ts'
import type { FileItem, ReadFile } from './library-format.ts'

/** Writes our own format: one JSON object a line with `id`, `domain`, `text`, `example`, `helpful`, `harmful`. */
export function formatJsonl(items: readonly FileItem[]): string {
  return items
    .map(({ id, domain, text, example, helpful, harmful }) => {
      return `${JSON.stringify({ id, domain, text, example, helpful, harmful })}\n`
    })
    .join('')
}

/** Reads what {@link formatJsonl} wrote; other fields are left alone. @throws DsoError `IMPORT_INVALID`, `IMPORT_TOO_LARGE` */
export function parseJsonl(text: string): ReadFile {
  const read = readJsonLines(checkFile(text, 'jsonl'), (value, line) => {
    const said = textField(value['text'])
    const example = exampleOf(value['example'])
    if (said === undefined && example === undefined) return 'neither text nor example'
    const domain = textField(value['domain'])
    const helpful = countField(value['helpful'])
    const harmful = countField(value['harmful'])
    return [
      {
        id: textField(value['id']) ?? `line-${line}`,
        ...(domain === undefined ? {} : { domain }),
        ...(said === undefined ? {} : { text: said }),
        ...(example === undefined ? {} : { example }),
        ...(helpful === undefined ? {} : { helpful }),
        ...(harmful === undefined ? {} : { harmful }),
      },
    ]
  })
  return checkItems(read, 'jsonl')
}

function exampleOf(value: unknown): FileItem['example'] {
  if (typeof value !== 'object' || value === null) return undefined
  const { input, output } = value as { input?: unknown; output?: unknown }
  return typeof input === 'string' && typeof output === 'string' ? { input, output } : undefined
}
