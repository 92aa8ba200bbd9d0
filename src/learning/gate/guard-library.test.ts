import { describe, expect, test } from 'vitest'
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

test('a domain whose memory is as before is not tried', async () => {
  const model = createScriptedModel({ answer: createToyAgent([PARCEL, ROOM]) })
  expect(await guardLibrary(model, { tasks, memoryOf, before: memoryOf })).toMatchObject({
    reason: 'nothing-tried',
    calls: 0,
  })
})

describe('a change of what stood there before', () => {
  const note: MemoryItem = { text: 'Be quick.' }
  const confusing: MemoryItem = { text: 'Guess the weight.' }
  const answer = createToyAgent([PARCEL], { confusedBy: 'Guess' })
  const changeTo = async (after: readonly MemoryItem[], pinned = tasks.slice(0, 0)) => {
    const model = createScriptedModel({ answer })
    const before = (domain: string) => (domain === PARCEL.domain ? rule : [])
    const now = (domain: string) => (domain === PARCEL.domain ? after : [])
    return await guardLibrary(model, { tasks, memoryOf: now, before, pinned })
  }

  test('need not gain again what was gained before', async () => {
    expect(await changeTo([...rule, note])).toEqual({
      decision: 'kept',
      result: { n: 4, wins: 0, losses: 0 },
      probability: 0.5,
      calls: 8,
    })
  })

  test.each([
    ['something that confuses', [...rule, confusing]],
    ['nothing', []],
  ])('to %s is rolled back', async (_, after) => {
    expect(await changeTo(after)).toMatchObject({
      decision: 'rolled-back',
      reason: 'more-lost',
      result: { n: 4, wins: 0, losses: 4 },
    })
  })

  test('that loses a pinned task is rolled back, whatever it gains', async () => {
    const pinned = [toyTask(PARCEL, 7), toyTask(ROOM, 7)]
    expect(await changeTo([...rule, note], pinned)).toMatchObject({
      decision: 'kept',
      lostPins: [],
      calls: 10,
    })
    expect(await changeTo([confusing], pinned)).toMatchObject({
      decision: 'rolled-back',
      reason: 'pinned-lost',
      lostPins: [`${PARCEL.domain}/7`],
    })
  })

  test('cannot lose a pinned task that was never solved', async () => {
    const model = createScriptedModel({ answer: createToyAgent([PARCEL], { heeds: false }) })
    const pinned = [toyTask(PARCEL, 7)]
    const outcome = await guardLibrary(model, { tasks, memoryOf, pinned })
    expect(outcome).toMatchObject({ reason: 'not-proved', lostPins: [] })
  })

  test('does not excuse what is new elsewhere: there a gain has to be likely', async () => {
    const model = createScriptedModel({ answer })
    const before = (domain: string) => (domain === PARCEL.domain ? rule : [])
    const now = (domain: string) => (domain === PARCEL.domain ? [...rule, note] : [note])
    expect(await guardLibrary(model, { tasks, memoryOf: now, before })).toMatchObject({
      decision: 'rolled-back',
      reason: 'not-proved',
    })
  })
})
