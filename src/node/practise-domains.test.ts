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
