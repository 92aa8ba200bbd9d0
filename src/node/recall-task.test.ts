import { beforeEach, describe, expect, test } from 'vitest'
import { createHashEncoder } from '../../test/fixtures/hash-encoder.ts'
import { makeExperience } from '../../test/fixtures/sharing.ts'
import { PARCEL, createToyAgent } from '../../test/fixtures/toy-tools.ts'
import { createScriptedModel } from '../models/scripted/create-scripted-model.ts'
import { computeCid } from '../protocol/encoding/compute-cid.ts'
import { encodeExperience } from '../protocol/experience/encode-experience.ts'
import type { ExperienceRecord, Store } from '../protocol/ports.ts'
import { decodeEmbedding } from '../protocol/profiles/decode-embedding.ts'
import { DIRECT_384 } from '../protocol/profiles/profile.ts'
import { createSeededRandom } from '../protocol/statistics/create-seeded-random.ts'
import { createMemoryStore } from '../storage/create-memory-store.ts'
import { practiseStoredTraffic } from './practise-traffic.ts'
import { type RecallRequest, recallTask } from './recall-task.ts'
import { reportOutcome } from './report-outcome.ts'

const encoder = createHashEncoder()
let store: Store
let ports: Parameters<typeof recallTask>[1]
beforeEach(() => {
  store = createMemoryStore()
  ports = { store, encoder, random: createSeededRandom('recall'), model: 'm' }
})

async function keep(
  domain: string,
  text: string,
  status: ExperienceRecord['status'] = 'usable',
): Promise<string> {
  const experience = await makeExperience({ domain, text })
  const bytes = encodeExperience(experience)
  const cid = computeCid(bytes, 'dag-cbor').toString()
  const embedding = decodeEmbedding(DIRECT_384, experience.code.bytes)
  const record = { cid, bytes, domain, embedding, status, entryId: undefined, reason: undefined }
  await store.saveRecords([record])
  return cid
}
const recall = async (request: RecallRequest) => await recallTask(request, ports)
const textsOf = (found: readonly { item: { text?: string } }[]) =>
  found.map(({ item }) => item.text)

