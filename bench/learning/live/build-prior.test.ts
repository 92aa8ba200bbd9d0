import { describe, expect, test } from 'vitest'
import { toyCode } from '../../../test/fixtures/token-schema.ts'
import { createCharacterModel } from '../../../test/fixtures/character-model.ts'
import { createScriptedModel } from '../../../src/models/scripted/create-scripted-model.ts'
import { toGroup } from '../../../src/learning/collect-group.ts'
import type { Task } from '../../../src/protocol/ports.ts'
import { type BuiltPrior, buildPrior } from './build-prior.ts'
import { collectLessonSteps } from './collect-lesson-steps.ts'
import type { LiveTool } from './live-tools.ts'
import { valueTokens } from './value-tokens.ts'

/** Writes hours without their unit unless a note asks for it. */
const model = createCharacterModel(
  createScriptedModel({
    answer: ({ turns }) => {
      const text = turns.at(-1)?.text ?? ''
      const hours = /Request: (\d+)/.exec(text)?.[1] ?? '0'
      return JSON.stringify({ worked: text.includes('add h') ? `${hours}h` : `${hours}u` })
    },
  }),
)

function taskOf(hours: number): Task {
  return {
    id: `log ${hours}`,
    domain: 'log',
    head: 'Tool: log(worked)',
    request: `${hours} hours`,
    keys: ['worked'],
    verify: (answer) => ({
      success: answer === `{"worked":"${hours}h"}`,
      reward: 0,
      fields: {},
      message: '',
    }),
  }
}

async function toolOf(tasks: readonly [hours: number, ...answers: string[]][]): Promise<LiveTool> {
  const groups = await Promise.all(
    tasks.map(async ([hours, ...answers]) => {
      const task = taskOf(hours)
      const attempts = await Promise.all(
        answers.map(async (value) => {
          const answer = JSON.stringify({ worked: value })
          return { answer, verdict: await task.verify(answer), promptTokens: 1 }
        }),
      )
      return toGroup(task, [{ task, memory: [], attempts, reward: 0 }])
    }),
  )
  const recorded = { get: () => Promise.resolve(undefined) }
  const tests = [taskOf(9)]
  const memory = [{ text: 'add h' }]
  return { universe: 'u', domain: 'log', memory, groups, tests, validation: [], recorded }
}

const build = async (tool: LiveTool, leastVoices = 2): Promise<BuiltPrior> =>
  await buildPrior(model, { tools: [tool], centroids: [toyCode('log')], leastVoices })

const saidOf = ({ pieces, rows }: BuiltPrior): Record<string, number> =>
  Object.fromEntries(
    rows.flatMap(({ bins, values }) =>
      bins.map((bin, index) => [pieces[bin] ?? '', values[index] ?? 0]),
    ),
  )

describe('buildPrior', () => {
  test('what accepted calls have in common is recommended, what refused ones have is not', async () => {
    const said = saidOf(
      await build(
        await toolOf([
          [5, '5u', '5h'],
          [3, '3u', '3h'],
          [4, '4h', '4u'],
        ]),
      ),
    )
    expect(said['h']).toBeGreaterThan(0)
    expect(said['u']).toBeLessThan(0)
    // A value that one task alone shows is no habit; nor is what good and bad calls have alike.
    expect(Object.keys(said).toSorted()).toEqual(['h', 'u'])
  })

  test('one scale for what a row says, in nats, as far as the lesson moves the model', async () => {
    const said = saidOf(
      await build(
        await toolOf([
          [5, '5u', '5h'],
          [3, '3u', '3h'],
        ]),
      ),
    )
    expect(said['h']).toBe(-said['u']!)
    expect(said['h']).toBeGreaterThan(1)
    expect(said['h']).toBeLessThanOrEqual(8)
  })

  test('fewer voices than are asked for say nothing', async () => {
    const tool = await toolOf([
      [5, '5u', '5h'],
      [3, '3u', '3h'],
    ])
    expect((await build(tool, 3)).rows).toEqual([])
    expect((await build(tool, 2)).rows).toHaveLength(1)
  })

  test('where all calls were refused, or the lesson changes nothing, there is no prior', async () => {
    const refused = await build(
      await toolOf([
        [5, '5u', '5'],
        [3, '3u', '3'],
      ]),
    )
    expect(refused).toMatchObject({ contributors: 0, rows: [] })
    const tool = await toolOf([
      [5, '5u', '5h'],
      [3, '3u', '3h'],
    ])
    const silent = await build({ ...tool, memory: [{ text: 'nothing' }] })
    expect(silent).toMatchObject({ contributors: 0, rows: [] })
  })
})

describe('collectLessonSteps', () => {
  test('asks twice for every token of the values, with an answer that the lesson does not quote', async () => {
    const tool = await toolOf([
      [5, '5u', '5h'],
      [33, '33u', '33h'],
    ])
    const example = { input: '5 hours', output: '{"worked":"5h"}' }
    const before = model.asked
    const steps = await collectLessonSteps(model, { ...tool, memory: [{ text: 'add h', example }] })
    // ` "33h"}`
    expect(steps).toHaveLength(7)
    expect(model.asked - before).toBe(14)
  })

  test('nothing where nothing was accepted', async () => {
    expect(await collectLessonSteps(model, await toolOf([[5, '5u']]))).toEqual([])
  })
})

describe('valueTokens', () => {
  const read = (answer: string, keys: readonly string[]) =>
    valueTokens(model, answer, keys).map(({ before, tokens }) => [before, model.detokenize(tokens)])

  test('values as the model draws them, without the keys that it is given', () => {
    expect(read('{"a":"x y","b":3}', ['a', 'b'])).toEqual([
      ['{"a":', ' "x y",'],
      ['{"a": "x y", "b":', ' 3}'],
    ])
  })

  test('a key that is missing is null, a text that is no object has no values', () => {
    expect(read('{}', ['a'])).toEqual([['{"a":', ' null}']])
    expect(read('no', ['a'])).toEqual([])
    expect(read('null', ['a'])).toEqual([])
  })
})
