import { describe, expect, test } from 'vitest'
import { PARCEL, createToyAgent, toyTask } from '../../test/fixtures/toy-tools.ts'
import { createScriptedModel } from '../models/scripted/create-scripted-model.ts'
import type { CompletionRequest } from '../protocol/ports.ts'
import { collectGroup } from './collect-group.ts'

const task = toyTask(PARCEL, 4)
const options = { groupSize: 4, attempts: 2, temperature: 0.8, seed: 100 }
const always = (weight: number) => createScriptedModel({ answer: () => JSON.stringify({ weight }) })

describe('collectGroup', () => {
  test('the first rollout is greedy, the others are sampled, each from a seed of its own', async () => {
    const asked: CompletionRequest[] = []
    const model = createScriptedModel({
      answer: (request) => {
        asked.push(request)
        return '{"weight":4}'
      },
    })
    const { episodes } = await collectGroup(task, model, options)
    expect(episodes).toHaveLength(4)
    const first = asked.filter(({ turns }) => !turns[0]?.text.includes('refused'))
    expect(first.map(({ temperature }) => temperature)).toEqual([0, 0.8, 0.8, 0.8])
    expect(new Set(asked.map(({ seed }) => seed)).size).toBe(8)
    expect(asked.every(({ turns }) => !turns[0]?.text.includes('Notes'))).toBe(true)
  })

  test.each([
    ['all succeed at once', always(4000), false],
    ['none ever succeeds', always(4), false],
    [
      'each succeeds after a refusal',
      createScriptedModel({ answer: createToyAgent([PARCEL]) }),
      true,
    ],
    [
      'only the sampled ones succeed',
      createScriptedModel({
        answer: ({ temperature }) => JSON.stringify({ weight: temperature === 0 ? 4 : 4000 }),
      }),
      true,
    ],
  ])('has spread only where outcomes differ: %s', async (_, model, spread) => {
    const group = await collectGroup(task, model, options)
    expect(group.hasSpread).toBe(spread)
    expect(group.task).toBe(task)
  })
})