describe('recallTask', () => {
  test('finds what is usable about the domain, own first, and says why', async () => {
    await keep('a.tool', 'When calling a.tool, write money in cents.')
    await keep('a.tool', 'When calling a.tool, write dates backwards.', 'own')
    await keep('b.tool', 'When calling b.tool, write money in cents.')
    await keep('a.tool', 'When calling a.tool, never pay.', 'quarantined')
    await keep('a.tool', 'When calling a.tool, always pay.', 'refused')
    const { mode, found, harmful } = await recall({ task: 'Send some money', domain: 'a.tool' })
    expect(mode).toBe('all-fit')
    expect(textsOf(found)).toEqual([
      'When calling a.tool, write dates backwards.',
      'When calling a.tool, write money in cents.',
    ])
    expect(found[1]?.evidence).toMatchObject({ vectorRank: 1, textRank: 1, prior: 1, trials: 0 })
    expect(found[0]?.evidence.textRank).toBeNull()
    expect(harmful).toEqual([])
    const anything = await recall({ task: 'Send some money' })
    expect(anything.found).toHaveLength(3)
    expect((await recall({ task: 'x', domain: 'c.tool' })).found).toEqual([])
  })

  test('where not all fit, words and meaning choose, within the budget', async () => {
    for (let index = 0; index < 30; index++) {
      await keep('a.tool', `When calling a.tool, write part${index} as form${index}.`)
    }
    const { mode, found } = await recall({ task: 'Write part17 please', tokenBudget: 60 })
    expect(mode).toBe('ranked')
    expect(found[0]?.item.text).toContain('part17')
    expect(found[0]?.evidence).toMatchObject({ textRank: 1 })
    expect(found.reduce((sum, { evidence }) => sum + evidence.tokens, 0)).toBeLessThanOrEqual(60)
    expect((await recall({ task: 'x', limit: 2 })).found).toHaveLength(2)
  })

  test('what the library dropped is not used', async () => {
    const kept = await keep('a.tool', 'One.', 'own')
    await keep('a.tool', 'Two.', 'own')
    await keep('a.tool', 'Three.')
    await store.saveLibrary({ id: 'v', parent: undefined, experiences: [kept] })
    expect(textsOf((await recall({ task: 'x' })).found)).toEqual(['One.', 'Three.'])
  })

  test('a tenth is left out by lot, written down, and not in the prompt', async () => {
    await keep('a.tool', 'One.')
    let dropped = 0
    for (let index = 0; index < 200; index++) {
      const { recallId, found, memory, prompt } = await recall({ task: `Task ${index}` })
      const injected = found[0]?.injected === true
      if (!injected) dropped++
      expect(memory).toHaveLength(Number(injected))
      expect(prompt.includes('One.')).toBe(injected)
      expect(await store.getRecall(recallId)).toEqual({
        id: recallId,
        task: `Task ${index}`,
        domain: undefined,
        model: 'm',
        offered: [{ cid: found[0]?.cid, injected }],
      })
    }
    expect(dropped).toBeGreaterThan(8)
    expect(dropped).toBeLessThan(36)
  })

  test.each([
    [{ task: '' }, 'FORMAT_INVALID'],
    [{ task: 7 }, 'FORMAT_INVALID'],
    [{ task: '\ud83d' }, 'FORMAT_INVALID'],
    [{ task: 'x'.repeat(1 << 20) }, 'BYTES_TOO_LONG'],
    [{ task: 'x', domain: 'a b' }, 'FORMAT_INVALID'],
    [{ task: 'x', model: '\n' }, 'FORMAT_INVALID'],
    [{ task: 'x', tokenBudget: -1 }, 'FORMAT_INVALID'],
    [{ task: 'x', tokenBudget: Number.NaN }, 'FORMAT_INVALID'],
    [{ task: 'x', limit: 1.5 }, 'FORMAT_INVALID'],
    [{ task: 'x', more: 1 }, 'FORMAT_INVALID'],
  ] as const)('%# is refused', async (request, code) => {
    await expect(recall(request as RecallRequest)).toRejectDso(code)
  })
})

describe('reportOutcome', () => {
  const attempts = [{ answer: 'x' }]

  test('credits what was found, with it or without, for the model that did the task', async () => {
    const cid = await keep('a.tool', 'One.')
    let used = 0
    for (let index = 0; index < 40; index++) {
      const { recallId, found } = await recall({ task: 'Do it.' })
      used += Number(found[0]?.injected)
      const report = { recallId, task: 'Do it.', attempts, passed: index % 2 === 0, model: 'n' }
      expect(await reportOutcome(report, ports)).toMatchObject({ recallId, credited: 1 })
    }
    const [credit] = await store.listCredits('n', [cid])
    expect(credit?.with.trials).toBe(used)
    expect(credit?.without.trials).toBe(40 - used)
    expect((credit?.with.rewards ?? 0) + (credit?.without.rewards ?? 0)).toBe(20_000)
    expect(await store.listCredits('m', [cid])).toEqual([])
    expect(await store.listEpisodes()).toHaveLength(40)
  })

  test('what proves harmful under a model is not used for it any more', async () => {
    const cid = await keep('a.tool', 'One.')
    let reported = 0
    for (; reported < 2000; reported++) {
      const { recallId, found } = await recall({ task: 'Do it.' })
      if (found.length === 0) break
      const passed = found[0]?.injected === false
      await reportOutcome({ recallId, task: 'Do it.', attempts, passed, model: 'm' }, ports)
    }
    expect(reported).toBeLessThan(200)
    expect(await recall({ task: 'x' })).toMatchObject({ found: [], harmful: [cid] })
    expect((await recall({ task: 'x', model: 'other' })).found).toHaveLength(1)
  })

  test('hostile reports are refused by code, and nothing is kept', async () => {
    const cid = await keep('a.tool', 'One.')
    const { recallId } = await recall({ task: 'Do it.' })
    const good = { recallId, task: 'Do it.', attempts, passed: true, model: 'm' }
    const unknown = { ...good, recallId: '0'.repeat(32) }
    await expect(reportOutcome(unknown, ports)).toRejectDso('RECALL_UNKNOWN')
    const { passed: _, ...open } = good
    await expect(reportOutcome({ ...open, reward: 2 }, ports)).toRejectDso('REWARD_OUT_OF_RANGE')
    const long = { ...good, task: 'x'.repeat(1 << 20) }
    await expect(reportOutcome(long, ports)).toRejectDso('BYTES_TOO_LONG')
    expect(await store.listEpisodes()).toEqual([])
    await reportOutcome(good, ports)
    await expect(reportOutcome(good, ports)).toRejectDso('OUTCOME_REPEATED')
    expect(await store.listEpisodes()).toHaveLength(1)
    const [credit] = await store.listCredits('m', [cid])
    expect((credit?.with.trials ?? 0) + (credit?.without.trials ?? 0)).toBe(1)
  })
})

