import { describe, expect, test } from 'vitest'
import { createHashEncoder } from '../../test/fixtures/hash-encoder.ts'
import { PARCEL, ROOM, createToyAgent, createToySuite } from '../../test/fixtures/toy-tools.ts'
import type { PractiseSettings } from '../learning/practise-domain.ts'
import { createScriptedModel } from '../models/scripted/create-scripted-model.ts'
import type { CompletionRequest, Store } from '../protocol/ports.ts'
import { DIRECT_384 } from '../protocol/profiles/profile.ts'
import { createMemoryStore } from '../storage/create-memory-store.ts'
import { type PractiseDomainsOptions, practiseDomains } from './practise-domains.ts'

const SETTINGS: PractiseSettings = {
  practiceTasks: 3,
  groupSize: 2,
  attempts: 2,
  temperature: 0.8,
  validationTasks: 4,
  gateThreshold: 0.8,
  seed: 7,
}
const tools = [PARCEL, ROOM]
const RULE = 'When calling parcel.ship, write weight in grams, e.g. 72000 for 72 kg.'

/** An agent that finds no rule parameter by parameter, but from whole groups; it keeps what it was asked. */
function createAgent({ pairs = false, imitates = false } = {}) {
  const agent = createToyAgent(tools, { imitates, ...(pairs ? {} : { writes: () => 'somehow.' }) })
  const asked: CompletionRequest[] = []
  const model = createScriptedModel({
    answer: (request) => {
      asked.push(request)
      const { format } = request
      if (format.kind === 'text' && format.prefill === undefined) return 'So it went.'
      if (format.kind === 'object' && format.keys[0] === 'analysis') {
        const key = format.keys.includes('operation1') ? 'operation1' : 'lesson1'
        return JSON.stringify({ [key]: key === 'lesson1' ? RULE : 'add', lesson1: RULE })
      }
      return agent(request)
    },
  })
  return { model, asked }
}
const practise = async (
  { model }: ReturnType<typeof createAgent>,
  options: PractiseDomainsOptions = {},
  { store = createMemoryStore(), settings = SETTINGS, domains = [PARCEL.domain] } = {},
) => {
  const ports = { suite: createToySuite(tools), model, encoder: createHashEncoder() }
  const rest = { store: store as Store, profile: DIRECT_384 }
  return await practiseDomains(domains, settings, { ...ports, ...rest }, options)
}

