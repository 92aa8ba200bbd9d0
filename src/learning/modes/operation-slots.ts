import { type TextOperation, readOperations } from '../library/read-operations.ts'

/** How {@link readSlots} reads. */
export interface ReadSlotsOptions {
  /** Slots that were asked for. */
  count: number
  /** The short names that stood in the prompt, with what they stand for. */
  labels: ReadonlyMap<string, string>
  /** Texts for slots whose own is blank. Default none. */
  texts?: readonly string[]
}

/** What {@link readSlots} understood. */
export interface ReadSlotsResult {
  /** By slot: undefined where it was left blank or could not be read. */
  slots: readonly (TextOperation | undefined)[]
  /** Slots that were filled with something that is no step. */
  skipped: number
}

/**
 * The keys of an answer with room for `count` steps: a flat object, which every runtime can hold a model to. `lead`
 * names keys that come first, such as room to think.
 */
export function slotKeys(count: number, lead: readonly string[] = []): string[] {
  const slots = Array.from({ length: count }, (_, index) => {
    const { operation, id, lesson } = namesOf(index)
    return [operation, id, lesson]
  })
  return [...lead, ...slots.flat()]
}

/**
 * Reads the steps of a flat answer, each on its own: one that is malformed takes no other with it. An answer in another
 * shape (a list, in a fence, among words) is read as readOperations does, in the order of the slots.
 */
export function readSlots(
  answer: string,
  { count, labels, texts = [] }: ReadSlotsOptions,
): ReadSlotsResult {
  const object = readFlat(answer)
  if (!slotKeys(count).some((key) => Object.hasOwn(object, key))) {
    const { operations, skipped } = readOperations(answer, labels)
    // Where something was skipped, nobody knows which slot the others belong to.
    return { slots: skipped === 0 ? operations.slice(0, count) : [], skipped }
  }
  let skipped = 0
  const slots = Array.from({ length: count }, (_, index) => {
    const names = namesOf(index)
    const operation = textOf(object[names.operation])
    const ids = textOf(object[names.id])
      .split(/[\s,;"'()[\]]+/)
      .filter((id) => id !== '')
      .map((id) => id.toUpperCase())
    if (/^(?:none)?$/i.test(operation) && ids.length === 0) return undefined
    const text = textOf(object[names.lesson])
    const content = text === '' ? texts[index] : text
    const entry = { operation, id: ids.length > 1 ? ids : ids[0], content }
    const [read] = readOperations(JSON.stringify([entry]), labels).operations
    if (read === undefined) skipped++
    return read
  })
  return { slots, skipped }
}

/** The fields of an answer that is a JSON object; none of any other. */
export function readFlat(answer: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(answer)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
  } catch {
    return {}
  }
}

function namesOf(index: number): { operation: string; id: string; lesson: string } {
  const n = index + 1
  return { operation: `operation${n}`, id: `id${n}`, lesson: `lesson${n}` }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
