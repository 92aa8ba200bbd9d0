import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  announcedEntry,
  createParticipant,
  createSharingChain,
  forgeEntry,
  makeExperience,
  type Participant,
  SHARING_WINDOW,
  TOPIC,
} from '../../test/fixtures/sharing.ts'
import type { MemoryChain } from '../chain/memory-chain.ts'
import { DsoError } from '../protocol/errors.ts'
import type { BlockStore, Encoder, Ledger, LedgerCursor } from '../protocol/ports.ts'
import { DIRECT_384 } from '../protocol/profiles/profile.ts'
import { encodeExperience } from '../protocol/experience/encode-experience.ts'
import { finishPublication, publishExperiences } from '../sharing/publish-experiences.ts'
import type { NodeEvents } from './node-events.ts'
import { createRegistrySync } from './sync-registry.ts'

let chain: MemoryChain
let ann: Participant
let bob: Participant
/** Names and entry ids of what Bob's syncs told, in order. */
let told: string[]

beforeEach(async () => {
  chain = createSharingChain()
  ann = await createParticipant(chain, 0)
  bob = await createParticipant(chain, 1)
  told = []
})

/** What Bob's node follows the registry with; a new one is a restart. */
function follow(parts: { ledger?: Ledger; encoder?: Encoder } = {}) {
  const events = new EventEmitter<NodeEvents>()
  const tell =
    (kind: string) =>
    ({ entryId }: { entryId: bigint }) =>
      told.push(`${kind} ${entryId}`)
  events.on('entry-quarantined', tell('entry-quarantined'))
  events.on('entry-refused', tell('entry-refused'))
  events.on('entry-missing', tell('entry-missing'))
  events.on('entry-settled', tell('entry-settled'))
  events.on('registry-replaced', ({ records }) => told.push(`registry-replaced ${records}`))
  const { store, ledger, encoder } = bob
  const blocks: BlockStore = {
    ...bob.blocks,
    get: async (cid) => await (bob.held.has(cid.toString()) ? bob : ann).blocks.get(cid),
  }
  return createRegistrySync({ ledger, store, blocks, encoder, events, useFrom: 500, ...parts })
}

let published = 0
async function publish(by = ann) {
  const text = `When calling shop.order, write number ${published++}.`
  const options = { author: by.author, profile: DIRECT_384, topic: TOPIC }
  return await publishExperiences([await makeExperience({ text })], by, options)
}

/** Takes an entry's records away, and returns how to bring them back. */
function hide({ records }: { records: string[] }): () => void {
  const hidden = records.map((cid) => [cid, ann.held.get(cid)!] as const)
  for (const [cid] of hidden) ann.held.delete(cid)
  return () => {
    for (const [cid, bytes] of hidden) ann.held.set(cid, bytes)
  }
}

async function settle(entryId: bigint, score: number | undefined) {
  if (score !== undefined) await bob.ledger.voteQuality(entryId, score)
  chain.increaseTime(SHARING_WINDOW)
  await ann.ledger.finalise(entryId)
}

const statusesOf = async (entryId: bigint) =>
  (await bob.store.listRecords({ entryId })).map(({ status, reason }) => reason ?? status)
/** Entries that a restart would be told of again. */
const entriesAhead = async (cursor: LedgerCursor | undefined) =>
  (await bob.ledger.readEvents(cursor)).events
    .filter(({ kind }) => kind === 'submitted')
    .map(({ entryId }) => entryId)

