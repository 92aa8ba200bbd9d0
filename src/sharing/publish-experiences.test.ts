import { bytesToHex } from '@noble/hashes/utils.js'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  announcedEntry,
  createParticipant,
  createSharingChain,
  makeExperience,
  type Participant,
  TOPIC,
} from '../../test/fixtures/sharing.ts'
import type { MemoryChain } from '../chain/memory-chain.ts'
import { decodeOperation } from '../protocol/operation/decode-operation.ts'
import { DIRECT_384 } from '../protocol/profiles/profile.ts'
import { decodeAnnouncement } from './announcement.ts'
import { finishPublication, publishExperiences, type PublishPorts } from './publish-experiences.ts'
import { receiveEntry } from './receive-entry.ts'

let chain: MemoryChain
let ann: Participant
let bob: Participant

beforeEach(async () => {
  chain = createSharingChain()
  ann = await createParticipant(chain, 0)
  bob = await createParticipant(chain, 1)
})

const optionsOf = ({ author }: Participant) => ({ author, profile: DIRECT_384, topic: TOPIC })
const entriesOf = (of: MemoryChain) => of.events.filter(({ kind }) => kind === 'submitted')
const feedOf = async ({ author, store }: Participant) =>
  await store.listOperations(bytesToHex(author.publicKey), 0, 100)
const makeTwo = async () => [
  await makeExperience({ domain: 'shop.order' }),
  await makeExperience({ domain: 'clinic.visit' }),
]

/** Counts the calls that change something outside, and dies before or after one of them. */
function mortal(ports: PublishPorts, dieAt: number, when: 'before' | 'after') {
  const state = { calls: 0 }
  const wrap = <T extends object>(port: T, verbs: readonly (keyof T)[]): T => {
    const wrapped = { ...port }
    for (const verb of verbs) {
      const call = port[verb] as (...args: unknown[]) => Promise<unknown>
      const dying = async (...args: unknown[]) => {
        const dies = state.calls++ === dieAt
        if (dies && when === 'before') throw new Error('killed')
        const result = await call(...args)
        if (dies) throw new Error('killed')
        return result
      }
      Object.assign(wrapped, { [verb]: dying })
    }
    return wrapped
  }
  const mortalPorts: PublishPorts = {
    store: wrap(ports.store, ['appendOperation', 'saveRecords']),
    blocks: wrap(ports.blocks, ['put']),
    ledger: wrap(ports.ledger, ['submit']),
    gossip: wrap(ports.gossip, ['publish']),
  }
  return { state, ports: mortalPorts }
}

/** Two records and the operation as blocks, then feed, entry, records, announcement. */
const STEPS = 7

describe('publishExperiences', () => {
  test('what is published is exactly what another node quarantines', async () => {
    const experiences = await makeTwo()
    const published = await publishExperiences(experiences, ann, optionsOf(ann))
    const entry = await announcedEntry(ann, published.entryId)
    const received = await receiveEntry(entry, { ...bob, blocks: ann.blocks })
    if (received.outcome !== 'quarantined') throw new Error(received.reason)
    expect(received.records.map(({ cid }) => cid).sort()).toEqual(published.records.toSorted())
    for (const record of received.records) {
      const own = await ann.store.getRecord(record.cid)
      expect(own).toEqual({ ...record, status: 'own' })
      expect(record).toMatchObject({ status: 'quarantined', entryId: published.entryId })
    }
  })

  test('the entry names the operation of the feed, and the announcement names the entry', async () => {
    const { entryId, cid, announcementBytes } = await publishExperiences(
      await makeTwo(),
      ann,
      optionsOf(ann),
    )
    expect(await feedOf(ann)).toMatchObject([{ seq: 0, cid }])
    expect(await ann.ledger.getEntry(entryId)).toMatchObject({
      cid,
      submitter: ann.ledger.account,
      schema: DIRECT_384.schema,
    })
    const [announcement] = ann.announced
    expect(announcement).toHaveLength(announcementBytes)
    expect(decodeAnnouncement(announcement!)).toEqual({ v: 1, entry: String(entryId), cid })
  })

  test('the bytes that are reported are the bytes that were stored', async () => {
    const { blockBytes } = await publishExperiences(await makeTwo(), ann, optionsOf(ann))
    const stored = [...ann.held.values()].reduce((sum, { length }) => sum + length, 0)
    expect(blockBytes).toBe(stored)
  })

  test('the next publication follows in the same feed', async () => {
    const [first, second] = await makeTwo()
    const one = await publishExperiences([first!], ann, optionsOf(ann))
    const two = await publishExperiences([second!], ann, optionsOf(ann))
    const feed = await feedOf(ann)
    expect(feed.map(({ seq, cid }) => ({ seq, cid }))).toEqual([
      { seq: 0, cid: one.cid },
      { seq: 1, cid: two.cid },
    ])
    expect(decodeOperation(feed[1]!.bytes).operation.prev?.toString()).toBe(one.cid)
  })

  test('the same experiences again are the same entry, and sign nothing new', async () => {
    const experiences = await makeTwo()
    const first = await publishExperiences(experiences, ann, optionsOf(ann))
    expect(await publishExperiences(experiences, ann, optionsOf(ann))).toEqual(first)
    expect(entriesOf(chain)).toHaveLength(1)
    expect(await feedOf(ann)).toHaveLength(1)
  })

  test('who copies a root out of the waiting transactions is not in the way of its author', async () => {
    const [first, second] = await makeTwo()
    const { submit } = ann.ledger
    const ledger: typeof ann.ledger = {
      ...ann.ledger,
      submit: async (entry, call) => {
        await bob.ledger.submit(entry)
        return await submit(entry, call)
      },
    }
    const { entryId } = await publishExperiences([first!], { ...ann, ledger }, optionsOf(ann))
    const { merkleRoot } = chain.getEntry(entryId)!
    expect(await ann.ledger.findEntry(merkleRoot)).toMatchObject({ id: entryId })
    expect(await bob.ledger.findEntry(merkleRoot)).toMatchObject({ id: entryId - 1n })
    const later = await publishExperiences([second!], ann, optionsOf(ann))
    expect(await ann.ledger.getEntry(later.entryId)).toMatchObject({
      submitter: ann.ledger.account,
    })
  })

  test('a root that was copied between feed and registry is registered when it is run again', async () => {
    const [first] = await makeTwo()
    const ledger: typeof ann.ledger = {
      ...ann.ledger,
      submit: async (entry) => {
        await bob.ledger.submit(entry)
        throw new Error('killed')
      },
    }
    const raced = publishExperiences([first!], { ...ann, ledger }, optionsOf(ann))
    await expect(raced).rejects.toThrow('killed')
    const finished = await finishPublication(ann, optionsOf(ann))
    expect(await ann.ledger.getEntry(finished!.entryId)).toMatchObject({
      submitter: ann.ledger.account,
    })
  })

  test('no experiences are no shard', async () => {
    await expect(publishExperiences([], ann, optionsOf(ann))).toRejectDso('FORMAT_INVALID')
    expect(await feedOf(ann)).toEqual([])
  })

  test('an aborted call signs and registers nothing', async () => {
    const reason = new Error('stopped')
    const options = { ...optionsOf(ann), signal: AbortSignal.abort(reason) }
    await expect(publishExperiences(await makeTwo(), ann, options)).rejects.toBe(reason)
    expect(await feedOf(ann)).toEqual([])
    expect(entriesOf(chain)).toEqual([])
  })
})

