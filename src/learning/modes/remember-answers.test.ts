import { expect, test } from 'vitest'
import { createScriptedModel } from '../../models/scripted/create-scripted-model.ts'
import type { CompletionRequest } from '../../protocol/ports.ts'
import { rememberAnswers } from './remember-answers.ts'

const request = (text: string, temperature = 0): CompletionRequest => ({
  system: '',
  turns: [{ role: 'user', text }],
  format: { kind: 'text' },
  maxTokens: 8,
  temperature,
  seed: 0,
})

function counting(answer: (call: number) => string | undefined) {
  let calls = 0
  const model = rememberAnswers(createScriptedModel({ answer: () => answer(++calls) }))
  return { model, calls: () => calls }
}

test('a greedy question is asked once, also when it is asked twice at a time', async () => {
  const { model, calls } = counting((call) => `answer ${call}`)
  const same = await Promise.all([model.complete(request('a')), model.complete(request('a'))])
  expect(same.map(({ text }) => text)).toEqual(['answer 1', 'answer 1'])
  expect((await model.complete(request('b'))).text).toBe('answer 2')
  expect((await model.complete(request('a'))).text).toBe('answer 1')
  expect(calls()).toBe(2)
})

test('what is sampled is drawn anew', async () => {
  const { model } = counting((call) => `answer ${call}`)
  expect((await model.complete(request('a', 0.5))).text).toBe('answer 1')
  expect((await model.complete(request('a', 0.5))).text).toBe('answer 2')
})

test('a failure is not remembered', async () => {
  const { model } = counting((call) => (call === 1 ? undefined : 'said'))
  await expect(model.complete(request('a'))).toRejectDso('SCRIPT_EXHAUSTED')
  expect((await model.complete(request('a'))).text).toBe('said')
})
