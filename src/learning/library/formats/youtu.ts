import { stringify } from 'yaml'
import { checkFile, checkItems } from './check-file.ts'
import { toLine, toSentence } from './file-text.ts'
import type { FileItem, ReadFile } from './library-format.ts'
import { readYaml } from './read-yaml.ts'

/** Largest YAML file, in bytes: its parser costs more than the others. */
const MAX_YAML_BYTES = 2 ** 20

/** An item in the instructions of an agent. */
const LABEL = /^[ \t]*\[([A-Za-z]{0,8}\d{1,6})\]\.?[ \t]/m

/** Writes the experiences of youtu-agent: a YAML map from id to text. */
export function formatYoutu(items: readonly FileItem[]): string {
  const map = new Map(items.map((item) => [item.id, toSentence(item)]))
  return stringify(map, {
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  })
}

/**
 * Reads the experiences of youtu-agent: a map from id to text, at the top or under `experiences`, or an agent's
 * configuration whose instructions hold them as `[G0]. text`.
 *
 * @throws DsoError `IMPORT_INVALID`, `IMPORT_TOO_LARGE` above 1 MiB
 */
export function parseYoutu(text: string): ReadFile {
  const value = readYaml(checkFile(text, 'youtu', MAX_YAML_BYTES), 'youtu')
  const instructions = fieldOf(fieldOf(value, 'agent'), 'instructions')
  const read =
    typeof instructions === 'string'
      ? readInstructions(instructions)
      : readMap(fieldOf(value, 'experiences') ?? value)
  return checkItems(read, 'youtu')
}

function readMap(value: unknown): ReadFile {
  const read: ReadFile = { items: [], unread: [] }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return read
  for (const [id, text] of Object.entries(value)) {
    if (typeof text === 'string') read.items.push({ id, text: toLine(text) })
    else read.unread.push({ where: id.slice(0, 64), reason: 'not text' })
  }
  return read
}

function readInstructions(text: string): ReadFile {
  // Splitting by a pattern with a group gives: what stands before, then name and text in turn.
  const [, ...parts] = text.split(LABEL)
  const items: FileItem[] = []
  for (let index = 0; index + 1 < parts.length; index += 2) {
    items.push({ id: parts[index] ?? '', text: toLine(parts[index + 1] ?? '') })
  }
  return { items, unread: [] }
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Record<string, unknown>)[name]
}