describe('modes of practice', () => {
  test('by default the contrast pair alone is asked, and what it yields is counted', async () => {
    const store = createMemoryStore()
    const agent = createAgent({ pairs: true })
    const { practices } = await practise(agent, {}, { store, domains: tools.map((t) => t.domain) })
    expect(practices.map(({ mode }) => mode)).toEqual(['contrast-pair', 'contrast-pair'])
    const { name, hash: model } = agent.model
    const counted = { model, name, mode: 'contrast-pair', run: 'toy/1 scripted 7' }
    expect(await store.listModeCounts()).toMatchObject([
      { ...counted, domain: 'parcel.ship', proposals: 1, accepted: 1, calls: 2 },
      { ...counted, domain: 'room.book', proposals: 2, accepted: 2, calls: 4 },
    ])
  })

  test('the same practice again counts once', async () => {
    const store = createMemoryStore()
    for (let run = 0; run < 2; run++) await practise(createAgent({ pairs: true }), {}, { store })
    expect(await store.listModeCounts()).toMatchObject([{ proposals: 1, accepted: 1, calls: 2 }])
  })

  test('auto goes on to the mode that can teach this model, and says what each has yielded', async () => {
    const store = createMemoryStore()
    const { practices, accepted } = await practise(createAgent(), { modes: 'auto' }, { store })
    expect(accepted).toHaveLength(1)
    expect(practices[0]).toMatchObject({
      mode: 'critique',
      gate: { decision: 'accepted', chosen: { lessons: [RULE] } },
      modes: [
        { mode: 'contrast-pair', accepted: 0 },
        { mode: 'best-worst', accepted: 0 },
        { mode: 'critique', accepted: 1 },
      ],
    })
    expect((await store.listModeCounts()).map(({ mode }) => mode).toSorted()).toEqual([
      'best-worst',
      'contrast-pair',
      'critique',
    ])
  })

  test('auto begins with what the store knows to yield most', async () => {
    const store = createMemoryStore()
    const agent = createAgent()
    const known = { model: agent.model.hash, name: 'x', run: 'before', domain: 'other', calls: 50 }
    await store.saveModeCounts([
      { ...known, mode: 'contrast-pair', proposals: 9, accepted: 0 },
      { ...known, mode: 'best-worst', proposals: 9, accepted: 0 },
      { ...known, mode: 'critique', proposals: 9, accepted: 2 },
      { ...known, mode: 'stages', proposals: 9, accepted: 5 },
    ])
    const { practices } = await practise(agent, { modes: 'auto' }, { store })
    expect(practices[0]?.modes.map(({ mode }) => mode)).toEqual(['stages'])
  })

  test('one named mode is asked alone', async () => {
    const agent = createAgent()
    const { practices } = await practise(agent, { modes: ['stages'] })
    expect(practices[0]?.modes).toMatchObject([{ mode: 'stages', accepted: 1 }])
    expect(agent.asked.some(({ format }) => format.kind === 'text' && format.prefill)).toBe(false)
  })

  test('the yields of more than one round are added up', async () => {
    const settings = { ...SETTINGS, extraRounds: 1 }
    const { practices } = await practise(createAgent(), { modes: ['contrast-pair'] }, { settings })
    expect(practices[0]?.modes).toEqual([
      { mode: 'contrast-pair', proposals: 2, accepted: 0, calls: 4 },
    ])
  })
})

describe('consolidation after the gate', () => {
  /** Needs three accepted calls in view, or the rule, which it finds only when it is asked for the third time. */
  function createImitator() {
    const agent = createToyAgent(tools, { imitates: true })
    const asked: CompletionRequest[] = []
    let lessons = 0
    const model = createScriptedModel({
      answer: (request) => {
        asked.push(request)
        if (request.format.kind === 'text') return ++lessons < 3 ? ' somehow.' : agent(request)
        const prompt = request.turns.at(-1)?.text ?? ''
        const examples = prompt.split(' was accepted with ').length - 1
        const isLost = examples > 0 && examples < 3 && !prompt.includes(RULE)
        return isLost ? '{"weight":0}' : agent(request)
      },
    })
    return { model, asked }
  }

  test('is off unless asked for', async () => {
    const { accepted, consolidations } = await practise(createImitator())
    expect(accepted.map(({ experience }) => experience.kind)).toEqual(Array(3).fill('example'))
    expect(consolidations).toEqual([])
  })

  test('puts one sentence in the place of examples, with the evidence of the gate', async () => {
    const store = createMemoryStore()
    const options = { consolidate: true, guard: true }
    const { accepted, consolidations, guard } = await practise(createImitator(), options, { store })
    expect(consolidations).toMatchObject([{ domain: 'parcel.ship', decision: 'consolidated' }])
    expect(accepted).toMatchObject([
      { experience: { kind: 'sentence', text: RULE, evidence: { tasks: 4, wins: 4, losses: 0 } } },
    ])
    expect(await store.listJournal()).toMatchObject([
      { op: 'add', why: 'gate example, consolidated' },
      { op: 'keep' },
    ])
    // Of 20 held-out tasks the sentence was chosen on 16.
    expect(guard).toMatchObject({ decision: 'kept', result: { n: 4, wins: 4 } })
  })

  test('costs nothing where the gate chose no examples', async () => {
    const plain = createAgent({ pairs: true })
    await practise(plain)
    const consolidating = createAgent({ pairs: true })
    expect((await practise(consolidating, { consolidate: true })).consolidations).toEqual([])
    expect(consolidating.asked).toEqual(plain.asked)
  })
})
