import { describe, expect, test } from 'vitest'
import { PARCEL, ROOM, createToyAgent, createToySuite } from '../../test/fixtures/toy-tools.ts'
import { createScriptedModel } from '../models/scripted/create-scripted-model.ts'
import { evaluateMemory } from './evaluate-memory.ts'

const tools = [PARCEL, ROOM]
const suite = createToySuite(tools)
const tasks = suite.domains.flatMap((domain) => suite.listTasks(domain, 'test', 3))
const text = 'When calling parcel.ship, write weight in grams, e.g. 72000 for 72 kg.'
const memoryOf = (domain: string) => (domain === PARCEL.domain ? [{ text }] : [])

describe('evaluateMemory', () => {
  test('each domain is tried under its own memory, in the order of the tasks', async () => {
    const model = createScriptedModel({ answer: createToyAgent(tools, { repairs: false }) })
    const scores = await evaluateMemory(tasks, model, { memoryOf, attempts: 2 })
    expect(scores.map(({ taskId }) => taskId)).toEqual(tasks.map(({ id }) => id))
    const solved = { success: true, reward: 1, calls: 1 }
    const failed = { success: false, reward: 0, calls: 2 }
    expect(scores).toMatchObject([solved, solved, solved, failed, failed, failed])
  })

  test('success is that of the first attempt; the reward counts later ones', async () => {
    const model = createScriptedModel({ answer: createToyAgent(tools) })
    const [first] = await evaluateMemory(tasks, model, { memoryOf: () => [], attempts: 3 })
    expect(first).toMatchObject({ success: false, reward: 0.5, calls: 2, domain: PARCEL.domain })
  })

  test('the tokens of the first prompt include the memory', async () => {
    const model = createScriptedModel({ answer: createToyAgent(tools) })
    const tokens = async (memory: typeof memoryOf) =>
      (await evaluateMemory(tasks, model, { memoryOf: memory, attempts: 1 })).map(
        ({ promptTokens }) => promptTokens,
      )
    const [bare, told] = [await tokens(() => []), await tokens(memoryOf)]
    expect(told[0]).toBeGreaterThan(bare[0] ?? 0)
    expect(told.slice(3)).toEqual(bare.slice(3))
  })

  test('no tasks, no scores', async () => {
    const model = createScriptedModel({ answer: () => undefined })
    expect(await evaluateMemory([], model, { memoryOf, attempts: 1 })).toEqual([])
  })
})
