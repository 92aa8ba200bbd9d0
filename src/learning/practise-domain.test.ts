import { describe, expect, test } from 'vitest'
import {
  PARCEL,
  ROOM,
  type ToyAgentOptions,
  createToyAgent,
  createToySuite,
} from '../../test/fixtures/toy-tools.ts'
import { createRecordingModel } from '../models/recording/create-recording-model.ts'
import { createScriptedModel } from '../models/scripted/create-scripted-model.ts'
import { createMemoryCassette } from '../storage/create-memory-cassette.ts'
import { rotateMemory } from './baselines/rotate-memory.ts'
import { evaluateMemory } from './evaluate-memory.ts'
import type { MemoryItem } from './memory.ts'
import { type PractiseSettings, practiseDomain } from './practise-domain.ts'

const tools = [PARCEL, ROOM]
const suite = createToySuite(tools)
const settings: PractiseSettings = {
  practiceTasks: 3,
  groupSize: 2,
  attempts: 2,
  temperature: 0.8,
  validationTasks: 5,
  gateThreshold: 0.8,
  seed: 7,
}

/** A scripted agent that counts its calls and may break down after some. */
function createAgent(options: ToyAgentOptions = {}, breaksAfter = Number.POSITIVE_INFINITY) {
  const agent = createToyAgent(tools, options)
  const counted = { calls: 0 }
  const model = createScriptedModel({
    answer: (request) => (counted.calls++ < breaksAfter ? agent(request) : undefined),
  })
  return { model, counted }
}
const practise = async (model: Parameters<typeof practiseDomain>[2], domain = PARCEL.domain) =>
  await practiseDomain(suite, domain, model, settings)
/** Everything that an outcome says, in a form that compares by content. */
const contentOf = (outcome: unknown) => JSON.stringify(outcome)

