import { DsoError } from '../protocol/errors.ts'
import type { Clock, Ledger, LedgerCursor, LedgerEvent } from '../protocol/ports.ts'
import { isBefore } from './read-events.ts'

/** What {@link followEvents} reads, calls and remembers. */
export interface FollowEventsOptions {
  ledger: Pick<Ledger, 'readEvents'>
  /** Position after the last handled event; undefined starts at the registry's first. */
  loadCursor: () => Promise<LedgerCursor | undefined>
  /** Must be durable when it resolves. */
  saveCursor: (cursor: LedgerCursor) => Promise<void>
  /** Called one event at a time in chain order. A repeated event must be harmless. */
  onEvent: (event: LedgerEvent) => Promise<void>
  /** Told of every failed reading; reading is tried again after a pause that doubles with each failure. */
  onUnreachable?: (error: DsoError) => void
  /**
   * Called when blocks were replaced whose events were handled already: more of them than the ledger waits for. It must
   * forget all that was handled; every event is handed on again from the registry's first. Without it the following ends.
   */
  onReorganised?: (error: DsoError) => Promise<void>
  /** Pause between readings in ms. */
  pollMs: number
  /** Longest pause after failures in ms. Default 60,000. */
  maxPauseMs?: number
  clock: Pick<Clock, 'sleep'>
  /** Aborting ends the following after the event in hand. */
  signal: AbortSignal
}

/**
 * Hands every event of the registry to `onEvent`, in order and at least once, until `signal` aborts; then resolves.
 * The position is saved after each event, so a crash repeats at most the event that was in hand. What an endpoint repeats
 * is handed on once. A chain that does not answer, or answers incompletely, is waited for. Events of blocks that are
 * replaced before the ledger's confirmations are never handed on, so the same state follows whatever the head does.
 * What `onEvent` or the callbacks throw ends the following.
 *
 * @throws DsoError whatever `readEvents` throws beside `CHAIN_UNREACHABLE`, and `CHAIN_REORGANISED` where nobody handles it
 */
export async function followEvents(options: FollowEventsOptions): Promise<void> {
  const { signal, clock, pollMs, maxPauseMs = 60_000, saveCursor } = options
  let cursor = await options.loadCursor()
  let failures = 0
  while (!signal.aborted) {
    const batch = await read(cursor, options)
    if (batch === 'reorganised') {
      // Saved only when the first event was handled again: a crash before that comes here once more.
      cursor = undefined
      continue
    }
    failures = batch === 'unreachable' ? failures + 1 : 0
    if (batch !== 'unreachable') {
      for (const event of batch.events) {
        if (signal.aborted) return
        if (cursor !== undefined && isBefore(event, cursor)) continue
        await options.onEvent(event)
        cursor = { block: event.block, logIndex: event.logIndex + 1 }
        await saveCursor(cursor)
      }
      if (!isSame(batch.cursor, cursor)) {
        cursor = batch.cursor
        await saveCursor(cursor)
      }
    }
    const pauseMs = failures === 0 ? pollMs : Math.min(pollMs * 2 ** failures, maxPauseMs)
    if (!(await pause(clock, Math.max(pollMs, pauseMs), signal))) return
  }
}

async function read(
  cursor: LedgerCursor | undefined,
  { ledger, signal, onUnreachable, onReorganised }: FollowEventsOptions,
): Promise<{ events: LedgerEvent[]; cursor: LedgerCursor } | 'unreachable' | 'reorganised'> {
  try {
    return await ledger.readEvents(cursor, { signal })
  } catch (error) {
    if (signal.aborted) return 'unreachable'
    if (DsoError.is(error, 'CHAIN_REORGANISED') && onReorganised !== undefined) {
      await onReorganised(error)
      return 'reorganised'
    }
    if (!DsoError.is(error, 'CHAIN_UNREACHABLE')) throw error
    onUnreachable?.(error)
    return 'unreachable'
  }
}

async function pause(
  clock: Pick<Clock, 'sleep'>,
  pollMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await clock.sleep(pollMs, signal)
    return !signal.aborted
  } catch (error) {
    if (signal.aborted) return false
    throw error
  }
}

function isSame(a: LedgerCursor, b: LedgerCursor | undefined): boolean {
  return a.block === b?.block && a.logIndex === b.logIndex && a.hash === b.hash
}
