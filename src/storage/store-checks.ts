import { DsoError } from '../protocol/errors.ts'
import type {
  JournalEntry,
  LibraryCandidate,
  LibraryVersion,
} from '../protocol/ports/library-store.ts'
import type { ExperienceRecord } from '../protocol/ports/store.ts'
import { checkFinite } from './vector-index.ts'

/** `seq` of a feed's first operation. */
const FIRST_SEQ = 0

/** Newest operation of a feed. */
export interface FeedHead {
  seq: number
  cid: string
}

/** Refuses what a store could not give back unchanged. @throws DsoError `FORMAT_INVALID`, `VALUE_NOT_FINITE` */
export function checkRecord(record: ExperienceRecord): void {
  const { cid, domain, reason } = record
  checkTexts({ cid, domain, reason })
  checkFinite(record.embedding)
}

/** Refuses decisions that a store could not give back unchanged. @throws DsoError `FORMAT_INVALID` */
export function checkLibrary(version: LibraryVersion, journal: readonly JournalEntry[]): void {
  checkTexts({ id: version.id, parent: version.parent, experiences: version.experiences.join('') })
  for (const { version: led, cid, from, why, evidence, run } of journal) {
    checkTexts({ version: led, cid, from: from.join(''), why, suite: evidence?.suite, run })
  }
}

/** Refuses candidates that a store could not give back unchanged. @throws DsoError `FORMAT_INVALID` */
export function checkCandidates(candidates: readonly LibraryCandidate[]): void {
  for (const { id, domain, text, example, source } of candidates) {
    checkTexts({ id, domain, text, input: example?.input, output: example?.output, source })
  }
}

/** A lone surrogate has no UTF-8 form. */
function checkTexts(fields: Readonly<Record<string, string | undefined>>): void {
  for (const [field, text] of Object.entries(fields)) {
    if (text?.isWellFormed() === false) {
      throw new DsoError('FORMAT_INVALID', {
        details: { field, reason: 'not well-formed Unicode' },
      })
    }
  }
}

/**
 * Whether an operation that is not yet known continues its feed.
 * @throws DsoError `OPERATION_OUT_OF_ORDER` with what was expected: a gap, a fork, a wrong predecessor
 */
export function checkFollows(
  head: FeedHead | undefined,
  operation: { author: string; seq: number; prev: string | undefined },
): void {
  const seq = head === undefined ? FIRST_SEQ : head.seq + 1
  if (operation.seq === seq && operation.prev === head?.cid) return
  throw new DsoError('OPERATION_OUT_OF_ORDER', {
    details: {
      author: operation.author,
      seq: operation.seq,
      prev: operation.prev,
      expectedSeq: seq,
      expectedPrev: head?.cid,
    },
  })
}