describe('practiseStoredTraffic', () => {
  const model = createScriptedModel({ answer: createToyAgent([PARCEL], { repairs: false }) })
  const practisePorts = () => ({ store, model, encoder, profile: DIRECT_384 })

  /** An agent that sends kilograms, is refused, and then sends grams. */
  async function work(count: number): Promise<void> {
    for (let kg = 2; kg < count + 2; kg++) {
      const task = `Do ${kg}, please.`
      const { recallId } = await recall({ task, domain: PARCEL.domain })
      const tried = [
        { answer: `{"weight":${kg}}`, message: `weight: out of range (got ${kg})` },
        { answer: `{"weight":${kg * 1000}}` },
      ]
      await reportOutcome({ recallId, task, attempts: tried, passed: true, model: 'm' }, ports)
    }
  }

  test('what agents reported becomes an experience that the next recall finds', async () => {
    await work(36)
    const { accepted, candidates, withheld } = await practiseStoredTraffic(practisePorts())
    expect(accepted).toHaveLength(1)
    expect(accepted[0]?.experience).toMatchObject({
      kind: 'sentence',
      domain: 'parcel.ship',
      text: 'When calling parcel.ship, write weight in grams, e.g. 72000 for 72 kg.',
      evidence: { suite: 'traffic/1', losses: 0 },
    })
    expect([candidates, withheld]).toEqual([[], []])
    const { found } = await recall({ task: 'Do 99, please.', domain: PARCEL.domain })
    expect(found.map(({ cid }) => cid)).toEqual([accepted[0]?.cid])
    const again = await practiseStoredTraffic(practisePorts())
    expect(again.accepted.map(({ cid }) => cid)).toEqual(accepted.map(({ cid }) => cid))
  })

  test('a lesson that could not be tried enough is kept as a candidate, and no prompt sees it', async () => {
    await work(4)
    const { accepted, candidates } = await practiseStoredTraffic(practisePorts())
    expect(accepted).toEqual([])
    expect(candidates).toMatchObject([{ domain: 'parcel.ship', source: 'traffic/1' }])
    expect(await store.listCandidates()).toEqual(candidates)
    expect((await recall({ task: 'x', domain: PARCEL.domain })).found).toEqual([])
  })

  test('what repeats a person’s task is never kept', async () => {
    const private_ = createScriptedModel({
      answer: (request) =>
        request.format.kind === 'text'
          ? ' as in the secret merger of Alpha and Beta on Monday.'
          : createToyAgent([PARCEL], { repairs: false })(request),
    })
    const task = 'The secret merger of Alpha and Beta on Monday: ship 7 kg.'
    for (const passed of [false, true]) {
      const { recallId } = await recall({ task, domain: PARCEL.domain })
      const answer = `{"weight":${passed ? 7000 : 7}}`
      const report = { recallId, task, attempts: [{ answer }], passed, model: 'm' }
      await reportOutcome(report, ports)
    }
    const outcome = await practiseStoredTraffic(
      { ...practisePorts(), model: private_ },
      { heldOut: 0 },
    )
    expect(outcome).toMatchObject({
      accepted: [],
      candidates: [],
      withheld: [{ reason: 'task-text' }],
    })
    expect(await store.listCandidates()).toEqual([])
  })
})