describe('practiseDomain', () => {
  test('leads from failed attempts to memory that makes first attempts succeed', async () => {
    const { model } = createAgent()
    const learnt = new Map<string, readonly MemoryItem[]>()
    for (const domain of suite.domains) {
      const { evidence, gate } = await practise(model, domain)
      expect(evidence.firstAttemptRate).toBe(0)
      expect(gate).toMatchObject({ decision: 'accepted', baselineSolved: 0, n: 5 })
      if (gate.decision === 'accepted') learnt.set(domain, gate.chosen.memory)
    }
    const tasks = suite.domains.flatMap((domain) => suite.listTasks(domain, 'test', 6))
    const solvedUnder = async (memoryOf: (domain: string) => readonly MemoryItem[]) => {
      const scores = await evaluateMemory(tasks, model, { memoryOf, attempts: 1 })
      return scores.filter(({ success }) => success).length
    }
    const memoryOf = (domain: string) => learnt.get(domain) ?? []
    const placebo = rotateMemory(suite.domains, memoryOf)
    expect(await solvedUnder(memoryOf)).toBe(12)
    expect(await solvedUnder(() => [])).toBe(0)
    expect(await solvedUnder((domain) => placebo.get(domain) ?? [])).toBe(0)
  })

  test('ships sentence and example together where both help, under one condition', async () => {
    const { gate } = await practise(createAgent().model, ROOM.domain)
    expect(gate.decision === 'accepted' && gate.chosen).toMatchObject({
      form: 'both',
      memory: [
        {
          text: 'When calling room.book, write room as R-nn; write floor as nnF.',
          example: { input: 'Do 10, please.', output: '{"room":"R-10","floor":"10F"}' },
        },
      ],
    })
  })

  test('ships the example alone where the model can only imitate', async () => {
    const { gate } = await practise(createAgent({ heeds: false, imitates: true }).model)
    expect(gate.decision === 'accepted' && gate.chosen.form).toBe('example')
  })

  test('ships the sentence alone where no attempt ever succeeded', async () => {
    const { gate, groups } = await practise(createAgent({ repairs: false }).model)
    expect(groups.some(({ hasSpread }) => hasSpread)).toBe(false)
    expect(gate.decision === 'accepted' && gate.chosen.form).toBe('sentence')
  })

  test.each<[string, ToyAgentOptions]>([
    ['ends where it began: a model too weak to apply what it wrote', { heeds: false }],
    ['ends where it began: a model too weak to write a rule', { writes: () => 'somehow.' }],
    ['ends where it began: a model that its notes confuse', { confusedBy: 'Notes from' }],
    [
      'ends where it began: a model that never ends its sentence',
      { writes: () => 'so '.repeat(99) },
    ],
  ])('%s', async (_, options) => {
    const { gate, groups } = await practise(createAgent({ ...options, imitates: false }).model)
    expect(gate).toMatchObject({ decision: 'refused', reason: 'not-proved', baselineSolved: 0 })
    expect(groups.every(({ hasSpread }) => hasSpread)).toBe(true)
  })

  test('practises on practice tasks and is judged on validation tasks, never on test tasks', async () => {
    const { model } = createAgent()
    const asked: string[] = []
    const listening = createScriptedModel({
      answer: async (request) => {
        asked.push(request.turns.at(-1)?.text ?? '')
        return (await model.complete(request)).text
      },
    })
    const { groups } = await practise(listening)
    const requestsOf = (split: 'practice' | 'validation' | 'test', count: number) =>
      suite.listTasks(PARCEL.domain, split, count).map(({ request }) => request)
    expect(groups.map(({ task }) => task.request)).toEqual(requestsOf('practice', 3))
    const used = (request: string) => asked.filter((text) => text.includes(`Request: ${request}`))
    for (const request of requestsOf('validation', 5)) expect(used(request)).toHaveLength(3)
    for (const request of requestsOf('test', 20)) expect(used(request)).toEqual([])
  })

  test('its stages are told in order', async () => {
    const stages: string[] = []
    await practiseDomain(suite, PARCEL.domain, createAgent().model, settings, {
      onStage: (stage, domain) => stages.push(`${stage} ${domain}`),
    })
    expect(stages).toEqual(['rollouts parcel.ship', 'contrast parcel.ship', 'gate parcel.ship'])
  })

  test('an aborted run rejects with the reason of the signal', async () => {
    const reason = new Error('stopped')
    const signal = AbortSignal.abort(reason)
    const run = practiseDomain(suite, PARCEL.domain, createAgent().model, settings, { signal })
    await expect(run).rejects.toBe(reason)
  })
})

describe('practiseDomain over a cassette', () => {
  test('a second run makes no call and comes to the same', async () => {
    const { model, counted } = createAgent()
    const cassette = createMemoryCassette()
    const first = await practise(createRecordingModel(model, cassette), ROOM.domain)
    const made = counted.calls
    expect(made).toBeGreaterThan(20)
    const again = await practise(createRecordingModel(model, cassette), ROOM.domain)
    expect(counted.calls).toBe(made)
    expect(contentOf(again)).toBe(contentOf(first))
  })

  test.each([0, 1, 5, 13, 19, 30])(
    'a run that broke down after %d calls resumes to the same, and repeats no call',
    async (breaksAfter) => {
      const whole = createAgent()
      const complete = await practise(
        createRecordingModel(whole.model, createMemoryCassette()),
        ROOM.domain,
      )
      const cassette = createMemoryCassette()
      const broken = createAgent({}, breaksAfter)
      const interrupted = practise(createRecordingModel(broken.model, cassette), ROOM.domain)
      await expect(interrupted).toRejectDso('SCRIPT_EXHAUSTED')
      const kept = (await cassette.listEntries()).length
      expect(kept).toBeLessThanOrEqual(breaksAfter)
      const resumed = createAgent()
      const outcome = await practise(createRecordingModel(resumed.model, cassette), ROOM.domain)
      expect(contentOf(outcome)).toBe(contentOf(complete))
      expect(kept + resumed.counted.calls).toBe(whole.counted.calls)
    },
  )
})
