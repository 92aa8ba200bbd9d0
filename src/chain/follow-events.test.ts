import { describe, expect, test } from 'vitest'
import { DsoError } from '../protocol/errors.ts'
import type { Ledger, LedgerCursor, LedgerEvent } from '../protocol/ports.ts'
import { followEvents } from './follow-events.ts'

const log: LedgerEvent[] = [1n, 2n, 3n, 4n].map((entryId) => ({
  kind: 'challenged',
  entryId,
  challenger: '0x00000000000000000000000000000000000000aa',
  block: 10n + entryId / 2n,
  logIndex: Number(entryId),
}))

/** A chain on which `visible` events have happened. */
function ledgerWith(visible: () => number): Pick<Ledger, 'readEvents'> {
  return {
    readEvents: async (cursor) => ({
      events: log
        .slice(0, visible())
        .filter(
          ({ block, logIndex }) =>
            cursor === undefined ||
            block > cursor.block ||
            (block === cursor.block && logIndex >= cursor.logIndex),
        ),
      cursor: { block: 100n + BigInt(visible()), logIndex: 0 },
    }),
  }
}

/** Runs until the ledger has been read `readings` times; then aborts. */
async function run(options: {
  ledger: Pick<Ledger, 'readEvents'>
  saved: { cursor: LedgerCursor | undefined }
  readings?: number
  onEvent?: (event: LedgerEvent) => Promise<void>
  onUnreachable?: (error: DsoError) => void
  onReorganised?: (error: DsoError) => Promise<void>
  /** Takes the length of every pause. */
  pauses?: number[]
}): Promise<bigint[]> {
  const seen: bigint[] = []
  const abort = new AbortController()
  let pauses = 0
  await followEvents({
    ledger: options.ledger,
    loadCursor: async () => options.saved.cursor,
    saveCursor: async (cursor) => {
      options.saved.cursor = cursor
    },
    onEvent: async (event) => {
      await options.onEvent?.(event)
      seen.push(event.entryId)
    },
    ...(options.onUnreachable === undefined ? {} : { onUnreachable: options.onUnreachable }),
    ...(options.onReorganised === undefined ? {} : { onReorganised: options.onReorganised }),
    pollMs: 1,
    maxPauseMs: 10,
    clock: {
      sleep: async (ms) => {
        options.pauses?.push(ms)
        if (++pauses >= (options.readings ?? 1)) abort.abort()
      },
    },
    signal: abort.signal,
  })
  return seen
}

