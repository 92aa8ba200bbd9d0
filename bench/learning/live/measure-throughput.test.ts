import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createScriptedModel } from '../../../src/models/scripted/create-scripted-model.ts'
import type { CompletionRequest, LanguageModel, Task } from '../../../src/protocol/ports.ts'
import { measureThroughput } from './measure-throughput.ts'
import { type RawRuntime, type TokenWork, givenAfter } from './raw-runtime.ts'

const TASKS: Task[] = ['one', 'two', 'three'].map((request) => ({
  id: request,
  domain: 'a.b',
  head: 'Tool: a.b(x)',
  request,
  keys: ['x'],
  verify: () => ({ success: true, reward: 1, fields: {}, message: '' }),
}))

const pause = async (ms: number): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, ms))
}

function createAdapter(ms: number): { model: LanguageModel; asked: CompletionRequest[] } {
  const asked: CompletionRequest[] = []
  const model = createScriptedModel({
    answer: async (request) => {
      asked.push(request)
      await pause(ms)
      return '{"x":"y"}'
    },
  })
  return { model, asked }
}

function createRuntime(ms: number, extra = 0): { runtime: RawRuntime; done: TokenWork[][] } {
  const done: TokenWork[][] = []
  const runtime: RawRuntime = {
    describeWork: ({ system, turns, temperature, seed }, drawn) => ({
      prompt: Array.from(
        {
          length:
            extra +
            ([system, ...turns.map(({ text }) => text)].join(' ').match(/\S+/g)?.length ?? 0),
        },
        () => 7,
      ),
      drawn,
      given: [[1, 2]],
      temperature,
      seed,
    }),
    run: async (work) => {
      done.push([...work])
      await pause(ms)
    },
    close: async () => {},
  }
  return { runtime, done }
}

describe('measureThroughput', () => {
  test('the ratio says how much of the runtime’s speed is left', async () => {
    const slow = createAdapter(60)
    const { runtime } = createRuntime(20)
    const options = { runtime, tasks: TASKS, sequences: 2, rounds: 3 }
    const { ratio, rounds } = await measureThroughput({ model: slow.model, ...options })
    expect(ratio).toBeGreaterThan(0.1)
    expect(ratio).toBeLessThan(0.8)
    expect(rounds).toHaveLength(3)
    const fast = await measureThroughput({ model: createAdapter(0).model, ...options })
    expect(fast.ratio).toBeGreaterThan(1.2)
  })

  test('the runtime gets the work of the answers, and no prompt begins like another', async () => {
    const { model, asked } = createAdapter(0)
    const { runtime, done } = createRuntime(0)
    const { rounds } = await measureThroughput({
      model,
      runtime,
      tasks: TASKS,
      sequences: 3,
      rounds: 2,
    })
    // One round more warms both up.
    expect(done.map((work) => work.length)).toEqual([3, 3, 3])
    expect(asked).toHaveLength(9)
    expect(new Set(asked.map(({ system }) => system.split(' ')[0])).size).toBe(9)
    expect(asked.every(({ temperature }) => temperature > 0)).toBe(true)
    const [work = []] = done.slice(1)
    const tokens = work.reduce((sum, each) => sum + each.prompt.length + each.drawn + 2, 0)
    expect(rounds[0]?.tokens).toBe(tokens)
  })

  test('work that would not be the same is refused', async () => {
    const { runtime } = createRuntime(0, 1)
    const options = { runtime, tasks: TASKS, sequences: 1, rounds: 1 }
    await expect(measureThroughput({ model: createAdapter(0).model, ...options })).rejects.toThrow(
      RangeError,
    )
    await expect(
      measureThroughput({ model: createAdapter(0).model, ...options, tasks: [] }),
    ).rejects.toThrow('without tasks')
  })
})

describe('givenAfter', () => {
  test.prop([fc.integer({ min: 2, max: 60 }), fc.nat(4)])(
    'every piece has its place before the last drawn token, each at most once',
    (drawn, count) => {
      const places = Array.from({ length: drawn - 1 }, (_, index) =>
        givenAfter(index + 1, drawn, count),
      ).filter((piece) => piece >= 0)
      expect(places).toEqual([...new Set(places)])
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      if (drawn > 2 * (count + 1)) expect(places).toHaveLength(count)
    },
  )
})
