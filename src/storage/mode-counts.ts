import { DsoError } from '../protocol/errors.ts'
import type { ModeCountRecord } from '../protocol/ports/mode-store.ts'

/** Refuses counts that a store could not give back unchanged, or that cannot be. @throws DsoError `FORMAT_INVALID` */
export function checkModeCounts(counts: readonly ModeCountRecord[]): void {
  for (const { model, name, mode, run, domain, proposals, accepted, calls } of counts) {
    for (const [field, text] of Object.entries({ model, name, mode, run, domain })) {
      // A lone surrogate has no UTF-8 form.
      if (!text.isWellFormed()) refuse(field, 'not well-formed Unicode')
    }
    for (const [field, count] of Object.entries({ proposals, accepted, calls })) {
      if (!Number.isSafeInteger(count) || count < 0) refuse(field, 'not a count')
    }
    if (accepted > proposals) refuse('accepted', 'more than were proposed')
  }
}

/** By model, run, domain and mode, in UTF-16 order: the same in every store. */
export function compareModeCounts(a: ModeCountRecord, b: ModeCountRecord): number {
  for (const field of ['model', 'run', 'domain', 'mode'] as const) {
    if (a[field] !== b[field]) return a[field] < b[field] ? -1 : 1
  }
  return 0
}

function refuse(field: string, reason: string): never {
  throw new DsoError('FORMAT_INVALID', { details: { field, reason } })
}
