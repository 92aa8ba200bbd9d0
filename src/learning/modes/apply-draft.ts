import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { WorkedExample } from '../../protocol/experience/experience.ts'
import type { LibraryVersion } from '../../protocol/ports.ts'
import { type LibraryOperation, applyOperations } from '../library/apply-operations.ts'
import type { TextOperation } from '../library/read-operations.ts'
import { sourcesOf } from './reconcile-operations.ts'

/** A lesson as the modes see it: an item of the library, or a sentence that nothing has proved yet. */
export interface DraftLesson {
  /** CID of an experience, or `draft-` and the hash of what an unproved lesson says. */
  cid: string
  text?: string
  example?: WorkedExample
}

/**
 * A library as it would be if everything proposed were true. It is never stored: the gate decides what becomes of it.
 */
export interface DraftLibrary {
  /** Undefined before the first lesson. */
  version: LibraryVersion | undefined
  /** The lessons of that version, in its order. */
  lessons: readonly DraftLesson[]
}

/** The library before anything was learnt. */
export const EMPTY_DRAFT: DraftLibrary = { version: undefined, lessons: [] }

/**
 * The last stage: takes net steps into a draft. A lesson that takes the place of others keeps their first worked
 * example, which an accepted call remains whatever is said about it. A sentence that is there already is not there
 * twice, and is not deleted by the same steps that say it; what no step names stays as and where it is.
 *
 * @returns the draft itself when nothing changed
 */
export function applyDraft(
  library: DraftLibrary,
  operations: readonly TextOperation[],
): DraftLibrary {
  const known = new Map(library.lessons.map((lesson) => [lesson.cid, lesson]))
  const said = new Set<string>()
  const rewrites = operations.flatMap((operation): LibraryOperation[] => {
    if (!('text' in operation)) return []
    const { text } = operation
    // What these steps say as well is not replaced by them.
    const from = sourcesOf(operation).filter((cid) => !said.has(cid))
    const twin = [...known.values()].find((lesson) => lesson.text === text)
    const example = twin?.example ?? from.flatMap((cid) => known.get(cid)?.example ?? [])[0]
    const isTwin = twin !== undefined && (twin.example !== undefined || example === undefined)
    const lesson = isTwin ? twin : toDraftLesson(text, example)
    known.set(lesson.cid, lesson)
    said.add(lesson.cid)
    const replaced = twin === undefined || isTwin ? from : [...from, twin.cid]
    const { cid } = lesson
    return [replaced.length === 0 ? { op: 'add', cid } : { op: 'merge', from: replaced, cid }]
  })
  const deletions = operations.flatMap((operation) =>
    operation.op === 'delete' && !said.has(operation.cid) ? [operation] : [],
  )
  const steps: LibraryOperation[] = [...rewrites, ...deletions]
  const version = steps.length === 0 ? library.version : applyOperations(library.version, steps)
  if (version === undefined || version === library.version) return library
  const lessons = version.experiences.map((cid) => known.get(cid) ?? { cid })
  return { version, lessons }
}

function toDraftLesson(text: string, example: WorkedExample | undefined): DraftLesson {
  const content = JSON.stringify([text, example?.input ?? null, example?.output ?? null])
  const cid = `draft-${bytesToHex(sha256(utf8ToBytes(content)))}`
  return { cid, text, ...(example === undefined ? {} : { example }) }
}
