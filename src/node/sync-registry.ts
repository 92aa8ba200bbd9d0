import type { EventEmitter } from 'node:events'
import { DsoError } from '../protocol/errors.ts'
import type {
  BlockStore,
  CallOptions,
  Encoder,
  Ledger,
  LedgerCursor,
  LedgerEvent,
  Store,
} from '../protocol/ports.ts'
import { type AnnouncedEntry, receiveEntry } from '../sharing/receive-entry.ts'
import type { EntryReview } from '../sharing/review-entry.ts'
import { settleEntry } from '../sharing/settle-entry.ts'
import type { NodeEvents } from './node-events.ts'

/** What {@link createRegistrySync} wires. */
export interface RegistrySyncOptions {
  ledger: Ledger
  store: Store
  blocks: BlockStore
  encoder: Encoder
  events: EventEmitter<NodeEvents>
  /** Finds this node's own review of an entry. */
  reviewOf: (entryId: bigint) => EntryReview | undefined
  /** Least quality in per mille to be used. */
  useFrom: number
}

/** Follows the registry: one call at a time, each from where the last one ended. */
export interface RegistrySync {
  /** Handles every event that is new, and tries again what was missing. Calls join the one that runs. */
  sync(options?: CallOptions): Promise<void>
  /** Entries that the registry names and no peer has given yet: this node's lag. */
  missing(): bigint[]
}

/**
 * The registry names what must exist. Events are handled in chain order and at least once: the cursor is saved only up
 * to the first entry that is still missing, so a restart asks for it again.
 */
export function createRegistrySync(options: RegistrySyncOptions): RegistrySync {
  const { ledger, store, blocks, encoder, events, reviewOf, useFrom } = options
  const missing = new Map<bigint, AnnouncedEntry>()
  let position: LedgerCursor | undefined
  let running: Promise<void> | undefined

  const receive = async (entry: AnnouncedEntry, call: CallOptions): Promise<void> => {
    const { entryId } = entry
    try {
      const result = await receiveEntry(entry, { store, blocks, encoder }, call)
      missing.delete(entryId)
      if (result.outcome === 'refused')
        events.emit('entry-refused', { entryId, reason: result.reason })
      else {
        const refused = result.records.filter(({ status }) => status === 'refused').length
        events.emit('entry-quarantined', { entryId, records: result.records.length, refused })
      }
    } catch (error) {
      if (!DsoError.is(error, 'BLOCK_NOT_FOUND') && !DsoError.is(error, 'BLOCK_CORRUPT'))
        throw error
      missing.set(entryId, entry)
      events.emit('entry-missing', { entryId, cid: entry.cid })
    }
  }

  const handle = async (event: LedgerEvent, call: CallOptions): Promise<void> => {
    if (
      event.kind === 'submitted' &&
      event.submitter.toLowerCase() !== ledger.account.toLowerCase()
    ) {
      await receive(event, call)
    }
    if (event.kind === 'finalised' || event.kind === 'slashed') {
      const { entryId, quality } = event
      missing.delete(entryId)
      const slashed = event.kind === 'slashed'
      const settled = await settleEntry({ entryId, quality, slashed }, reviewOf(entryId), store, {
        useFrom,
      })
      const usable = settled.filter(({ status }) => status === 'usable').length
      events.emit('entry-settled', { entryId, quality, usable, slashed })
    }
  }

  const run = async (call: CallOptions): Promise<void> => {
    for (const entry of [...missing.values()]) await receive(entry, call)
    position ??= await store.getCursor()
    const { events: found, cursor } = await ledger.readEvents(position, call)
    for (const event of found) {
      await handle(event, call)
      if (missing.size === 0)
        await store.saveCursor({ block: event.block, logIndex: event.logIndex })
    }
    position = cursor
    if (missing.size === 0) await store.saveCursor(cursor)
  }

  return {
    missing: () => [...missing.keys()],
    sync: (call = {}) => {
      running ??= run(call).finally(() => {
        running = undefined
      })
      return running
    },
  }
}
