import { describe, expect, test } from 'vitest'
import { PARCEL, createToyAgent, toyTask } from '../../test/fixtures/toy-tools.ts'
import { createScriptedModel } from '../models/scripted/create-scripted-model.ts'
import type { CompletionRequest, Task } from '../protocol/ports.ts'
import { GREEDY } from './prompts/call-prompt.ts'
import { runEpisode } from './run-episode.ts'

const task = toyTask(PARCEL, 4)

/** A model that gives the answers in turn and keeps what it was asked. */
function script(...answers: number[]) {
  const asked: CompletionRequest[] = []
  const model = createScriptedModel({
    answer: (request) => {
      const weight = answers[asked.length]
      asked.push(request)
      return weight === undefined ? undefined : JSON.stringify({ weight })
    },
  })
  return { model, asked }
}
const promptOf = (request: CompletionRequest | undefined) => request?.turns[0]?.text ?? ''

describe('runEpisode', () => {
  test.each([
    [[4000], 1],
    [[4, 4000], 0.5],
    [[4, 40, 4000], 0.25],
    [[4, 40, 400], 0],
  ])('answers %j earn %d', async (answers, reward) => {
    const { model, asked } = script(...answers)
    const episode = await runEpisode(task, model, { memory: [], attempts: 3, sampling: GREEDY })
    expect(episode.reward).toBe(reward)
    expect(episode.attempts).toHaveLength(answers.length)
    expect(asked).toHaveLength(answers.length)
    expect(episode.attempts.at(-1)?.verdict.success).toBe(reward > 0)
  })

  test('every refusal is fed back, in order, and none before the first', async () => {
    const { model, asked } = script(4, 40, 4000)
    await runEpisode(task, model, { memory: [], attempts: 3, sampling: GREEDY })
    expect(promptOf(asked[0])).not.toContain('refused')
    expect(promptOf(asked[1])).toContain('{"weight":4} was refused.\nFormat that the service wants')
    expect(promptOf(asked[2]).match(/\{"weight":4.*/g)).toEqual([
      '{"weight":4} was refused.',
      '{"weight":40} was refused.',
    ])
  })

  test('memory stands before the request in every attempt', async () => {
    const { model, asked } = script(4, 40)
    const memory = [{ text: 'A note.' }]
    await runEpisode(task, model, { memory, attempts: 2, sampling: GREEDY })
    for (const request of asked) expect(promptOf(request)).toMatch(/"A note\."\nRequest: Do 4/)
    expect(asked).toHaveLength(2)
  })

  test('no more attempts are made than allowed', async () => {
    const { model, asked } = script(4, 4000)
    const episode = await runEpisode(task, model, { memory: [], attempts: 1, sampling: GREEDY })
    expect(episode.reward).toBe(0)
    expect(asked).toHaveLength(1)
  })

  test('a retry is sampled with another seed, within 32 bits', async () => {
    const { model, asked } = script(4, 40, 400)
    const sampling = { temperature: 0.7, seed: 2 ** 32 - 1 }
    await runEpisode(task, model, { memory: [], attempts: 3, sampling })
    expect(asked.map(({ seed }) => seed)).toEqual([2 ** 32 - 1, 0, 1])
    expect(asked.map(({ temperature }) => temperature)).toEqual([0.7, 0.7, 0.7])
  })

  test('what was refused twice is listed once, and makes an exploring attempt hotter', async () => {
    const { model, asked } = script(4, 4, 4000)
    const options = { memory: [], attempts: 3, sampling: GREEDY, explores: true }
    await runEpisode(task, model, options)
    expect(promptOf(asked[2]).match(/\{"weight":4.*/g)).toEqual(['{"weight":4} was refused.'])
    expect(asked.map(({ temperature }) => temperature)).toEqual([0, 0, 0.8])
    const { model: steady, asked: again } = script(4, 4, 4000)
    await runEpisode(task, steady, { ...options, explores: false })
    expect(again.map(({ temperature }) => temperature)).toEqual([0, 0, 0])
  })

  test('a learnt sentence makes the first attempt succeed', async () => {
    const model = createScriptedModel({ answer: createToyAgent([PARCEL]) })
    const text = 'When calling parcel.ship, write weight in grams, e.g. 72000 for 72 kg.'
    const options = { attempts: 3, sampling: GREEDY }
    expect((await runEpisode(task, model, { memory: [], ...options })).reward).toBe(0.5)
    expect((await runEpisode(task, model, { memory: [{ text }], ...options })).reward).toBe(1)
  })

  test('a verdict that takes its time is waited for, and can be aborted', async () => {
    const { model } = script(4, 4000)
    const { signal } = new AbortController()
    const seen: unknown[] = []
    const slow: Task = {
      ...task,
      verify: async (answer, options) => {
        seen.push(options?.signal)
        await Promise.resolve()
        return task.verify(answer)
      },
    }
    const options = { memory: [], attempts: 3, sampling: GREEDY, signal }
    const episode = await runEpisode(slow, model, options)
    expect(episode.reward).toBe(0.5)
    expect(episode.attempts.map(({ verdict }) => verdict.success)).toEqual([false, true])
    expect(seen).toEqual([signal, signal])
  })

  test('an aborted episode rejects with the reason of the signal', async () => {
    const { model } = script(4000)
    const reason = new Error('stopped')
    const options = { memory: [], attempts: 3, sampling: GREEDY, signal: AbortSignal.abort(reason) }
    await expect(runEpisode(task, model, options)).rejects.toBe(reason)
  })
})
