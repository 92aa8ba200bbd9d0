import { describe, expect, test } from 'vitest'
import { createHashEncoder } from '../../test/fixtures/hash-encoder.ts'
import { createToyAgent, PARCEL, ROOM, toyTask } from '../../test/fixtures/toy-tools.ts'
import { createScriptedModel } from '../models/scripted/create-scripted-model.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import type { LanguageModel } from '../protocol/ports.ts'
import { encodeEmbedding } from '../protocol/profiles/encode-embedding.ts'
import { DIRECT_384 } from '../protocol/profiles/profile.ts'
import { createMemoryStore } from '../storage/create-memory-store.ts'
import { keepExperience } from './keep-experience.ts'
import { keepGuarded } from './keep-guarded.ts'

const encoder = createHashEncoder()
const GRAMS = 'When calling parcel.ship, write weight in grams, e.g. 72000 for 72 kg.'
const CODES = 'When calling room.book, write room as R-nn; write floor as nnF.'

async function makeExperience(domain: string, text: string, wins = 5): Promise<Experience> {
  const [vector] = await encoder.embed([text])
  return {
    v: 1,
    kind: 'sentence',
    text,
    domain,
    code: { profile: DIRECT_384.id, bytes: encodeEmbedding(DIRECT_384, vector!) },
    evidence: { suite: 'toy/1', tasks: 8, wins, losses: 0, gainLower: wins * 50 },
    model: 'a-model',
  }
}

const grams = await makeExperience(PARCEL.domain, GRAMS)
const codes = await makeExperience(ROOM.domain, CODES)
const plain = { profile: DIRECT_384, run: 'earlier', why: 'gate sentence' }
const prove = (...experiences: Experience[]) =>
  experiences.map((experience) => ({ experience, why: 'gate sentence' }))

function optionsFor(model: LanguageModel) {
  const tasks = [1, 2, 3, 4].flatMap((value) => [toyTask(PARCEL, value), toyTask(ROOM, value)])
  return { profile: DIRECT_384, run: 'r', model, tasks, pinned: [] }
}
const createModel = () => createScriptedModel({ answer: createToyAgent([PARCEL, ROOM]) })

describe('keepGuarded', () => {
  test('all that helps is one version with its records', async () => {
    const store = createMemoryStore()
    const proved = prove(grams, codes)
    const { experiences, guard } = await keepGuarded(proved, store, optionsFor(createModel()))
    expect(guard).toMatchObject({ decision: 'kept', calls: 16 })
    expect(experiences).toMatchObject([{ kept: true }, { kept: true }])
    const cids = experiences.map(({ cid }) => cid)
    expect((await store.getLibrary())?.experiences).toEqual(cids)
    expect((await store.listRecords({ status: 'own' })).map(({ cid }) => cid)).toEqual(
      cids.toSorted(),
    )
  })

  test('nothing to keep leaves no trace', async () => {
    const store = createMemoryStore()
    const result = await keepGuarded([], store, optionsFor(createModel()))
    expect(result).toEqual({ experiences: [], guard: undefined })
    expect(await store.getLibrary()).toBeUndefined()
    expect(await store.listJournal()).toEqual([])
  })

  test('a refused change leaves the library as it was, and what was known stays kept', async () => {
    const store = createMemoryStore()
    await keepExperience(grams, store, plain)
    const before = await store.getLibrary()
    const bad = await makeExperience(ROOM.domain, 'When calling room.book, write room in red.')
    const proved = prove(grams, bad)
    const { experiences, guard } = await keepGuarded(proved, store, optionsFor(createModel()))
    expect(guard).toMatchObject({ decision: 'rolled-back', reason: 'not-proved' })
    expect(experiences).toMatchObject([{ kept: true }, { kept: false, reason: 'rolled-back' }])
    expect(await store.getLibrary()).toEqual(before)
    expect(await store.listRecords()).toHaveLength(1)
  })

  test('of two wordings of one run the better proved one is kept', async () => {
    const store = createMemoryStore()
    const weak = await makeExperience(PARCEL.domain, GRAMS.replace('write', 'give'), 3)
    const proved = prove(weak, grams, weak)
    const { experiences } = await keepGuarded(proved, store, optionsFor(createModel()))
    const duplicate = { kept: false, reason: 'duplicate' }
    expect(experiences).toMatchObject([duplicate, { kept: true }, duplicate])
    expect((await store.getLibrary())?.experiences).toEqual([experiences[1]?.cid])
  })

  test('an experience that was published keeps its entry', async () => {
    const store = createMemoryStore()
    const { cid } = await keepExperience(grams, store, plain)
    const record = await store.getRecord(cid)
    if (record !== undefined) await store.saveRecords([{ ...record, entryId: 7n }])
    await keepGuarded(prove(grams, codes), store, optionsFor(createModel()))
    expect(await store.getRecord(cid)).toMatchObject({ status: 'own', entryId: 7n })
  })

  test('what somebody else changed meanwhile is not lost, and the change is tried with it', async () => {
    const store = createMemoryStore()
    const model = createModel()
    let interfered = false
    const busy: LanguageModel = {
      ...model,
      complete: async (request, call) => {
        if (!interfered) {
          interfered = true
          await keepExperience(codes, store, plain)
        }
        return await model.complete(request, call)
      },
    }
    const { experiences, guard } = await keepGuarded(prove(grams), store, optionsFor(busy))
    expect(experiences).toMatchObject([{ kept: true }])
    expect(guard).toMatchObject({ decision: 'kept', calls: 8 })
    expect((await store.getLibrary())?.experiences).toHaveLength(2)
  })
})
