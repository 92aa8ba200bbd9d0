import { describe, expect, test } from 'vitest'
import { createHashEncoder } from '../../test/fixtures/hash-encoder.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import type { Store } from '../protocol/ports.ts'
import { encodeEmbedding } from '../protocol/profiles/encode-embedding.ts'
import { DIRECT_384 } from '../protocol/profiles/profile.ts'
import { createMemoryStore } from '../storage/create-memory-store.ts'
import { keepExperience } from './keep-experience.ts'
import { manageLibrary } from './manage-library.ts'
import { recallDomain } from './recall.ts'

const encoder = createHashEncoder()

async function makeExperience(text: string, wins = 5): Promise<Experience> {
  const [vector] = await encoder.embed([text])
  return {
    v: 1,
    kind: 'sentence',
    text,
    domain: 'bank.transfer',
    code: { profile: DIRECT_384.id, bytes: encodeEmbedding(DIRECT_384, vector!) },
    evidence: { suite: 'toy/1', tasks: 8, wins, losses: 1, gainLower: wins * 20 },
    model: 'a-model',
  }
}

const TEXTS = [
  'When calling bank.transfer, write amount in cents.',
  'When calling bank.transfer, write payee as Last, First.',
]

/** A store whose agent has learnt these sentences one after the other. */
async function makeLearnt(texts: readonly string[] = TEXTS) {
  const store = createMemoryStore()
  const cids: string[] = []
  const versions: string[] = []
  for (const text of texts) {
    const kept = await keepExperience(await makeExperience(text), store, {
      profile: DIRECT_384,
      run: 'r',
      why: 'gate sentence',
    })
    cids.push(kept.cid)
    versions.push((await store.getLibrary())?.id ?? '')
  }
  return { store, cids, versions, library: manageLibrary(async (work) => await work(store)) }
}

/** Reports a task for which an experience was found. */
async function report(
  store: Store,
  { cid, injected, reward }: { cid: string; injected: boolean; reward: number },
): Promise<void> {
  const id = (await store.listEpisodes()).length.toString(16).padStart(32, '0')
  const task = { task: 'Send money.', domain: 'bank.transfer', model: 'small' }
  await store.saveRecall({ id, ...task, offered: [{ cid, injected }] })
  const [embedding = new Float32Array()] = await encoder.embed(['Send money.'])
  const attempts = [{ answer: 'x', passed: undefined, message: '', fields: {} }]
  await store.saveEpisode({ recallId: id, ...task, attempts, reward, embedding }, [])
}

describe('the log', () => {
  test('holds every decision, the newest first, and says what is used', async () => {
    const { library, cids, versions } = await makeLearnt()
    const { version, decisions, total } = await library.log()
    expect([version, total]).toEqual([versions[1], 2])
    expect(decisions.map(({ op, cid, why }) => [op, cid, why])).toEqual([
      ['add', cids[1], 'gate sentence'],
      ['add', cids[0], 'gate sentence'],
    ])
    const short = await library.log({ limit: 1 })
    expect([short.decisions.length, short.total]).toEqual([1, 2])
  })

  test('of an agent that learnt nothing is empty', async () => {
    const { library } = await makeLearnt([])
    expect(await library.log()).toEqual({ version: undefined, decisions: [], total: 0 })
  })
})

describe('a roll-back', () => {
  test('to the beginning of an id reaches every prompt, and is told', async () => {
    const { store, library, versions } = await makeLearnt()
    const [first = '', second = ''] = versions
    expect(await library.rollBack(first.slice(0, 8), 'it harmed')).toEqual({
      version: first,
      before: second,
      experiences: 1,
      changed: true,
    })
    expect(await recallDomain('bank.transfer', store)).toHaveLength(1)
    const { version, decisions } = await library.log()
    expect(version).toBe(first)
    expect(decisions[0]).toMatchObject({ op: 'rollback', from: [second], why: 'it harmed' })
  })

  test('again and again is told each time', async () => {
    const { library, versions } = await makeLearnt()
    for (const version of [versions[0], versions[1], versions[0], versions[1]]) {
      expect(await library.rollBack(version ?? '')).toMatchObject({ changed: true })
    }
    const { decisions } = await library.log()
    expect(decisions.map(({ op }) => op)).toEqual([
      'rollback',
      'rollback',
      'rollback',
      'rollback',
      'add',
      'add',
    ])
  })

  test('to where it stands changes and tells nothing', async () => {
    const { library, versions } = await makeLearnt()
    const done = await library.rollBack(versions[1] ?? '')
    expect(done).toMatchObject({ changed: false, before: versions[1] })
    expect((await library.log()).total).toBe(2)
  })

  test('to none is as before the first experience, and can be undone', async () => {
    const { store, library, versions } = await makeLearnt()
    expect(await library.rollBack('none')).toMatchObject({ experiences: 0, changed: true })
    expect(await recallDomain('bank.transfer', store)).toEqual([])
    expect(await library.rollBack(versions[1] ?? '')).toMatchObject({ experiences: 2 })
    expect(await recallDomain('bank.transfer', store)).toHaveLength(2)
  })

  test('needs one version, not none and not several', async () => {
    const { library } = await makeLearnt()
    await expect(library.rollBack('x')).toRejectDso('LIBRARY_UNKNOWN')
    await expect(library.rollBack('')).toRejectDso('LIBRARY_UNKNOWN')
  })
})

