import { expect, test } from 'vitest'
import { PARCEL, ROOM, createToyAgent, toyTask } from '../../../test/fixtures/toy-tools.ts'
import { createScriptedModel } from '../../models/scripted/create-scripted-model.ts'
import type { MemoryItem } from '../memory.ts'
import { guardLibrary } from './guard-library.ts'

const tasks = [1, 2, 3, 4].flatMap((value) => [toyTask(PARCEL, value), toyTask(ROOM, value)])
const rule: MemoryItem[] = [
  { text: 'When calling parcel.ship, write weight in grams, e.g. 72000 for 72 kg.' },
]
const memoryOf = (domain: string) => (domain === PARCEL.domain ? rule : [])

test('a library that helps stays; domains without memory are not tried', async () => {
  const model = createScriptedModel({ answer: createToyAgent([PARCEL, ROOM]) })
  expect(await guardLibrary(model, { tasks, memoryOf })).toEqual({
    decision: 'kept',
    result: { n: 4, wins: 4, losses: 0 },
    probability: 1 - 1 / 32,
    calls: 8,
  })
})

test.each([
  ['without effect', createToyAgent([PARCEL], { heeds: false })],
  [
    'that confuses',
    ({ turns }: { turns: readonly { text: string }[] }) => {
      const [, value] = /Do (\d+)/.exec(turns[0]?.text ?? '') ?? []
      return `{"weight":${turns[0]?.text.includes('Notes') ? 0 : Number(value) * 1000}}`
    },
  ],
])('a library %s is rolled back', async (_, answer) => {
  const { decision } = await guardLibrary(createScriptedModel({ answer }), { tasks, memoryOf })
  expect(decision).toBe('rolled-back')
})

test('a gain that is not likely enough is none', async () => {
  const model = createScriptedModel({ answer: createToyAgent([PARCEL]) })
  const options = { tasks: tasks.slice(0, 1), memoryOf }
  expect(await guardLibrary(model, options)).toMatchObject({
    decision: 'rolled-back',
    probability: 0.75,
  })
  expect((await guardLibrary(model, { ...options, threshold: 0.7 })).decision).toBe('kept')
})

test('what cannot be tried is not proved', async () => {
  const model = createScriptedModel({ answer: () => undefined })
  expect(await guardLibrary(model, { tasks: [], memoryOf })).toMatchObject({
    decision: 'rolled-back',
    calls: 0,
  })
})
