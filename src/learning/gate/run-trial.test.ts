import { describe, expect, test } from 'vitest'
import { PARCEL, ROOM, createToyAgent, toyTask } from '../../../test/fixtures/toy-tools.ts'
import { createScriptedModel } from '../../models/scripted/create-scripted-model.ts'
import type { CompletionRequest } from '../../protocol/ports.ts'
import type { Attempt } from '../run-episode.ts'
import { type Trial, compareTrials, countSuccesses, runTrial } from './run-trial.ts'

const attempt = (...fields: [boolean, boolean]): Attempt => ({
  answer: '',
  verdict: {
    success: fields.every(Boolean),
    fields: { room: fields[0], floor: fields[1] },
    message: '',
  },
  promptTokens: 1,
})

describe('compareTrials', () => {
  const baseline: Trial = [attempt(false, false), attempt(true, false), attempt(true, true)]
  const candidate: Trial = [attempt(true, true), attempt(true, true), attempt(false, true)]

  test('counts the tasks that only one of the two solved', () => {
    expect(compareTrials(baseline, candidate)).toEqual({ n: 3, wins: 2, losses: 1 })
    expect(compareTrials(candidate, baseline)).toEqual({ n: 3, wins: 1, losses: 2 })
    expect(compareTrials(baseline, baseline)).toEqual({ n: 3, wins: 0, losses: 0 })
  })

  test('of two refusals the one with more correct parts is better, and none is as good as acceptance', () => {
    const none = [attempt(false, false)]
    const part = [attempt(true, false)]
    const whole = [attempt(true, true)]
    expect(compareTrials(none, part)).toEqual({ n: 1, wins: 1, losses: 0 })
    expect(compareTrials(whole, part)).toEqual({ n: 1, wins: 0, losses: 1 })
    expect(compareTrials(part, [attempt(false, true)])).toEqual({ n: 1, wins: 0, losses: 0 })
  })

  test('can look at one parameter alone', () => {
    expect(compareTrials(baseline, candidate, 'room')).toEqual({ n: 3, wins: 1, losses: 1 })
    expect(compareTrials(baseline, candidate, 'floor')).toEqual({ n: 3, wins: 2, losses: 0 })
    expect(compareTrials(baseline, candidate, 'door')).toEqual({ n: 3, wins: 2, losses: 1 })
  })

  test('trials of different tasks cannot be compared', () => {
    expect(() => compareTrials(baseline.slice(1), candidate)).toThrow(RangeError)
  })

  test('successes are counted as a whole', () => {
    expect(countSuccesses(baseline)).toBe(1)
    expect(countSuccesses([])).toBe(0)
  })
})

describe('runTrial', () => {
  test('tries each task once, greedily, in order, under the memory', async () => {
    const asked: CompletionRequest[] = []
    const agent = createToyAgent([PARCEL])
    const model = createScriptedModel({
      answer: (request) => {
        asked.push(request)
        return agent(request)
      },
    })
    const tasks = [4, 5, 6].map((value) => toyTask(PARCEL, value))
    const text = 'When calling parcel.ship, write weight in grams, e.g. 72000 for 72 kg.'
    const trial = await runTrial(tasks, [{ text }], model)
    expect(trial.map(({ answer }) => answer)).toEqual([
      '{"weight":4000}',
      '{"weight":5000}',
      '{"weight":6000}',
    ])
    expect(asked.map(({ temperature }) => temperature)).toEqual([0, 0, 0])
    expect(countSuccesses(await runTrial(tasks, [], model))).toBe(0)
    expect(asked).toHaveLength(6)
  })

  test('shows which parameters were right', async () => {
    const model = createScriptedModel({ answer: () => '{"room":"R-4","floor":4}' })
    const [attempted] = await runTrial([toyTask(ROOM, 4)], [], model)
    expect(attempted?.verdict.fields).toEqual({ room: true, floor: false })
  })
})
