import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { liveWeights } from '../../../test/live-weights.ts'
import { createLlamaModel } from '../../../src/models/llama/create-llama-model.ts'
import type { LogitsModel } from '../../../src/protocol/ports.ts'
import { openSuite } from '../../../src/tasks/open-suite.ts'
import { promptOf } from './live-answers.ts'
import { measureThroughput } from './measure-throughput.ts'
import { openRawRuntime } from './raw-runtime.ts'
import { writeWithExperts } from './write-with-experts.ts'

const NAME = 'smollm2-135m-instruct-q4_1'
const weights = await liveWeights(NAME)
const path = weights.kind === 'present' ? (weights.paths['model.gguf'] ?? '') : ''

/** A call of two parameters, so that a key is given in the middle. */
const SUITE = openSuite('api-house-rules', { seed: 5, tools: 12 })
const TASKS = SUITE.listTasks('bank.transfer', 'practice', 2)

describe.skipIf(weights.kind === 'absent')('the live measurement on a real model', () => {
  let model: LogitsModel
  beforeAll(async () => {
    const options = { sequences: 2, contextTokens: 512, threads: 1 }
    model = await createLlamaModel({ path, name: NAME, hash: '0'.repeat(64), ...options })
  })
  afterAll(() => model.close())

  test('adapter and runtime are given the same work', async () => {
    const options = { sequences: 2, contextTokens: 512, threads: 1 }
    const runtime = await openRawRuntime({ path, ...options })
    try {
      const timed = { model, runtime, tasks: TASKS, sequences: 2, rounds: 1 }
      const { ratio, rounds } = await measureThroughput(timed)
      expect(ratio).toBeGreaterThan(0)
      expect(rounds).toHaveLength(1)
      const [task] = TASKS
      const { prompt, given } = runtime.describeWork(promptOf(task!, []), 9)
      expect(given).toHaveLength(1)
      expect(prompt.length).toBeGreaterThan(20)
      await expect(
        runtime.run(Array.from({ length: 3 }, () => runtime.describeWork(promptOf(task!, []), 1))),
      ).rejects.toThrow(RangeError)
    } finally {
      await runtime.close()
    }
  })

  test('a lesson as the only expert, with exponent 1, is the lesson in the context', async () => {
    const [task] = TASKS
    const request = promptOf(task!, [{ text: 'When calling bank.transfer, write size as SMALL.' }])
    const { text } = await model.complete(request)
    const { text: product } = await writeWithExperts(model, {
      base: promptOf(task!, []),
      experts: [{ kind: 'context', context: request, alpha: 1 }],
      keys: task!.keys,
      maxTokens: request.maxTokens,
    })
    expect(product).toBe(text)
  })
})