describe('a publication that is killed', () => {
  const moments = (['before', 'after'] as const).flatMap((when) =>
    Array.from({ length: STEPS }, (_, step) => ({ when, step })),
  )

  test('has as many steps as are killed here', async () => {
    const { state, ports } = mortal(ann, Infinity, 'before')
    await publishExperiences(await makeTwo(), ports, optionsOf(ann))
    expect(state.calls).toBe(STEPS)
  })

  test.each(moments)('$when step $step is one entry when it is run again', async (moment) => {
    const experiences = await makeTwo()
    const { ports } = mortal(ann, moment.step, moment.when)
    const killed = publishExperiences(experiences, ports, optionsOf(ann))
    await expect(killed).rejects.toThrow('killed')

    const published = await publishExperiences(experiences, ann, optionsOf(ann))
    expect(entriesOf(chain)).toHaveLength(1)
    expect(await feedOf(ann)).toMatchObject([{ cid: published.cid }])
    expect(await ann.ledger.findEntry(chain.getEntry(1n)!.merkleRoot)).toMatchObject({
      id: published.entryId,
      cid: published.cid,
    })
    for (const cid of published.records) {
      const own = { status: 'own', entryId: published.entryId }
      expect(await ann.store.getRecord(cid)).toMatchObject(own)
    }
    expect(ann.announced).not.toEqual([])
    const entry = await announcedEntry(ann, published.entryId)
    expect(await receiveEntry(entry, { ...bob, blocks: ann.blocks })).toMatchObject({
      outcome: 'quarantined',
    })
  })

  test.each(moments)(
    '$when step $step is not published again with what came later',
    async (moment) => {
      const experiences = await makeTwo()
      const later = await makeExperience({ domain: 'bank.pay' })
      const { ports } = mortal(ann, moment.step, moment.when)
      await expect(publishExperiences(experiences, ports, optionsOf(ann))).rejects.toThrow('killed')

      await finishPublication(ann, optionsOf(ann))
      const own = await ann.store.listRecords({ status: 'own' })
      const marked = own.filter(({ entryId }) => entryId !== undefined).map(({ domain }) => domain)
      const fresh = experiences.filter(({ domain }) => !marked.includes(domain))
      await publishExperiences([...fresh, later], ann, optionsOf(ann))
      const published: string[] = []
      for (const event of entriesOf(chain)) {
        if (event.kind !== 'submitted') continue
        const received = await receiveEntry(event, { ...bob, blocks: ann.blocks })
        if (received.outcome === 'refused') throw new Error(received.reason)
        published.push(...received.records.map(({ cid }) => cid))
      }
      expect(published).toHaveLength(3)
      expect(new Set(published).size).toBe(3)
    },
  )

  test('nothing is finished twice, and nothing where nothing was begun', async () => {
    expect(await finishPublication(ann, optionsOf(ann))).toBeUndefined()
    await publishExperiences(await makeTwo(), ann, optionsOf(ann))
    expect(await finishPublication(ann, optionsOf(ann))).toBeUndefined()
  })
})
