import type { FileItem, ReadFile } from './library-format.ts'
import { MAX_ITEM_BYTES } from './check-file.ts'

/** Reads every line that is not blank as a JSON object; `toItems` says what it holds, or why nothing. */
export function readJsonLines(
  text: string,
  toItems: (value: Readonly<Record<string, unknown>>, line: number) => FileItem[] | string,
): ReadFile {
  const read: ReadFile = { items: [], unread: [] }
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const value = parseObject(line)
    const found = typeof value === 'string' ? value : toItems(value, index + 1)
    if (typeof found === 'string') read.unread.push({ where: `line ${index + 1}`, reason: found })
    else read.items.push(...found)
  }
  return read
}

function parseObject(line: string): Readonly<Record<string, unknown>> | string {
  if (line.length > 4 * MAX_ITEM_BYTES) return 'too long'
  try {
    const value: unknown = JSON.parse(line)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : 'not a JSON object'
  } catch {
    return 'not JSON'
  }
}

/** A field that is text with something in it. */
export function textField(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** A field that counts. */
export function countField(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined
}
