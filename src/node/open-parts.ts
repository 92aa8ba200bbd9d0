import type { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { createBlockServer } from '../network/create-block-server.ts'
import { createHeadExchange } from '../network/create-head-exchange.ts'
import type { Host } from '../network/create-host.ts'
import { createPeerBlockStore, type PeerBlockStore } from '../network/create-peer-block-store.ts'
import type { Encoder, Ledger, Store } from '../protocol/ports.ts'
import { checkAnnouncement, decodeAnnouncement } from '../sharing/announcement.ts'
import { takeOperation } from '../sharing/take-operation.ts'
import { createFileBlockStore } from '../storage/create-file-block-store.ts'
import { lockFolder } from '../storage/lock-folder.ts'
import { openSqliteStore } from '../storage/open-sqlite-store.ts'
import { type CallGate, createCallGate } from './create-call-gate.ts'
import { storePathOf } from './data-folders.ts'
import type { NodeEvents } from './node-events.ts'
import { createRegistrySync, type RegistrySync } from './sync-registry.ts'

/** What a node is opened with. */
export interface OpenPartsOptions {
  /** Folder of this node alone. */
  dataFolder: string
  /** Begins to listen when all that answers is in place. */
  host: Host
  ledger: Ledger
  encoder: Encoder
  events: EventEmitter<NodeEvents>
  /** Gossip topic of announcements. */
  topic: string
  /** Least quality in per mille to be used. */
  useFrom: number
}

/** What runs between a start and a stop of a node; disposing stops it in reverse order. */
export interface NodeParts extends AsyncDisposable {
  store: Store
  blocks: PeerBlockStore
  registry: RegistrySync
  /** Every call of the node passes here. */
  gate: CallGate
}

/** Milliseconds between feed exchanges with one peer after another (design §7). */
const EXCHANGE_EVERY_MS = 20_000

/**
 * Opens a node's parts: lock, store, blocks, what answers peers, the host. What was opened is closed again when a later
 * part fails.
 *
 * @throws DsoError `DATA_FOLDER_LOCKED`, `PORT_TAKEN`, `OPTION_INVALID`, what the stores throw
 */
export async function openParts(options: OpenPartsOptions): Promise<NodeParts> {
  const { dataFolder, host, ledger, encoder, events, topic, useFrom } = options
  await using opened = new AsyncDisposableStack()
  const lock = opened.use(lockFolder(dataFolder))
  const store = openSqliteStore({ path: storePathOf(lock.folder) })
  opened.defer(async () => await store.close())
  const local = createFileBlockStore({ folder: join(lock.folder, 'blocks') })
  const blocks = createPeerBlockStore({ network: host, local })
  const registry = createRegistrySync({ ledger, store, blocks, encoder, events, useFrom })

  opened.defer(async () => await host.stop())
  const server = await createBlockServer({ network: host, blocks: local })
  opened.defer(async () => await server.stop())
  const heads = await createHeadExchange({
    network: host,
    source: store,
    onOperation: async (bytes) => await takeOperation(bytes, store),
    everyMs: EXCHANGE_EVERY_MS,
  })
  opened.defer(async () => await heads.stop())
  opened.defer(
    host.gossip.subscribe(topic, checkAnnouncement, (bytes, from) => {
      const { entry } = decodeAnnouncement(bytes)
      events.emit('entry-announced', { entryId: BigInt(entry), from })
    }),
  )
  await host.start()
  const gate = createCallGate()
  opened.defer(async () => await gate.close())

  const stack = opened.move()
  return {
    store,
    blocks,
    registry,
    gate,
    [Symbol.asyncDispose]: async () => await stack.disposeAsync(),
  }
}
