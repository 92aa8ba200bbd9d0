import { DsoError } from '../protocol/errors.ts'
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
  for (const field of ['cid', 'domain', 'reason'] as const) {
    // A lone surrogate has no UTF-8 form.
    if (record[field]?.isWellFormed() === false) {
      throw new DsoError('FORMAT_INVALID', {
        details: { field, reason: 'not well-formed Unicode' },
      })
    }
  }
  checkFinite(record.embedding)
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
