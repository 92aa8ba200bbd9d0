import { findContentRefusal } from '../../protocol/experience/find-content-refusal.ts'
import { shortenText } from './shorten-text.ts'

/** What a model says should be done with a library. Texts are not experiences yet: they go through the gate first. */
export type TextOperation =
  | { op: 'add'; text: string }
  | { op: 'update'; from: string; text: string }
  | { op: 'merge'; from: readonly string[]; text: string }
  | { op: 'delete'; cid: string }
  | { op: 'keep'; cid: string }

/** What {@link readOperations} understood. */
export interface ReadOperationsResult {
  operations: TextOperation[]
  /** Entries that were no operation, named what the library lacks, or said what may not be said. */
  skipped: number
  /** Whether there was no list of operations at all: worth another try. */
  malformed: boolean
}

/** Longest answer that is read at all, in UTF-16 units. */
const MAX_ANSWER = 65_536

/** Most operations of one answer. */
const MAX_OPERATIONS = 256

const NAMES: Readonly<Record<string, TextOperation['op']>> = {
  add: 'add',
  create: 'add',
  update: 'update',
  modify: 'update',
  edit: 'update',
  merge: 'merge',
  delete: 'delete',
  remove: 'delete',
  keep: 'keep',
  none: 'keep',
}

/**
 * Reads the operations of a model's answer: a JSON list, alone, in a fence or among words, with the names that the known
 * prompts use. It never throws and never guesses: what cannot be read is skipped, and a step that removes something
 * counts only if it names exactly what it removes.
 *
 * @param labels the short names that stood in the prompt, e.g. `G0`, with the CIDs they stand for
 */
export function readOperations(
  answer: string,
  labels: ReadonlyMap<string, string>,
): ReadOperationsResult {
  const entries = listEntries(answer)
  if (entries === undefined) return { operations: [], skipped: 0, malformed: true }
  const read = entries.slice(0, MAX_OPERATIONS).map((entry) => readOperation(entry, labels))
  const operations = read.filter((operation) => operation !== undefined)
  return { operations, skipped: entries.length - operations.length, malformed: false }
}

function listEntries(answer: string): unknown[] | undefined {
  if (answer.length > MAX_ANSWER) return undefined
  // The first bracket decides: an object inside a list that was cut off must not pass for the whole answer.
  const from = answer.search(/[[{]/)
  if (from < 0) return undefined
  const to = answer.lastIndexOf(answer[from] === '[' ? ']' : '}')
  const value = parseJson(answer.slice(from, to + 1))
  if (Array.isArray(value)) return value
  if (!isObject(value)) return undefined
  return Array.isArray(value['operations']) ? value['operations'] : [value]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readOperation(
  entry: unknown,
  labels: ReadonlyMap<string, string>,
): TextOperation | undefined {
  if (!isObject(entry)) return undefined
  const op = opOf(entry['operation'] ?? entry['op'] ?? entry['option'] ?? entry['action'])
  if (op === undefined) return undefined
  const named = [
    entry['id'] ?? entry['modified_from'] ?? entry['merged_from'] ?? entry['from'],
  ].flat()
  const cids = named.map((label) => (typeof label === 'string' ? labels.get(label) : undefined))
  const [cid] = cids
  if (op === 'delete' || op === 'keep') {
    return cid === undefined || cids.length > 1 ? undefined : { op, cid }
  }
  const text = textOf(entry['content'] ?? entry['experience'] ?? entry['text'])
  if (text === undefined) return undefined
  // What should replace something unknown is still worth keeping.
  if (op === 'add' || cid === undefined) return op === 'merge' ? undefined : { op: 'add', text }
  if (op === 'update') return cids.length > 1 ? undefined : { op, from: cid, text }
  const from = new Set(cids)
  return from.has(undefined) || from.size < 2
    ? undefined
    : { op, from: [...from] as string[], text }
}

function opOf(value: unknown): TextOperation['op'] | undefined {
  const name = typeof value === 'string' ? value.trim().toLowerCase() : ''
  return Object.hasOwn(NAMES, name) ? NAMES[name] : undefined
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = shortenText(value.trim().replaceAll(/\s+/g, ' ').normalize('NFC'))
  return text === undefined || findContentRefusal({ text }) !== undefined ? undefined : text
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
