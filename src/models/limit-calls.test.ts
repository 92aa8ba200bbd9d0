import { expect, test } from 'vitest'
import { makeRequest, testLanguageModel } from '../../test/compliance/language-model.ts'
import type { Completion } from '../protocol/ports/language-model.ts'
import { limitCalls } from './limit-calls.ts'
import { createRecordingModel } from './recording/create-recording-model.ts'
import { createScriptedModel } from './scripted/create-scripted-model.ts'

const echo = () => createScriptedModel({ answer: ({ turns }) => turns.at(-1)?.text })
const ask = (text: string) => makeRequest({ turns: [{ role: 'user', text }] })

testLanguageModel(
  'a model within its budget',
  async () => await Promise.resolve(limitCalls(echo(), 1e6)),
)

test('asks so many times and not once more, however many ask together', async () => {
  let asked = 0
  const counting = createScriptedModel({ answer: () => `answer ${++asked}` })
  const model = limitCalls(counting, 3)
  const answers = await Promise.allSettled(
    Array.from({ length: 8 }, async (_, index) => await model.complete(ask(`question ${index}`))),
  )
  expect(asked).toBe(3)
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  await expect(model.complete(ask('one more'))).rejects.toMatchObject({
    code: 'BUDGET_REACHED',
    details: { calls: 3 },
  })
  expect(asked).toBe(3)
})

test('a request that failed has been made', async () => {
  const model = limitCalls(createScriptedModel({ answer: () => undefined }), 1)
  await expect(model.complete(ask('first'))).rejects.toMatchObject({ code: 'SCRIPT_EXHAUSTED' })
  await expect(model.complete(ask('second'))).rejects.toMatchObject({ code: 'BUDGET_REACHED' })
})

test('a run that reached its budget goes on where it was with another one', async () => {
  const kept = new Map<string, Completion>()
  const cassette = {
    get: async (key: string) => kept.get(key),
    put: async (key: string, value: Completion) => void kept.set(key, value),
  }
  const texts = ['one', 'two', 'three', 'four']
  const run = async (most: number) => {
    const model = createRecordingModel(limitCalls(echo(), most), cassette)
    const answers: string[] = []
    for (const text of texts) answers.push((await model.complete(ask(text))).text)
    return { answers, made: model.usage().callsMade }
  }
  await expect(run(3)).rejects.toMatchObject({ code: 'BUDGET_REACHED' })
  expect(await run(1)).toEqual({ answers: texts, made: 1 })
  expect(await run(0)).toEqual({ answers: texts, made: 0 })
})