describe('followEvents', () => {
  test('hands on every event once, in order, as they appear', async () => {
    let visible = 0
    const saved = { cursor: undefined }
    const ledger = ledgerWith(() => Math.min(4, visible++))
    // The cursor of an empty reading must not hide what comes later, so it stays below.
    const reading: Pick<Ledger, 'readEvents'> = {
      readEvents: async (cursor) => {
        const batch = await ledger.readEvents(cursor)
        const last = batch.events.at(-1)
        const after = last && { block: last.block, logIndex: last.logIndex + 1 }
        return { ...batch, cursor: after ?? cursor ?? { block: 0n, logIndex: 0 } }
      },
    }
    expect(await run({ ledger: reading, saved, readings: 6 })).toEqual([1n, 2n, 3n, 4n])
  })

  test('a crash in an event repeats that event and none before it', async () => {
    const saved: { cursor: LedgerCursor | undefined } = { cursor: undefined }
    const ledger = ledgerWith(() => 4)
    const crash = run({
      ledger,
      saved,
      onEvent: async ({ entryId }) => {
        if (entryId === 3n) throw new Error('killed')
      },
    })
    await expect(crash).rejects.toThrow('killed')
    expect(await run({ ledger, saved })).toEqual([3n, 4n])
    expect(saved.cursor).toEqual({ block: 104n, logIndex: 0 })
    expect(await run({ ledger, saved })).toEqual([])
  })

  test('a chain that does not answer is waited for', async () => {
    let failures = 2
    const errors: string[] = []
    const good = ledgerWith(() => 4)
    const ledger: Pick<Ledger, 'readEvents'> = {
      readEvents: async (cursor) => {
        if (failures-- > 0) throw new DsoError('CHAIN_UNREACHABLE')
        return await good.readEvents(cursor)
      },
    }
    const onUnreachable = (error: DsoError) => errors.push(error.code)
    const seen = await run({ ledger, saved: { cursor: undefined }, readings: 3, onUnreachable })
    expect(seen).toEqual([1n, 2n, 3n, 4n])
    expect(errors).toEqual(['CHAIN_UNREACHABLE', 'CHAIN_UNREACHABLE'])
  })

  test('pauses double while the chain is silent, up to a limit, and shrink when it answers', async () => {
    let readings = 0
    const good = ledgerWith(() => 4)
    const ledger: Pick<Ledger, 'readEvents'> = {
      readEvents: async (cursor) => {
        if (++readings < 6) throw new DsoError('CHAIN_UNREACHABLE')
        return await good.readEvents(cursor)
      },
    }
    const pauses: number[] = []
    await run({ ledger, saved: { cursor: undefined }, readings: 7, pauses })
    expect(pauses).toEqual([2, 4, 8, 10, 10, 1, 1])
  })

  test('what the endpoint repeats is handed on once', async () => {
    const ledger: Pick<Ledger, 'readEvents'> = {
      readEvents: async () => ({
        events: [...log, ...log],
        cursor: { block: 100n, logIndex: 0 },
      }),
    }
    const saved: { cursor: LedgerCursor | undefined } = { cursor: undefined }
    expect(await run({ ledger, saved, readings: 3 })).toEqual([1n, 2n, 3n, 4n])
    expect(await run({ ledger, saved })).toEqual([])
  })

  describe('when handled blocks were replaced', () => {
    /** Says so at the second reading, and then serves other events. */
    function reorganising(from: (LedgerCursor | undefined)[] = []): Pick<Ledger, 'readEvents'> {
      let readings = 0
      return {
        readEvents: async (cursor) => {
          readings += 1
          from.push(cursor)
          if (readings === 2) throw new DsoError('CHAIN_REORGANISED')
          const events = readings === 1 ? log.slice(0, 2) : log.slice(2)
          return { events, cursor: { block: 100n, logIndex: 0 } }
        },
      }
    }

    test('the following ends where nobody handles it', async () => {
      const saved = { cursor: undefined }
      const end = run({ ledger: reorganising(), saved, readings: 3 })
      await expect(end).toRejectDso('CHAIN_REORGANISED')
    })

    test('everything is handed on again to whoever forgot it', async () => {
      const saved: { cursor: LedgerCursor | undefined } = { cursor: undefined }
      const from: (LedgerCursor | undefined)[] = []
      let forgotten = 0
      const seen = await run({
        ledger: reorganising(from),
        saved,
        readings: 2,
        onReorganised: async () => void forgotten++,
      })
      expect(seen).toEqual([1n, 2n, 3n, 4n])
      expect(forgotten).toBe(1)
      expect(from).toEqual([undefined, { block: 100n, logIndex: 0 }, undefined])
      expect(saved.cursor).toEqual({ block: 100n, logIndex: 0 })
    })
  })

  test('another chain ends the following', async () => {
    const ledger: Pick<Ledger, 'readEvents'> = {
      readEvents: async () => {
        throw new DsoError('CHAIN_MISMATCH')
      },
    }
    await expect(run({ ledger, saved: { cursor: undefined } })).toRejectDso('CHAIN_MISMATCH')
  })

  test('an abort takes effect after the event in hand', async () => {
    const abort = new AbortController()
    const saved: LedgerCursor[] = []
    const seen: bigint[] = []
    await followEvents({
      ledger: ledgerWith(() => 4),
      loadCursor: async () => undefined,
      saveCursor: async (cursor) => void saved.push(cursor),
      onEvent: async ({ entryId }) => {
        seen.push(entryId)
        if (entryId === 2n) abort.abort()
      },
      pollMs: 1,
      clock: { sleep: async () => undefined },
      signal: abort.signal,
    })
    expect(seen).toEqual([1n, 2n])
    expect(saved.at(-1)).toEqual({ block: 11n, logIndex: 3 })
  })
})
