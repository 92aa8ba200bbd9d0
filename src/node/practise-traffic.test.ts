import { beforeEach, describe, expect, test } from 'vitest'
import { createHashEncoder } from '../../test/fixtures/hash-encoder.ts'
import { PARCEL, createToyAgent, toyTask } from '../../test/fixtures/toy-tools.ts'
import { createScriptedModel } from '../models/scripted/create-scripted-model.ts'
import type { LanguageModel, Store } from '../protocol/ports.ts'
import { DIRECT_384 } from '../protocol/profiles/profile.ts'
import { createMemoryStore } from '../storage/create-memory-store.ts'
import { type PractiseStoredTrafficOptions, practiseStoredTraffic } from './practise-traffic.ts'

const encoder = createHashEncoder()
const { domain } = PARCEL
const agent = createToyAgent([PARCEL], { repairs: false })
const model = createScriptedModel({ answer: agent })
let store: Store
beforeEach(() => {
  store = createMemoryStore()
})

/** Reports of an agent that sends kilograms, is refused, and then sends grams. */
async function report(count: number): Promise<void> {
  for (let kg = 2; kg < count + 2; kg++) {
    const task = `Do ${kg}, please.`
    const [embedding] = await encoder.embed([task])
    const id = kg.toString(16).padStart(32, '0')
    const named = { task, domain, model: 'm' }
    const refused = { answer: `{"weight":${kg}}`, passed: false, fields: {} }
    const attempts = [
      { ...refused, message: `weight: out of range (got ${kg})` },
      { answer: `{"weight":${kg * 1000}}`, passed: true, fields: {}, message: '' },
    ]
    await store.saveRecall({ id, ...named, offered: [] })
    const episode = { recallId: id, ...named, attempts, reward: 500, embedding: embedding! }
    await store.saveEpisode(episode, [])
  }
}
const practise = async (options: PractiseStoredTrafficOptions, asked: LanguageModel = model) =>
  await practiseStoredTraffic({ store, model: asked, encoder, profile: DIRECT_384 }, options)

describe('guarded practice on traffic', () => {
  test('what was proved is tried once more on cases that the gate has not seen, as one change', async () => {
    await report(72)
    const { accepted, guard, practices } = await practise({ guard: true })
    const [practice] = practices
    const n = practice?.fresh.length ?? 0
    expect(n).toBeGreaterThan(2)
    expect(practice?.cases).toBeGreaterThan(n)
    expect(guard).toMatchObject({ decision: 'kept', result: { n, wins: n, losses: 0 } })
    expect(accepted).toHaveLength(1)
    const journal = await store.listJournal()
    expect(journal.map(({ op, run, why }) => [op, run, why])).toEqual([
      ['add', 'traffic/1 guarded', 'gate sentence'],
      ['keep', 'traffic/1 guarded', 'guard: kept'],
    ])
    // Nothing to change, nothing to try.
    const again = await practise({ guard: true })
    expect(again.guard).toBeUndefined()
    expect(again.accepted).toEqual(accepted)
  })

  test('nothing is kept of what gains nothing there', async () => {
    await report(72)
    const seen: string[] = []
    const asking = createScriptedModel({
      answer: (request) => {
        const [, asked = ''] = /Request: (.*)/.exec(request.turns.at(-1)?.text ?? '') ?? []
        // From the guard on it forgets everything.
        const isGate = request.format.kind === 'text' || !fresh.has(asked)
        if (isGate) seen.push(asked)
        return isGate ? agent(request) : '{"weight":0}'
      },
    })
    const { practices } = await practise({ guard: true })
    const fresh = new Set(practices.flatMap((each) => each.fresh.map(({ request }) => request)))
    const [reported, recalls] = [await store.listEpisodes(), store]
    store = createMemoryStore()
    for (const episode of reported) {
      await store.saveRecall((await recalls.getRecall(episode.recallId))!)
      await store.saveEpisode(episode, [])
    }
    const outcome = await practise({ guard: true }, asking)
    expect(outcome).toMatchObject({ accepted: [], guard: { decision: 'rolled-back' } })
    expect(outcome.withheld.map(({ reason }) => reason)).toEqual(['rolled-back'])
    expect(seen.length).toBeGreaterThan(0)
    expect(await store.listRecords()).toEqual([])
    expect((await store.getLibrary())?.experiences).toEqual([])
  })

  test('without a guard every held-out case is the gate’s', async () => {
    await report(72)
    const plain = await practise({})
    const guarded = await practise({ guard: true })
    expect(plain.practices[0]?.fresh).toEqual([])
    expect(plain.practices[0]?.cases).toBe(
      (guarded.practices[0]?.cases ?? 0) + (guarded.practices[0]?.fresh.length ?? 0),
    )
  })

  test('a pinned task that is not solved with it keeps a lesson out', async () => {
    await report(36)
    const pinned = toyTask(PARCEL, 99)
    const lost = { ...pinned, verify: () => ({ success: false, fields: {}, message: '' }) }
    const { practices } = await practise({ pinned: [lost] })
    expect(practices[0]?.standing).toEqual({ decision: 'refused', reason: 'pinned-failed' })
    expect((await practise({ pinned: [pinned] })).accepted).toHaveLength(1)
  })
})
