import { describe, expect, test } from 'vitest'
import { createDateModel, createDateSuite } from '../../test/fixtures/date-suite.ts'
import { createHashEncoder } from '../../test/fixtures/hash-encoder.ts'
import type { LibraryCandidate, Store, TaskSuite } from '../protocol/ports.ts'
import { DIRECT_384 } from '../protocol/profiles/profile.ts'
import { createMemoryStore } from '../storage/create-memory-store.ts'
import { type PractiseDomainsOptions, practiseDomains } from './practise-domains.ts'

const SETTINGS = {
  practiceTasks: 2,
  groupSize: 1,
  attempts: 2,
  temperature: 0.7,
  validationTasks: 4,
  gateThreshold: 0.8,
  seed: 1,
}

/** Practice does not find out about this order: the tool says nothing of it. */
function silent(suite: TaskSuite): TaskSuite {
  const listTasks: TaskSuite['listTasks'] = (domain, split, count) =>
    suite.listTasks(domain, split, count).map((task) => ({
      ...task,
      verify: async (answer) => ({ ...(await task.verify(answer)), message: 'refused' }),
    }))
  return { ...suite, listTasks }
}

function practise(store: Store, suite: TaskSuite, options: PractiseDomainsOptions = {}) {
  const ports = {
    suite,
    store,
    model: createDateModel(),
    encoder: createHashEncoder(),
    profile: DIRECT_384,
  }
  return practiseDomains(suite.domains, SETTINGS, ports, options)
}

const candidate = (id: string, text: string, domain = 'shop.order'): LibraryCandidate => ({
  id,
  domain,
  text,
  example: undefined,
  source: `ace:${id}`,
})
const orders = { 'shop.order': 'YYYY.MM.DD' } as const

describe('practiseDomains', () => {
  test('imported candidates pass the same gate: what helps is learnt, the rest is forgotten', async () => {
    const store = createMemoryStore()
    await store.saveCandidates([
      candidate('a', 'Always be polite.'),
      candidate('b', 'When calling shop.order, write date as YYYY.MM.DD.'),
      candidate('c', 'When calling shop.order, write date as MM/DD/YYYY.'),
      candidate('d', 'When calling room.book, write date as YYYY.MM.DD.', 'room.book'),
    ])
    const { accepted, withheld } = await practise(store, silent(createDateSuite(orders)))
    expect(accepted).toMatchObject([
      {
        experience: {
          text: expect.stringContaining('YYYY.MM.DD'),
          model: 'scripted',
          evidence: { wins: 4, tasks: 4 },
        },
      },
    ])
    expect(withheld.map(({ item, reason }) => [item.text, reason])).toEqual([
      ['Always be polite.', 'not-proved'],
      ['When calling shop.order, write date as MM/DD/YYYY.', 'not-proved'],
    ])
    expect((await store.listCandidates()).map(({ id }) => id)).toEqual(['d'])
    expect(await store.listJournal()).toMatchObject([{ op: 'add', why: 'import ace:b' }])
    expect((await store.getLibrary())?.experiences).toEqual(accepted.map(({ cid }) => cid))
  })

  test('a lesson that repeats five words of a task is withheld', async () => {
    const store = createMemoryStore()
    await store.saveCandidates([
      candidate('a', 'Write YYYY.MM.DD when told: please do it on day four.'),
      candidate('b', 'Write YYYY.MM.DD everywhere.'),
    ])
    const { accepted, withheld } = await practise(store, silent(createDateSuite(orders)))
    expect(accepted.map(({ experience }) => 'text' in experience && experience.text)).toEqual([
      'Write YYYY.MM.DD everywhere.',
    ])
    expect(withheld.map(({ reason }) => reason)).toEqual(['task-text'])
    expect(await store.listRecords()).toHaveLength(1)
  })

  test('worked examples are shared unless their owner says otherwise', async () => {
    const suite = createDateSuite({ 'shop.order': 'DD-MM-YYYY' })
    const open = await practise(createMemoryStore(), suite)
    expect(open.accepted.map(({ experience }) => experience.kind)).toEqual(['both'])
    const closed = await practise(createMemoryStore(), suite, { shareExamples: false })
    expect(closed.accepted).toEqual([])
    expect(closed.withheld.map(({ reason }) => reason)).toEqual(['task-text'])
  })

  test('the same practice again changes neither library nor journal', async () => {
    const store = createMemoryStore()
    const suite = createDateSuite({ 'shop.order': 'DD-MM-YYYY', 'room.book': 'MM/DD/YYYY' })
    const first = await practise(store, suite)
    const [library, journal] = [await store.getLibrary(), await store.listJournal()]
    expect(journal).toHaveLength(2)
    expect((await practise(store, suite)).accepted).toEqual(first.accepted)
    expect(await store.getLibrary()).toEqual(library)
    expect(await store.listJournal()).toEqual(journal)
  })
})

