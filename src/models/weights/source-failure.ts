import { DsoError } from '../../protocol/errors.ts'

/** What came of one source: nothing reachable, or something wrong. */
export interface SourceFailure {
  source: string
  /** `corrupt` when bytes came that are not the promised ones. */
  reason: 'unreachable' | 'corrupt'
  message: string
}

/** Raised inside the sources for bytes that are not the promised ones. */
export class CorruptSource extends Error {}

/** Whether an error, or one beneath it, says that the disk is full. */
export function isDiskFull(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') return true
    if (/no space left on device|disk quota exceeded/i.test(cause.message)) return true
  }
  return false
}

/** The fault of a source as a value; what concerns all sources (abort, full disk) is thrown on. */
export function toFailure(
  source: string,
  error: unknown,
  signal: AbortSignal | undefined,
): SourceFailure {
  signal?.throwIfAborted()
  if (DsoError.is(error)) throw error
  if (isDiskFull(error)) throw new DsoError('STORE_FULL', { details: { source }, cause: error })
  const reason = error instanceof CorruptSource ? 'corrupt' : 'unreachable'
  return { source, reason, message: innermost(error).slice(0, 500) }
}

function innermost(error: unknown): string {
  let message = String(error)
  for (let cause = error; cause instanceof Error; cause = cause.cause) message = cause.message
  return message
}
