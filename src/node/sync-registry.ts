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
import { forgetRegistry } from '../sharing/forget-registry.ts'
import { linkOwnEntry } from '../sharing/link-own-entry.ts'
import { type AnnouncedEntry, receiveEntry } from '../sharing/receive-entry.ts'
import { type SettledEntry, settleEntry } from '../sharing/settle-entry.ts'
import { createTurns } from '../protocol/create-turns.ts'
import type { NodeEvents } from './node-events.ts'

/** What {@link createRegistrySync} wires. */
export interface RegistrySyncOptions {
  ledger: Ledger
  store: Store
  blocks: BlockStore
  encoder: Encoder
  events: EventEmitter<NodeEvents>
  /** Least quality in per mille to be used. */
  useFrom: number
}

/** Follows the registry: one call at a time, each from where the last one ended. */
export interface RegistrySync {
  /**
   * Tries again what was missing and handles every event that is new. Calls run in turn, so that each sees what was on
   * the registry when it was made.
   *
   * @throws DsoError what the ledger, the store, the encoder throw; the event in hand is handled again by the next call
   */
  sync(options?: CallOptions): Promise<void>
  /** Entries that the registry names and no peer has given yet: this node's lag. */
  missing(): bigint[]
}

/** An entry whose blocks no peer has given yet. */
interface MissingEntry {
  entry: AnnouncedEntry
  /** What the registry decided meanwhile. */
  settled: SettledEntry | undefined
}

/**
 * The registry names what must exist. Events are handled in chain order and at least once: the cursor is saved only up
 * to the first entry that is still missing, so a restart asks for it again. A missing entry is given up when it is
 * settled below the line of use.
 *
 * Where blocks were replaced whose events were handled already, everything that they said is forgotten and the registry
 * is read from its beginning: what follows is what a new node would have, but for what own trials found.
 */
export function createRegistrySync(options: RegistrySyncOptions): RegistrySync {
  const { ledger, store, blocks, encoder, events, useFrom } = options
  const missing = new Map<bigint, MissingEntry>()
  const inTurn = createTurns()
  let position: LedgerCursor | undefined

  const isOwn = ({ submitter }: { submitter: string }): boolean =>
    submitter.toLowerCase() === ledger.account.toLowerCase()

  const settle = async (settled: SettledEntry): Promise<void> => {
    const { entryId, quality, slashed } = settled
    const records = await settleEntry(settled, store, { useFrom })
    const usable = records.filter(({ status }) => status === 'usable').length
    events.emit('entry-settled', { entryId, quality, usable, slashed })
  }

  const receive = async (entry: AnnouncedEntry, call: CallOptions): Promise<void> => {
    const { entryId, cid } = entry
    const settled = missing.get(entryId)?.settled
    try {
      const result = await receiveEntry(entry, { store, blocks, encoder }, call)
      missing.delete(entryId)
      if (result.outcome === 'refused') {
        events.emit('entry-refused', { entryId, reason: result.reason })
        return
      }
      const refused = result.records.filter(({ status }) => status === 'refused').length
      events.emit('entry-quarantined', { entryId, records: result.records.length, refused })
      if (settled !== undefined) await settle(settled)
    } catch (error) {
      if (!DsoError.is(error, 'BLOCK_NOT_FOUND') && !DsoError.is(error, 'BLOCK_CORRUPT'))
        throw error
      missing.set(entryId, { entry, settled })
      events.emit('entry-missing', { entryId, cid })
    }
  }

  const handle = async (event: LedgerEvent, call: CallOptions): Promise<void> => {
    switch (event.kind) {
      case 'submitted': {
        if (!isOwn(event)) await receive(event, call)
        return
      }
      case 'finalised':
      case 'slashed':
      case 'expired': {
        const { entryId, kind } = event
        const quality = kind === 'expired' ? undefined : event.quality
        const settled = { entryId, quality, slashed: kind === 'slashed' }
        const lacking = missing.get(entryId)
        const isUseful = !settled.slashed && (quality ?? 0) >= useFrom
        if (lacking !== undefined && isUseful) missing.set(entryId, { ...lacking, settled })
        else missing.delete(entryId)
        await settle(settled)
        return
      }
      case 'voted':
      case 'challenged':
      case 'rolled':
      case 'scored':
      case 'dispute-opened':
      case 'dispute-closed':
        return
    }
  }

  const moveTo = async (cursor: LedgerCursor): Promise<void> => {
    position = cursor
    if (missing.size === 0) await store.saveCursor(cursor)
  }

  const read = async (call: CallOptions): ReturnType<Ledger['readEvents']> => {
    try {
      return await ledger.readEvents(position, call)
    } catch (error) {
      if (!DsoError.is(error, 'CHAIN_REORGANISED')) throw error
    }
    const anew = await ledger.readEvents(undefined, call)
    // The saved cursor still names the replaced block: a crash before the first event comes here once more.
    const records = await forgetRegistry(store)
    for (const event of anew.events) {
      if (event.kind === 'submitted' && isOwn(event)) {
        await linkOwnEntry(event, { store, blocks }, call)
      }
    }
    missing.clear()
    events.emit('registry-replaced', { records })
    return anew
  }

  const run = async (call: CallOptions): Promise<void> => {
    for (const { entry } of missing.values()) await receive(entry, call)
    position ??= await store.getCursor()
    const { events: found, cursor } = await read(call)
    for (const event of found) {
      call.signal?.throwIfAborted()
      await handle(event, call)
      await moveTo({ block: event.block, logIndex: event.logIndex + 1 })
    }
    await moveTo(cursor)
  }

  return {
    missing: () => [...missing.keys()],
    sync: async (call = {}) => await inTurn(() => run(call)),
  }
}
