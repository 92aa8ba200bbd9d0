import { DsoError } from '../protocol/errors.ts'
import type { Clock, Ledger, LedgerCursor, LedgerEvent } from '../protocol/ports.ts'

/** What {@link followEvents} reads, calls and remembers. */
export interface FollowEventsOptions {
  ledger: Pick<Ledger, 'readEvents'>
  /** Position after the last handled event; undefined starts at the registry's first. */
  loadCursor: () => Promise<LedgerCursor | undefined>
  /** Must be durable when it resolves. */
  saveCursor: (cursor: LedgerCursor) => Promise<void>
  /** Called one event at a time in chain order. A repeated event must be harmless. */
  onEvent: (event: LedgerEvent) => Promise<void>
  /** Told of every failed reading; reading is tried again after `pollMs`. */
  onUnreachable?: (error: DsoError) => void
  /** Pause between readings in ms. */
  pollMs: number
  clock: Pick<Clock, 'sleep'>
  /** Aborting ends the following after the event in hand. */
  signal: AbortSignal
}

/**
 * Hands every event of the registry to `onEvent`, in order and at least once, until `signal` aborts; then resolves.
 * The position is saved after each event, so a crash repeats at most the event that was in hand.
 * A chain that does not answer is waited for. What `onEvent` or the cursor callbacks throw ends the following.
 *
 * @throws DsoError whatever `readEvents` throws beside `CHAIN_UNREACHABLE`
 */
export async function followEvents(options: FollowEventsOptions): Promise<void> {
  const { ledger, signal, clock, pollMs, saveCursor } = options
  let cursor = await options.loadCursor()
  while (!signal.aborted) {
    const batch = await read(ledger, cursor, options)
    for (const event of batch?.events ?? []) {
      if (signal.aborted) return
      await options.onEvent(event)
      cursor = { block: event.block, logIndex: event.logIndex + 1 }
      await saveCursor(cursor)
    }
    if (batch !== undefined && !isSame(batch.cursor, cursor)) {
      cursor = batch.cursor
      await saveCursor(cursor)
    }
    if (!(await pause(clock, pollMs, signal))) return
  }
}

async function read(
  ledger: Pick<Ledger, 'readEvents'>,
  cursor: LedgerCursor | undefined,
  { signal, onUnreachable }: FollowEventsOptions,
): Promise<{ events: LedgerEvent[]; cursor: LedgerCursor } | undefined> {
  try {
    return await ledger.readEvents(cursor, { signal })
  } catch (error) {
    if (signal.aborted) return undefined
    if (!DsoError.is(error, 'CHAIN_UNREACHABLE')) throw error
    onUnreachable?.(error)
    return undefined
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
  return a.block === b?.block && a.logIndex === b.logIndex
}