/** From the fifth held-out task on the tool wants ISO, which the model writes by itself. */
function changeable(suite: TaskSuite): TaskSuite {
  const later = createDateSuite(
    Object.fromEntries(suite.domains.map((domain) => [domain, 'ISO' as const])),
  )
  const listTasks: TaskSuite['listTasks'] = (domain, split, count) => {
    const tasks = suite.listTasks(domain, split, count)
    if (split !== 'validation') return tasks
    return [...tasks.slice(0, 4), ...later.listTasks(domain, split, count).slice(4)]
  }
  return { ...suite, listTasks }
}

describe('guarded practice', () => {
  const suite = createDateSuite({ 'shop.order': 'DD-MM-YYYY', 'room.book': 'MM/DD/YYYY' })

  test('keeps what it would keep without a guard, as one version, and tells it afterwards', async () => {
    const store = createMemoryStore()
    const told: string[] = []
    const guarded = await practise(store, suite, {
      guard: true,
      onAccepted: (_, cid) => told.push(cid),
    })
    const plain = createMemoryStore()
    expect(guarded.accepted).toEqual((await practise(plain, suite)).accepted)
    expect(told).toEqual(guarded.accepted.map(({ cid }) => cid))
    expect(guarded.guard).toMatchObject({
      decision: 'kept',
      result: { n: 16, wins: 16, losses: 0 },
      calls: 32,
    })
    const library = await store.getLibrary()
    expect(library).toMatchObject({ parent: undefined, experiences: told })
    const journal = await store.listJournal()
    expect(journal.map(({ version, op, why }) => [version, op, why])).toEqual([
      [library?.id, 'add', 'gate both'],
      [library?.id, 'add', 'gate both'],
      [library?.id, 'keep', 'guard: kept'],
    ])

    expect((await practise(store, suite, { guard: true })).guard).toBeUndefined()
    expect(await store.getLibrary()).toEqual(library)
    expect(await store.listJournal()).toEqual(journal)
  })

  test('keeps nothing of what loses on fresh tasks, and says so in the journal only', async () => {
    const store = createMemoryStore()
    const told: string[] = []
    const options = { guard: true, onAccepted: (_: string, cid: string) => told.push(cid) }
    const outcome = await practise(store, changeable(suite), options)
    expect(outcome.practices.map(({ gate }) => gate.decision)).toEqual(['accepted', 'accepted'])
    expect(outcome).toMatchObject({ accepted: [], guard: { reason: 'not-proved' } })
    expect(outcome.withheld.map(({ reason }) => reason)).toEqual(['rolled-back', 'rolled-back'])
    expect(told).toEqual([])
    expect(await store.listRecords()).toEqual([])
    const library = await store.getLibrary()
    expect(library?.experiences).toEqual([])
    const journal = await store.listJournal()
    expect(journal.map(({ op, why }) => [op, why])).toEqual([
      ['add', 'gate both'],
      ['add', 'gate both'],
      ['rollback', 'guard: not-proved'],
    ])
    expect(journal[2]).toMatchObject({ version: library?.id, from: [journal[0]?.version] })

    await practise(store, changeable(suite), options)
    expect(await store.getLibrary()).toEqual(library)
    expect(await store.listJournal()).toEqual(journal)
  })

  test('keeps an import that the guard refused as a candidate', async () => {
    const store = createMemoryStore()
    await store.saveCandidates([
      candidate('a', 'Always be polite.'),
      candidate('b', 'When calling shop.order, write date as YYYY.MM.DD.'),
    ])
    const made = silent(createDateSuite(orders))
    const { withheld } = await practise(store, changeable(made), { guard: true })
    expect(withheld.map(({ reason }) => reason)).toEqual(['not-proved', 'rolled-back'])
    expect((await store.listCandidates()).map(({ id }) => id)).toEqual(['b'])
    expect((await practise(store, made, { guard: true })).accepted).toHaveLength(1)
    expect(await store.listCandidates()).toEqual([])
  })

  test('learns nothing where a pinned task of the tool would fail', async () => {
    const store = createMemoryStore()
    const iso = createDateSuite({ 'shop.order': 'ISO' })
    const pinned = iso.listTasks('shop.order', 'practice', 1)
    const { practices, accepted } = await practise(store, suite, { pinned })
    expect(practices.map(({ gate }) => gate)).toMatchObject([
      { decision: 'refused', reason: 'pinned-failed' },
      { decision: 'accepted' },
    ])
    expect(accepted.map(({ experience }) => experience.domain)).toEqual(['room.book'])
  })

  test('gives back what was there where an import loses a pinned task', async () => {
    const store = createMemoryStore()
    await store.saveCandidates([
      candidate('b', 'When calling shop.order, write date as YYYY.MM.DD.'),
    ])
    // Imports are tried by the gate without pins.
    const pinned = createDateSuite({ 'shop.order': 'ISO' }).listTasks('shop.order', 'practice', 1)
    const options = { guard: true, pinned }
    const outcome = await practise(store, silent(createDateSuite(orders)), options)
    expect(outcome.guard).toMatchObject({
      decision: 'rolled-back',
      reason: 'pinned-lost',
      lostPins: pinned.map(({ id }) => id),
      result: { wins: 8, losses: 0 },
    })
    expect((await store.getLibrary())?.experiences).toEqual([])
  })
})