describe('a pin', () => {
  test('protects an experience from what is learnt later', async () => {
    const { store, library, cids } = await makeLearnt()
    const [cid = ''] = cids
    expect(await library.setPinned(cid, true)).toEqual({ cid, pinned: true, changed: true })
    const better = await makeExperience('When calling bank.transfer, give amount in cents.', 7)
    const how = { profile: DIRECT_384, run: 'later', why: 'gate sentence' }
    expect(await keepExperience(better, store, how)).toMatchObject({ reason: 'duplicate' })
    await library.setPinned(cid, false)
    expect(await keepExperience(better, store, how)).toMatchObject({ kept: true })
    expect((await store.getLibrary())?.experiences).not.toContain(cid)
  })

  test('needs one experience of the library', async () => {
    const { library, cids } = await makeLearnt()
    await expect(library.setPinned('bafy', true)).toRejectDso('EXPERIENCE_UNKNOWN')
    await expect(library.setPinned('x', true)).toRejectDso('EXPERIENCE_UNKNOWN')
    await expect(library.setPinned(cids[0] ?? '', false)).toRejectDso('EXPERIENCE_UNKNOWN')
  })

  test('outlives a roll-back, and can be ended after it', async () => {
    const { library, cids } = await makeLearnt()
    await library.setPinned(cids[1] ?? '', true)
    await library.rollBack('none')
    expect((await library.check()).pinned).toEqual([cids[1]])
    expect(await library.setPinned('bafy', false)).toMatchObject({ cid: cids[1], changed: true })
  })
})

describe('a check', () => {
  test('finds nothing where there is nothing', async () => {
    const { library } = await makeLearnt([])
    expect(await library.check()).toEqual({
      version: undefined,
      own: 0,
      shared: 0,
      pinned: [],
      conflicts: [],
      repetitions: [],
      stale: [],
    })
  })

  test('finds what contradicts and what repeats, also among what others share', async () => {
    const against = 'When calling bank.transfer, write amount in euros.'
    const { store, library, cids } = await makeLearnt([...TEXTS, against])
    const other = createMemoryStore()
    const again = await makeExperience('When calling bank.transfer, give amount in cents.', 1)
    const { cid } = await keepExperience(again, other, {
      profile: DIRECT_384,
      run: 'r',
      why: 'gate sentence',
    })
    const record = await other.getRecord(cid)
    if (record !== undefined) await store.saveRecords([{ ...record, status: 'usable' }])
    const found = await library.check()
    expect(found).toMatchObject({ own: 3, shared: 1 })
    expect(found.conflicts).toMatchObject([{ subject: 'field:amount' }])
    expect(found.repetitions).toEqual([{ domain: 'bank.transfer', best: cids[0], repeated: [cid] }])
  })

  test('finds what turned against its user, under the model that it harmed', async () => {
    const { store, library, cids } = await makeLearnt()
    const [cid = '', helpful = ''] = cids
    for (let task = 0; task < 4; task++) {
      await report(store, { cid, injected: true, reward: 0 })
      await report(store, { cid, injected: false, reward: 1000 })
      await report(store, { cid: helpful, injected: true, reward: 1000 })
      await report(store, { cid: helpful, injected: false, reward: 0 })
    }
    const stale = [{ cid, why: 'turned-against', uses: 4, model: 'small' }]
    expect((await library.check()).stale).toEqual(stale)
    await library.rollBack('none')
    expect((await library.check()).stale).toEqual([])
  })
})