describe('createRegistrySync', () => {
  test('entries are received and settled in the order of the chain', async () => {
    const registry = follow()
    const one = await publish()
    const two = await publish()
    await registry.sync()
    await bob.ledger.voteQuality(one.entryId, 100)
    await settle(two.entryId, 900)
    await ann.ledger.finalise(one.entryId)
    await registry.sync()
    expect(told).toEqual([
      'entry-quarantined 1',
      'entry-quarantined 2',
      'entry-settled 2',
      'entry-settled 1',
    ])
    expect(await statusesOf(1n)).toEqual(['slashed'])
    expect(await statusesOf(2n)).toEqual(['usable'])
  })

  test('each event is told once while nothing fails', async () => {
    const registry = follow()
    await publish()
    await registry.sync()
    await registry.sync()
    await follow().sync()
    expect(told).toEqual(['entry-quarantined 1'])
    expect(await entriesAhead(await bob.store.getCursor())).toEqual([])
  })

  test('own entries are not received', async () => {
    await publish(bob)
    await follow().sync()
    expect(told).toEqual([])
    expect(await statusesOf(1n)).toEqual(['own'])
  })

  test('an own entry that a crash left unannounced is still finished after a sync', async () => {
    const { entryId, records } = await publish(bob)
    const published = await bob.store.getRecord(records[0]!)
    await bob.store.saveRecords([{ ...published!, entryId: undefined }])
    bob.announced.length = 0
    await follow().sync()
    const options = { author: bob.author, profile: DIRECT_384, topic: TOPIC }
    expect(await finishPublication(bob, options)).toMatchObject({ entryId })
    expect(bob.announced).toHaveLength(1)
  })

  test('calls run in turn, each seeing what was there when it was made', async () => {
    const registry = follow()
    await publish()
    const first = registry.sync()
    await publish()
    await Promise.all([first, registry.sync()])
    expect(told).toEqual(['entry-quarantined 1', 'entry-quarantined 2'])
  })

  test('an entry that is refused as a whole does not hold up what follows', async () => {
    const records = [encodeExperience(await makeExperience())]
    await forgeEntry(ann, { records, onChainRoot: `0x${'11'.repeat(32)}` })
    await ann.ledger.submit({ merkleRoot: `0x${'22'.repeat(32)}`, cid: 'no CID', schema: 1n })
    await ann.ledger.submit({ merkleRoot: `0x${'33'.repeat(32)}`, cid: 'ipfs://x', schema: 99n })
    await forgeEntry(ann, { records, seq: 0, schema: 2n })
    await publish()
    await follow().sync()
    expect(told).toEqual([
      'entry-refused 1',
      'entry-refused 2',
      'entry-refused 3',
      'entry-refused 4',
      'entry-quarantined 5',
    ])
    expect(await entriesAhead(await bob.store.getCursor())).toEqual([])
  })

  test('a missing entry is asked for again at every sync, and received when it turns up', async () => {
    const registry = follow()
    const show = hide(await publish())
    await registry.sync()
    expect(registry.missing()).toEqual([1n])
    await registry.sync()
    show()
    await registry.sync()
    expect(told).toEqual(['entry-missing 1', 'entry-missing 1', 'entry-quarantined 1'])
    expect(registry.missing()).toEqual([])
    expect(await entriesAhead(await bob.store.getCursor())).toEqual([])
  })

  test('blocks with other bytes are missing, too', async () => {
    const { records } = await publish()
    ann.held.set(records[0]!, new Uint8Array([1, 2, 3]))
    await follow().sync()
    expect(told).toEqual(['entry-missing 1'])
    expect(await statusesOf(1n)).toEqual([])
  })

  test('the cursor stays before the first missing entry, so that a restart asks for it', async () => {
    await publish()
    const show = hide(await publish())
    await publish()
    await follow().sync()
    expect(told).toEqual(['entry-quarantined 1', 'entry-missing 2', 'entry-quarantined 3'])
    expect(await entriesAhead(await bob.store.getCursor())).toEqual([2n, 3n])
    told = []
    show()
    await follow().sync()
    expect(told).toEqual(['entry-quarantined 2', 'entry-quarantined 3'])
    expect(await entriesAhead(await bob.store.getCursor())).toEqual([])
  })

  test.each([
    ['slashed', 100],
    ['weak', 400],
    ['unscored', undefined],
  ])('a missing entry that is settled as %s is given up', async (_, score) => {
    const registry = follow()
    const show = hide(await publish())
    await registry.sync()
    await settle(1n, score)
    await registry.sync()
    expect(registry.missing()).toEqual([])
    expect(await entriesAhead(await bob.store.getCursor())).toEqual([])
    show()
    await registry.sync()
    expect(await statusesOf(1n)).toEqual([])
  })

  test.each([
    ['in one run', false],
    ['after a restart', true],
  ])(
    'a missing entry that is settled as good is used when it turns up, %s',
    async (_, restarts) => {
      let registry = follow()
      const show = hide(await publish())
      await registry.sync()
      await settle(1n, 900)
      await registry.sync()
      expect(registry.missing()).toEqual([1n])
      if (restarts) registry = follow()
      show()
      await registry.sync()
      expect(registry.missing()).toEqual([])
      expect(await statusesOf(1n)).toEqual(['usable'])
      expect(told.at(-1)).toBe('entry-settled 1')
    },
  )

  test('a fault leaves the event in hand for the next call, and what was done is done', async () => {
    await publish()
    await publish()
    let calls = 0
    const embed: Encoder['embed'] = async (texts) => {
      if (++calls === 2) throw new DsoError('MODEL_FAILED')
      return await bob.encoder.embed(texts)
    }
    const registry = follow({ encoder: { ...bob.encoder, embed } })
    await expect(registry.sync()).toRejectDso('MODEL_FAILED')
    expect(told).toEqual(['entry-quarantined 1'])
    await registry.sync()
    expect(told).toEqual(['entry-quarantined 1', 'entry-quarantined 2'])
  })

  test('a chain that does not answer is a fault, and the next call goes on', async () => {
    await publish()
    let isDown = true
    const readEvents: Ledger['readEvents'] = async (cursor) => {
      if (isDown) throw new DsoError('CHAIN_UNREACHABLE')
      return await bob.ledger.readEvents(cursor)
    }
    const registry = follow({ ledger: { ...bob.ledger, readEvents } })
    await expect(registry.sync()).toRejectDso('CHAIN_UNREACHABLE')
    isDown = false
    await registry.sync()
    expect(told).toEqual(['entry-quarantined 1'])
  })

  test('replaced blocks are forgotten, and the registry is read anew, whenever that is noticed', async () => {
    const gone = await publish()
    const moved = await publish()
    const own = await publish(bob)
    await follow().sync()
    await bob.ledger.voteQuality(moved.entryId, 900)
    await settle(gone.entryId, 900)
    await ann.ledger.finalise(moved.entryId)
    await follow().sync()
    expect(await statusesOf(1n)).toEqual(['usable'])

    // Another chain in which the first entry never came, the others under other numbers.
    const another = createSharingChain()
    const [ann2, bob2] = [await createParticipant(another, 0), await createParticipant(another, 1)]
    const register = async (from: Participant, to: Participant, entryId: bigint) =>
      await to.ledger.submit(await announcedEntry(from, entryId))
    await register(ann, ann2, moved.entryId)
    await register(bob, bob2, own.entryId)
    const hash = `0x${'ab'.repeat(32)}` as const
    const replaced = (reach: () => void): Ledger => ({
      ...bob2.ledger,
      readEvents: async (cursor, call) => {
        if (cursor !== undefined && cursor.hash !== hash) throw new DsoError('CHAIN_REORGANISED')
        reach()
        const read = await bob2.ledger.readEvents(cursor, call)
        return { ...read, cursor: { ...read.cursor, hash } }
      },
    })
    const unreachable = replaced(() => {
      throw new DsoError('CHAIN_UNREACHABLE')
    })
    await expect(follow({ ledger: unreachable }).sync()).toRejectDso('CHAIN_UNREACHABLE')
    expect(await statusesOf(1n)).toEqual(['usable'])

    told = []
    await follow({ ledger: replaced(() => {}) }).sync()
    expect(told).toEqual(['registry-replaced 3', 'entry-quarantined 1'])
    const recordOf = async ({ records }: { records: string[] }) =>
      await bob.store.getRecord(records[0]!)
    expect(await recordOf(gone)).toMatchObject({ status: 'refused', reason: 'unregistered' })
    expect(await recordOf(moved)).toMatchObject({ status: 'quarantined', entryId: 1n })
    expect(await recordOf(own)).toMatchObject({ status: 'own', entryId: 2n })
    await bob2.ledger.voteQuality(1n, 900)
    another.increaseTime(SHARING_WINDOW)
    await ann2.ledger.finalise(1n)
    await follow({ ledger: replaced(() => {}) }).sync()
    expect(await recordOf(moved)).toMatchObject({ status: 'usable', entryId: 1n })
  })

  test('an aborted call is rejected with the reason and handles nothing', async () => {
    await publish()
    const reason = new Error('stopped')
    const registry = follow()
    await expect(registry.sync({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(told).toEqual([])
    await registry.sync()
    expect(told).toEqual(['entry-quarantined 1'])
  })

  test('killed at any write of the store, a restart ends with the same', async () => {
    await publish()
    await publish()
    await settle(1n, 900)
    const verbs = ['appendOperation', 'saveRecords', 'saveCursor'] as const
    let dieAt = -1
    for (let isKilled = true; isKilled; ) {
      dieAt++
      const { store } = await createParticipant(createSharingChain(), 1)
      let calls = 0
      const mortal = { ...store }
      for (const verb of verbs) {
        const call = store[verb] as (argument: unknown) => Promise<void>
        Object.assign(mortal, {
          [verb]: async (argument: unknown) => {
            if (calls++ === dieAt) throw new Error('killed')
            await call(argument)
          },
        })
      }
      bob = { ...bob, store: mortal }
      const run = follow().sync()
      isKilled = await run.then(
        () => false,
        () => true,
      )
      bob = { ...bob, store }
      await follow().sync()
      expect(await statusesOf(1n)).toEqual(['usable'])
      expect(await statusesOf(2n)).toEqual(['quarantined'])
    }
    // Two feeds' operations, their records, the settlement, and a cursor after each event.
    expect(dieAt).toBeGreaterThan(5)
  })
})
